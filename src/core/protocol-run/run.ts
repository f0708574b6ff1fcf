/** Who noted it (as they call themselves), when (milliseconds since 1970, by the run's own clock), and its unique name. */
interface EntryBase {
  readonly id: string;
  readonly at: number;
  readonly by?: string;
}

/** Something that happened in a run. A run is nothing but these, in order; whatever it shows is derived from them. */
export type RunEntry =
  | (EntryBase & { readonly kind: 'graded'; readonly priority: string; readonly impact?: string; readonly urgency?: string })
  | (EntryBase & { readonly kind: 'responded'; readonly done: boolean })
  | (EntryBase & { readonly kind: 'step'; readonly step: string; readonly done: boolean })
  | (EntryBase & { readonly kind: 'note'; readonly text: string; readonly step?: string })
  | (EntryBase & { readonly kind: 'message'; readonly title: string; readonly text: string })
  | (EntryBase & { readonly kind: 'handed-over'; readonly to?: string })
  | (EntryBase & { readonly kind: 'taken-over' })
  | (EntryBase & { readonly kind: 'revised'; readonly revision: string })
  | (EntryBase & { readonly kind: 'clock'; readonly change: 'back' | 'asleep' | 'ahead'; readonly milliseconds: number })
  | (EntryBase & { readonly kind: 'stopped' })
  | (EntryBase & { readonly kind: 'resumed' });

/** One carrying out of a protocol, real or as a drill. */
export interface Run {
  readonly format: 1;
  readonly id: string;
  /** Id of the playbook. */
  readonly protocol: string;
  /** The revision it began with. */
  readonly revision: string;
  readonly isDrill: boolean;
  /** Keys of the steps at the beginning, in their order, so that a step that the page has lost still has its number. */
  readonly steps: readonly string[];
  /** In order of time. The first says the priority; its time is the start of the run. */
  readonly entries: readonly RunEntry[];
}

/** What any run may hold: a file or link with more is refused. Texts in UTF-16 code units. */
export const runBounds = { entries: 2000, steps: 200, text: 2000, title: 200, name: 60, characters: 400_000 } as const;

/** An entry before it has its name, time and author. */
export type NewEntry = RunEntry extends infer Entry ? (Entry extends RunEntry ? Omit<Entry, keyof EntryBase> : never) : never;

export function startOf(run: Run): number {
  return run.entries[0]?.at ?? 0;
}

/** The entries of both in order of time, each once. Two computers, or two windows, that took the same run on come together again. */
export function mergeEntries(first: readonly RunEntry[], second: readonly RunEntry[]): readonly RunEntry[] {
  const byId = new Map([...first, ...second].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, runBounds.entries);
}

/** Whether two records are of one run; what only has its name is another. */
export function isSameRun(a: Run, b: Run): boolean {
  return a.id === b.id && a.protocol === b.protocol && a.isDrill === b.isDrill && a.entries[0]?.id === b.entries[0]?.id;
}
