import type { Config, SupportFile } from './config/config.js';
import type { Include, Link, Playbook } from './model/playbook.js';
import { resolvePath } from './paths.js';
import type { PlaybookType } from './types/playbook-type.js';

export type LinkTarget =
  | { readonly kind: 'playbook'; readonly playbook: Playbook; readonly anchor: string; readonly anchorFound: boolean }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'external'; readonly url: string }
  /** `path` is where the target would be; `ambiguous` ids name several playbooks. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unsafe'; readonly scheme: string };

export interface KnowledgeBaseParts {
  readonly config: Config;
  readonly playbooks: Iterable<Playbook>;
  readonly types: Iterable<PlaybookType>;
  /** Paths of all other files below the root. */
  readonly files: Iterable<string>;
  readonly supportFiles?: Iterable<SupportFile>;
}

/** All playbooks of a folder and how they hang together. Immutable: a change makes a new one. */
export interface KnowledgeBase {
  readonly config: Config;
  readonly types: ReadonlyMap<string, PlaybookType>;
  /** By path, in path order. */
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly files: ReadonlySet<string>;
  readonly supportFiles: readonly SupportFile[];
  /** All playbooks with this id, in path order: one, unless ids clash. */
  readonly withId: (id: string) => readonly Playbook[];
  /** Existing ids that differ from this text only in case, width, `_`, `-` or spaces; the text itself is not among them. */
  readonly idsLike: (text: string) => readonly string[];
  /** Languages into which at least one playbook is translated. */
  readonly translatedInto: ReadonlySet<string>;
  readonly typeOf: (playbook: Playbook) => PlaybookType | undefined;
  readonly resolveLink: (from: Playbook, link: Pick<Link, 'target' | 'form'>) => LinkTarget;
  readonly resolveInclude: (include: Include) => Playbook | undefined;
  /** Paths of playbooks that link to this one, name it in `related` or translate it. */
  readonly linkedFrom: (playbook: Playbook) => ReadonlySet<string>;
  /** Paths of playbooks that embed this one directly. */
  readonly embeddedIn: (playbook: Playbook) => ReadonlySet<string>;
  /** The original and all its translations, this one included, in the order of the config's languages. */
  readonly translations: (playbook: Playbook) => readonly Playbook[];
}

