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

/** What readers of one language can go to: each subject once, by type and by tag. */
export interface Navigation {
  readonly language: string;
  readonly locale: Locale;
  readonly say: Say;
  readonly editions: readonly Playbook[];
  readonly types: readonly TypeEntry[];
  /** Most used first. */
  readonly tags: readonly TagEntry[];
}

export function createNavigation({ knowledgeBase, addresses }: SiteContext, language: string): Navigation {
  const locale = nearestLocale(language);
  const editions = editionsIn(knowledgeBase, language);
  const byType = group(editions, (playbook) => [playbook.type]);
  const byTag = group(editions, (playbook) => [...new Set(playbook.fields.tags)]);
  const known = [...knowledgeBase.types.values()];
  const unknown = [...byType.keys()].filter((name) => !knowledgeBase.types.has(name)).sort(byText);
  const entry = (name: string, label: string, description: string, icon: string): TypeEntry[] => {
    const playbooks = byType.get(name) ?? [];
    return playbooks.length === 0
      ? []
      : [{ name, label, description, icon, address: addresses.type(name, language), playbooks: [...playbooks].sort(byTitle) }];
  };
  return {
    language,
    locale,
    say: sayIn(locale),
    editions,
    types: [
      ...known.flatMap((type) => entry(type.name, type.label[locale], type.description[locale], type.icon)),
      ...unknown.flatMap((name) => entry(name, name, '', 'file')),
    ],
    tags: [...byTag]
      .map(([tag, playbooks]): TagEntry => ({ tag, address: addresses.tag(tag, language), playbooks: [...playbooks].sort(byTitle) }))
      .sort((a, b) => b.playbooks.length - a.playbooks.length || byText(a.tag, b.tag)),
  };
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

/** The order of the files, which their authors chose by name. */
function byTitle(a: Playbook, b: Playbook): number {
  return byText(a.path, b.path);
}
