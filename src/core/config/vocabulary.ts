import type { Locale, Localized } from '../model/locale.js';
import { locales } from '../model/locale.js';

/** A channel, tier or role of a contact centre: its id, what it is called, and what else headings and labels may call it. */
export interface VocabularyEntry {
  readonly id: string;
  readonly label: Localized;
  readonly aliases: readonly string[];
}

type Names = Readonly<Record<Locale, readonly string[]>>;

/** Names of the channels, tiers and roles that most contact centres have; the first of each language is its label. */
const wellKnown: Readonly<Record<string, Names>> = {
  phone: { 'zh-Hans': ['电话'], 'zh-Hant': ['電話'], en: ['Phone', 'Call'] },
  chat: { 'zh-Hans': ['在线', '在线聊天'], 'zh-Hant': ['線上', '線上客服'], en: ['Chat', 'Live chat'] },
  email: { 'zh-Hans': ['邮件', '电子邮件'], 'zh-Hant': ['電子郵件', '郵件'], en: ['E-mail', 'Email'] },
  sms: { 'zh-Hans': ['短信'], 'zh-Hant': ['簡訊'], en: ['SMS', 'Text message'] },
  social: { 'zh-Hans': ['社交媒体'], 'zh-Hant': ['社群媒體'], en: ['Social', 'Social media'] },
  app: { 'zh-Hans': ['App'], 'zh-Hant': ['App'], en: ['App'] },
  counter: { 'zh-Hans': ['营业厅', '门店'], 'zh-Hant': ['門市', '服務中心'], en: ['Counter', 'Store'] },
  new: { 'zh-Hans': ['新客户'], 'zh-Hant': ['新客戶'], en: ['New', 'New customer'] },
  existing: { 'zh-Hans': ['老客户'], 'zh-Hant': ['舊客戶', '老客戶'], en: ['Existing', 'Existing customer'] },
  vip: { 'zh-Hans': ['VIP', 'VIP 客户'], 'zh-Hant': ['VIP', 'VIP 客戶'], en: ['VIP'] },
  'key-account': { 'zh-Hans': ['大客户'], 'zh-Hant': ['大客戶'], en: ['Key account'] },
  agent: { 'zh-Hans': ['客服专员', '坐席'], 'zh-Hant': ['客服專員', '客服人員'], en: ['Agent'] },
  supervisor: { 'zh-Hans': ['主管'], 'zh-Hant': ['主管'], en: ['Supervisor'] },
  manager: { 'zh-Hans': ['经理'], 'zh-Hant': ['經理'], en: ['Manager'] },
  director: { 'zh-Hans': ['总监'], 'zh-Hant': ['總監'], en: ['Director'] },
};

export interface VocabularyInput {
  readonly id: string;
  readonly label?: string | Partial<Localized> | undefined;
  readonly aliases?: readonly string[] | undefined;
}

/** Completes an entry of the config with the well-known names of its id. */
export function vocabularyEntry(input: string | VocabularyInput): VocabularyEntry {
  const { id, label, aliases = [] } = typeof input === 'string' ? { id: input } : input;
  const known = wellKnown[id];
  const labelIn = (locale: Locale): string =>
    (typeof label === 'string' ? label : label?.[locale]) ?? known?.[locale][0] ?? firstLabel(label) ?? id;
  return {
    id,
    label: { 'zh-Hans': labelIn('zh-Hans'), 'zh-Hant': labelIn('zh-Hant'), en: labelIn('en') },
    aliases: [...aliases, ...locales.flatMap((locale) => known?.[locale] ?? [])],
  };
}

function firstLabel(label: VocabularyInput['label']): string | undefined {
  if (typeof label === 'string') return label;
  return locales.map((locale) => label?.[locale]).find((text) => text !== undefined);
}

/** The entry that a heading or label names: by id, label or alias, without regard to case and spaces. */
export function findEntry(entries: readonly VocabularyEntry[], name: string): VocabularyEntry | undefined {
  const wanted = normalize(name);
  return entries.find((entry) => [entry.id, ...Object.values(entry.label), ...entry.aliases].some((known) => normalize(known) === wanted));
}

function normalize(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