export function createKnowledgeBase(parts: KnowledgeBaseParts): KnowledgeBase {
  const { config } = parts;
  const playbooks = new Map([...parts.playbooks].sort(byPath).map((playbook) => [playbook.path, playbook]));
  const types = new Map([...parts.types].map((type) => [type.name, type]));
  const files = new Set(parts.files);
  const ids = groupBy(playbooks.values(), (playbook) => [playbook.id]);

  const idForms = groupBy(playbooks.values(), (playbook) => [idForm(playbook.id)]);

  const withId = (id: string): readonly Playbook[] => ids.get(id) ?? [];
  const resolveInclude = (include: Include): Playbook | undefined => withId(include.id)[0];
  const resolveLink = (from: Playbook, link: Pick<Link, 'target' | 'form'>): LinkTarget => {
    if (link.form === 'id') {
      const [id = '', anchor = ''] = splitAnchor(link.target);
      const target = id === '' ? from : withId(id)[0];
      return target ? toPlaybook(target, anchor) : { kind: 'missing', path: id };
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(link.target)?.[1]?.toLowerCase();
    if (scheme !== undefined) return safeSchemes.has(scheme) ? { kind: 'external', url: link.target } : { kind: 'unsafe', scheme };
    if (link.target.startsWith('//')) return { kind: 'external', url: link.target };
    const [written = '', anchor = ''] = splitAnchor(link.target);
    const path = decode(written.replace(/\?.*$/, ''));
    if (path === '') return toPlaybook(from, decode(anchor));
    const resolved = resolvePath(from.path, path, config.content);
    if (resolved === undefined) return { kind: 'outside' };
    for (const candidate of [resolved, `${resolved}.md`, `${resolved}/index.md`, `${resolved}/README.md`]) {
      const playbook = playbooks.get(candidate.replace(/^\//, ''));
      if (playbook) return toPlaybook(playbook, decode(anchor));
    }
    return files.has(resolved) ? { kind: 'file', path: resolved } : { kind: 'missing', path: resolved };
  };

  const linkedFrom = groupPaths(playbooks.values(), (playbook) => [
    ...playbook.links.flatMap((link) => {
      const target = resolveLink(playbook, link);
      return target.kind === 'playbook' ? [target.playbook.path] : [];
    }),
    ...[...playbook.fields.related, ...(playbook.fields.translationOf === undefined ? [] : [playbook.fields.translationOf])].flatMap((id) =>
      withId(id).map((target) => target.path),
    ),
  ]);
  const embeddedIn = groupPaths(playbooks.values(), (playbook) =>
    playbook.includes.flatMap((include) => resolveInclude(include)?.path ?? []),
  );
  const originals = groupBy(playbooks.values(), (playbook) =>
    playbook.fields.translationOf === undefined ? [] : [playbook.fields.translationOf],
  );
  const languageOrder = (playbook: Playbook): number => {
    const index = config.languages.indexOf(playbook.lang);
    return index < 0 ? config.languages.length : index;
  };

  return {
    config,
    types,
    playbooks,
    files,
    supportFiles: [...(parts.supportFiles ?? [])],
    withId,
    idsLike: (text) => [...new Set(idForms.get(idForm(text))?.map((playbook) => playbook.id))].filter((id) => id !== text),
    translatedInto: new Set(
      [...playbooks.values()].filter((playbook) => playbook.fields.translationOf !== undefined).map(({ lang }) => lang),
    ),
    typeOf: (playbook) => types.get(playbook.type),
    resolveLink,
    resolveInclude,
    linkedFrom: (playbook) => linkedFrom.get(playbook.path) ?? none,
    embeddedIn: (playbook) => embeddedIn.get(playbook.path) ?? none,
    translations: (playbook) => {
      const originalId = playbook.fields.translationOf ?? playbook.id;
      const original = withId(originalId)[0];
      const all = [...(original ? [original] : [playbook]), ...(originals.get(originalId) ?? [])];
      return [...new Set(all)].sort((a, b) => languageOrder(a) - languageOrder(b) || byPath(a, b));
    },
  };
}

/** Schemes a link may have; all others (javascript, data, file, …) are refused. */
const safeSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'sms']);
const none: ReadonlySet<string> = new Set();

function toPlaybook(playbook: Playbook, anchor: string): LinkTarget {
  const anchorFound = anchor === '' || playbook.headings.some((heading) => heading.anchor === anchor);
  return { kind: 'playbook', playbook, anchor, anchorFound };
}

/** What stays of an id when its writer forgets how it was spelled. */
function idForm(id: string): string {
  return id
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

function splitAnchor(target: string): readonly string[] {
  const hash = target.indexOf('#');
  return hash < 0 ? [target, ''] : [target.slice(0, hash), target.slice(hash + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function byPath(a: Playbook, b: Playbook): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function groupBy(
  playbooks: Iterable<Playbook>,
  keysOf: (playbook: Playbook) => readonly string[],
): ReadonlyMap<string, readonly Playbook[]> {
  const groups = new Map<string, Playbook[]>();
  for (const playbook of playbooks) {
    for (const key of keysOf(playbook)) {
      const group = groups.get(key);
      if (group) group.push(playbook);
      else groups.set(key, [playbook]);
    }
  }
  return groups;
}

function groupPaths(
  playbooks: Iterable<Playbook>,
  targetsOf: (playbook: Playbook) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const playbook of playbooks) {
    for (const target of targetsOf(playbook)) {
      if (target === playbook.path) continue;
      const group = groups.get(target);
      if (group) group.add(playbook.path);
      else groups.set(target, new Set([playbook.path]));
    }
  }
  return groups;
}
