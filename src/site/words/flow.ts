import type { Localized } from '../../core/model/locale.js';

/** Texts of a flow that is walked one question at a time. */
export const flowWords = {
  startAgain: { 'zh-Hans': '从头开始', 'zh-Hant': '從頭開始', en: 'Start again' },
  stepByStep: { 'zh-Hans': '一步一步', 'zh-Hant': '一步一步', en: 'Step by step' },
  showAllNodes: { 'zh-Hans': '全部展开', 'zh-Hant': '全部展開', en: 'Show all' },
  path: { 'zh-Hans': '走过的路', 'zh-Hant': '走過的路', en: 'Path so far' },
  previousQuestion: { 'zh-Hans': '上一步', 'zh-Hant': '上一步', en: 'Back' },
  flowSummary: { 'zh-Hans': '工单小结', 'zh-Hant': '工單小結', en: 'Summary for the ticket' },
  copySummary: { 'zh-Hans': '复制小结', 'zh-Hant': '複製小結', en: 'Copy summary' },
  flowOutcome: { 'zh-Hans': '结果：{outcome}', 'zh-Hant': '結果：{outcome}', en: 'Outcome: {outcome}' },
  flowStopped: { 'zh-Hans': '停在：{question}', 'zh-Hant': '停在：{question}', en: 'Stopped at: {question}' },
  flowAnswer: {
    'zh-Hans': '{number}. {question} → {answer}',
    'zh-Hant': '{number}. {question} → {answer}',
    en: '{number}. {question} → {answer}',
  },
  flowFollowed: {
    'zh-Hans': '依据：{title}（版本 {version}）',
    'zh-Hant': '依據：{title}（版本 {version}）',
    en: 'Followed: {title} (version {version})',
  },
  keyPrevious: { 'zh-Hans': '流程：回到上一步', 'zh-Hant': '流程：回到上一步', en: 'In a flow: one question back' },
  keySummary: { 'zh-Hans': '流程：复制工单小结', 'zh-Hant': '流程：複製工單小結', en: 'In a flow: copy the summary for the ticket' },
} as const satisfies Readonly<Record<string, Localized>>;
