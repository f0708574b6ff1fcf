import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import type { RE2JS } from 're2js';
import { isRecord } from '../parse/fields.js';
import { compilePattern } from '../pattern.js';
import { nearest } from './nearest.js';
import type { SchemaProblem } from './problem.js';

/**
 * JSON Schema 2020-12 from content, interpreted: no code is generated, nothing is loaded from elsewhere, and no schema can
 * hang its reader. Patterns are matched by RE2 in linear time, formats only on short texts and only those whose expressions
 * are simple, and the number of subschemas tried is bounded.
 */
export interface JsonSchema {
  /** What is wrong with the schema itself. Where there is anything, `validate` finds nothing. */
  readonly problems: readonly SchemaProblem[];
  readonly validate: (data: unknown) => readonly SchemaProblem[];
  /** Field names at the top, and those that are required. */
  readonly properties: readonly string[];
  readonly required: readonly string[];
  /** Whether fields that are not listed may stand at the top. */
  readonly isOpen: boolean;
}

/** Subschemas tried for one document; `$ref` can otherwise double the work with every line of a schema. */
const mostSteps = 50_000;
/** Values in one document; comparing all items of a list with each other costs the square of their number. */
const mostValues = 5_000;
/** Longest text held against a format; some formats' expressions cost the square of the length. */
const longestFormatted = 2_000;

const safeFormats: ReadonlySet<string> = new Set([
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uuid',
]);

/** Reads a schema that is already plain data, as from JSON. */
export function readJsonSchema(source: unknown): JsonSchema {
  const patterns = new Map<string, RE2JS>();
  const problems = checkSchema(source, [], patterns);
  const top = isRecord(source) ? source : {};
  const properties = isRecord(top['properties']) ? Object.keys(top['properties']) : [];
  const shape = {
    properties,
    required: stringsOf(top['required']),
    isOpen:
      top['additionalProperties'] === undefined && top['patternProperties'] === undefined && top['unevaluatedProperties'] === undefined,
  };
  const broken = problems.length > 0 ? problems : checkReferences(source);
  if (broken.length > 0) return { problems: broken, validate: () => [], ...shape };
  return { problems: [], validate: (data) => validateWith(source, patterns, data), ...shape };
}

function validateWith(source: unknown, patterns: ReadonlyMap<string, RE2JS>, data: unknown): readonly SchemaProblem[] {
  const strings = new Set<string>();
  if (collectStrings(data, strings) > mostValues) return [{ path: [], kind: 'other', expected: 'too-many-values' }];
  const matched = new Map(
    [...patterns].map(([pattern, compiled]) => [pattern, [...strings].filter((text) => compiled.matcher(text).find())]),
  );
  const withFormats = [...strings].every((text) => text.length <= longestFormatted);
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps > mostSteps) throw new RangeError('too much work');
  };
  try {
    const schema = prepare(source, matched, withFormats, step);
    const lookup = dereference(schema);
    const { errors } = validate(data, schema, '2020-12', lookup, false);
    return unique(toProblems(errors.filter(isAboutValue), { schema, lookup, data }));
  } catch {
    // The schema is sound in form, so what failed is its size: too many steps, or references that never end.
    return [{ path: [], kind: 'other', expected: 'too-much-work' }];
  }
}

/** How many values there are, and all texts among them, keys included. */
function collectStrings(data: unknown, into: Set<string>): number {
  let count = 0;
  const queue: unknown[] = [data];
  while (queue.length > 0 && count <= mostValues) {
    const value = queue.pop();
    count += 1;
    if (typeof value === 'string') into.add(value);
    else if (Array.isArray(value)) queue.push(...value.slice(0, mostValues + 1));
    else if (isRecord(value)) {
      for (const [key, child] of Object.entries(value).slice(0, mostValues + 1)) {
        into.add(key);
        queue.push(child);
      }
    }
  }
  return count;
}

/** Keywords whose values are data, not schemas. */
const dataKeywords: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'required', 'type', 'dependentRequired']);
/** Keywords whose values are schemas by name. */
const mapKeywords: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
/** The pattern as it was written; the prepared schema has another in its place. */
const writtenPattern = 'x-written-pattern';

