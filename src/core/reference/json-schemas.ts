import { z } from 'zod';
import { configSchema } from '../config/config-schema.js';
import { queriesSchema } from '../config/queries-schema.js';
import type { BuiltInType } from '../types/playbook-type.js';

/** JSON Schema, draft 2020-12, of a type's front matter, for editors and other tools. */
export function typeSchema(type: BuiltInType): z.core.JSONSchema.BaseSchema {
  return toSchema(type.fields, `Front matter of a playbook of type “${type.name}”`, type.description.en);
}

/** The same of `playbook.config.yaml`. */
export function configJsonSchema(): z.core.JSONSchema.BaseSchema {
  return toSchema(configSchema, 'playbook.config.yaml', 'Settings of a knowledge base; everything is optional');
}

/** The same of `queries.yaml`. */
export function queriesJsonSchema(): z.core.JSONSchema.BaseSchema {
  return toSchema(queriesSchema, 'queries.yaml', 'What searches in a knowledge base must find');
}

function toSchema(schema: z.ZodType, title: string, description: string): z.core.JSONSchema.BaseSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema }) => {
      // The meaning in other languages is for the interface; a schema has one description.
      Reflect.deleteProperty(jsonSchema, 'meaning');
    },
  });
  return { ...($schema !== undefined && { $schema }), title, description, ...rest };
}
