import type { Localized } from '../../core/model/locale.js';

/** Texts of the home page, of what is in force, and of pages that must be read. */
export const homeWords = {
  inForceNow: { 'zh-Hans': '已启动', 'zh-Hant': '已啟動', en: 'Active now' },
  inForceSince: { 'zh-Hans': '{day} 起', 'zh-Hant': '{day} 起', en: 'since {day}' },
  mustRead: { 'zh-Hans': '必读', 'zh-Hant': '必讀', en: 'Must read' },
  mustReadLeft: { 'zh-Hans': '还有 {count} 篇没有确认', 'zh-Hant': '還有 {count} 篇沒有確認', en: '{count} to acknowledge' },
  mustReadDone: { 'zh-Hans': '都已确认', 'zh-Hant': '都已確認', en: 'All acknowledged' },
  mustReadHere: {
    'zh-Hans': '本页必读。读完请确认。',
    'zh-Hant': '本頁必讀。讀完請確認。',
    en: 'You must read this page. Acknowledge it when you have.',
  },
  acknowledge: { 'zh-Hans': '我已读完', 'zh-Hant': '我已讀完', en: 'I have read it' },
  acknowledged: { 'zh-Hans': '{day} 已确认', 'zh-Hant': '{day} 已確認', en: 'Acknowledged on {day}' },
  acknowledgeAgain: {
    'zh-Hans': '确认之后有改动，请再读一遍',
    'zh-Hant': '確認之後有更動，請再讀一遍',
    en: 'Changed since you acknowledged it: please read it again',
  },
  yourName: { 'zh-Hans': '姓名或工号', 'zh-Hant': '姓名或員工編號', en: 'Name or staff number' },
  exportAcknowledged: { 'zh-Hans': '导出确认记录', 'zh-Hant': '匯出確認紀錄', en: 'Export acknowledgements' },
  keptHereOnly: {
    'zh-Hans': '记录只存在这台电脑上，导出后交给组长。',
    'zh-Hant': '紀錄只存在這台電腦上，匯出後交給組長。',
    en: 'Kept on this computer only; export the file and hand it to your lead.',
  },
  columnName: { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  columnId: { 'zh-Hans': '编号', 'zh-Hant': '編號', en: 'Id' },
  columnTitle: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'Title' },
  columnRevision: { 'zh-Hans': '版次', 'zh-Hant': '版次', en: 'Revision' },
  columnVersion: { 'zh-Hans': '版本', 'zh-Hant': '版本', en: 'Version' },
  columnTime: { 'zh-Hans': '确认时间', 'zh-Hant': '確認時間', en: 'Acknowledged at' },
  changedSince: {
    'zh-Hans': '上次来过（{day}）之后的变化',
    'zh-Hant': '上次來過（{day}）之後的變化',
    en: 'Changed since your last visit ({day})',
  },
  nothingChanged: {
    'zh-Hans': '上次来过（{day}）之后没有变化。',
    'zh-Hant': '上次來過（{day}）之後沒有變化。',
    en: 'Nothing changed since your last visit ({day}).',
  },
  markSeen: { 'zh-Hans': '知道了', 'zh-Hant': '知道了', en: 'Got it' },
  'change.new': { 'zh-Hans': '新页面', 'zh-Hant': '新頁面', en: 'New pages' },
  'change.number': { 'zh-Hans': '数字或期限变了', 'zh-Hant': '數字或期限變了', en: 'Numbers or deadlines' },
  'change.steps': { 'zh-Hans': '步骤或升级变了', 'zh-Hant': '步驟或升級變了', en: 'Steps or escalation' },
  'change.wording': { 'zh-Hans': '说法变了', 'zh-Hant': '說法變了', en: 'Wording' },
  'change.other': { 'zh-Hans': '其他改动', 'zh-Hant': '其他更動', en: 'Other changes' },
  dueForReview: { 'zh-Hans': '待复核（组长）', 'zh-Hant': '待覆核（組長）', en: 'Due for review (leads)' },
  dueOn: { 'zh-Hans': '{day} 到期', 'zh-Hant': '{day} 到期', en: 'due {day}' },
} as const satisfies Readonly<Record<string, Localized>>;
