import type { Localized } from '../core/model/locale.js';

/** What the command line says about review threads. */
export const commentWords = {
  commentsSummary: {
    'zh-Hans': '审核意见：对文字的讨论，与审核决定一起存在 git 里',
    'zh-Hant': '審核意見：對文字的討論，與審核決定一起存在 git 裡',
    en: 'comments on playbooks, kept in git beside the decisions',
  },
  commentsListSummary: {
    'zh-Hans': '列出还没解决的意见',
    'zh-Hant': '列出還沒解決的意見',
    en: 'list threads that are open',
  },
  commentsAddSummary: {
    'zh-Hans': '对一篇手册或其中的文字提意见，并单独提交',
    'zh-Hant': '對一篇手冊或其中的文字提意見，並單獨提交',
    en: 'comment on a playbook or words in it, and commit this alone',
  },
  commentsReplySummary: { 'zh-Hans': '回复一条意见', 'zh-Hant': '回覆一條意見', en: 'reply in a thread' },
  commentsResolveSummary: { 'zh-Hans': '把意见标为已解决', 'zh-Hant': '把意見標為已解決', en: 'mark a thread as resolved' },
  commentsReopenSummary: { 'zh-Hans': '重新打开意见', 'zh-Hant': '重新開啟意見', en: 'open a thread again' },
  commentsAll: { 'zh-Hans': '也列出已解决的', 'zh-Hant': '也列出已解決的', en: 'also list resolved ones' },
  commentsText: { 'zh-Hans': '要说的话', 'zh-Hant': '要說的話', en: 'what to say' },
  commentsThread: { 'zh-Hans': '意见的编号', 'zh-Hant': '意見的編號', en: 'id of the thread' },
  commentsQuote: {
    'zh-Hans': '针对文件里的这些字（默认针对整篇）',
    'zh-Hant': '針對檔案裡的這些字（預設針對整篇）',
    en: 'the words of the file it is about; the whole page by default',
  },
  commentsNone: { 'zh-Hans': '没有待解决的意见。', 'zh-Hant': '沒有待解決的意見。', en: 'No thread is open.' },
  'comments-open': { 'zh-Hans': '待解决', 'zh-Hant': '待解決', en: 'open' },
  'comments-resolved': { 'zh-Hans': '已解决', 'zh-Hant': '已解決', en: 'resolved' },
  'comments-did-resolved': { 'zh-Hans': '标为已解决', 'zh-Hant': '標為已解決', en: 'resolved it' },
  'comments-did-reopened': { 'zh-Hans': '重新打开', 'zh-Hant': '重新開啟', en: 'opened it again' },
  'comments-uncommitted': { 'zh-Hans': '（还没提交）', 'zh-Hant': '（還沒提交）', en: '(not committed yet)' },
  'comments-not-author': {
    'zh-Hans': '（由他人提交，不能证明是本人写的）',
    'zh-Hant': '（由他人提交，不能證明是本人寫的）',
    en: '(committed by somebody else, so it is not proved who wrote it)',
  },
  'comments-edited': {
    'zh-Hans': '（事后被改过）',
    'zh-Hant': '（事後被改過）',
    en: '(edited afterwards)',
  },
  commentsAbout: { 'zh-Hans': '“{quote}”', 'zh-Hant': '「{quote}」', en: '“{quote}”' },
  commentsWhole: { 'zh-Hans': '整篇', 'zh-Hant': '整篇', en: 'whole page' },
  commentsLine: { 'zh-Hans': '第 {line} 行', 'zh-Hant': '第 {line} 行', en: 'line {line}' },
  commentsChanged: { 'zh-Hans': '文字已改动', 'zh-Hant': '文字已更動', en: 'the text has changed' },
  commentsThreadIs: { 'zh-Hans': '意见编号：{thread}', 'zh-Hant': '意見編號：{thread}', en: 'Thread: {thread}' },
  commentsNoQuote: {
    'zh-Hans': '{id} 的文件里没有“{quote}”。请照原文抄写。',
    'zh-Hant': '{id} 的檔案裡沒有「{quote}」。請照原文抄寫。',
    en: 'The file of {id} does not have “{quote}”. Copy the words as they stand there.',
  },
  commentsEmpty: { 'zh-Hans': '请写下对 {id} 的意见。', 'zh-Hant': '請寫下對 {id} 的意見。', en: 'Write the comment on {id}.' },
  commentsNoThread: {
    'zh-Hans': '{id} 没有编号为“{thread}”的意见。查看全部：playbook review comments list {id} --all',
    'zh-Hant': '{id} 沒有編號為「{thread}」的意見。查看全部：playbook review comments list {id} --all',
    en: '{id} has no thread “{thread}”. To see them all: playbook review comments list {id} --all',
  },
} as const satisfies Readonly<Record<string, Localized>>;
