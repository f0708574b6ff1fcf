import { rules } from '../rules/index.js';
import { builtInTypes } from '../types/index.js';
import { configJsonSchema, queriesJsonSchema, typeSchema } from './json-schemas.js';
import { renderRule, renderRuleIndex } from './rule-pages.js';
import { renderType, renderTypeIndex } from './type-pages.js';

/** Folders that hold nothing but generated files. */
export const generatedFolders = ['docs/rules', 'docs/types', 'schemas'] as const;

/** All generated files by path, in path order: documentation of rules and types, and JSON Schemas. */
export function buildReference(): ReadonlyMap<string, string> {
  const files: readonly (readonly [string, string])[] = [
    ['docs/rules.md', renderRuleIndex(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.code}.md`, renderRule(rule)] as const),
    ['docs/types.md', renderTypeIndex(builtInTypes)],
    ...builtInTypes.map((type) => [`docs/types/${type.name}.md`, renderType(type)] as const),
    ...builtInTypes.map((type) => [`schemas/${type.name}.schema.json`, json(typeSchema(type))] as const),
    ['schemas/playbook.config.schema.json', json(configJsonSchema())],
    ['schemas/playbook.queries.schema.json', json(queriesJsonSchema())],
  ];
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
