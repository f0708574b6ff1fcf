import { type PlaceholderDefinition, type PlaybookFields, placeholderTypes } from '../model/playbook.js';

type Data = Readonly<Record<string, unknown>>;

/** Reads the common fields tolerantly: a value of the wrong type counts as absent. */
export function readFields(data: Data): PlaybookFields {
  const text = (key: string) => textOf(data[key]);
  return {
    ...optional('owner', text('owner')),
    ...optional('summary', text('summary')),
    ...optional('shortCode', text('short_code')),
    ...optional('product', text('product')),
    ...optional('risk', text('risk')),
    ...(data['must_read'] === true && { mustRead: true }),
    aliases: textsOf(data['aliases']),
    utterances: textsOf(data['utterances']),
    keywords: textsOf(data['keywords']),
    channels: textsOf(data['channels']),
    tiers: textsOf(data['tiers']),
    audience: textsOf(data['audience']),
    tags: textsOf(data['tags']),
    related: textsOf(data['related']),
    course: textsOf(data['course']),
    ...optional('validFrom', text('valid_from')),
    ...optional('validTo', text('valid_to')),
    ...optional('reviewEvery', text('review_every')),
    ...optional('reviewedOn', text('reviewed_on')),
    ...optional('retiredOn', text('retired_on')),
    ...optional('replacedBy', text('replaced_by')),
    ...optional('translationOf', text('translation_of')),
    ...optional('sourceBlob', text('source_blob')),
    placeholders: placeholdersOf(data['placeholders']),
  };
}

/** A string, or a number or boolean as it would be written; anything else is absent. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A list of strings; a single string counts as a list of one. */
export function textsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => textOf(item) ?? []);
}

export function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeholdersOf(value: unknown): readonly PlaceholderDefinition[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([name, definition]) => {
    const entry = isRecord(definition) ? definition : {};
    return {
      name,
      type: placeholderTypes.find((type) => type === entry['type']) ?? 'text',
      required: entry['required'] === true,
      pii: entry['pii'] === true,
      choices: textsOf(entry['choices']),
      formats: textsOf(entry['format']),
      ...optional('example', textOf(entry['example'])),
      ...optional('label', textOf(entry['label'])),
    };
  });
}

function optional<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  const entry: Partial<Record<Key, string>> = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}
