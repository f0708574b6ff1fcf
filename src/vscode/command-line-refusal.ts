/**
 * Why the command line would not do what it was asked, in the user's words: what it says last, behind its mark. Undefined if it
 * ended without saying; what it printed then is for a log.
 */
export function readRefusal(errors: string): string | undefined {
  const [, told = ''] = /(?:^|\n)✖ (?![\s\S]*\n✖ )([\s\S]*)$/.exec(errors) ?? [];
  return told.trim() || undefined;
}
