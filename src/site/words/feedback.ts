import type { Localized } from '../../core/model/locale.js';

/** What the site says where readers tell how well a page served them. */
export const feedbackWords = {
  feedbackTitle: { 'zh-Hans': '这一页解决问题了吗？', 'zh-Hant': '這一頁解決問題了嗎？', en: 'Did this page solve it?' },
  feedbackSolved: { 'zh-Hans': '解决了', 'zh-Hant': '解決了', en: 'Solved' },
  feedbackUnsolved: { 'zh-Hans': '没解决', 'zh-Hant': '沒解決', en: 'Not solved' },
  feedbackWrong: { 'zh-Hans': '有内容不对', 'zh-Hant': '有內容不對', en: 'Something is wrong' },
  feedbackWrongHere: { 'zh-Hans': '这里不对', 'zh-Hant': '這裡不對', en: 'Wrong here' },
  feedbackThanks: { 'zh-Hans': '已记下，谢谢。', 'zh-Hant': '已記下，謝謝。', en: 'Noted, thank you.' },
  feedbackAbout: { 'zh-Hans': '会记下什么', 'zh-Hant': '會記下什麼', en: 'What is recorded' },
  feedbackRecorded: {
    'zh-Hans':
      '记下的是：打开过哪一页、在哪一节点了复制、“解决了”或“没解决”、标为不对的原文和前后几个字、没有结果的搜索词，以及页面编号、已发布的版本和日期。',
    'zh-Hant':
      '記下的是：開過哪一頁、在哪一節按了複製、「解決了」或「沒解決」、標為不對的原文和前後幾個字、沒有結果的搜尋詞，以及頁面編號、已發布的版本和日期。',
    en: 'Recorded are: which page was opened, in which section something was copied, “Solved” or “Not solved”, the words marked as wrong with a few around them, and searches without result; each with the page’s id, its published revision and the day.',
  },
  feedbackNotRecorded: {
    'zh-Hans': '不记下您是谁、几点几分、待填项里填的内容。搜索词只留前 60 个字，邮箱和 6 位以上的数字换成 #；搜索时请不要输入客户姓名。',
    'zh-Hant': '不記下您是誰、幾點幾分、待填項裡填的內容。搜尋詞只留前 60 個字，電子郵件和 6 位以上的數字換成 #；搜尋時請勿輸入客戶姓名。',
    en: 'Not recorded are who you are, the time of day, and anything typed into a blank. Of a search only 60 characters are kept; e-mail addresses and numbers of 6 digits or more become #. Please do not search for customers’ names.',
  },
  feedbackStays: {
    'zh-Hans': '记录只存在这台电脑的浏览器里，不会自动发送。导出成文件后，可以交给知识管理员。',
    'zh-Hant': '紀錄只存在這台電腦的瀏覽器裡，不會自動傳送。匯出成檔案後，可以交給知識管理員。',
    en: 'It stays in this browser and is not sent anywhere. Export it as a file to give it to the knowledge manager.',
  },
  feedbackGoes: {
    'zh-Hans': '记录会发送到{address}；连不上时先存在这台电脑的浏览器里，稍后再发。',
    'zh-Hant': '紀錄會傳送到{address}；連不上時先存在這台電腦的瀏覽器裡，稍後再傳。',
    en: 'It is sent to {address}; without a connection it waits in this browser and is sent later.',
  },
  feedbackHere: { 'zh-Hans': '本站', 'zh-Hant': '本站', en: 'this site' },
  feedbackKept: { 'zh-Hans': '浏览器里现有 {count} 条。', 'zh-Hant': '瀏覽器裡現有 {count} 筆。', en: 'Kept in this browser: {count}.' },
  feedbackExport: { 'zh-Hans': '导出文件', 'zh-Hant': '匯出檔案', en: 'Export as a file' },
  feedbackExported: { 'zh-Hans': '已导出 {count} 条。', 'zh-Hant': '已匯出 {count} 筆。', en: 'Exported: {count}.' },
  feedbackClear: { 'zh-Hans': '清空', 'zh-Hant': '清空', en: 'Clear' },
  feedbackCleared: { 'zh-Hans': '已清空。', 'zh-Hant': '已清空。', en: 'Cleared.' },
  feedbackWhere: { 'zh-Hans': '哪一段不对？', 'zh-Hant': '哪一段不對？', en: 'Which passage is wrong?' },
  feedbackWhy: { 'zh-Hans': '怎么不对？', 'zh-Hant': '怎麼不對？', en: 'What is wrong with it?' },
  'feedbackReason.incorrect': { 'zh-Hans': '内容错误', 'zh-Hant': '內容錯誤', en: 'It is incorrect' },
  'feedbackReason.outdated': { 'zh-Hans': '已经过时', 'zh-Hant': '已經過時', en: 'It is out of date' },
  'feedbackReason.unclear': { 'zh-Hans': '看不明白', 'zh-Hant': '看不明白', en: 'It is not clear' },
  'feedbackReason.incomplete': { 'zh-Hans': '不够完整', 'zh-Hant': '不夠完整', en: 'Something is missing' },
  feedbackSave: { 'zh-Hans': '记下', 'zh-Hant': '記下', en: 'Note it' },
  feedbackCancel: { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'Cancel' },
  keyWrong: { 'zh-Hans': '标出不对的内容', 'zh-Hant': '標出不對的內容', en: 'Mark what is wrong' },
  keyFeedback: { 'zh-Hans': '到“解决了吗”', 'zh-Hant': '到「解決了嗎」', en: 'To “Did this page solve it?”' },
} as const satisfies Readonly<Record<string, Localized>>;
