import { z } from 'zod';
import { nearest } from './nearest.js';
import type { SchemaProblem } from './problem.js';

/** Checks data against a zod schema; `keys` are the known fields at the top, for suggestions. */
export function validateWithZod(schema: z.ZodType, data: unknown): readonly SchemaProblem[] {
  const result = schema.safeParse(data);
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, schema, data, []));
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, prefix: readonly PropertyKey[]): readonly SchemaProblem[] {
  const path = [...prefix, ...issue.path].map((part) => (typeof part === 'symbol' ? String(part) : part));
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = nearest(key, knownKeys(schema, path));
        return { path: [...path, key], kind: 'unknown', expected: '', ...(near !== undefined && { nearest: near }) };
      });
    case 'invalid_type':
      return [
        { path, kind: value === undefined ? 'missing' : 'type', expected: value === undefined ? '' : expectedName(issue, issue.expected) },
      ];
    case 'invalid_value': {
      if (value === undefined) return [{ path, kind: 'missing', expected: '' }];
      const choices = issue.values.map(String);
      const near = typeof value === 'string' ? nearest(value, choices) : undefined;
      return [{ path, kind: 'choice', expected: choices.join(', '), ...(near !== undefined && { nearest: near }) }];
    }
    case 'invalid_union': {
      if (value === undefined) return [{ path, kind: 'missing', expected: '' }];
      // The branch that fits the kind of value says best what is wrong.
      const branch = issue.errors.find((errors) => errors.every((error) => error.path.length > 0 || error.code !== 'invalid_type'));
      if (branch && branch.length > 0) return branch.flatMap((error) => problemsOf(error, schema, data, path));
      return [{ path, kind: 'type', expected: expectedName(issue, 'text_list') }];
    }
    case 'invalid_format':
      return [{ path, kind: 'pattern', expected: expectedName(issue, issue.format === 'regex' ? (issue.pattern ?? '') : issue.format) }];
    case 'too_small':
      return [{ path, kind: 'range', expected: `≥ ${issue.minimum}`, ...unitOf(issue.origin) }];
    case 'too_big':
      return [{ path, kind: 'range', expected: `≤ ${issue.maximum}`, ...unitOf(issue.origin) }];
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => problemsOf(inner, schema, data, path));
    case 'custom':
      return [{ path, kind: issue.message === 're2' ? 'pattern' : 'other', expected: expectedName(issue, issue.message) }];
    default:
      return [{ path, kind: 'other', expected: expectedName(issue, issue.message) }];
  }
}

function unitOf(origin: string): Pick<SchemaProblem, 'unit'> {
  return origin === 'string'
    ? { unit: 'characters' }
    : origin === 'array'
      ? { unit: 'items' }
      : origin === 'object'
        ? { unit: 'fields' }
        : {};
}

/** Schemas name what they expect by their error message (`date`, `duration`, `id`), which problem.ts translates. */
function expectedName(issue: z.core.$ZodIssue, fallback: string): string {
  return /^(date|duration|text_list|id|blob|re2)$/.test(issue.message) ? issue.message : fallback;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined), data);
}

/** The field names an object schema knows at a path. */
function knownKeys(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let here: z.core.$ZodType | undefined = schema;
  for (const part of path) here = here && child(unwrap(here), part);
  const found = here && unwrap(here);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function child(schema: z.core.$ZodType, part: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(part)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return undefined;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodExactOptional) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodUnion) {
    const inner = schema.options.map((option) => unwrap(option));
    return inner.find((option) => option instanceof z.ZodObject || option instanceof z.ZodArray || option instanceof z.ZodRecord) ?? schema;
  }
  return schema;
}
