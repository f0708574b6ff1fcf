import { stringify } from 'yaml';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import { locales, nearestLocale } from '../core/model/locale.js';
import type { PlaybookType } from '../core/types/playbook-type.js';

export interface NewPlaybookRequest {
  readonly type: PlaybookType;
  readonly title: string;
  /** BCP 47. A language without a template starts from the English one. */
  readonly lang: string;
  /** ISO 8601 day. */
  readonly today: string;
  /** Default: made from type and title. */
  readonly id?: string;
  /** Folder relative to the root, with `/`. Default: where most playbooks of this type and language are. */
  readonly folder?: string;
}

export interface NewPlaybook {
  readonly id: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A new playbook from its type's template. `isTaken` says which paths, beyond the known ones, may not be used. */
export function newPlaybook(
  knowledgeBase: KnowledgeBase,
  request: NewPlaybookRequest,
  isTaken: (path: string) => boolean = () => false,
): NewPlaybook {
  const { type, lang, today } = request;
  const folder = request.folder ?? usualFolder(knowledgeBase, type.name, lang);
  const pathOf = (id: string) => `${folder === '' ? '' : `${folder}/`}${fileName(id)}`;
  const isFree = (id: string) => {
    const path = pathOf(id);
    const isKnown = knowledgeBase.playbooks.has(path) || knowledgeBase.files.has(path) || isTaken(path);
    return !isKnown && knowledgeBase.withId(id).length === 0 && knowledgeBase.idsLike(id).length === 0;
  };
  const title = request.title.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const id = request.id ?? firstFree(idCandidates(type.name, title, today), isFree);
  return { id, path: pathOf(id), text: fillTemplate(type.templates[nearestLocale(lang)], { id, title, today }, lang) };
}

/** Fills `{id}`, `{title}` and `{today}`, quoting them in the front matter as YAML needs it, and sets the language. */
export function fillTemplate(
  template: string,
  values: { readonly id: string; readonly title: string; readonly today: string },
  lang: string,
): string {
  const bodyStart = template.indexOf('\n---', 3);
  const asYaml = { id: yamlText(values.id), title: yamlText(values.title), today: values.today };
  const frontMatter = template
    .slice(0, Math.max(0, bodyStart))
    .replace(/(["']?)\{(id|title|today)\}\1/g, (_whole, _quote, name: keyof typeof asYaml) => asYaml[name]);
  const body = template.slice(Math.max(0, bodyStart)).replace(/\{(id|title|today)\}/g, (_whole, name: keyof typeof values) => values[name]);
  return (
    (locales.some((locale) => locale === lang) ? frontMatter : frontMatter.replace(/^lang:.*$/m, () => `lang: ${yamlText(lang)}`)) + body
  );
}

function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

/**
 * Stable ids in plain ASCII: the type and the Latin part of the title (`script-vip-complaint`), else the type and the
 * day (`script-20261122-1`). Further candidates carry a number.
 */
function* idCandidates(typeName: string, title: string, today: string): Generator<string> {
  const prefix = slug(typeName) || typeName;
  const words = slug(title);
  const base = /[a-z]/.test(words) ? `${prefix}-${words}` : undefined;
  if (base !== undefined) yield base;
  const counted = base ?? `${prefix}-${today.replaceAll('-', '')}`;
  for (let number = base === undefined ? 1 : 2; ; number += 1) yield `${counted}-${number}`;
}

const longestSlug = 60;

function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let result = '';
  for (const word of words) {
    const longer = result === '' ? word.slice(0, longestSlug) : `${result}-${word}`;
    if (longer.length > longestSlug) break;
    result = longer;
  }
  return result;
}

function firstFree(candidates: Iterable<string>, isFree: (id: string) => boolean): string {
  for (const candidate of candidates) if (isFree(candidate)) return candidate;
  throw new Error('No id is free');
}

/** An id may hold `/`; a file name may not. */
function fileName(id: string): string {
  return `${id.replaceAll('/', '-')}.md`;
}

function usualFolder({ playbooks, config }: KnowledgeBase, typeName: string, lang: string): string {
  const counts = new Map<string, number>();
  for (const { path, type, lang: language } of playbooks.values()) {
    if (type !== typeName || language !== lang) continue;
    const folder = path.split('/').slice(0, -1).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return most?.[0] ?? [config.content, folderForType(typeName)].filter((part) => part !== '').join('/');
}

/** Where playbooks of a type are put: the plural of its name. */
export function folderForType(typeName: string): string {
  if (/[^aeiou]y$/.test(typeName)) return `${typeName.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh)$/.test(typeName)) return `${typeName}es`;
  return /[a-z]$/i.test(typeName) ? `${typeName}s` : typeName;
}
