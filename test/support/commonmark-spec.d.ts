declare module 'commonmark-spec' {
  /** One example of the specification; a tab is written as `→`. */
  export interface Example {
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    /** From 1, in the order of the specification. */
    readonly number: number;
  }
  export const tests: readonly Example[];
  export const text: string;
}
