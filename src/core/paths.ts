/**
 * Resolves a `/`-separated path against the folder of another. Gives undefined when it would leave the root.
 * `from` is a file; a `target` that starts with `/` counts from `root` (itself relative, `''` for the top).
 */
export function resolvePath(from: string, target: string, root = ''): string | undefined {
  const base = target.startsWith('/') ? root.split('/') : from.split('/').slice(0, -1);
  const parts = base.filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
}

/** A relative link from one file to another, both from the same root. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
