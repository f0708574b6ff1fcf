import { stringify } from 'yaml';
import { withSubsections } from '../content/sections.js';
import { dayNumber } from '../days.js';
import { type Locale, nearestLocale } from '../model/locale.js';
import type { Block, Playbook, Section } from '../model/playbook.js';
import { commonFields } from './fields.js';
import { normalizeHeading, topSections } from './match-outline.js';

export interface DerivedType {
  /** A JSON Schema 2020-12 of the fields that these playbooks have besides the common ones. */
  readonly schema: object;
  /** Their sections, as the YAML of an outline file. */
  readonly outline: string;
}

/** A heading that several playbooks share, with the sections under it. */
interface SharedSection {
  readonly headings: Map<Locale, Map<string, number>>;
  /** Sections by playbook. */
  readonly found: Map<Playbook, Section[]>;
  /** Sum of its places, from 0 to 1 in each playbook. */
  position: number;
  occurrences: number;
}

/**
 * Proposes a type from playbooks that look alike: what most of them have is a section, what all of them have is required,
 * and a section demands what it holds in every one of them. A translation's headings count as its original's where both have
 * the same number of sections.
 */
export function deriveType(name: string, playbooks: readonly Playbook[]): DerivedType {
  return { schema: deriveSchema(name, playbooks), outline: deriveOutline(playbooks) };
}

function deriveOutline(playbooks: readonly Playbook[]): string {
  const sameAs = alignTranslations(playbooks);
  const shared = new Map<string, SharedSection>();
  for (const playbook of playbooks) {
    const sections = topSections(playbook);
    for (const [index, section] of sections.entries()) {
      const heading = section.heading?.text.trim() ?? '';
      const own = normalizeHeading(heading);
      if (own === '') continue;
      const key = sameAs.get(own) ?? own;
      const entry = shared.get(key) ?? { headings: new Map(), found: new Map(), position: 0, occurrences: 0 };
      shared.set(key, entry);
      const locale = nearestLocale(playbook.lang);
      const names = entry.headings.get(locale) ?? new Map<string, number>();
      entry.headings.set(locale, names.set(heading, (names.get(heading) ?? 0) + 1));
      entry.found.set(playbook, [...(entry.found.get(playbook) ?? []), section]);
      entry.position += index / Math.max(1, sections.length - 1);
      entry.occurrences += 1;
    }
  }
  const kept = [...shared.values()]
    .filter((entry) => entry.found.size * 2 > playbooks.length)
    .sort((a, b) => a.position / a.occurrences - b.position / b.occurrences);
  const sections = kept.map((entry, index) => describeSection(entry, index, playbooks.length));
  const isOrdered = playbooks.every((playbook) => {
    const starts = kept.flatMap((entry) => entry.found.get(playbook)?.map((section) => section.start) ?? []);
    return starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) < start);
  });
  return stringify({ sections, ...(!isOrdered && { ordered: false }) }, { lineWidth: 0, flowCollectionPadding: false });
}

/** For each heading of a translation, the heading of the original at the same place. */
function alignTranslations(playbooks: readonly Playbook[]): ReadonlyMap<string, string> {
  const byId = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
  const sameAs = new Map<string, string>();
  for (const playbook of playbooks) {
    const original = byId.get(playbook.fields.translationOf ?? '');
    if (!original || original === playbook) continue;
    const [own, theirs] = [topSections(playbook), topSections(original)];
    if (own.length !== theirs.length) continue;
    own.forEach((section, index) => {
      const heading = normalizeHeading(section.heading?.text ?? '');
      const target = normalizeHeading(theirs[index]?.heading?.text ?? '');
      if (heading !== '' && target !== '' && heading !== target) sameAs.set(heading, target);
    });
  }
  return sameAs;
}

