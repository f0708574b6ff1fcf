import { z } from 'zod';
import { placedProblems, type SupportFile, syntaxProblems } from '../config/config.js';
import type { Localized } from '../model/locale.js';
import { findLineStarts, type Span } from '../model/text.js';
import { isRecord, textOf } from '../parse/fields.js';
import { parseYaml } from '../parse/yaml.js';
import { type JsonSchema, readJsonSchema } from '../schema/json-schema.js';
import { findJsonError } from '../schema/json-syntax.js';
import { nearest } from '../schema/nearest.js';
import type { SchemaProblem } from '../schema/problem.js';
import { validateWithZod } from '../schema/zod.js';
import { readFieldInfo } from './field-info.js';
import { commonFields } from './fields.js';
import { builtInTypes } from './index.js';
import { type OutlineResult, readOutline } from './outline-schema.js';
import { writeTemplate } from './outline-template.js';
import { meaningOf, type PlaybookType } from './playbook-type.js';

export interface CustomTypes {
  readonly types: readonly PlaybookType[];
  /** The files they were read from, each with its problems. */
  readonly files: readonly SupportFile[];
}

interface TypeFile {
  readonly path: string;
  readonly text: string;
}

type Problems = SupportFile['problems'];

/**
 * Types that a knowledge base defines itself: `schemas/<name>.schema.json` (JSON Schema 2020-12 of the front matter) and
 * `schemas/<name>.outline.yaml` (its sections). Either is enough. A file with mistakes still gives a type, with what could be
 * read of it, so that its playbooks are not all reported too. Schemas named after built-in types are for other editors and
 * are left alone.
 */
export function readCustomTypes(files: readonly TypeFile[]): CustomTypes {
  const parts = new Map<string, { schema?: TypeFile; outline?: TypeFile }>();
  const supportFiles: SupportFile[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const match = /(?:^|\/)([^/]+)\.(schema\.json|outline\.ya?ml)$/.exec(file.path);
    if (!match) continue;
    const [, name = '', kind] = match;
    const isSchema = kind === 'schema.json';
    const isBuiltIn = builtInTypes.some((type) => type.name === name);
    if (isSchema && (isBuiltIn || name.includes('.'))) continue;
    const refusal = isBuiltIn ? 'reserved-name' : /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name) ? undefined : 'bad-name';
    if (refusal !== undefined) {
      supportFiles.push(
        toSupportFile(file, [{ start: 0, end: Math.min(1, file.text.length), problem: { path: [], kind: 'other', expected: refusal } }]),
      );
      continue;
    }
    const part = parts.get(name) ?? {};
    if (isSchema) part.schema ??= file;
    else part.outline ??= file;
    parts.set(name, part);
  }
  const types = [...parts].map(([name, { schema, outline }]) => {
    const readSchema = readSchemaFile(schema);
    const readOutlineFile = readOutlineOf(outline);
    if (schema) supportFiles.push(toSupportFile(schema, readSchema.problems));
    if (outline) supportFiles.push(toSupportFile(outline, readOutlineFile.problems));
    return makeType(name, readSchema, readOutlineFile.outline);
  });
  return { types, files: supportFiles };
}

function toSupportFile({ path, text }: TypeFile, problems: Problems): SupportFile {
  return { path, text, lineStarts: findLineStarts(text), problems };
}

interface ReadSchema {
  /** The schema as data; an empty object where it could not be read. */
  readonly source: Readonly<Record<string, unknown>>;
  readonly schema: JsonSchema;
  readonly problems: Problems;
}

