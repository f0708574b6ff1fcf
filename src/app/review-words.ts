import type { Localized } from '../core/model/locale.js';
import type { HistoryProblem } from './ports.js';

/** What the command line and the language server say about review alike. `{count|one|many}` chooses by number. */
export const sharedReviewWords = {
  // The history
  historyNoGit: {
    'zh-Hans': '找不到 git。审核要看 git 的历史，请先安装 git。',
    'zh-Hant': '找不到 git。審核要看 git 的歷史，請先安裝 git。',
    en: 'There is no git on this computer. Review reads git’s history; install git first.',
  },
  historyNoRepository: {
    'zh-Hans': '这个文件夹不在 git 仓库里，没有审核可查。要开始：git init，再提交一次。',
    'zh-Hant': '這個資料夾不在 git 儲存庫裡，沒有審核可查。要開始：git init，再提交一次。',
    en: 'This folder is in no git repository, so there are no approvals to go by. To begin: git init, then commit.',
  },
  historyNoCommit: {
    'zh-Hans': 'git 仓库里还没有提交。请先提交一次。',
    'zh-Hant': 'git 儲存庫裡還沒有提交。請先提交一次。',
    en: 'The git repository has no commit yet. Commit once first.',
  },
  historyShallow: {
    'zh-Hans':
      '这个仓库只取了最近的历史（shallow clone），看不到是谁审核的。请先运行：git fetch --unshallow（GitHub Actions 里写 fetch-depth: 0，GitLab CI 里写 GIT_DEPTH: "0"）',
    'zh-Hant':
      '這個儲存庫只取了最近的歷史（shallow clone），看不到是誰審核的。請先執行：git fetch --unshallow（GitHub Actions 裡寫 fetch-depth: 0，GitLab CI 裡寫 GIT_DEPTH: "0"）',
    en: 'This clone has recent history only, so approvals cannot be told. Fetch the rest: git fetch --unshallow (in GitHub Actions, fetch-depth: 0; in GitLab CI, GIT_DEPTH: "0")',
  },
  historyPartial: {
    'zh-Hans': '这个仓库没有取全文件内容（partial clone），看不到审核过的文字。请先运行：git fetch --refetch --no-filter',
    'zh-Hant': '這個儲存庫沒有取全檔案內容（partial clone），看不到審核過的文字。請先執行：git fetch --refetch --no-filter',
    en: 'This clone lacks some file contents, so approved texts cannot be read. Fetch them: git fetch --refetch --no-filter',
  },
  historyForeignOwner: {
    'zh-Hans': '这个仓库属于另一个用户，git 不读它。如果信任它，请运行：git config --global --add safe.directory <文件夹>',
    'zh-Hant': '這個儲存庫屬於另一個使用者，git 不讀它。如果信任它，請執行：git config --global --add safe.directory <資料夾>',
    en: 'This repository belongs to another user, so git will not read it. If you trust it: git config --global --add safe.directory <folder>',
  },
  historyDamaged: {
    'zh-Hans': 'git 仓库缺少数据或已损坏（{detail}）。请运行 git fsck 查看，或重新 clone。',
    'zh-Hant': 'git 儲存庫缺少資料或已損壞（{detail}）。請執行 git fsck 查看，或重新 clone。',
    en: 'The git repository lacks data or is damaged ({detail}). Look with git fsck, or clone it anew.',
  },
  historyFailed: {
    'zh-Hans': 'git 没有完成：{detail}',
    'zh-Hant': 'git 沒有完成：{detail}',
    en: 'git did not finish: {detail}',
  },

  // States
  'state.approved': { 'zh-Hans': '已审核', 'zh-Hant': '已審核', en: 'approved' },
  'state.never-approved': { 'zh-Hans': '待审核', 'zh-Hant': '待審核', en: 'never approved' },
  'state.changed': { 'zh-Hans': '审核后有改动', 'zh-Hant': '審核後有改動', en: 'changed since approval' },
  'state.changes-requested': { 'zh-Hans': '要求修改', 'zh-Hant': '要求修改', en: 'changes requested' },
  'state.expired': { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'expired' },
  'state.retired': { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'retired' },

  // Why a decision does not count
  'problem.edited': {
    'zh-Hans': '文件事后被改过，不算数',
    'zh-Hant': '檔案事後被改過，不算數',
    en: 'its file was edited afterwards, so it does not count',
  },
  'problem.not-author': {
    'zh-Hans': '由 {author} 以他人名义提交，不算数',
    'zh-Hant': '由 {author} 以他人名義提交，不算數',
    en: 'committed by {author} in this person’s name, so it does not count',
  },
  'problem.unsigned': {
    'zh-Hans': '没有本人的有效签名，不算数',
    'zh-Hant': '沒有本人的有效簽章，不算數',
    en: 'without a good signature of this person, so it does not count',
  },
  'problem.unreadable': { 'zh-Hans': '文件读不出来', 'zh-Hant': '檔案讀不出來', en: 'the file cannot be read' },
  'problem.own-change': {
    'zh-Hans': '不能审核自己写的内容',
    'zh-Hant': '不能審核自己寫的內容',
    en: 'nobody approves their own words',
  },
  'problem.not-entitled': {
    'zh-Hans': '按规则不由此人审核',
    'zh-Hant': '依規則不由此人審核',
    en: 'the rules do not ask this person',
  },
  'problem.unknown-text': {
    'zh-Hans': '当时的历史里没有这份文字',
    'zh-Hant': '當時的歷史裡沒有這份文字',
    en: 'this text was not in the history at that time',
  },
  'problem.unknown-asset': {
    'zh-Hans': '当时的历史里没有所列的图片或附件',
    'zh-Hant': '當時的歷史裡沒有所列的圖片或附件',
    en: 'a picture or file it names was not in the history at that time',
  },
  'problem.superseded': {
    'zh-Hans': '当时已有更新的审核版本',
    'zh-Hant': '當時已有更新的審核版本',
    en: 'a newer text had been approved by then',
  },
  'problem.withdrawn': { 'zh-Hans': '已由本人撤回', 'zh-Hant': '已由本人撤回', en: 'withdrawn by the same person' },

  // Kinds of decision
  'decision.approved': { 'zh-Hans': '审核通过', 'zh-Hant': '審核通過', en: 'approved' },
  'decision.requested': { 'zh-Hans': '提请审核', 'zh-Hant': '提請審核', en: 'asked for review' },
  'decision.changes-requested': { 'zh-Hans': '要求修改', 'zh-Hant': '要求修改', en: 'asked for changes' },
  'decision.verified': { 'zh-Hans': '确认仍然正确', 'zh-Hant': '確認仍然正確', en: 'found it still right' },

  // How a playbook stands
  reviewRevision: { 'zh-Hans': '第 {number} 版', 'zh-Hant': '第 {number} 版', en: 'revision {number}' },
  reviewMissingAny: {
    'zh-Hans': '还缺 {count} 人审核',
    'zh-Hant': '還缺 {count} 人審核',
    en: 'needs {count} more {count|approval|approvals}',
  },
  reviewMissingGroup: {
    'zh-Hans': '还缺 {group} 的 {count} 人审核：{people}',
    'zh-Hant': '還缺 {group} 的 {count} 人審核：{people}',
    en: 'needs {count} more from {group}: {people}',
  },
  reviewMissingFrom: {
    'zh-Hans': '还缺 {count} 人审核：{people}',
    'zh-Hant': '還缺 {count} 人審核：{people}',
    en: 'needs {count} more from: {people}',
  },
  reviewNobody: { 'zh-Hans': '没有人可以审核', 'zh-Hant': '沒有人可以審核', en: 'nobody who could' },
  reviewWrittenBy: { 'zh-Hans': '作者 {people}', 'zh-Hant': '作者 {people}', en: 'written by {people}' },
  reviewApprovedBy: { 'zh-Hans': '{people} 已审核', 'zh-Hant': '{people} 已審核', en: 'approved by {people}' },
  reviewAsked: { 'zh-Hans': '{by} 请 {people} 审核', 'zh-Hant': '{by} 請 {people} 審核', en: '{by} asked {people}' },
  reviewAskedEverybody: { 'zh-Hans': '{by} 请大家审核', 'zh-Hant': '{by} 請大家審核', en: '{by} asked everybody' },
  reviewChangesAsked: {
    'zh-Hans': '{by} 要求修改：{note}',
    'zh-Hant': '{by} 要求修改：{note}',
    en: '{by} asked for changes: {note}',
  },
  reviewFileGone: {
    'zh-Hans': '文件已删除，等待审核后停用',
    'zh-Hant': '檔案已刪除，等待審核後停用',
    en: 'its file was removed, which awaits approval',
  },
  reviewAssetsChanged: { 'zh-Hans': '图片或附件有改动', 'zh-Hant': '圖片或附件有改動', en: 'a picture or file it shows has changed' },
  reviewSuspicious: {
    'zh-Hans': '有问题的审核文件：{file}（{problem}）',
    'zh-Hant': '有問題的審核檔案：{file}（{problem}）',
    en: 'a decision to look at: {file} ({problem})',
  },

  // Deciding
  'done-written': {
    'zh-Hans': '已写入 {file}，由你本人提交后才算数。',
    'zh-Hant': '已寫入 {file}，由你本人提交後才算數。',
    en: 'Wrote {file}. It counts once you commit it yourself.',
  },
  unknownPerson: {
    'zh-Hans': '这个仓库里还没有 {person} 的提交，请确认邮箱没有写错。',
    'zh-Hant': '這個儲存庫裡還沒有 {person} 的提交，請確認電子郵件沒有寫錯。',
    en: '{person} has made no commit here yet. Check that the address is right.',
  },
  'refusal-asks-author': {
    'zh-Hans': '{person} 写了这次改动的一部分，不能审核它。请另请一位。',
    'zh-Hant': '{person} 寫了這次更動的一部分，不能審核它。請另請一位。',
    en: '{person} wrote part of this change, and nobody approves their own words. Ask somebody else.',
  },

  listSeparator: { 'zh-Hans': '、', 'zh-Hant': '、', en: ', ' },
} as const satisfies Readonly<Record<string, Localized>>;

type ReviewWord = keyof typeof sharedReviewWords;

/** Why a history cannot be read and what to do about it; each text has a blank for the `detail`. */
export const historyWords = {
  'no-git': 'historyNoGit',
  'no-repository': 'historyNoRepository',
  'no-commit': 'historyNoCommit',
  shallow: 'historyShallow',
  partial: 'historyPartial',
  'foreign-owner': 'historyForeignOwner',
  damaged: 'historyDamaged',
  failed: 'historyFailed',
} as const satisfies Readonly<Record<HistoryProblem, ReviewWord>>;

/** Looks up and fills a text in a language. */
export type SayOfReview = (word: ReviewWord, values?: Readonly<Record<string, string | number>>) => string;