function describeSection(entry: SharedSection, index: number, playbookCount: number): object {
  const perPlaybook = [...entry.found.values()];
  const isRequired = entry.found.size === playbookCount;
  const most = Math.max(...perPlaybook.map((sections) => sections.length));
  const headings: Partial<Record<Locale, readonly string[]>> = {};
  for (const [locale, names] of entry.headings) {
    headings[locale] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([heading]) => heading);
  }
  const content = describeContent(perPlaybook.flat());
  const isWording = perPlaybook.flat().every((section) => blocksOf(section).some((block) => block.kind === 'wording'));
  return {
    key: keyOf(headings, index),
    ...(isWording && { kind: 'wording' }),
    headings,
    ...(isRequired && { min: Math.min(...perPlaybook.map((sections) => sections.length)) }),
    ...(most > 1 && { max: most }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

function keyOf(headings: Partial<Record<Locale, readonly string[]>>, index: number): string {
  const words = (headings.en?.[0] ?? '').toLowerCase().match(/[a-z0-9]+/g);
  return words ? words.join('-') : `section-${index + 1}`;
}

function blocksOf(section: Section): readonly Block[] {
  return withSubsections(section).flatMap((part) => part.blocks);
}

/** What every one of these sections holds. */
function describeContent(sections: readonly Section[]): object {
  const ofKind = <Kind extends Block['kind']>(kind: Kind) =>
    sections.map((section) => blocksOf(section).filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind));
  const fewest = (lists: readonly (readonly unknown[])[]): number => Math.min(...lists.map((list) => list.length));
  const [wordings, tables, lists, code] = [ofKind('wording'), ofKind('table'), ofKind('list'), ofKind('code')];
  const languages = [...new Set(code.flat().map((block) => block.language))].filter((language) => language !== '').sort();
  return {
    ...(fewest(wordings) > 0 && { wording: { min: fewest(wordings) } }),
    ...(fewest(tables) > 0 && {
      tables: {
        min: fewest(tables),
        minColumns: Math.min(...tables.flat().map((table) => table.headers.length)),
        minRows: Math.min(...tables.flat().map((table) => table.rows.length)),
      },
    }),
    ...(fewest(lists) > 0 && {
      lists: { min: fewest(lists), ...(lists.flat().every((list) => list.ordered) && { ordered: true }) },
    }),
    ...(fewest(code) > 0 && {
      code: { min: fewest(code), ...(languages.length > 0 && code.flat().every((block) => block.language !== '') && { languages }) },
    }),
  };
}

/** Most different values of a field that are taken for a choice. */
const mostChoices = 6;

function deriveSchema(name: string, playbooks: readonly Playbook[]): object {
  const values = new Map<string, unknown[]>();
  for (const { frontMatter } of playbooks) {
    for (const [key, value] of Object.entries(frontMatter.data)) {
      if (Object.hasOwn(commonFields, key) || value === null) continue;
      const list = values.get(key) ?? [];
      values.set(key, list);
      list.push(value);
    }
  }
  const required = [...values].filter(([, list]) => list.length === playbooks.length).map(([key]) => key);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    type: 'object',
    properties: Object.fromEntries([...values].map(([key, list]) => [key, describeValues(list)])),
    ...(playbooks.length > 0 && required.length > 0 && { required }),
  };
}

function describeValues(values: readonly unknown[]): object {
  const types = [...new Set(values.map(typeOf))];
  if (types.includes('number')) types.splice(0, types.length, ...types.filter((type) => type !== 'integer'));
  const [type] = types;
  if (types.length > 1 || type === undefined) return { type: types.sort() };
  if (type === 'array') {
    const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
    return items.length === 0 ? { type } : { type, items: describeValues(items) };
  }
  if (type !== 'string') return { type };
  const texts = values.map(String);
  if (texts.every((text) => dayNumber(text) !== undefined)) return { type, format: 'date' };
  const choices = [...new Set(texts)].sort();
  // Few values that come back again and again are a choice; as many values as playbooks are not.
  return choices.length <= mostChoices && choices.length * 2 <= texts.length ? { type, enum: choices } : { type };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' || typeof value === 'boolean' ? typeof value : 'object';
}
