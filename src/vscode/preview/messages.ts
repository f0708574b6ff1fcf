/** What a preview is told, beside its page: kept in the page as data, never as script. */
export interface PageData {
  /** The playbook that is shown. */
  readonly uri: string;
  readonly isLocked: boolean;
  /** Texts of the site's own script. */
  readonly words: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly anchor: string; readonly line: number }[];
  readonly lineCount: number;
  /** Line to begin at; absent when the page is only shown anew. */
  readonly startLine?: number;
  readonly texts: {
    readonly search: string;
    readonly absent: string;
  };
}

/** To the page: show this line, from 0, which may be a fraction, at the top. */
export interface ScrollTo {
  readonly kind: 'scrollTo';
  readonly line: number;
}

/** From the page. */
export type FromPage =
  /** The reader scrolled; this line is at the top. */
  | { readonly kind: 'scrolled'; readonly line: number }
  /** The reader asked for the source of a block. */
  | { readonly kind: 'showSource'; readonly line: number }
  | { readonly kind: 'openPlaybook'; readonly uri: string; readonly anchor: string; readonly asSource: boolean }
  | { readonly kind: 'search' }
  /** A button of a page that only says something. */
  | { readonly kind: 'command'; readonly command: string };

/** Reads a message of a page, which shows content of the knowledge base; anything else is undefined. */
export function readMessage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const line =
    'line' in message && typeof message.line === 'number' && Number.isFinite(message.line) ? Math.max(0, message.line) : undefined;
  switch (message.kind) {
    case 'scrolled':
      return line === undefined ? undefined : { kind: 'scrolled', line };
    case 'showSource':
      return line === undefined ? undefined : { kind: 'showSource', line };
    case 'openPlaybook': {
      const uri = 'uri' in message ? message.uri : undefined;
      const anchor = 'anchor' in message && typeof message.anchor === 'string' ? message.anchor : '';
      const asSource = 'asSource' in message && message.asSource === true;
      return typeof uri === 'string' ? { kind: 'openPlaybook', uri, anchor, asSource } : undefined;
    }
    case 'search':
      return { kind: 'search' };
    case 'command': {
      const command = 'command' in message ? message.command : undefined;
      return typeof command === 'string' ? { kind: 'command', command } : undefined;
    }
    default:
      return undefined;
  }
}
