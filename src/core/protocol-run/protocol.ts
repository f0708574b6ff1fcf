/** One step of a protocol as its page says it. */
export interface ProtocolStep {
  /** Changes with the step's words, owner, limit and record, and with nothing else: what is ticked stays true for these words. */
  readonly key: string;
  /** From 1, in the order of the page. */
  readonly number: number;
  readonly text: string;
  readonly owner?: string;
  /** Milliseconds from the start of the run. */
  readonly within?: number;
  /** What to write down. */
  readonly record?: string;
}

export interface ProtocolPriority {
  readonly id: string;
  /** 1 to 4, for colour and shape. */
  readonly level: number;
  /** As the page says it, in the reader's words; empty when it says nothing. */
  readonly respondWithin: string;
  /** The same in milliseconds, where it names a time. */
  readonly respond?: number;
  /** How often customers hear something, where the page says so. */
  readonly update?: { readonly label: string; readonly words: string; readonly every: number };
}

/** What a run needs to know of a protocol's page. Travels in the page as JSON. */
export interface Protocol {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Git blob of the page's text: the identity of its revision. */
  readonly revision: string;
  readonly owner?: string;
  readonly product?: string;
  /** Rows, columns and cells of the page's matrix; empty where it has none. A cell without a priority is empty. */
  readonly impacts: readonly string[];
  readonly urgencies: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Most urgent first. */
  readonly priorities: readonly ProtocolPriority[];
  readonly steps: readonly ProtocolStep[];
  /** Headings of a retrospective in the page's language, by the key of their outline. */
  readonly retrospective: Readonly<Record<string, string>>;
}

export function findPriority(protocol: Protocol, id: string): ProtocolPriority | undefined {
  return protocol.priorities.find((priority) => priority.id === id);
}

/** The priority of an impact and an urgency by their place in the matrix; undefined where the matrix names none. */
export function priorityAt(protocol: Protocol, impact: number, urgency: number): ProtocolPriority | undefined {
  return findPriority(protocol, protocol.cells[impact]?.[urgency] ?? '');
}
