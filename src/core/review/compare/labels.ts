import type { Change, ChangeClass, ComparedBlock, RevisionSize } from '../../model/comparison.js';
import type { Localized } from '../../model/locale.js';

/** What changes are called, for every host. */
export const classLabels: Readonly<Record<ChangeClass, Localized>> = {
  number: { 'zh-Hans': '数字或期限', 'zh-Hant': '數字或期限', en: 'number or deadline' },
  steps: { 'zh-Hans': '步骤或时限', 'zh-Hant': '步驟或時限', en: 'steps or time limit' },
  escalation: { 'zh-Hans': '升级', 'zh-Hant': '升級', en: 'escalation' },
  section: { 'zh-Hans': '章节', 'zh-Hant': '章節', en: 'section' },
  placeholder: { 'zh-Hans': '待填项', 'zh-Hant': '待填項', en: 'placeholder' },
  metadata: { 'zh-Hans': '页面信息', 'zh-Hant': '頁面資訊', en: 'page details' },
  wording: { 'zh-Hans': '文字', 'zh-Hant': '文字', en: 'wording' },
  script: { 'zh-Hans': '简繁转换', 'zh-Hant': '簡繁轉換', en: 'Chinese script' },
  formatting: { 'zh-Hans': '格式', 'zh-Hant': '格式', en: 'formatting' },
};

export const sizeLabels: Readonly<Record<RevisionSize, Localized>> = {
  none: { 'zh-Hans': '没有改动', 'zh-Hant': '沒有更動', en: 'no change' },
  formatting: { 'zh-Hans': '仅格式', 'zh-Hant': '僅格式', en: 'formatting only' },
  minor: { 'zh-Hans': '小改', 'zh-Hant': '小改', en: 'minor' },
  major: { 'zh-Hans': '大改', 'zh-Hant': '大改', en: 'major' },
};

export const kindLabels: Readonly<Record<Change['kind'], Localized>> = {
  added: { 'zh-Hans': '新增', 'zh-Hant': '新增', en: 'added' },
  removed: { 'zh-Hans': '删除', 'zh-Hant': '刪除', en: 'removed' },
  changed: { 'zh-Hans': '改动', 'zh-Hant': '更動', en: 'changed' },
  moved: { 'zh-Hans': '移动', 'zh-Hant': '移動', en: 'moved' },
};

export const blockLabels: Readonly<Record<ComparedBlock, Localized>> = {
  page: { 'zh-Hans': '整页', 'zh-Hant': '整頁', en: 'page' },
  section: { 'zh-Hans': '章节', 'zh-Hant': '章節', en: 'section' },
  field: { 'zh-Hans': '字段', 'zh-Hant': '欄位', en: 'field' },
  heading: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'heading' },
  paragraph: { 'zh-Hans': '段落', 'zh-Hant': '段落', en: 'paragraph' },
  wording: { 'zh-Hans': '对客话术', 'zh-Hant': '對客話術', en: 'wording' },
  step: { 'zh-Hans': '步骤', 'zh-Hant': '步驟', en: 'step' },
  item: { 'zh-Hans': '列表项', 'zh-Hant': '清單項目', en: 'list item' },
  row: { 'zh-Hans': '表格行', 'zh-Hant': '表格列', en: 'table row' },
  code: { 'zh-Hans': '代码块', 'zh-Hant': '程式碼區塊', en: 'code block' },
  embed: { 'zh-Hans': '嵌入', 'zh-Hant': '嵌入', en: 'embed' },
  comment: { 'zh-Hans': '注释', 'zh-Hant': '註解', en: 'comment' },
  other: { 'zh-Hans': '其他内容', 'zh-Hant': '其他內容', en: 'other content' },
  text: { 'zh-Hans': '全文', 'zh-Hant': '全文', en: 'text' },
};