/**
 * A copy of a schema for one document. The library would give `pattern` to the engine of the host, which can take for ever;
 * here each is replaced by the list of the document's texts that it matches, as RE2 found them.
 */
function prepare(source: unknown, matched: ReadonlyMap<string, readonly string[]>, withFormats: boolean, step: () => void): Schema {
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(copy);
    if (!isRecord(node)) return node;
    const entries = Object.entries(node).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      if (key === 'pattern' && typeof value === 'string') {
        return [
          [key, anyOfLiterals(matched.get(value) ?? [])],
          [writtenPattern, value],
        ];
      }
      if (key === 'format' && (!withFormats || !safeFormats.has(String(value)))) return [];
      if (key === 'patternProperties' && isRecord(value)) {
        return [
          [
            key,
            Object.fromEntries(Object.entries(value).map(([pattern, schema]) => [anyOfLiterals(matched.get(pattern) ?? []), copy(schema)])),
          ],
        ];
      }
      if (mapKeywords.has(key) && isRecord(value)) {
        return [[key, Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, copy(schema)]))]];
      }
      return [[key, dataKeywords.has(key) ? value : copy(value)]];
    });
    const prepared: Record<string, unknown> = Object.fromEntries(entries);
    const type = prepared['type'];
    // Every trial of a subschema looks at its type, so this counts the trials.
    Object.defineProperty(prepared, 'type', {
      enumerable: false,
      get: () => {
        step();
        return type;
      },
    });
    return prepared;
  };
  const prepared = copy(source);
  return isRecord(prepared) ? prepared : prepared === false ? { not: {} } : {};
}

/** A regular expression that matches exactly these texts, in time linear to their length. */
function anyOfLiterals(texts: readonly string[]): string {
  return texts.length === 0 ? '^\\b\\B$' : `^(?:${texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})$`;
}

type Kind = 'schema' | 'schemas' | 'schemaMap' | 'text' | 'texts' | 'count' | 'number' | 'boolean' | 'list' | 'types' | 'any';

const keywordKinds: Readonly<Record<string, Kind>> = {
  $id: 'text',
  $anchor: 'text',
  $ref: 'text',
  $schema: 'text',
  $comment: 'text',
  title: 'text',
  description: 'text',
  format: 'text',
  type: 'types',
  enum: 'list',
  required: 'texts',
  properties: 'schemaMap',
  patternProperties: 'schemaMap',
  $defs: 'schemaMap',
  definitions: 'schemaMap',
  dependentSchemas: 'schemaMap',
  additionalProperties: 'schema',
  unevaluatedProperties: 'schema',
  propertyNames: 'schema',
  items: 'schema',
  contains: 'schema',
  unevaluatedItems: 'schema',
  not: 'schema',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'schema',
  else: 'schema',
  prefixItems: 'schemas',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  minLength: 'count',
  maxLength: 'count',
  minItems: 'count',
  maxItems: 'count',
  minProperties: 'count',
  maxProperties: 'count',
  minContains: 'count',
  maxContains: 'count',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  uniqueItems: 'boolean',
};

/** Keywords of other drafts, and those that need more than this file. */
const unsupportedKeywords: ReadonlySet<string> = new Set([
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  'dependencies',
  'additionalItems',
]);
const typeNames = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;

