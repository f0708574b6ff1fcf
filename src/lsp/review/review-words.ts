import type { Localized } from '../../core/model/locale.js';

/** What the language server says about review, beside what the command line says too. `{count|one|many}` chooses by number. */
export const reviewWords = {
  clauseSeparator: { 'zh-Hans': '，', 'zh-Hant': '，', en: ', ' },
  revision: { 'zh-Hans': '第 {number} 版', 'zh-Hant': '第 {number} 版', en: 'Revision {number}' },
  revisionOn: { 'zh-Hans': '第 {number} 版 · {day}', 'zh-Hant': '第 {number} 版 · {day}', en: 'Revision {number} · {day}' },
  committedText: { 'zh-Hans': '已提交的文字', 'zh-Hant': '已提交的文字', en: 'Committed text' },
  editorText: { 'zh-Hans': '编辑中的文字', 'zh-Hant': '編輯中的文字', en: 'Text in the editor' },
  noText: { 'zh-Hans': '（没有）', 'zh-Hant': '（沒有）', en: '(nothing)' },
  uncommittedState: { 'zh-Hans': '有未提交的改动', 'zh-Hant': '有未提交的更動', en: 'not committed yet' },
  waitsForYou: { 'zh-Hans': '等你审核', 'zh-Hant': '等你審核', en: 'waits for you' },
  approveLens: { 'zh-Hans': '审核通过', 'zh-Hant': '審核通過', en: 'Approve' },
  requestLens: { 'zh-Hans': '提请审核', 'zh-Hant': '提請審核', en: 'Request review' },
  configTitle: { 'zh-Hans': '知识库配置', 'zh-Hant': '知識庫設定', en: 'Config of the knowledge base' },
  codeownersTitle: { 'zh-Hans': '审核人名单 CODEOWNERS', 'zh-Hant': '審核人名單 CODEOWNERS', en: 'CODEOWNERS' },

  threadChanged: {
    'zh-Hans': '文字已改动，原文是“{quote}”。',
    'zh-Hant': '文字已更動，原文是「{quote}」。',
    en: 'The text has changed. It was “{quote}”.',
  },

  // What was done
  'said-comment': { 'zh-Hans': '意见已记下。', 'zh-Hant': '意見已記下。', en: 'The comment is recorded.' },
  'said-resolved': { 'zh-Hans': '意见已解决。', 'zh-Hant': '意見已解決。', en: 'The thread is resolved.' },
  'said-reopened': { 'zh-Hans': '意见已重新打开。', 'zh-Hant': '意見已重新開啟。', en: 'The thread is open again.' },
  'done-requested': { 'zh-Hans': '已提请审核“{title}”。', 'zh-Hant': '已提請審核「{title}」。', en: 'Asked for a review of “{title}”.' },
  'done-approved': {
    'zh-Hans': '“{title}”已发布为第 {number} 版。',
    'zh-Hant': '「{title}」已發布為第 {number} 版。',
    en: '“{title}” is published as revision {number}.',
  },
  'done-removed': {
    'zh-Hans': '“{title}”已停用，客服专员不再看到它。',
    'zh-Hant': '「{title}」已停用，客服專員不再看到它。',
    en: '“{title}” is retired; agents no longer see it.',
  },
  'done-approved-more': {
    'zh-Hans': '你的审核已记下。“{title}”{missing}。',
    'zh-Hant': '你的審核已記下。「{title}」{missing}。',
    en: 'Your approval is recorded. “{title}” {missing}.',
  },
  'done-changes-requested': {
    'zh-Hans': '已要求修改“{title}”。',
    'zh-Hant': '已要求修改「{title}」。',
    en: 'Asked for changes to “{title}”.',
  },
  'done-verified': {
    'zh-Hans': '“{title}”已确认仍然正确。',
    'zh-Hant': '「{title}」已確認仍然正確。',
    en: '“{title}” is confirmed as still right.',
  },
  didYouMean: { 'zh-Hans': '是不是 {name}？', 'zh-Hant': '是不是 {name}？', en: 'Did you mean {name}?' },

  // Why nothing was done
  'refusal-unknown-playbook': {
    'zh-Hans': '最近一次提交里没有“{title}”。新写的手册要先提交，再审核。',
    'zh-Hant': '最近一次提交裡沒有「{title}」。新寫的手冊要先提交，再審核。',
    en: 'The last commit does not have “{title}”. Commit a new playbook first, then have it reviewed.',
  },
  'refusal-no-identity': {
    'zh-Hans': 'git 还不知道你是谁。请在终端运行：git config --global user.name 姓名；git config --global user.email 邮箱',
    'zh-Hant': 'git 還不知道你是誰。請在終端機執行：git config --global user.name 姓名；git config --global user.email 電子郵件',
    en: 'git does not know who you are. Run in a terminal: git config --global user.name "Name"; git config --global user.email you@example.com',
  },
  'refusal-unsaved': {
    'zh-Hans': '“{title}”有还没保存的改动。请先保存并提交，或撤销改动。',
    'zh-Hant': '「{title}」有還沒儲存的更動。請先儲存並提交，或復原更動。',
    en: '“{title}” has changes that are not saved. Save and commit them, or undo them.',
  },
  'refusal-uncommitted': {
    'zh-Hans': '“{title}”有还没提交的改动。审核针对提交过的文字：请先提交，或恢复它。',
    'zh-Hant': '「{title}」有還沒提交的更動。審核針對提交過的文字：請先提交，或還原它。',
    en: '“{title}” has changes that are not committed. A review is about committed text: commit or undo them first.',
  },
  'refusal-empty-note': { 'zh-Hans': '请写明要改什么。', 'zh-Hant': '請寫明要改什麼。', en: 'Say what to change.' },
  'refusal-already-approved': {
    'zh-Hans': '“{title}”现在的文字已经审核过（第 {number} 版）。要确认它仍然正确，请用“确认仍然正确”。',
    'zh-Hant': '「{title}」現在的文字已經審核過（第 {number} 版）。要確認它仍然正確，請用「確認仍然正確」。',
    en: 'The present wording of “{title}” is approved already (revision {number}). To say that it is still right, verify it.',
  },
  'refusal-not-published': {
    'zh-Hans': '“{title}”现在的文字没有发布，不能只确认，要审核通过。',
    'zh-Hant': '「{title}」現在的文字沒有發布，不能只確認，要審核通過。',
    en: 'The present wording of “{title}” is not published, so it has to be approved instead.',
  },
  'refusal-own-change': {
    'zh-Hans': '这次改动里有你（{by}）写的内容，不能自己审核。请别人审核。',
    'zh-Hant': '這次更動裡有你（{by}）寫的內容，不能自己審核。請別人審核。',
    en: 'You ({by}) wrote part of this change, and nobody approves their own words. Ask somebody else for a review.',
  },
  'refusal-not-entitled': {
    'zh-Hans': '按知识库的审核规则，“{title}”不由 {by} 审核，由：{people}。',
    'zh-Hant': '依知識庫的審核規則，「{title}」不由 {by} 審核，由：{people}。',
    en: 'By the review rules of the knowledge base, “{title}” is not for {by} to approve, but for: {people}.',
  },
  'refusal-broken-config': {
    'zh-Hans': '{path} 有错，不能审核。请先改正其中的问题。',
    'zh-Hant': '{path} 有錯，不能審核。請先改正其中的問題。',
    en: '{path} has mistakes and cannot be approved. Mend its problems first.',
  },
  'refusal-no-email': {
    'zh-Hans': '“{person}”不是邮箱。',
    'zh-Hant': '「{person}」不是電子郵件。',
    en: '“{person}” is no e-mail address.',
  },
  'refusal-moved': {
    'zh-Hans': '提交期间分支有了新提交，没有写入。请再试一次。',
    'zh-Hant': '提交期間分支有了新提交，沒有寫入。請再試一次。',
    en: 'The branch got another commit meanwhile; nothing was written. Try again.',
  },
  'refusal-not-writable': {
    'zh-Hans': '这个文件夹或它的 git 仓库不能写入，没有记下。请检查权限。',
    'zh-Hant': '這個資料夾或它的 git 儲存庫不能寫入，沒有記下。請檢查權限。',
    en: 'This folder or its git repository may not be written, so nothing was recorded. Check the permissions.',
  },
  'refusal-empty-text': { 'zh-Hans': '请写下意见。', 'zh-Hant': '請寫下意見。', en: 'Write a comment.' },
  'refusal-unknown-thread': {
    'zh-Hans': '“{title}”没有这条意见，也许它已被删除。',
    'zh-Hant': '「{title}」沒有這條意見，也許它已被刪除。',
    en: '“{title}” has no such thread. Perhaps it was removed.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