function readSchemaFile(file: TypeFile | undefined): ReadSchema {
  const none = { source: {}, schema: readJsonSchema({}) };
  if (!file) return { ...none, problems: [] };
  // JSON is YAML too, and the YAML reader is bounded and keeps places.
  const { nodes, problems: yamlProblems } = parseYaml(file.text);
  const refused = yamlProblems.filter(({ reason }) => /^(?:tooLarge|tooDeep|aliases|duplicateKey)$/.test(reason));
  const error = findJsonError(file.text);
  if (error) {
    const place: Span = { start: Math.min(error.at, Math.max(0, file.text.length - 1)), end: Math.min(error.at + 1, file.text.length) };
    return { ...none, problems: [{ ...place, problem: { kind: 'json', expected: `json-${error.reason}` } }] };
  }
  if (refused.length > 0) return { ...none, problems: syntaxProblems(refused) };
  const data: unknown = JSON.parse(file.text);
  const schema = readJsonSchema(data);
  return { source: isRecord(data) ? data : {}, schema, problems: placedProblems(schema.problems, nodes, file.text.length) };
}

function readOutlineOf(file: TypeFile | undefined): Pick<OutlineResult, 'outline'> & { readonly problems: Problems } {
  if (!file) return { outline: { sections: [] }, problems: [] };
  const { data, nodes, problems: yamlProblems } = parseYaml(file.text);
  if (yamlProblems.length > 0) return { outline: { sections: [] }, problems: syntaxProblems(yamlProblems) };
  const { outline, problems } = readOutline(data ?? {});
  return { outline, problems: placedProblems(problems, nodes, file.text.length) };
}

function makeType(name: string, { source, schema }: ReadSchema, outline: OutlineResult['outline']): PlaybookType {
  const own = new Set(schema.properties);
  const commonNames = Object.keys(commonFields).filter((field) => !own.has(field));
  const common = z.looseObject(Object.fromEntries(Object.entries(commonFields).filter(([field]) => !own.has(field))));
  const fieldNames = [...new Set([...schema.required, ...schema.properties, ...commonNames])];
  const known = new Set(fieldNames);
  const properties = isRecord(source['properties']) ? source['properties'] : {};
  const required = schema.required.filter((field) => !(field === 'id' || field === 'type' || field === 'title' || field === 'lang'));
  const template = (locale: keyof Localized): string =>
    writeTemplate(
      name,
      outline,
      required.map((field) => ({ name: field, schema: properties[field] })),
      locale,
    );
  return {
    name,
    label: inAllLanguages(textOf(source['title']) ?? name),
    description: inAllLanguages(textOf(source['description']) ?? ''),
    icon: 'file',
    builtIn: false,
    fieldNames,
    fieldInfo: (name) => {
      if (own.has(name)) return readFieldInfo(name, properties[name], schema.required.includes(name));
      const field = Object.entries(commonFields).find(([key]) => key === name)?.[1];
      return field && readFieldInfo(name, z.toJSONSchema(field, { io: 'input' }), schema.required.includes(name), meaningOf(field));
    },
    outline,
    templates: { 'zh-Hans': template('zh-Hans'), 'zh-Hant': template('zh-Hant'), en: template('en') },
    validate: (data) => {
      const ofSchema = schema.validate(data).flatMap((problem): readonly SchemaProblem[] => {
        const [key] = problem.path;
        if (problem.kind !== 'unknown' || problem.path.length !== 1 || typeof key !== 'string') return [problem];
        // A schema closes the list of its own fields; the common ones stay allowed.
        return known.has(key) ? [] : [unknownField(key, fieldNames)];
      });
      // An open schema accepts any field; a slip of a known name is still worth a word.
      const slips = schema.isOpen
        ? Object.keys(data).flatMap((key) =>
            known.has(key) ? [] : [unknownField(key, fieldNames)].filter((problem) => problem.nearest !== undefined),
          )
        : [];
      return [...validateWithZod(common, data), ...ofSchema, ...slips];
    },
  };
}

function unknownField(key: string, fieldNames: readonly string[]): SchemaProblem {
  const near = nearest(key, fieldNames);
  return { path: [key], kind: 'unknown', expected: '', ...(near !== undefined && { nearest: near }) };
}

function inAllLanguages(text: string): Localized {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}
