import type { z } from 'zod';
import { locales } from '../model/locale.js';
import type { BodyOutline, ContentRequirement, SectionOutline } from '../model/outline.js';
import type { BuiltInType } from '../types/playbook-type.js';
import { typeSchema } from './json-schemas.js';
import { code, page, plain, table } from './markdown.js';

/** `docs/types.md`: the built-in types. */
export function renderTypeIndex(types: readonly BuiltInType[]): string {
  return page(
    '# Types of playbook',
    'A playbook’s type says which front matter and which sections it has. A file without `type` is an `article`.',
    table(
      ['Type', ...locales, 'What it is for'],
      types.map((type) => [
        `[${code(type.name)}](types/${type.name}.md)`,
        ...locales.map((locale) => plain(type.label[locale])),
        plain(type.description.en),
      ]),
    ),
  );
}

/** `docs/types/<type>.md` */
export function renderType(type: BuiltInType): string {
  return page(
    `# ${type.name}`,
    plain(type.description.en),
    table(
      ['', ...locales],
      [
        ['Name', ...locales.map((locale) => plain(type.label[locale]))],
        ['What it is for', ...locales.map((locale) => plain(type.description[locale]))],
      ],
    ),
    '## Sections',
    type.outline.sections.length === 0
      ? 'None: it is a piece of text without headings.'
      : `Headings may be numbered and end in a colon; each accepts any of the names listed.${type.outline.ordered === false ? '' : ' They stand in this order.'}`,
    type.outline.sections.length === 0 ? undefined : renderSections(type.outline),
    '## Front matter',
    `Its JSON Schema is [${code(`schemas/${type.name}.schema.json`)}](../../schemas/${type.name}.schema.json).`,
    renderFields(type),
    '[All types](../types.md)',
  );
}

function renderSections(outline: BodyOutline): string {
  return table(
    ['Section', 'Required', ...locales, 'What belongs there', 'Must contain'],
    flatten(outline, 0).map(({ section, depth }) => [
      `${'– '.repeat(depth)}${code(section.key)}`,
      (section.min ?? 0) > 0 ? 'yes' : '',
      ...locales.map((locale) => (section.headings[locale] ?? []).map(plain).join('<br>')),
      locales
        .map((locale) => section.purpose?.[locale])
        .filter((words) => words !== undefined)
        .map(plain)
        .join('<br>'),
      describeContent(section.content).join('<br>'),
    ]),
  );
}

function flatten(outline: BodyOutline, depth: number): readonly { readonly section: SectionOutline; readonly depth: number }[] {
  return outline.sections.flatMap((section) => [{ section, depth }, ...(section.body ? flatten(section.body, depth + 1) : [])]);
}

function describeContent(content: ContentRequirement | undefined): readonly string[] {
  if (!content) return [];
  const { wording, tables, lists, images, code: source, length, text, steps } = content;
  const say = (condition: number | boolean | undefined, words: string): string[] => (condition ? [words] : []);
  return [
    ...say(wording?.min, `${wording?.min} or more blockquotes`),
    ...say(tables?.min, `${tables?.min} or more tables`),
    ...say(tables?.minColumns, `tables with ${tables?.minColumns} or more columns`),
    ...say(tables?.minRows, `tables with ${tables?.minRows} or more rows`),
    ...say(lists?.min, `${lists?.min} or more ${lists?.ordered === true ? 'numbered lists' : 'lists'}`),
    ...say(lists?.minItems, `lists with ${lists?.minItems} or more items`),
    ...say(images?.min, `${images?.min} or more pictures`),
    ...say(source?.min, `${source?.min} or more code blocks`),
    ...say(length?.minHan, `${length?.minHan} or more Chinese characters`),
    ...say(length?.maxHan, `at most ${length?.maxHan} Chinese characters`),
    ...say(length?.minWords, `${length?.minWords} or more words`),
    ...say(length?.maxWords, `at most ${length?.maxWords} words`),
    ...(text?.required ?? []).map((pattern) => `text like ${code(pattern)}`),
    ...(text?.forbidden ?? []).map((pattern) => `no text like ${code(pattern)}`),
    ...say(steps?.owner, 'steps with `:owner[…]`'),
    ...say(steps?.limit, 'steps with `:within[…]`'),
  ];
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function renderFields(type: BuiltInType): string {
  const schema = typeSchema(type);
  const required = new Set(schema.required);
  return table(
    ['Field', 'Required', 'Value', 'What it means'],
    type.fieldNames.map((name) => {
      const field = schema.properties?.[name];
      const value = typeof field === 'object' ? field : {};
      return [code(name), required.has(name) ? 'yes' : '', describeValue(value), plain(value.description ?? '')];
    }),
  );
}

function describeValue(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.format === 'date') return 'date, `2026-11-22`';
  if (schema.anyOf) return 'text or list of texts';
  if (schema.type === 'object') return 'group of fields';
  if (schema.type === 'string') return schema.pattern === undefined ? 'text' : `text matching ${code(schema.pattern)}`;
  return String(schema.type ?? '');
}
