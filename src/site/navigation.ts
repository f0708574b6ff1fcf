import type { KnowledgeBase } from '../core/knowledge-base.js';
import { type Locale, nearestLocale } from '../core/model/locale.js';
import type { Playbook } from '../core/model/playbook.js';
import { editionsIn } from './editions.js';
import type { SiteContext } from './site-context.js';
import { type Say, sayIn } from './words.js';

export interface TypeEntry {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly address: string;
  readonly playbooks: readonly Playbook[];
}

export interface TagEntry {
  readonly tag: string;
  readonly address: string;
  readonly playbooks: readonly Playbook[];
}

/** A protocol that is active, as readers of one language are told. */
export interface ActiveProtocol {
  readonly playbook: Playbook;
  /** First and last day, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly note: string;
}

/** What readers of one language can go to: each subject once, by type and by tag, pages in their language first. */
export interface Navigation {
  readonly language: string;
  readonly locale: Locale;
  readonly say: Say;
  /** What the knowledge base is called for them, and in which language that is. */
  readonly siteTitle: { readonly text: string; readonly lang: string };
  readonly editions: readonly Playbook[];
  readonly types: readonly TypeEntry[];
  /** Most used first. */
  readonly tags: readonly TagEntry[];
  readonly inForce: readonly ActiveProtocol[];
}

export function createNavigation({ knowledgeBase, addresses, today }: SiteContext, language: string): Navigation {
  const locale = nearestLocale(language);
  const { title, titles, defaultLanguage } = knowledgeBase.config;
  const ownTitle = titles[locale];
  const editions = editionsIn(knowledgeBase, language);
  const byType = group(editions, (playbook) => [playbook.type]);
  const byTag = group(editions, (playbook) => [...new Set(playbook.fields.tags)]);
  const inOrder = forReadersOf(language);
  const known = [...knowledgeBase.types.values()];
  const unknown = [...byType.keys()].filter((name) => !knowledgeBase.types.has(name)).sort(byText);
  const entry = (name: string, label: string, description: string, icon: string): TypeEntry[] => {
    const playbooks = byType.get(name) ?? [];
    return playbooks.length === 0
      ? []
      : [{ name, label, description, icon, address: addresses.type(name, language), playbooks: [...playbooks].sort(inOrder) }];
  };
  return {
    language,
    locale,
    say: sayIn(locale),
    siteTitle: ownTitle === undefined ? { text: title, lang: defaultLanguage } : { text: ownTitle, lang: language },
    editions,
    types: [
      ...known.flatMap((type) => entry(type.name, type.label[locale], type.description[locale], type.icon)),
      ...unknown.flatMap((name) => entry(name, name, '', 'file')),
    ],
    tags: [...byTag]
      .map(([tag, playbooks]): TagEntry => ({ tag, address: addresses.tag(tag, language), playbooks: [...playbooks].sort(inOrder) }))
      .sort((a, b) => b.playbooks.length - a.playbooks.length || byText(a.tag, b.tag)),
    inForce: activeProtocols(knowledgeBase, editions, today, locale),
  };
}

/** What the config declares active on a day, each protocol in the reader's language where there is a version in it. */
function activeProtocols(
  knowledgeBase: KnowledgeBase,
  editions: readonly Playbook[],
  today: string,
  locale: Locale,
): readonly ActiveProtocol[] {
  return knowledgeBase.config.inForce.flatMap(({ protocol, from, to, note }): ActiveProtocol[] => {
    if ((from !== undefined && from > today) || (to !== undefined && to < today)) return [];
    const named = knowledgeBase.withId(protocol)[0];
    if (named?.type !== 'protocol') return [];
    const translations = new Set(knowledgeBase.translations(named));
    const playbook = editions.find((edition) => edition === named || translations.has(edition)) ?? named;
    return [{ playbook, note: note[locale], ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

function group(
  playbooks: readonly Playbook[],
  keysOf: (playbook: Playbook) => readonly string[],
): ReadonlyMap<string, readonly Playbook[]> {
  const groups = new Map<string, Playbook[]>();
  for (const playbook of playbooks) {
    for (const key of keysOf(playbook)) {
      const existing = groups.get(key);
      if (existing) existing.push(playbook);
      else groups.set(key, [playbook]);
    }
  }
  return groups;
}

/** By code units: the same on every machine, whatever collation it has. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the reader can read goes first; then the order of the files, which their authors chose by name. */
function forReadersOf(language: string): (a: Playbook, b: Playbook) => number {
  return (a, b) => Number(b.lang === language) - Number(a.lang === language) || byText(a.path, b.path);
}
