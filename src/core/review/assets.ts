import type { AssetBlobs } from '../model/review.js';
import { relativePath, resolvePath } from '../paths.js';

/** Places in Markdown and HTML where a file can be named. More is found than is shown; what is no file of the tree drops out. */
const targetPatterns = [
  /\]\(\s*(?:<([^>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))+))/g,
  /^[ \t>]*\[[^\]\n]+\]:\s*(?:<([^>\n]*)>|(\S+))/gm,
  /\b(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
];
const mostTargets = 2000;

/** Everything a wording names that could be a file beside it, as written without query and anchor. */
export function fileTargets(text: string): readonly string[] {
  const found = new Set<string>();
  for (const pattern of targetPatterns) {
    for (const match of text.matchAll(pattern)) {
      const written = match.slice(1).find((group) => group !== undefined) ?? '';
      if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(written) || written.length > 500) continue;
      for (const form of [written, withoutEscapes(written)]) {
        const target = decode(form.replace(/[?#].*$/s, ''));
        if (target !== '' && !/\.(?:md|markdown)$/i.test(target)) found.add(target);
      }
      if (found.size > mostTargets) return [...found].slice(0, mostTargets);
    }
  }
  return [...found];
}

function withoutEscapes(target: string): string {
  return target.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/**
 * The files of a tree that a page at a path names, by their way from it, so that a page that moves together with its pictures
 * names the same. `content` is the folder that targets with a leading slash count from.
 */
export function assetsOf(
  path: string,
  targets: readonly string[],
  content: string,
  blobAt: (path: string) => string | undefined,
): Readonly<Record<string, string>> {
  const assets: [string, string][] = [];
  for (const target of targets) {
    const resolved = resolvePath(path, target, content);
    const blob = resolved === undefined || resolved === '' ? undefined : blobAt(resolved);
    if (resolved !== undefined && blob !== undefined) assets.push([relativePath(path, resolved), blob]);
  }
  return Object.fromEntries(assets.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Files that a page shows in another version than before, or only before or only now, by their way from the page. */
export function changedAssets(before: AssetBlobs, after: AssetBlobs): readonly string[] {
  const targets = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...targets].filter((target) => before[target] !== after[target]).sort();
}