/** Whether a schema is one: the library takes it on trust. Compiles the patterns on the way. */
function checkSchema(schema: unknown, path: readonly (string | number)[], patterns: Map<string, RE2JS>): readonly SchemaProblem[] {
  if (typeof schema === 'boolean') return [];
  if (!isRecord(schema)) return [{ path, kind: 'type', expected: 'schema-value' }];
  return Object.entries(schema).flatMap(([keyword, value]): readonly SchemaProblem[] => {
    const here = [...path, keyword];
    const wrong = (expected: string): readonly SchemaProblem[] => [{ path: here, kind: 'type', expected }];
    if (unsupportedKeywords.has(keyword)) return [{ path: here, kind: 'other', expected: 'unsupported' }];
    if (keyword === 'pattern') return typeof value === 'string' ? checkPattern(value, here, patterns) : wrong('string');
    switch (keywordKinds[keyword] ?? 'any') {
      case 'schema':
        return checkSchema(value, here, patterns);
      case 'schemas':
        return Array.isArray(value) ? value.flatMap((one, index) => checkSchema(one, [...here, index], patterns)) : wrong('array');
      case 'schemaMap':
        if (!isRecord(value)) return wrong('object');
        return Object.entries(value).flatMap(([name, one]) => [
          ...(keyword === 'patternProperties' ? checkPattern(name, [...here, name], patterns) : []),
          ...checkSchema(one, [...here, name], patterns),
        ]);
      case 'text':
        return typeof value === 'string' ? [] : wrong('string');
      case 'texts':
        return Array.isArray(value) && value.every((one) => typeof one === 'string') ? [] : wrong('text_list');
      case 'count':
        return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? [] : wrong('integer');
      case 'number':
        return typeof value === 'number' ? [] : wrong('number');
      case 'boolean':
        return typeof value === 'boolean' ? [] : wrong('boolean');
      case 'list':
        return Array.isArray(value) ? [] : wrong('array');
      case 'types':
        return checkTypes(value, here);
      default:
        return keyword === 'dependentRequired' ? checkDependentRequired(value, here) : [];
    }
  });
}

function checkPattern(pattern: string, path: readonly (string | number)[], patterns: Map<string, RE2JS>): readonly SchemaProblem[] {
  const compiled = compilePattern(pattern);
  if (compiled) patterns.set(pattern, compiled);
  return compiled ? [] : [{ path, kind: 'pattern', expected: 're2' }];
}

function checkTypes(value: unknown, path: readonly (string | number)[]): readonly SchemaProblem[] {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return names.flatMap((name, index): readonly SchemaProblem[] => {
    if (typeNames.some((type) => type === name)) return [];
    const near = typeof name === 'string' ? nearest(name, typeNames) : undefined;
    const place = Array.isArray(value) ? [...path, index] : path;
    return [{ path: place, kind: 'choice', expected: typeNames.join(', '), ...(near !== undefined && { nearest: near }) }];
  });
}

function checkDependentRequired(value: unknown, path: readonly (string | number)[]): readonly SchemaProblem[] {
  if (!isRecord(value)) return [{ path, kind: 'type', expected: 'object' }];
  return Object.entries(value).flatMap(([name, names]): readonly SchemaProblem[] =>
    Array.isArray(names) && names.every((one) => typeof one === 'string')
      ? []
      : [{ path: [...path, name], kind: 'type', expected: 'text_list' }],
  );
}

/** `$ref` must lead to a place in the same file. */
function checkReferences(source: unknown): readonly SchemaProblem[] {
  try {
    const schema = prepare(source, new Map(), true, () => undefined);
    const lookup = dereference(schema);
    const problems: SchemaProblem[] = [];
    const visit = (node: unknown, path: readonly (string | number)[]): void => {
      if (Array.isArray(node)) for (const [index, child] of node.entries()) visit(child, [...path, index]);
      if (!isRecord(node)) return;
      const target: unknown = node['__absolute_ref__'];
      if (typeof node['$ref'] === 'string' && (typeof target !== 'string' || lookup[target] === undefined)) {
        problems.push({ path: [...path, '$ref'], kind: 'other', expected: 'no-such-reference' });
      }
      for (const [key, child] of Object.entries(node)) if (!dataKeywords.has(key)) visit(child, [...path, key]);
    };
    visit(schema, []);
    return problems;
  } catch {
    // Two places with one `$id`, or an `$id` that is no address.
    return [{ path: [], kind: 'other', expected: 'bad-schema' }];
  }
}

interface Checked {
  readonly schema: Schema;
  readonly lookup: Readonly<Record<string, Schema | boolean>>;
  readonly data: unknown;
}

