import { RE2JS } from 're2js';

/** Longest pattern that is compiled, in UTF-16 code units; matching costs the product of this and the text's length. */
export const longestPattern = 1000;

/**
 * Compiles a pattern that comes from content. RE2 runs in linear time, so no pattern can hang; what RE2 lacks
 * (look-around, back-references) is refused. `\uXXXX`, `\p{Script=Han}` and named groups of ECMAScript are understood.
 * Undefined for a pattern that is not RE2.
 */
export function compilePattern(pattern: string): RE2JS | undefined {
  if (pattern.length > longestPattern) return undefined;
  try {
    const withShortNames = pattern.replace(/\\([pP])\{(?:Script|sc|Script_Extensions|scx|General_Category|gc)=(\w+)\}/g, '\\$1{$2}');
    return RE2JS.compile(RE2JS.translateRegExp(withShortNames));
  } catch {
    return undefined;
  }
}

/** Every place a pattern matches, at most `limit`; empty matches are left out. Offsets are UTF-16 code units of `text`. */
export function findMatches(pattern: RE2JS, text: string, limit: number): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const matcher = pattern.matcher(text);
  while (found.length < limit && matcher.find()) {
    if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() });
  }
  return found;
}
