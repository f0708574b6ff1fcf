import type { z } from 'zod';
import type { Localized } from '../model/locale.js';
import type { BodyOutline } from '../model/outline.js';
import type { SchemaProblem } from '../schema/problem.js';
import { validateWithZod } from '../schema/zod.js';

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
  readonly validate: (data: Readonly<Record<string, unknown>>) => readonly SchemaProblem[];
  readonly outline: BodyOutline;
  /** A whole new playbook; `{id}`, `{title}` and `{today}` are filled in. */
  readonly templates: Localized;
}

export interface BuiltInType extends PlaybookType {
  readonly fields: z.ZodObject;
}

export function defineType(definition: Omit<BuiltInType, 'builtIn' | 'validate' | 'fieldNames'>): BuiltInType {
  const { shape } = definition.fields;
  const isOptional = (name: string) => shape[name]?.safeParse(undefined).success ?? true;
  const names = Object.keys(shape);
  return {
    ...definition,
    builtIn: true,
    fieldNames: [...names.filter((name) => !isOptional(name)), ...names.filter(isOptional)],
    validate: (data) => validateWithZod(definition.fields, data),
  };
}