/** Keywords whose own report only says that something inside failed. */
const wrappers: ReadonlySet<string> = new Set([
  '$ref',
  'allOf',
  'if',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'dependentSchemas',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
]);

/** The library's flat list, each failing part after what holds it, as problems at exact places. */
function toProblems(units: readonly OutputUnit[], checked: Checked): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (!unit) continue;
    if (unit.keyword === 'anyOf' || unit.keyword === 'oneOf') {
      let end = index + 1;
      while (end < units.length && isBelow(units, end, unit)) end += 1;
      problems.push(...ofBranches(unit, units.slice(index + 1, end), checked));
      index = end - 1;
    } else if (!wrappers.has(unit.keyword)) problems.push(...toProblem(unit, units[index - 1], checked));
  }
  return problems;
}

/** Not one of the reports on each item that `contains` did not find to be what it looks for. */
function isAboutValue(unit: OutputUnit): boolean {
  const parts = unit.keywordLocation.split('/');
  const place = parts.findIndex((part, index) => part === 'contains' && !mapKeywords.has(parts[index - 1] ?? ''));
  return place < 0 || (place === parts.length - 1 && unit.keyword === 'contains');
}

/** A value that `false` refuses is reported without the place in the schema; it belongs to the unit before it. */
function isBelow(units: readonly OutputUnit[], index: number, holder: OutputUnit): boolean {
  const unit = units[index];
  if (!unit) return false;
  if (unit.keyword === 'false') return index > 0 && (units[index - 1] === holder || isBelow(units, index - 1, holder));
  return unit.keywordLocation.startsWith(`${holder.keywordLocation}/`);
}

/** Of several allowed forms, the one that fits the kind of value says best what is wrong. */
function ofBranches(holder: OutputUnit, units: readonly OutputUnit[], checked: Checked): readonly SchemaProblem[] {
  const path = pathOf(holder, checked.data);
  if (units.length === 0) return [{ path, kind: 'other', expected: 'forms' }];
  const branches = new Map<string, OutputUnit[]>();
  let current: OutputUnit[] = [];
  for (const unit of units) {
    if (unit.keyword !== 'false') {
      const branch = unit.keywordLocation.slice(holder.keywordLocation.length + 1).split('/')[0] ?? '';
      current = branches.get(branch) ?? [];
      branches.set(branch, current);
    }
    current.push(unit);
  }
  const isAtValue = (unit: OutputUnit) => unit.instanceLocation === holder.instanceLocation;
  const fitting = [...branches.values()].find(
    (branch) => !branch.some((unit) => isAtValue(unit) && /^(?:type|enum|const|false)$/.test(unit.keyword)),
  );
  if (fitting) return toProblems(fitting, checked);
  const refusals = [...branches.values()].map((branch) => toProblems(branch, checked)[0]);
  const choices = refusals.flatMap((problem) => (problem?.kind === 'choice' ? [problem] : []));
  if (choices.length === refusals.length) {
    const near = choices.find((problem) => problem.nearest !== undefined)?.nearest;
    return [
      { path, kind: 'choice', expected: choices.map(({ expected }) => expected).join(', '), ...(near !== undefined && { nearest: near }) },
    ];
  }
  const types = refusals.flatMap((problem) => (problem?.kind === 'type' ? problem.expected.split('|') : []));
  if (types.length > 0) return [{ path, kind: 'type', expected: [...new Set(types)].join('|') }];
  return [refusals.find((problem) => problem !== undefined) ?? { path, kind: 'other', expected: 'form' }];
}

