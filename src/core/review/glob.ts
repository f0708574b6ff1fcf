/** Longest pattern and path that are compared. */
const longest = 1000;

/**
 * Whether a path fits a pattern: `*` stands for anything within a name, `?` for one character, `**` for any folders between
 * slashes or at either end. Everything else is meant as it stands. Time is bounded by the product of both lengths.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  if (path.length > longest || pattern.length > longest) return false;
  const parts = pattern.replace(/^\.?\//, '').split('/');
  const names = path.split('/');
  // Row by row: which beginnings of the path the parts so far can stand for.
  let reached = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    if (part === '**') {
      const first = Math.min(...reached);
      for (let index = first; index <= names.length; index += 1) next.add(index);
    } else {
      for (const index of reached) if (index < names.length && matchesName(names[index] ?? '', part)) next.add(index + 1);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(names.length);
}

function matchesName(name: string, pattern: string): boolean {
  let reached = new Set([0]);
  for (const mark of pattern) {
    const next = new Set<number>();
    if (mark === '*') {
      for (let index = Math.min(...reached); index <= name.length; index += 1) next.add(index);
    } else {
      for (const index of reached) {
        const character = String.fromCodePoint(name.codePointAt(index) ?? 0);
        if (index < name.length && (mark === '?' || mark === character)) next.add(index + character.length);
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(name.length);
}
