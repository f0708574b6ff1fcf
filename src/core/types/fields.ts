import { z } from 'zod';
import type { Localized } from '../model/locale.js';
import { placeholderTypes } from '../model/playbook.js';

/** Adds what a field means, in the three interface languages; the English text also goes into the JSON Schema. */
export function described<Schema extends z.ZodType>(schema: Schema, meaning: Localized): Schema {
  return schema.meta({ description: meaning.en, meaning });
}

/** A calendar day, ISO 8601 `YYYY-MM-DD`. */
export const day = z.iso.date({ error: 'date' });
/** A length of time: a whole number of minutes, hours, days or weeks, as in `30m`, `2h`, `90d`, `26w`. */
export const duration = z.string().regex(/^\d{1,5}[mhdw]$/, { error: 'duration' });
/** A list of texts; a single text counts as a list of one. */
export const texts = z.union([z.string(), z.array(z.union([z.string(), z.number()]))], { error: 'text_list' });
const text = z.string().min(1);

const placeholder = z.strictObject({
  type: described(z.enum(placeholderTypes).optional(), {
    'zh-Hans': '填什么：文本、数字、金额、日期、时间、电话、编号或选项',
    'zh-Hant': '填什麼：文字、數字、金額、日期、時間、電話、編號或選項',
    en: 'What is filled in: code is an order number and its like',
  }),
  required: z.boolean().optional(),
  example: z.union([z.string(), z.number()]).optional(),
  label: z.string().optional(),
  choices: texts.optional(),
  format: described(texts.optional(), {
    'zh-Hans': '编号的格式，# 代表一位数字，@ 代表一个字母，如 XH##########',
    'zh-Hant': '編號的格式，# 代表一位數字，@ 代表一個字母，如 XH##########',
    en: 'What a code looks like: # for a digit, @ for a letter, as in XH##########',
  }),
  pii: described(z.boolean().optional(), { 'zh-Hans': '是否为个人信息', 'zh-Hant': '是否為個人資料', en: 'Whether this is personal data' }),
});

/** Front-matter fields that every type has. */
export const commonFields = {
  id: described(
    z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,199}$/u, { error: 'id' })
      .optional(),
    {
      'zh-Hans': '稳定且唯一的编号，发布后不再改动',
      'zh-Hant': '穩定且唯一的編號，發布後不再變動',
      en: 'Stable, unique name; never changes once published',
    },
  ),
  type: described(text.optional(), { 'zh-Hans': '类型', 'zh-Hant': '類型', en: 'Type of playbook' }),
  title: described(text.optional(), { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'Title' }),
  lang: described(text.optional(), {
    'zh-Hans': '语言代码，如 zh-Hans',
    'zh-Hant': '語言代碼，如 zh-Hant',
    en: 'Language (BCP 47), such as en',
  }),
  owner: described(text.optional(), { 'zh-Hans': '负责人或团队', 'zh-Hant': '負責人或團隊', en: 'Person or team in charge' }),
  summary: described(text.optional(), { 'zh-Hans': '一句话说明', 'zh-Hant': '一句話說明', en: 'What it is for, in one sentence' }),
  short_code: described(text.optional(), { 'zh-Hans': '快捷码', 'zh-Hant': '快速碼', en: 'Short code that agents type' }),
  aliases: described(texts.optional(), { 'zh-Hans': '别名', 'zh-Hant': '別名', en: 'Other names' }),
  utterances: described(texts.optional(), { 'zh-Hans': '客户会怎么说', 'zh-Hant': '客戶會怎麼說', en: 'What customers say' }),
  keywords: described(texts.optional(), { 'zh-Hans': '关键词', 'zh-Hant': '關鍵字', en: 'Search words' }),
  channels: described(texts.optional(), { 'zh-Hans': '适用渠道', 'zh-Hant': '適用管道', en: 'Channels it is for' }),
  tiers: described(texts.optional(), { 'zh-Hans': '适用客户等级', 'zh-Hant': '適用客戶等級', en: 'Customer tiers it is for' }),
  audience: described(texts.optional(), { 'zh-Hans': '给谁看', 'zh-Hant': '給誰看', en: 'Who reads it' }),
  tags: described(texts.optional(), { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'Tags' }),
  product: described(text.optional(), { 'zh-Hans': '产品', 'zh-Hant': '產品', en: 'Product' }),
  risk: described(z.enum(['low', 'medium', 'high']).optional(), {
    'zh-Hans': '风险等级',
    'zh-Hant': '風險等級',
    en: 'Risk of a wrong word',
  }),
  must_read: described(z.boolean().optional(), {
    'zh-Hans': '客服是否必须读过并确认（每一版各确认一次）',
    'zh-Hant': '客服是否必須讀過並確認（每一版各確認一次）',
    en: 'Whether agents must read it and acknowledge every revision',
  }),
  related: described(texts.optional(), { 'zh-Hans': '相关手册的编号', 'zh-Hant': '相關手冊的編號', en: 'Ids of related playbooks' }),
  valid_from: described(day.optional(), { 'zh-Hans': '生效日期', 'zh-Hant': '生效日期', en: 'First day it holds' }),
  valid_to: described(day.optional(), {
    'zh-Hans': '失效日期（当天仍有效）',
    'zh-Hant': '失效日期（當天仍有效）',
    en: 'Last day it holds',
  }),
  review_every: described(duration.optional(), { 'zh-Hans': '复核周期', 'zh-Hant': '覆核週期', en: 'How often it is reviewed' }),
  reviewed_on: described(day.optional(), { 'zh-Hans': '上次复核日期', 'zh-Hant': '上次覆核日期', en: 'Day of the last review' }),
  retired_on: described(day.optional(), {
    'zh-Hans': '停用日期（从这一天起不再使用）',
    'zh-Hant': '停用日期（自這一天起不再使用）',
    en: 'First day on which it is out of use',
  }),
  replaced_by: described(text.optional(), {
    'zh-Hans': '由哪一篇接替（编号）',
    'zh-Hant': '由哪一篇接替（編號）',
    en: 'Id of the playbook that takes its place',
  }),
  placeholders: described(z.record(z.string(), placeholder).optional(), {
    'zh-Hans': '待填项',
    'zh-Hant': '待填項',
    en: 'Blanks to fill in',
  }),
  translation_of: described(text.optional(), {
    'zh-Hans': '译自哪一篇（编号）',
    'zh-Hant': '譯自哪一篇（編號）',
    en: 'Id of the playbook this translates',
  }),
  source_blob: described(
    z
      .string()
      .regex(/^[0-9a-f]{7,40}$/, { error: 'blob' })
      .optional(),
    {
      'zh-Hans': '所译版本的 git blob',
      'zh-Hant': '所譯版本的 git blob',
      en: 'Git blob of the version that was translated',
    },
  ),
} as const;
