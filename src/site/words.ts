import { fillMessage, type Locale, type Localized } from '../core/model/locale.js';
import { courseWords } from './words/course.js';
import { feedbackWords } from './words/feedback.js';
import { findingWords } from './words/finding.js';
import { flowWords } from './words/flow.js';
import { homeWords } from './words/home.js';
import { listWords } from './words/lists.js';
import { machineWords } from './words/machine.js';
import { offlineWords } from './words/offline.js';
import { usingWords } from './words/using.js';

/** Every text of the site's own, page and browser code alike. */
export const siteWords = {
  ...feedbackWords,
  ...findingWords,
  ...courseWords,
  ...flowWords,
  ...homeWords,
  ...listWords,
  ...machineWords,
  ...usingWords,
  ...offlineWords,
  skipToContent: { 'zh-Hans': '跳到正文', 'zh-Hant': '跳到內文', en: 'Skip to content' },
  home: { 'zh-Hans': '首页', 'zh-Hant': '首頁', en: 'Home' },
  menu: { 'zh-Hans': '目录', 'zh-Hant': '目錄', en: 'Menu' },
  byType: { 'zh-Hans': '按类型', 'zh-Hant': '依類型', en: 'By type' },
  byTag: { 'zh-Hans': '按标签', 'zh-Hant': '依標籤', en: 'By tag' },
  allTags: { 'zh-Hans': '全部标签', 'zh-Hant': '全部標籤', en: 'All tags' },
  allPages: { 'zh-Hans': '全部页面', 'zh-Hant': '全部頁面', en: 'All pages' },
  pages: { 'zh-Hans': '{count} 篇', 'zh-Hant': '{count} 篇', en: '{count} pages' },
  onePage: { 'zh-Hans': '1 篇', 'zh-Hant': '1 篇', en: '1 page' },
  none: { 'zh-Hans': '这里还没有内容。', 'zh-Hant': '這裡還沒有內容。', en: 'Nothing here yet.' },
  language: { 'zh-Hans': '语言', 'zh-Hant': '語言', en: 'Language' },
  notTranslated: {
    'zh-Hans': '本页没有这个语言的版本',
    'zh-Hant': '本頁沒有這個語言的版本',
    en: 'This page has no version in this language',
  },
  theme: { 'zh-Hans': '外观', 'zh-Hant': '外觀', en: 'Theme' },
  themeSystem: { 'zh-Hans': '跟随系统', 'zh-Hant': '跟隨系統', en: 'System' },
  themeLight: { 'zh-Hans': '浅色', 'zh-Hant': '淺色', en: 'Light' },
  themeDark: { 'zh-Hans': '深色', 'zh-Hant': '深色', en: 'Dark' },
  keys: { 'zh-Hans': '快捷键', 'zh-Hant': '快速鍵', en: 'Keyboard shortcuts' },
  print: { 'zh-Hans': '打印', 'zh-Hant': '列印', en: 'Print' },
  close: { 'zh-Hans': '关闭', 'zh-Hant': '關閉', en: 'Close' },
  keyVariant: {
    'zh-Hans': '上一个、下一个版本（渠道、客户等级、语言）',
    'zh-Hant': '上一個、下一個版本（管道、客戶等級、語言）',
    en: 'Previous, next variant (channel, tier, language)',
  },
  keyHome: { 'zh-Hans': '回首页', 'zh-Hant': '回首頁', en: 'Go home' },
  keyHelp: { 'zh-Hans': '这张表', 'zh-Hant': '這張表', en: 'This list' },
  wording: { 'zh-Hans': '对客话术', 'zh-Hant': '對客話術', en: 'Wording' },
  onThisPage: { 'zh-Hans': '本页内容', 'zh-Hant': '本頁內容', en: 'On this page' },
  about: { 'zh-Hans': '本页信息', 'zh-Hant': '本頁資訊', en: 'About this page' },
  owner: { 'zh-Hans': '负责', 'zh-Hant': '負責', en: 'Owner' },
  state: { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'State' },
  inForce: { 'zh-Hans': '有效', 'zh-Hant': '有效', en: 'In force' },
  notYet: { 'zh-Hans': '尚未生效', 'zh-Hant': '尚未生效', en: 'Not yet in force' },
  expired: { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'Expired' },
  retired: { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'Retired' },
  retiredPage: { 'zh-Hans': '本页已停用。', 'zh-Hant': '本頁已停用。', en: 'This page is out of use.' },
  retiredSince: {
    'zh-Hans': '本页已于 {day} 停用。',
    'zh-Hant': '本頁已於 {day} 停用。',
    en: 'This page has been out of use since {day}.',
  },
  hiddenSince: {
    'zh-Hans': '本页的有效期到 {day} 为止，内容不再显示。',
    'zh-Hant': '本頁的有效期到 {day} 為止，內容不再顯示。',
    en: 'This page held until {day} and is no longer shown.',
  },
  useInstead: { 'zh-Hans': '请改用：', 'zh-Hant': '請改用：', en: 'Use this page instead:' },
  askOwner: { 'zh-Hans': '需要时请问 {owner}。', 'zh-Hant': '需要時請問 {owner}。', en: 'If you need it, ask {owner}.' },
  reviewOverdue: { 'zh-Hans': '复核逾期', 'zh-Hant': '覆核逾期', en: 'Review overdue' },
  notYetBanner: {
    'zh-Hans': '本页从 {day} 起生效，在此之前请勿使用。',
    'zh-Hant': '本頁自 {day} 起生效，在此之前請勿使用。',
    en: 'This page holds from {day}. Do not use it before.',
  },
  expiredBanner: {
    'zh-Hans': '本页已于 {day} 失效，请勿用于客户，并告知 {owner}。',
    'zh-Hant': '本頁已於 {day} 失效，請勿用於客戶，並告知 {owner}。',
    en: 'This page expired on {day}. Do not use it with customers, and tell {owner}.',
  },
  overdueBanner: {
    'zh-Hans': '本页应在 {day} 前复核。内容可能有变，拿不准时先问主管。',
    'zh-Hant': '本頁應於 {day} 前覆核。內容可能有變，拿不準時先問主管。',
    en: 'This page was due for review on {day}. When in doubt, ask your supervisor first.',
  },
  ownerUnknown: { 'zh-Hans': '知识管理员', 'zh-Hant': '知識管理員', en: 'the knowledge manager' },
  validFrom: { 'zh-Hans': '生效', 'zh-Hant': '生效', en: 'Valid from' },
  validTo: { 'zh-Hans': '有效至', 'zh-Hant': '有效至', en: 'Valid to' },
  reviewed: { 'zh-Hans': '上次复核', 'zh-Hant': '上次覆核', en: 'Reviewed' },
  reviewDue: { 'zh-Hans': '下次复核', 'zh-Hant': '下次覆核', en: 'Next review' },
  product: { 'zh-Hans': '产品', 'zh-Hant': '產品', en: 'Product' },
  audience: { 'zh-Hans': '给谁看', 'zh-Hant': '給誰看', en: 'For' },
  shortCode: { 'zh-Hans': '快捷码', 'zh-Hant': '快速碼', en: 'Short code' },
  tags: { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'Tags' },
  channels: { 'zh-Hans': '渠道', 'zh-Hant': '管道', en: 'Channels' },
  tiers: { 'zh-Hans': '客户等级', 'zh-Hant': '客戶等級', en: 'Customer tiers' },
  review: { 'zh-Hans': '审核', 'zh-Hant': '審核', en: 'Review' },
  reviewOff: { 'zh-Hans': '未开启', 'zh-Hant': '未開啟', en: 'off' },
  'review.approved': { 'zh-Hans': '已审核', 'zh-Hant': '已審核', en: 'approved' },
  'review.never-approved': { 'zh-Hans': '待审核', 'zh-Hant': '待審核', en: 'awaiting review' },
  'review.changed': { 'zh-Hans': '审核后有改动', 'zh-Hant': '審核後有改動', en: 'changed since approval' },
  'review.changes-requested': { 'zh-Hans': '要求修改', 'zh-Hant': '要求修改', en: 'changes requested' },
  'review.expired': { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'expired' },
  'review.retired': { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'retired' },
  revision: { 'zh-Hans': '版次', 'zh-Hant': '版次', en: 'Revision' },
  revisionNumber: { 'zh-Hans': '第 {number} 版', 'zh-Hant': '第 {number} 版', en: '{number}' },
  approvedBy: { 'zh-Hans': '审核人', 'zh-Hant': '審核人', en: 'Approved by' },
  approvedOn: { 'zh-Hans': '审核日期', 'zh-Hant': '審核日期', en: 'Approved on' },
  listSeparator: { 'zh-Hans': '、', 'zh-Hant': '、', en: ', ' },
  notApprovedBanner: {
    'zh-Hans': '本页在第 {number} 版审核之后有改动，改动还没有审核。',
    'zh-Hant': '本頁在第 {number} 版審核之後有更動，更動還沒有審核。',
    en: 'This page changed since revision {number} was approved; the change awaits review.',
  },
  neverApprovedBanner: {
    'zh-Hans': '本页还没有审核过。对客户使用前先问主管。',
    'zh-Hant': '本頁還沒有審核過。對客戶使用前先問主管。',
    en: 'This page was never approved. Ask your supervisor before you use it with customers.',
  },
  version: { 'zh-Hans': '版本', 'zh-Hant': '版本', en: 'Version' },
  aliases: { 'zh-Hans': '别名', 'zh-Hant': '別名', en: 'Also called' },
  utterances: { 'zh-Hans': '客户会这样说', 'zh-Hant': '客戶會這樣說', en: 'Customers say' },
  'risk.low': { 'zh-Hans': '低风险', 'zh-Hant': '低風險', en: 'Low risk' },
  'risk.medium': { 'zh-Hans': '中风险', 'zh-Hant': '中風險', en: 'Medium risk' },
  'risk.high': { 'zh-Hans': '高风险', 'zh-Hant': '高風險', en: 'High risk' },
  'value.inbound': { 'zh-Hans': '呼入', 'zh-Hant': '進線', en: 'Inbound' },
  'value.outbound': { 'zh-Hans': '外呼', 'zh-Hant': '外撥', en: 'Outbound' },
  'value.hand-over': { 'zh-Hans': '转交', 'zh-Hant': '轉交', en: 'Hand-over' },
  'value.outage': { 'zh-Hans': '系统宕机', 'zh-Hant': '系統當機', en: 'Outage' },
  'value.logistics': { 'zh-Hans': '物流延误', 'zh-Hant': '物流延誤', en: 'Logistics delay' },
  'value.refund': { 'zh-Hans': '批量退款', 'zh-Hant': '大量退款', en: 'Mass refund' },
  'value.data-leak': { 'zh-Hans': '数据泄露', 'zh-Hant': '資料外洩', en: 'Data leak' },
  'value.public-opinion': { 'zh-Hans': '舆情', 'zh-Hant': '輿情', en: 'Public opinion' },
  'value.fraud': { 'zh-Hans': '欺诈', 'zh-Hant': '詐騙', en: 'Fraud' },
  'value.facility': { 'zh-Hans': '场地设施', 'zh-Hant': '場地設施', en: 'Facility' },
  'value.other': { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' },
  related: { 'zh-Hans': '相关', 'zh-Hant': '相關', en: 'Related' },
  linkedFrom: { 'zh-Hans': '哪些页面提到本页', 'zh-Hant': '哪些頁面提到本頁', en: 'Linked from' },
  embeddedIn: { 'zh-Hans': '嵌入本片段的页面', 'zh-Hant': '嵌入本片段的頁面', en: 'Embedded in' },
  from: { 'zh-Hans': '引自', 'zh-Hant': '引自', en: 'From' },
  includeMissing: { 'zh-Hans': '片段“{id}”不在这里。', 'zh-Hant': '片段「{id}」不在這裡。', en: 'The snippet “{id}” is not here.' },
  includeCycle: {
    'zh-Hans': '片段“{id}”嵌入了自己，到此为止。',
    'zh-Hant': '片段「{id}」嵌入了自己，到此為止。',
    en: 'The snippet “{id}” embeds itself; it stops here.',
  },
  includeTooMany: { 'zh-Hans': '嵌入太多，到此为止。', 'zh-Hant': '嵌入太多，到此為止。', en: 'Too many embeds; they stop here.' },
  linkMissing: { 'zh-Hans': '链接的页面不在这里', 'zh-Hant': '連結的頁面不在這裡', en: 'The linked page is not here' },
  remoteImage: { 'zh-Hans': '外部图片', 'zh-Hant': '外部圖片', en: 'Image on another site' },
  imageMissing: { 'zh-Hans': '图片不在这里', 'zh-Hant': '圖片不在這裡', en: 'The image is not here' },
  unreadable: {
    'zh-Hans': '这一页排不了版，下面是原文。请告知 {owner}。',
    'zh-Hant': '這一頁無法排版，以下是原文。請告知 {owner}。',
    en: 'This page could not be laid out; below is its source. Please tell {owner}.',
  },
  footnotes: { 'zh-Hans': '脚注', 'zh-Hant': '註腳', en: 'Footnotes' },
  backToText: { 'zh-Hans': '回到正文', 'zh-Hant': '回到內文', en: 'Back to the text' },
  note: { 'zh-Hans': '说明', 'zh-Hant': '說明', en: 'Note' },
  tip: { 'zh-Hans': '提示', 'zh-Hant': '提示', en: 'Tip' },
  warning: { 'zh-Hans': '注意', 'zh-Hant': '注意', en: 'Warning' },
  'outcome.resolved': { 'zh-Hans': '已解决', 'zh-Hant': '已解決', en: 'Resolved' },
  'outcome.escalated': { 'zh-Hans': '升级', 'zh-Hant': '升級', en: 'Escalated' },
  'outcome.callback': { 'zh-Hans': '约定回电', 'zh-Hant': '約定回電', en: 'Call back' },
  minutes: { 'zh-Hans': '{count} 分钟', 'zh-Hant': '{count} 分鐘', en: '{count} min' },
  hours: { 'zh-Hans': '{count} 小时', 'zh-Hant': '{count} 小時', en: '{count} h' },
  days: { 'zh-Hans': '{count} 天', 'zh-Hant': '{count} 天', en: '{count} d' },
  weeks: { 'zh-Hans': '{count} 周', 'zh-Hant': '{count} 週', en: '{count} w' },
  answer: { 'zh-Hans': '看答案', 'zh-Hant': '看答案', en: 'Show the answer' },
  rightAnswer: { 'zh-Hans': '正确答案', 'zh-Hant': '正確答案', en: 'Right answer' },
  asText: { 'zh-Hans': '文字版', 'zh-Hant': '文字版', en: 'As text' },
  flowPicture: { 'zh-Hans': '“{title}”流程图', 'zh-Hant': '「{title}」流程圖', en: 'Flow chart: {title}' },
  whyPicture: { 'zh-Hans': '“{title}”原因图', 'zh-Hant': '「{title}」原因圖', en: 'Chain of causes: {title}' },
  fishbonePicture: { 'zh-Hans': '“{title}”鱼骨图', 'zh-Hant': '「{title}」魚骨圖', en: 'Fishbone: {title}' },
  why: { 'zh-Hans': '为什么 {count}', 'zh-Hant': '為什麼 {count}', en: 'Why {count}' },
  escalate: { 'zh-Hans': '升级', 'zh-Hant': '升級', en: 'Escalate' },
  scrollTable: { 'zh-Hans': '表格，可左右滚动', 'zh-Hant': '表格，可左右捲動', en: 'Table, scrolls sideways' },
  scrollPicture: { 'zh-Hans': '图，可左右滚动', 'zh-Hant': '圖，可左右捲動', en: 'Picture, scrolls sideways' },
  recentlyReviewed: { 'zh-Hans': '最近复核', 'zh-Hant': '最近覆核', en: 'Recently reviewed' },
  needsAttention: { 'zh-Hans': '使用前请留意', 'zh-Hant': '使用前請留意', en: 'Take care with these' },
  notFoundTitle: { 'zh-Hans': '没有这个页面', 'zh-Hant': '沒有這個頁面', en: 'No such page' },
  notFoundText: {
    'zh-Hans': '它可能已经改名或撤下。请搜索，或从全部页面里找。',
    'zh-Hant': '它可能已改名或撤下。請搜尋，或從全部頁面裡找。',
    en: 'It may have been renamed or withdrawn. Search for it, or look through all pages.',
  },
  linkTo: { 'zh-Hans': '“{title}”的链接', 'zh-Hant': '「{title}」的連結', en: 'Link to “{title}”' },
  printedOn: {
    'zh-Hans': '{title} · 版本 {version} · {day}',
    'zh-Hant': '{title} · 版本 {version} · {day}',
    en: '{title} · version {version} · {day}',
  },
  weekdays: {
    'zh-Hans': '周日 周一 周二 周三 周四 周五 周六',
    'zh-Hant': '週日 週一 週二 週三 週四 週五 週六',
    en: 'Sun Mon Tue Wed Thu Fri Sat',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type WordKey = keyof typeof siteWords;

/** Says a text of the site in one language, its `{blanks}` filled. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(locale: Locale): Say {
  return (key, values) => (values ? fillMessage(siteWords[key][locale], values) : siteWords[key][locale]);
}

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(siteWords, key);
}

/** `5m` as a reader says it; anything that is no duration stays as written. */
export function sayDuration(say: Say, duration: string): string {
  const [, count, unit] = /^\s*(\d{1,5})\s*([mhdw])\s*$/.exec(duration) ?? [];
  if (count === undefined) return duration;
  const key = unit === 'm' ? 'minutes' : unit === 'h' ? 'hours' : unit === 'd' ? 'days' : 'weeks';
  return say(key, { count: Number(count) });
}

export function sayPages(say: Say, count: number): string {
  return count === 1 ? say('onePage') : say('pages', { count });
}
