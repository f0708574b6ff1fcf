import { resolvePath } from './paths.js';

/** What a Markdown link or picture says before anyone looks whether it is there. */
export type LinkAddress =
  | { readonly kind: 'external' }
  | { readonly kind: 'unsafe'; readonly scheme: string }
  /** The page itself. */
  | { readonly kind: 'here'; readonly anchor: string }
  | { readonly kind: 'outside' }
  /** `path` is relative to the knowledge base; a playbook may add an extension or an index page to it. */
  | { readonly kind: 'path'; readonly path: string; readonly anchor: string };

/** Schemes a link may have; all others (javascript, data, file, …) are refused. */
const safeSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'sms']);

/** Reads a Markdown link's target. `from` is the path of the file it stands in, `content` the folder that `/` means. */
export function readLinkAddress(from: string, target: string, content: string): LinkAddress {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  if (scheme !== undefined) return safeSchemes.has(scheme) ? { kind: 'external' } : { kind: 'unsafe', scheme };
  if (target.startsWith('//')) return { kind: 'external' };
  const { address, anchor } = splitAnchor(target);
  const path = decode(address.replace(/\?.*$/, ''));
  if (path === '') return { kind: 'here', anchor: decode(anchor) };
  const resolved = resolvePath(from, path, content);
  return resolved === undefined ? { kind: 'outside' } : { kind: 'path', path: resolved, anchor: decode(anchor) };
}

export function splitAnchor(target: string): { readonly address: string; readonly anchor: string } {
  const hash = target.indexOf('#');
  return hash < 0 ? { address: target, anchor: '' } : { address: target.slice(0, hash), anchor: target.slice(hash + 1) };
}

/** A percent-encoded text as it was; one that is wrongly encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Paths of playbooks that a link to `path` may mean; the first that exists counts. */
export function playbookPaths(path: string): readonly string[] {
  return [path, `${path}.md`, `${path}/index.md`, `${path}/README.md`].map((candidate) => candidate.replace(/^\//, ''));
}

/** All link paths that may mean this playbook: the reverse of `playbookPaths`. */
export function linkPathsTo(playbookPath: string): readonly string[] {
  const folder = /^(?:(.*)\/)?(?:index|README)\.md$/.exec(playbookPath);
  return [
    playbookPath,
    ...(playbookPath.endsWith('.md') ? [playbookPath.slice(0, -'.md'.length)] : []),
    ...(folder ? [folder[1] ?? ''] : []),
  ];
}
