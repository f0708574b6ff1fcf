import type { Localized } from '../model/locale.js';
import { isRecord, textOf } from '../parse/fields.js';

/** What a writer of front matter needs to know of one field. */
export interface FieldInfo {
  readonly name: string;
  readonly isRequired: boolean;
  readonly meaning?: Localized;
  /** Accepted values, where only some are; those of a list's items for a list. */
  readonly choices: readonly string[];
  readonly form: 'text' | 'list' | 'day' | 'duration' | 'group' | 'boolean' | 'number';
}

/** Reads a field from the JSON Schema that describes it. `meaning` wins over the schema's own description. */
export function readFieldInfo(name: string, schema: unknown, isRequired: boolean, meaning?: Localized): FieldInfo {
  const described = meaning ?? inAllLanguages(isRecord(schema) ? textOf(schema['description']) : undefined);
  return { name, isRequired, ...(described && { meaning: described }), choices: choicesOf(schema), form: formOf(schema) };
}

function inAllLanguages(text: string | undefined): Localized | undefined {
  return text === undefined ? undefined : { 'zh-Hans': text, 'zh-Hant': text, en: text };
}

function choicesOf(schema: unknown): readonly string[] {
  if (!isRecord(schema)) return [];
  const listed = Array.isArray(schema['enum']) ? schema['enum'] : schema['const'] === undefined ? [] : [schema['const']];
  const branches = [schema['anyOf'], schema['oneOf']].flatMap((list) => (Array.isArray(list) ? list : []));
  return [...new Set([...listed.map(String), ...[...branches, schema['items']].flatMap(choicesOf)])];
}

function formOf(schema: unknown): FieldInfo['form'] {
  if (!isRecord(schema)) return 'text';
  if (schema['format'] === 'date') return 'day';
  if (schema['pattern'] === '^\\d{1,5}[mhdw]$') return 'duration';
  const branches = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  if (schema['type'] === 'array' || branches.some((branch) => isRecord(branch) && branch['type'] === 'array')) return 'list';
  if (schema['type'] === 'object') return 'group';
  if (schema['type'] === 'boolean') return 'boolean';
  return schema['type'] === 'number' || schema['type'] === 'integer' ? 'number' : 'text';
}
