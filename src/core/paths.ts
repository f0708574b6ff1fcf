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

/** Whether a path names a file that is not Markdown: a picture, a document, a video. */
export function isAssetPath(path: string): boolean {
  const extension = /[^/]\.([\p{L}\p{N}]{1,8})$/u.exec(path)?.[1];
  return extension !== undefined && !/^(?:md|markdown)$/i.test(extension);
}

/** A path as a Markdown link writes it: what would end or change the address is percent-encoded. */
export function linkAddress(path: string): string {
  return path.replace(/[%\s()<>#?\\]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
}
