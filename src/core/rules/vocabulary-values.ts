import { findEntry, type VocabularyEntry } from '../config/vocabulary.js';
import { yamlScalar } from '../edit/set-field.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { textOf } from '../parse/fields.js';
import { nearest } from '../schema/nearest.js';
import { changeTo } from './change-to.js';
import type { Report } from './rule.js';

/** A front-matter value that is no id of the config, and the id that was meant if there is one. */
export interface UnknownValue {
  readonly written: string;
  readonly at: Span;
  readonly meant?: VocabularyEntry;
  /** `label`: it is the name of `meant`, not its id; `near`: it is spelled like it. */
  readonly kind: 'label' | 'near' | 'unknown';
}

/** Holds the values of some fields (a text or a list) against the ids of the config. */
export function unknownValues(playbook: Playbook, fields: readonly string[], entries: readonly VocabularyEntry[]): readonly UnknownValue[] {
  const { data, nodes } = playbook.frontMatter;
  return fields.flatMap((field) => {
    const value = data[field];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index): readonly UnknownValue[] => {
      const written = textOf(item);
      if (written === undefined || entries.some((entry) => entry.id === written)) return [];
      const at = (nodes.get(`/${field}/${index}`) ?? nodes.get(`/${field}`))?.value ?? { start: 0, end: 0 };
      const labelled = findEntry(entries, written);
      const meant = labelled ?? nearestEntry(entries, written)?.entry;
      return [{ written, at, kind: labelled ? 'label' : meant ? 'near' : 'unknown', ...(meant && { meant }) }];
    });
  });
}

/** The entry one of whose names is spelled almost like this, and that name. */
export function nearestEntry(entries: readonly VocabularyEntry[], written: string): { entry: VocabularyEntry; name: string } | undefined {
  const names = new Map<string, VocabularyEntry>();
  for (const entry of entries) for (const name of [entry.id, ...Object.values(entry.label), ...entry.aliases]) names.set(name, entry);
  // In names of two characters, as most are in Chinese, each character is half the meaning.
  const name = nearest(
    written,
    [...names.keys()].filter((candidate) => Math.max(candidate.length, written.length) > 2),
  );
  const entry = name === undefined ? undefined : names.get(name);
  return entry && name !== undefined ? { entry, name } : undefined;
}

/** The report of one unknown value: its place, what was meant, the known ids, and the fix that writes the right one. */
export function reportOf({ written, at, meant }: UnknownValue, entries: readonly VocabularyEntry[]): Report {
  return {
    at,
    values: { written, id: meant?.id ?? '', ids: entries.map(({ id }) => id).join(', ') },
    ...(meant && { fix: changeTo(at, meant.id, yamlScalar(meant.id)) }),
  };
}
