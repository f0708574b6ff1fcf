import { yamlScalar } from '../edit/set-field.js';
import type { Locale, Localized } from '../model/locale.js';
import type { BodyOutline, SectionOutline } from '../model/outline.js';
import { isRecord } from '../parse/fields.js';
import { canonicalHeading } from './match-outline.js';

const words = {
  text: { 'zh-Hans': '请填写。', 'zh-Hant': '請填寫。', en: 'Write here.' },
  wording: { 'zh-Hans': '请写客户听到的话。', 'zh-Hant': '請寫客戶聽到的話。', en: 'Write what the customer hears.' },
  item: { 'zh-Hans': '第 {number} 项', 'zh-Hant': '第 {number} 項', en: 'Item {number}' },
  column: { 'zh-Hans': '第 {number} 列', 'zh-Hant': '第 {number} 欄', en: 'Column {number}' },
  cell: { 'zh-Hans': '内容', 'zh-Hant': '內容', en: 'Content' },
  owner: { 'zh-Hans': '主管', 'zh-Hant': '主管', en: 'Supervisor' },
} as const satisfies Readonly<Record<string, Localized>>;

/** A whole new playbook of a type: its required fields with sample values (from their JSON Schemas), and every section of its outline. */
export function writeTemplate(
  typeName: string,
  outline: BodyOutline,
  fields: readonly { readonly name: string; readonly schema: unknown }[],
  locale: Locale,
): string {
  const frontMatter = ['id: {id}', `type: ${yamlScalar(typeName)}`, 'title: {title}', `lang: ${locale}`];
  for (const { name, schema } of fields) frontMatter.push(`${yamlScalar(name)}: ${sampleValue(schema, locale)}`);
  const sections = outline.sections.flatMap((section) => writeSection(section, locale, 2));
  return ['---', ...frontMatter, '---', '', ...(sections.length > 0 ? sections : [words.text[locale], ''])].join('\n');
}

/** Lines of a section with an empty one at its end. */
function writeSection(section: SectionOutline, locale: Locale, depth: number): readonly string[] {
  const purpose = section.purpose?.[locale];
  const blocks = writeBlocks(section, locale);
  const below = section.body?.sections ?? [];
  return [
    `${'#'.repeat(Math.min(depth, 6))} ${canonicalHeading(section, locale)}`,
    '',
    ...(purpose === undefined ? [] : [`<!-- ${purpose.replace(/-{2,}|>/g, '—')} -->`, '']),
    ...(blocks.length === 0 && below.length === 0 ? [words.text[locale], ''] : blocks.flatMap((block) => [block, ''])),
    ...below.flatMap((child) => writeSection(child, locale, depth + 1)),
  ];
}

function writeBlocks({ kind, content = {} }: SectionOutline, locale: Locale): readonly string[] {
  const { wording, tables, lists, code, steps } = content;
  const numbered = (word: 'item' | 'column', count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => words[word][locale].replace('{number}', String(index + 1)));
  const blocks: string[] = [];
  const wordings = wording?.min ?? (kind === 'wording' ? 1 : 0);
  for (let number = 0; number < wordings; number += 1) blocks.push(`> ${words.wording[locale]}`);
  for (let number = 0; number < (tables?.min ?? 0); number += 1) {
    const named = tables?.headers ?? [];
    const columns = Math.max(1, tables?.minColumns ?? 0, named.length);
    const header = [...named, ...numbered('column', columns).slice(named.length)];
    const row = header.map(() => words.cell[locale]);
    const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    const rows = Array.from({ length: Math.max(1, tables?.minRows ?? 0) }, () => line(row));
    blocks.push([line(header), `|${'---|'.repeat(columns)}`, ...rows].join('\n'));
  }
  const listCount = Math.max(lists?.min ?? 0, steps || lists?.minItems ? 1 : 0);
  const marks = `${steps?.owner ? ` :owner[${words.owner[locale]}]` : ''}${steps?.limit ? ' :within[30m]' : ''}`;
  for (let number = 0; number < listCount; number += 1) {
    const isOrdered = lists?.ordered ?? steps !== undefined;
    // Lists of the same kind side by side would be read as one.
    if (number > 0) blocks.push(words.text[locale]);
    blocks.push(
      numbered('item', Math.max(1, lists?.minItems ?? 0))
        .map((item, index) => `${isOrdered ? `${index + 1}.` : '-'} ${item}${marks}`)
        .join('\n'),
    );
  }
  for (let number = 0; number < (code?.min ?? 0); number += 1)
    blocks.push(`\`\`\`${code?.languages?.[0] ?? 'text'}\n${words.cell[locale]}\n\`\`\``);
  return blocks;
}

/** YAML for a value that a JSON Schema accepts, as far as it says so plainly. `{today}` is filled in with the template. */
function sampleValue(schema: unknown, locale: Locale): string {
  if (!isRecord(schema)) return JSON.stringify(words.text[locale]);
  const [example] = Array.isArray(schema['examples']) ? schema['examples'] : [];
  const [choice] = Array.isArray(schema['enum']) ? schema['enum'] : [];
  for (const value of [schema['const'], schema['default'], example, choice]) if (value !== undefined) return inlineYaml(value);
  const type: unknown = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  switch (type) {
    case 'number':
    case 'integer':
      return String(typeof schema['minimum'] === 'number' ? schema['minimum'] : 0);
    case 'boolean':
      return 'false';
    case 'array':
      return `[${typeof schema['minItems'] === 'number' && schema['minItems'] > 0 ? sampleValue(schema['items'], locale) : ''}]`;
    case 'object':
      return '{}';
    default:
      return schema['format'] === 'date' ? '{today}' : JSON.stringify(words.text[locale]);
  }
}

function inlineYaml(value: unknown): string {
  return typeof value === 'string' ? yamlScalar(value) : JSON.stringify(value);
}
