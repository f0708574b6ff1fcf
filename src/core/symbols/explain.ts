import { describeField, vocabularyOf } from '../complete/front-matter.js';
import { findEntry } from '../config/vocabulary.js';
import { isFlowOutcome } from '../content/flow.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { fillMessage, type Locale, type Localized, locales } from '../model/locale.js';
import type { Directive, PlaceholderDefinition, Playbook } from '../model/playbook.js';
import { type MatchedSection, matchOutline, topSections } from '../types/match-outline.js';
import { excerptOf, plain, playbookCard, sectionExcerpt } from './describe.js';
import type { PlaybookSymbol } from './symbol-at.js';

const words = {
  variable: { 'zh-Hans': '变量，值为：{value}', 'zh-Hant': '變數，值為：{value}', en: 'Variable; its value is {value}' },
  placeholder: { 'zh-Hans': '待填项', 'zh-Hant': '待填項', en: 'Placeholder' },
  required: { 'zh-Hans': '必填', 'zh-Hant': '必填', en: 'required' },
  example: { 'zh-Hans': '例如 {example}', 'zh-Hant': '例如 {example}', en: 'for instance {example}' },
  pii: { 'zh-Hans': '个人信息', 'zh-Hant': '個人資料', en: 'personal data' },
  choices: { 'zh-Hans': '选项：{choices}', 'zh-Hant': '選項：{choices}', en: 'Choices: {choices}' },
  role: { 'zh-Hans': '这一步的负责人', 'zh-Hant': '這一步的負責人', en: 'Who does this step' },
  ladder: { 'zh-Hans': '升级阶梯：{ladder}', 'zh-Hant': '升級階梯：{ladder}', en: 'Escalation: {ladder}' },
  within: { 'zh-Hans': '这一步的时限', 'zh-Hant': '這一步的時限', en: 'Time limit of this step' },
  record: { 'zh-Hans': '这一步要记录的内容', 'zh-Hant': '這一步要記錄的內容', en: 'What to write down in this step' },
  resolved: { 'zh-Hans': '流程结束：问题已解决', 'zh-Hant': '流程結束：問題已解決', en: 'The flow ends here: resolved' },
  escalated: { 'zh-Hans': '流程结束：转交或升级处理', 'zh-Hant': '流程結束：轉交或升級處理', en: 'The flow ends here: escalated' },
  callback: { 'zh-Hans': '流程结束：约定回电', 'zh-Hant': '流程結束：約定回電', en: 'The flow ends here: a call back is agreed' },
  text: { 'zh-Hans': '文本', 'zh-Hant': '文字', en: 'text' },
  number: { 'zh-Hans': '数字', 'zh-Hant': '數字', en: 'number' },
  amount: { 'zh-Hans': '金额', 'zh-Hant': '金額', en: 'amount' },
  date: { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'date' },
  time: { 'zh-Hans': '时间', 'zh-Hant': '時間', en: 'time' },
  phone: { 'zh-Hans': '电话', 'zh-Hant': '電話', en: 'phone number' },
  code: { 'zh-Hans': '编号', 'zh-Hant': '編號', en: 'code' },
  choice: { 'zh-Hans': '选项', 'zh-Hant': '選項', en: 'choice' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Lines of a page or section that an explanation shows. */
const shownLines = 12;

export interface Explanation {
  readonly knowledgeBase: KnowledgeBase;
  readonly playbook: Playbook;
  readonly locale: Locale;
  /** ISO 8601 day. */
  readonly today: string;
}

/** What a symbol stands for, in Markdown; undefined where there is nothing to say. */
export function explainSymbol(symbol: PlaybookSymbol, about: Explanation): string | undefined {
  const { knowledgeBase, playbook, locale, today } = about;
  const card = (target: Playbook) => playbookCard(target, knowledgeBase, locale, today);
  switch (symbol.kind) {
    case 'id': {
      const target = knowledgeBase.withId(symbol.id)[0];
      if (symbol.from === 'id') return fieldMeaning('id', about);
      return target && (symbol.from === 'include' ? `${card(target)}\n\n---\n\n${excerptOf(target, shownLines)}` : card(target));
    }
    case 'path': {
      const target = knowledgeBase.resolveLink(playbook, { target: symbol.target, form: 'markdown' });
      return target.kind === 'playbook' ? card(target.playbook) : undefined;
    }
    case 'anchor': {
      const target = knowledgeBase.resolveLink(playbook, symbol.link);
      if (target.kind !== 'playbook') return undefined;
      const excerpt = sectionExcerpt(target.playbook, target.anchor, shownLines);
      return target.playbook === playbook
        ? excerpt
        : [card(target.playbook), ...(excerpt === undefined ? [] : ['---', excerpt])].join('\n\n');
    }
    case 'heading':
      return sectionPurpose(symbol.heading.start, about);
    case 'variable': {
      const value = knowledgeBase.config.variables.get(symbol.name);
      return value === undefined ? undefined : fillMessage(words.variable[locale], { value: `**${plain(value)}**` });
    }
    case 'placeholder': {
      const definition = playbook.fields.placeholders.find(({ name }) => name === symbol.name);
      return definition && placeholderText(definition, locale);
    }
    case 'field':
      return fieldMeaning(symbol.name, about);
    case 'value':
      return valueMeaning(symbol.field, symbol.text, about);
    case 'directive':
      return symbol.directive.name === 'include' ? undefined : directiveText(symbol.directive, about);
  }
}

function fieldMeaning(name: string, { knowledgeBase, playbook, locale }: Explanation): string | undefined {
  const info = (knowledgeBase.typeOf(playbook) ?? knowledgeBase.types.get('article'))?.fieldInfo(name);
  return info && describeField(info, { knowledgeBase, locale });
}

function valueMeaning(field: string, text: string, { knowledgeBase, locale }: Explanation): string | undefined {
  if (field === 'type') {
    const type = knowledgeBase.types.get(text);
    return type && `**${plain(type.label[locale])}**\n\n${plain(type.description[locale])}`;
  }
  const entry = vocabularyOf(field, knowledgeBase.config)?.find(({ id }) => id === text);
  return entry && `**${plain(entry.label[locale])}** \`${entry.id}\``;
}

function placeholderText({ name, label, type, required, example, pii, choices }: PlaceholderDefinition, locale: Locale): string {
  const say = (word: keyof typeof words, values = {}) => fillMessage(words[word][locale], values);
  const facts = [
    say('placeholder'),
    say(type),
    ...(required ? [say('required')] : []),
    ...(pii ? [say('pii')] : []),
    ...(example === undefined ? [] : [say('example', { example: plain(example) })]),
    ...(choices.length > 0 ? [say('choices', { choices: choices.map(plain).join(locale === 'en' ? ', ' : '、') })] : []),
  ];
  return `**${plain(label ?? name)}**\n\n${facts.join(' · ')}`;
}

function directiveText({ name, label }: Directive, { knowledgeBase, locale }: Explanation): string | undefined {
  if (name === 'owner') {
    const { roles, escalation } = knowledgeBase.config;
    const role = findEntry(roles, label);
    if (!role) return words.role[locale];
    const names = locales.map((one) => role.label[one]).filter((text, index, all) => all.indexOf(text) === index);
    const labelOf = (id: string) => plain(roles.find((entry) => entry.id === id)?.label[locale] ?? id);
    const ladder = escalation.map((id) => (id === role.id ? `**${labelOf(id)}**` : labelOf(id))).join(' → ');
    return [
      `**${plain(role.label[locale])}** \`${role.id}\``,
      `${words.role[locale]} (${names.map(plain).join(' / ')})`,
      ...(escalation.includes(role.id) ? [fillMessage(words.ladder[locale], { ladder })] : []),
    ].join('\n\n');
  }
  if (name === 'within') return words.within[locale];
  if (name === 'record') return words.record[locale];
  const outcome = label.trim();
  return name === 'outcome' && isFlowOutcome(outcome) ? words[outcome][locale] : undefined;
}

function sectionPurpose(start: number, { knowledgeBase, playbook, locale }: Explanation): string | undefined {
  const type = knowledgeBase.typeOf(playbook);
  if (!type) return undefined;
  const find = (matches: readonly MatchedSection[]): MatchedSection | undefined =>
    matches.find(({ section }) => section.start === start) ??
    matches.map(({ children }) => find(children)).find((found) => found !== undefined);
  const purpose = find(matchOutline(topSections(playbook), type.outline))?.outline?.purpose?.[locale];
  return purpose === undefined ? undefined : plain(purpose);
}