function toProblem(unit: OutputUnit, before: OutputUnit | undefined, checked: Checked): readonly SchemaProblem[] {
  const path = pathOf(unit, checked.data);
  const parts = unit.keywordLocation.split('/').slice(1, -1);
  const schema = unit.keyword === 'false' ? {} : schemaAt(parts, checked);
  const limit = schema[unit.keyword];
  const range = (sign: string, unitName?: SchemaProblem['unit']): readonly SchemaProblem[] => [
    { path, kind: 'range', expected: `${sign} ${String(limit)}`, ...(unitName && { unit: unitName }) },
  ];
  switch (unit.keyword) {
    case 'type':
      return [
        {
          path,
          kind: 'type',
          expected: namesOf(limit)
            .filter((name, _, all) => name !== 'null' || all.length === 1)
            .join('|'),
        },
      ];
    case 'enum':
    case 'const': {
      const values: readonly unknown[] = unit.keyword === 'enum' && Array.isArray(limit) ? limit : [limit];
      const choices = values.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')));
      const written = valueAt(checked.data, path);
      const near = typeof written === 'string' ? nearest(written, choices) : undefined;
      return [{ path, kind: 'choice', expected: choices.join(', '), ...(near !== undefined && { nearest: near }) }];
    }
    case 'required':
    case 'dependentRequired': {
      const name = /"(?!.*but does not have)(.*)"\.?$/s.exec(unit.error.replace(/^.*but does not have /s, ''))?.[1] ?? '';
      return [{ path: [...path, name], kind: 'missing', expected: '' }];
    }
    case 'false': {
      const holder = before && /ties$/.test(before.keyword) ? schemaAt(before.keywordLocation.split('/').slice(1, -1), checked) : {};
      const known = isRecord(holder['properties']) ? Object.keys(holder['properties']) : [];
      const near = nearest(String(path.at(-1) ?? ''), known);
      return [{ path, kind: 'unknown', expected: '', ...(near !== undefined && { nearest: near }) }];
    }
    case 'pattern': {
      const written = String(schema[writtenPattern] ?? '');
      const meaning = schema['description'];
      return [{ path, kind: 'pattern', expected: typeof meaning === 'string' ? `${meaning} ${written}` : written }];
    }
    case 'format':
      return [{ path, kind: 'pattern', expected: limit === 'duration' ? 'iso-duration' : String(limit) }];
    case 'minimum':
      return range('≥');
    case 'maximum':
      return range('≤');
    case 'exclusiveMinimum':
      return range('>');
    case 'exclusiveMaximum':
      return range('<');
    case 'multipleOf':
      return range('×');
    case 'minLength':
      return range('≥', 'characters');
    case 'maxLength':
      return range('≤', 'characters');
    case 'minItems':
      return range('≥', 'items');
    case 'maxItems':
    case 'maxContains':
      return range('≤', 'items');
    case 'minProperties':
      return range('≥', 'fields');
    case 'maxProperties':
      return range('≤', 'fields');
    case 'contains':
    case 'minContains':
      return [{ path, kind: 'other', expected: 'contains' }];
    case 'uniqueItems':
      return [{ path, kind: 'other', expected: 'unique' }];
    case 'not':
      return [{ path, kind: 'other', expected: 'not' }];
    default:
      return [{ path, kind: 'other', expected: 'form' }];
  }
}

/** The place in the data that a unit speaks of: its JSON Pointer, with indexes as numbers where there are lists. */
function pathOf(unit: OutputUnit, data: unknown): readonly (string | number)[] {
  let here = data;
  return unit.instanceLocation
    .split('/')
    .slice(1)
    .map((part) => {
      const name = decodePointer(part);
      const step = Array.isArray(here) ? Number(name) : name;
      here = childOf(here, step);
      return step;
    });
}

function decodePointer(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function childOf(value: unknown, part: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(childOf, data);
}

/** The subschema at the end of a keyword location, through references. */
function schemaAt(parts: readonly string[], { schema, lookup }: Checked): Readonly<Record<string, unknown>> {
  let here: unknown = schema;
  for (const part of parts) {
    if (part === '$ref' && isRecord(here)) {
      const target: unknown = here['__absolute_ref__'];
      here = typeof target === 'string' ? lookup[target] : undefined;
    } else here = childOf(here, decodePointer(part));
  }
  return isRecord(here) ? here : {};
}

function namesOf(type: unknown): readonly string[] {
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** One problem a place and kind: a value can fail the same thing by several ways through the schema. */
function unique(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const name = JSON.stringify([problem.path, problem.kind, problem.expected]);
    return !seen.has(name) && Boolean(seen.add(name));
  });
}
