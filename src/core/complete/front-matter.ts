import type { VocabularyEntry } from '../config/vocabulary.js';
import { yamlScalar } from '../edit/set-field.js';
import { type Localized, locales } from '../model/locale.js';
import { placeholderTypes } from '../model/playbook.js';
import { plain, playbookCard } from '../symbols/describe.js';
import type { FieldInfo } from '../types/field-info.js';
import { builtInTypes } from '../types/index.js';
import type { Candidate, CompletionPlace } from './candidate.js';

const words = {
  required: { 'zh-Hans': '必填', 'zh-Hant': '必填', en: 'required' },
  choices: { 'zh-Hans': '可用的值：', 'zh-Hant': '可用的值：', en: 'Values: ' },
  pages: { 'zh-Hans': '{count} 篇在用', 'zh-Hant': '{count} 篇在用', en: 'used {count} times' },
  day: { 'zh-Hans': '今天', 'zh-Hant': '今天', en: 'today' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What may stand at a place in the front matter: keys where one begins, else values of the key. */
export function frontMatterCandidates(place: CompletionPlace): readonly Candidate[] {
  const { before } = place;
  if (/^[\p{L}\p{N}_-]*$/u.test(before)) return keyCandidates(place);
  const inPlaceholder = /^[ \t]+\S.*\{(?:.*,)?[ \t]*([\w-]*)$|^[ \t]{3,}([\w-]*)$/.exec(before);
  const key = fieldAt(place);
  if (key === undefined) return [];
  if (key === 'placeholders') {
    const value = /\btype:[ \t]*([\w-]*)$/.exec(before)?.[1];
    if (value !== undefined) return placeholderTypes.map((type) => valueCandidate(place, type, value.length, 0));
    return inPlaceholder ? placeholderKeys(place, inPlaceholder[1] ?? inPlaceholder[2] ?? '') : [];
  }
  const typed = /(?:^[^:]*:[ \t]*|[[,][ \t]*|^[ \t]*-[ \t]+)(["']?[^[\],]*)$/.exec(before)?.[1];
  return typed === undefined ? [] : valueCandidates(key, typed, place);
}

/** The field whose value the cursor is in: that of its line, or of the line above a list that is less indented. */
function fieldAt({ before, playbook, lineStart }: CompletionPlace): string | undefined {
  const own = /^([\p{L}\p{N}_-]+):/u.exec(before)?.[1];
  if (own !== undefined) return own;
  if (!/^(?:[ \t]+|[ \t]*-)/.test(before)) return undefined;
  const lines = playbook.text.slice(playbook.frontMatter.span?.start ?? 0, lineStart).split(/\r\n|\n|\r/);
  for (const line of lines.reverse()) {
    const key = /^([\p{L}\p{N}_-]+):/u.exec(line)?.[1];
    if (key !== undefined) return key;
  }
  return undefined;
}

function keyCandidates(place: CompletionPlace): readonly Candidate[] {
  const { knowledgeBase, playbook, before, after, offset, locale } = place;
  const type = knowledgeBase.typeOf(playbook) ?? knowledgeBase.types.get('article');
  if (!type) return [];
  const rest = /^[\p{L}\p{N}_-]*:?[ \t]*/u.exec(after)?.[0] ?? '';
  const own = /^[\p{L}\p{N}_-]*/u.exec(after)?.[0] ?? '';
  const written = new Set(Object.keys(playbook.frontMatter.data));
  written.delete(before + own);
  return type.fieldNames
    .filter((name) => !written.has(name))
    .map((name): Candidate => {
      const info = type.fieldInfo(name);
      const isGroup = info?.form === 'group';
      return {
        label: name,
        kind: 'field',
        at: { start: offset - before.length, end: offset + (isGroup ? own.length : rest.length) },
        newText: isGroup ? `${name}:` : `${name}: `,
        ...(info?.isRequired && { detail: words.required[locale] }),
        ...(info && { documentation: () => describeField(info, place) }),
        rank: info?.isRequired ? 0 : 1,
      };
    });
}

/** A field's meaning and its values, in Markdown. */
export function describeField(info: FieldInfo, { knowledgeBase, locale }: Pick<CompletionPlace, 'knowledgeBase' | 'locale'>): string {
  const named = vocabularyOf(info.name, knowledgeBase.config)?.map(({ id, label }) => `\`${id}\` ${plain(label[locale])}`);
  const values = named ?? info.choices.map((choice) => `\`${choice}\``);
  const meaning = plain(info.meaning?.[locale] ?? info.name);
  return [
    info.isRequired ? `${meaning} (${words.required[locale]})` : meaning,
    ...(values.length > 0 ? [words.choices[locale] + values.join(locale === 'en' ? ', ' : '、')] : []),
  ].join('\n\n');
}

/** Entries of the config that a field's values name. */
export function vocabularyOf(
  field: string,
  { channels, tiers, roles }: CompletionPlace['knowledgeBase']['config'],
): readonly VocabularyEntry[] | undefined {
  return field === 'channels' ? channels : field === 'tiers' ? tiers : field === 'audience' ? roles : undefined;
}

function valueCandidates(field: string, typed: string, place: CompletionPlace): readonly Candidate[] {
  const { knowledgeBase, playbook, locale, today } = place;
  const { config, types } = knowledgeBase;
  const value = (text: string, rank: number, more: Partial<Candidate> = {}) => ({
    ...valueCandidate(place, text, typed.length, rank),
    ...more,
  });
  if (field === 'type') {
    return [...types.values()].map((type) =>
      value(type.name, builtInTypes.some(({ name }) => name === type.name) ? 1 : 0, {
        detail: type.label[locale],
        documentation: () => plain(type.description[locale]),
      }),
    );
  }
  if (field === 'lang') return [...new Set([...config.languages, ...locales])].map((language) => value(language, 0));
  if (field === 'related' || field === 'course' || field === 'translation_of' || field === 'replaced_by') {
    const own = new Set([playbook.id, ...(field === 'related' || field === 'course' ? playbook.fields[field] : [])]);
    return [...knowledgeBase.playbooks.values()]
      .filter((other) => !own.has(other.id) && (field !== 'translation_of' || other.fields.translationOf === undefined))
      .map((other) =>
        value(other.id, other.lang === playbook.lang ? 0 : 1, {
          kind: 'playbook',
          detail: other.title,
          documentation: () => playbookCard(other, knowledgeBase, locale, today),
          filter: `${other.id} ${other.title}`,
        }),
      );
  }
  const vocabulary = vocabularyOf(field, config);
  if (vocabulary) return vocabulary.map(({ id, label }) => value(id, 0, { detail: label[locale], filter: `${id} ${label[locale]}` }));
  const info = knowledgeBase.typeOf(playbook)?.fieldInfo(field);
  if (info && info.choices.length > 0) return info.choices.map((choice) => value(choice, 0));
  if (info?.form === 'day') return [value(today, 0, { detail: words.day[locale] })];
  if (info?.form === 'duration') return ['30d', '90d', '180d', '365d'].map((length) => value(length, 0));
  if (info?.form === 'boolean') return ['true', 'false'].map((text) => value(text, 0));
  if (field === 'owner' || field === 'tags' || field === 'product')
    return usedValues(field, place).map(([text, count]) =>
      value(text, 0, { detail: words.pages[locale].replace('{count}', String(count)) }),
    );
  return [];
}

/** Values that other playbooks have in a field, the most frequent first. */
function usedValues(
  field: 'owner' | 'tags' | 'product',
  { knowledgeBase, playbook }: CompletionPlace,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { fields } of knowledgeBase.playbooks.values()) {
    const value = fields[field];
    for (const text of typeof value === 'string' ? [value] : (value ?? [])) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const own: readonly string[] = field === 'tags' ? playbook.fields.tags : [];
  return [...counts]
    .filter(([text]) => !own.includes(text) || (counts.get(text) ?? 0) > 1)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}

function valueCandidate({ offset, after }: CompletionPlace, text: string, typedLength: number, rank: number): Candidate {
  const rest = /^[^\s,\]}"']*/.exec(after)?.[0].length ?? 0;
  return { label: text, kind: 'value', at: { start: offset - typedLength, end: offset + rest }, newText: yamlScalar(text), rank };
}

const placeholderKeyMeanings = {
  type: {
    'zh-Hans': '填什么：文本、数字、金额、日期、时间、电话、编号或选项',
    'zh-Hant': '填什麼：文字、數字、金額、日期、時間、電話、編號或選項',
    en: 'What is filled in: code is an order number and its like',
  },
  label: { 'zh-Hans': '显示的名称', 'zh-Hant': '顯示的名稱', en: 'The name that is shown' },
  required: { 'zh-Hans': '是否必填', 'zh-Hant': '是否必填', en: 'Whether it must be filled in' },
  example: { 'zh-Hans': '示例', 'zh-Hant': '範例', en: 'An example' },
  format: {
    'zh-Hans': '编号的格式，# 代表一位数字，@ 代表一个字母，如 XH##########',
    'zh-Hant': '編號的格式，# 代表一位數字，@ 代表一個字母，如 XH##########',
    en: 'What a code looks like: # for a digit, @ for a letter, as in XH##########',
  },
  choices: { 'zh-Hans': '选项', 'zh-Hant': '選項', en: 'What can be chosen' },
  pii: { 'zh-Hans': '是否为个人信息', 'zh-Hant': '是否為個人資料', en: 'Whether this is personal data' },
} as const satisfies Readonly<Record<string, Localized>>;

function placeholderKeys({ offset, locale }: CompletionPlace, typed: string): readonly Candidate[] {
  return Object.entries(placeholderKeyMeanings).map(([name, meaning]) => ({
    label: name,
    kind: 'field',
    at: { start: offset - typed.length, end: offset },
    newText: `${name}: `,
    documentation: () => meaning[locale],
    rank: 0,
  }));
}
