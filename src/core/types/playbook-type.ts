import { z } from 'zod';
import { type Localized, locales } from '../model/locale.js';
import type { BodyOutline } from '../model/outline.js';
import { isRecord } from '../parse/fields.js';
import type { SchemaProblem } from '../schema/problem.js';
import { validateWithZod } from '../schema/zod.js';
import { type FieldInfo, readFieldInfo } from './field-info.js';

/** One kind of playbook: what its front matter and its body must hold, and what a new one starts from. */
export interface PlaybookType {
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  /** A codicon name. */
  readonly icon: string;
  readonly builtIn: boolean;
  /** Front-matter keys it knows, required ones first. */
  readonly fieldNames: readonly string[];
  /** What is known of a field; undefined for a name it does not know. */
  readonly fieldInfo: (name: string) => FieldInfo | undefined;
  readonly validate: (data: Readonly<Record<string, unknown>>) => readonly SchemaProblem[];
  readonly outline: BodyOutline;
  /** A whole new playbook; `{id}`, `{title}` and `{today}` are filled in. */
  readonly templates: Localized;
}

export interface BuiltInType extends PlaybookType {
  readonly fields: z.ZodObject;
}

export function defineType(definition: Omit<BuiltInType, 'builtIn' | 'validate' | 'fieldNames' | 'fieldInfo'>): BuiltInType {
  const { shape } = definition.fields;
  const isOptional = (name: string) => shape[name]?.safeParse(undefined).success ?? true;
  const names = Object.keys(shape);
  return {
    ...definition,
    builtIn: true,
    fieldNames: [...names.filter((name) => !isOptional(name)), ...names.filter(isOptional)],
    fieldInfo: (name) => {
      const schema = shape[name];
      return schema && readFieldInfo(name, z.toJSONSchema(schema, { io: 'input' }), !isOptional(name), meaningOf(schema));
    },
    validate: (data) => validateWithZod(definition.fields, data),
  };
}

/** The meaning that `described` gave a schema, in all interface languages. */
export function meaningOf(schema: z.core.$ZodType): Localized | undefined {
  const meaning: unknown = z.globalRegistry.get(schema)?.['meaning'];
  return isLocalized(meaning) ? meaning : undefined;
}

function isLocalized(value: unknown): value is Localized {
  return isRecord(value) && locales.every((locale) => typeof value[locale] === 'string');
}
