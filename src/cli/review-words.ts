import { sharedReviewWords } from '../app/review-words.js';
import type { Localized } from '../core/model/locale.js';

/** What the command line says about review. */
export const reviewWords = {
  ...sharedReviewWords,

  // review
  reviewStatusSummary: {
    'zh-Hans': '每篇手册的审核状态、版次，还缺谁的审核',
    'zh-Hant': '每篇手冊的審核狀態、版次，還缺誰的審核',
    en: 'state and revision of every playbook, and whose approval is missing',
  },
  reviewAll: { 'zh-Hans': '也列出不缺审核的', 'zh-Hant': '也列出不缺審核的', en: 'also list those that lack nothing' },
  reviewNothingMissing: {
    'zh-Hans': '{count} 篇全部已审核。',
    'zh-Hant': '{count} 篇全部已審核。',
    en: 'All {count} are approved.',
  },
  reviewIsOff: {
    'zh-Hans': '审核没有开启。在 playbook.config.yaml 的 review 里写 mode: required 开启。',
    'zh-Hant': '審核沒有開啟。在 playbook.config.yaml 的 review 裡寫 mode: required 開啟。',
    en: 'Review is off. Turn it on in playbook.config.yaml: mode: required under review.',
  },
  reviewNoConfigApproved: {
    'zh-Hans':
      '配置 playbook.config.yaml 还没有审核过：规则暂按提交的配置，页面上不会出现它的任何文字。请运行：playbook review approve playbook.config',
    'zh-Hant':
      '設定檔 playbook.config.yaml 還沒有審核過：規則暫依提交的設定，頁面上不會出現它的任何文字。請執行：playbook review approve playbook.config',
    en: 'The config was never approved: until it is, the committed one says who approves, and nothing that it says reaches a page. Run: playbook review approve playbook.config',
  },
  reviewRevisionSize: { 'zh-Hans': '（{size}：{classes}）', 'zh-Hant': '（{size}：{classes}）', en: ' ({size}: {classes})' },
  reviewNoRevision: { 'zh-Hans': '未发布', 'zh-Hant': '未發布', en: 'not published' },
  reviewUnreadable: {
    'zh-Hans': '读不出来的审核文件：{file}',
    'zh-Hant': '讀不出來的審核檔案：{file}',
    en: 'a decision file that cannot be read: {file}',
  },
  reviewDuplicate: {
    'zh-Hans': '编号“{id}”用在多个文件里，以审核过的文字为准',
    'zh-Hant': '編號「{id}」用在多個檔案裡，以審核過的文字為準',
    en: 'several files have the id “{id}”; the approved text counts',
  },

  // Deciding
  reviewId: { 'zh-Hans': '手册的编号', 'zh-Hant': '手冊的編號', en: 'id of a playbook' },
  approveSummary: {
    'zh-Hans': '审核通过现在的文字，并单独提交这个决定',
    'zh-Hant': '核准現在的文字，並單獨提交這個決定',
    en: 'approve the present wording, and commit this decision alone',
  },
  requestSummary: { 'zh-Hans': '请人审核现在的文字', 'zh-Hant': '請人審核現在的文字', en: 'ask for a review of the present wording' },
  changesSummary: {
    'zh-Hans': '要求修改，写明改什么',
    'zh-Hant': '要求修改，寫明改什麼',
    en: 'ask for changes, saying which',
  },
  verifySummary: {
    'zh-Hans': '确认已发布的文字仍然正确',
    'zh-Hant': '確認已發布的文字仍然正確',
    en: 'say that the published wording is still right',
  },
  noteOption: { 'zh-Hans': '说明', 'zh-Hant': '說明', en: 'a note' },
  reviewerOption: {
    'zh-Hans': '请谁审核（邮箱，可重复）',
    'zh-Hant': '請誰審核（電子郵件，可重複）',
    en: 'whom to ask, by e-mail (repeatable)',
  },
  noCommitOption: {
    'zh-Hans': '只写入决定文件，不提交',
    'zh-Hant': '只寫入決定檔案，不提交',
    en: 'write the decision file, but leave the commit to you',
  },
  reviewUnknownId: {
    'zh-Hans': '最近一次提交里没有编号“{id}”。新写的手册要先提交。',
    'zh-Hant': '最近一次提交裡沒有編號「{id}」。新寫的手冊要先提交。',
    en: 'The last commit has no playbook “{id}”. A new one has to be committed first.',
  },
  reviewUncommitted: {
    'zh-Hans': '{path} 有还没提交的改动。审核针对提交过的文字：请先提交，或恢复它。',
    'zh-Hant': '{path} 有還沒提交的更動。審核針對提交過的文字：請先提交，或還原它。',
    en: '{path} has changes that are not committed. A review is about committed text: commit or undo them first.',
  },
  reviewNoIdentity: {
    'zh-Hans': 'git 还不知道你是谁。请先运行：git config user.name 姓名；git config user.email 邮箱',
    'zh-Hant': 'git 還不知道你是誰。請先執行：git config user.name 姓名；git config user.email 電子郵件',
    en: 'git does not know who you are. Run: git config user.name "Name"; git config user.email you@example.com',
  },
  reviewOwnChange: {
    'zh-Hans': '这次改动里有你（{by}）写的内容，不能自己审核。请别人审核：playbook review request {id}',
    'zh-Hant': '這次更動裡有你（{by}）寫的內容，不能自己審核。請別人審核：playbook review request {id}',
    en: 'You ({by}) wrote part of this change, and nobody approves their own words. Ask somebody else: playbook review request {id}',
  },
  reviewNotEntitled: {
    'zh-Hans': '按 review.rules，{id} 不由 {by} 审核，由：{people}。',
    'zh-Hant': '依 review.rules，{id} 不由 {by} 審核，由：{people}。',
    en: 'By review.rules, {id} is not for {by} to approve, but for: {people}.',
  },
  reviewAlready: {
    'zh-Hans': '{id} 现在的文字已经审核过（第 {number} 版）。要确认它仍然正确：playbook review verify {id}',
    'zh-Hant': '{id} 現在的文字已經審核過（第 {number} 版）。要確認它仍然正確：playbook review verify {id}',
    en: 'The present wording of {id} is approved already (revision {number}). To say that it is still right: playbook review verify {id}',
  },
  reviewNotPublished: {
    'zh-Hans': '{id} 现在的文字没有发布，不能只确认。请审核：playbook review approve {id}',
    'zh-Hant': '{id} 現在的文字沒有發布，不能只確認。請審核：playbook review approve {id}',
    en: 'The present wording of {id} is not published. Approve it instead: playbook review approve {id}',
  },
  reviewEmptyNote: {
    'zh-Hans': '请写明要改什么：playbook review changes {id} --note "…"',
    'zh-Hant': '請寫明要改什麼：playbook review changes {id} --note "…"',
    en: 'Say what to change: playbook review changes {id} --note "…"',
  },
  reviewNoEmail: {
    'zh-Hans': '--reviewer 要写邮箱，“{person}”不是。',
    'zh-Hant': '--reviewer 要寫電子郵件，「{person}」不是。',
    en: '--reviewer takes an e-mail address, and “{person}” is none.',
  },
  reviewConfigBroken: {
    'zh-Hans': '{path} 有错，不能审核。请先运行 playbook check。',
    'zh-Hant': '{path} 有錯，不能審核。請先執行 playbook check。',
    en: '{path} has mistakes and cannot be approved. Run playbook check first.',
  },
  reviewMoved: {
    'zh-Hans': '提交期间分支有了新提交，没有写入。请再运行一次。',
    'zh-Hant': '提交期間分支有了新提交，沒有寫入。請再執行一次。',
    en: 'The branch got another commit meanwhile; nothing was written. Run it again.',
  },
  reviewShownNew: {
    'zh-Hans': '{id} 还没有审核过的版本，全文：',
    'zh-Hant': '{id} 還沒有審核過的版本，全文：',
    en: '{id} was never approved. Its whole text:',
  },
  reviewShownChange: {
    'zh-Hans': '{id} 自第 {number} 版以来的改动：',
    'zh-Hant': '{id} 自第 {number} 版以來的更動：',
    en: 'What changed in {id} since revision {number}:',
  },
  reviewShownSame: {
    'zh-Hans': '{id} 的文字与第 {number} 版相同，全文：',
    'zh-Hant': '{id} 的文字與第 {number} 版相同，全文：',
    en: 'The text of {id} is that of revision {number}:',
  },
  reviewShownRemoval: {
    'zh-Hans': '{id} 的文件已删除：通过后不再给客服专员看。',
    'zh-Hant': '{id} 的檔案已刪除：核准後不再給客服專員看。',
    en: 'The file of {id} was removed: once approved, agents no longer see it.',
  },
  reviewShownAssets: { 'zh-Hans': '图片和附件：{files}', 'zh-Hant': '圖片和附件：{files}', en: 'Pictures and files: {files}' },
  reviewOtherAssets: {
    'zh-Hans': '与审核过的不同的图片和附件：{files}',
    'zh-Hant': '與審核過的不同的圖片和附件：{files}',
    en: 'Pictures and files that differ from the approved ones: {files}',
  },
  reviewReaches: { 'zh-Hans': '嵌入它的页面：{pages}', 'zh-Hant': '嵌入它的頁面：{pages}', en: 'Pages that embed it: {pages}' },
  reviewReachesHow: {
    'zh-Hans': '这些页面前后对照：playbook review diff {id} --format html --out diff.html',
    'zh-Hant': '這些頁面前後對照：playbook review diff {id} --format html --out diff.html',
    en: 'These pages before and after: playbook review diff {id} --format html --out diff.html',
  },
  reviewShortened: {
    'zh-Hans': '（还有 {lines} 行，见 git show）',
    'zh-Hant': '（還有 {lines} 行，見 git show）',
    en: '({lines} more lines; see git show)',
  },
  reviewCommitted: { 'zh-Hans': '已提交 {commit}：{file}', 'zh-Hant': '已提交 {commit}：{file}', en: 'Committed {commit}: {file}' },
  reviewNowPublished: {
    'zh-Hans': '{id} 已发布为第 {number} 版。',
    'zh-Hant': '{id} 已發布為第 {number} 版。',
    en: '{id} is published as revision {number}.',
  },
  reviewVerified: {
    'zh-Hans': '{id} 第 {number} 版仍然正确，已确认。',
    'zh-Hant': '{id} 第 {number} 版仍然正確，已確認。',
    en: '{id} revision {number} is confirmed as still right.',
  },
  reviewStill: { 'zh-Hans': '{id}：{state}，{missing}', 'zh-Hant': '{id}：{state}，{missing}', en: '{id}: {state}, {missing}' },

  // check, history, show
  reviewCheckSummary: {
    'zh-Hans': '合并前的关卡：列出还缺谁的审核',
    'zh-Hant': '合併前的關卡：列出還缺誰的審核',
    en: 'the gate before a merge: what still needs whose approval',
  },
  reviewCheckExit: {
    'zh-Hans': '退出码：0 全部已审核，1 还缺审核，2 无法检查。',
    'zh-Hant': '結束代碼：0 全部已審核，1 還缺審核，2 無法檢查。',
    en: 'Exit code: 0 all approved, 1 approvals missing, 2 the check could not run.',
  },
  baseOption: {
    'zh-Hans': '只看与这个分支或提交相比有改动的',
    'zh-Hant': '只看與這個分支或提交相比有更動的',
    en: 'only what differs from this branch or commit',
  },
  reviewFormatOption: {
    'zh-Hans': '输出格式：pretty、json、github、gitlab 或 markdown',
    'zh-Hant': '輸出格式：pretty、json、github、gitlab 或 markdown',
    en: 'output: pretty, json, github, gitlab or markdown',
  },
  reviewCheckPassed: { 'zh-Hans': '不缺审核。', 'zh-Hant': '不缺審核。', en: 'No approval is missing.' },
  reviewCheckFailed: {
    'zh-Hans': '{count} 处还缺审核。',
    'zh-Hant': '{count} 處還缺審核。',
    en: '{count} {count|playbook awaits|playbooks await} approval.',
  },
  reviewCheckDecisions: {
    'zh-Hans': '{count} 个审核文件不能算数，请核实后删除：留着它，关卡就不放行。',
    'zh-Hant': '{count} 個審核檔案不能算數，請核實後刪除：留著它，關卡就不放行。',
    en: '{count} {count|decision file|decision files} cannot count. Find out why and remove {count|it|them}; until then the gate stays shut.',
  },
  reviewCheckTitle: { 'zh-Hans': '审核', 'zh-Hant': '審核', en: 'Review' },
  reviewColumnPlaybook: { 'zh-Hans': '手册', 'zh-Hant': '手冊', en: 'Playbook' },
  reviewColumnState: { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'State' },
  reviewColumnMissing: { 'zh-Hans': '还缺', 'zh-Hant': '還缺', en: 'Missing' },
  reviewColumnAuthors: { 'zh-Hans': '作者', 'zh-Hant': '作者', en: 'Written by' },
  reviewHowTo: {
    'zh-Hans': '审核：playbook review approve {id}，要求修改：playbook review changes {id} --note "…"',
    'zh-Hant': '審核：playbook review approve {id}，要求修改：playbook review changes {id} --note "…"',
    en: 'To approve: playbook review approve {id}. To ask for changes: playbook review changes {id} --note "…"',
  },
  unknownCommit: {
    'zh-Hans': '找不到分支或提交“{name}”。也许要先 git fetch。',
    'zh-Hant': '找不到分支或提交「{name}」。也許要先 git fetch。',
    en: 'There is no branch or commit “{name}”. Perhaps git fetch first.',
  },
  reviewHistorySummary: {
    'zh-Hans': '一篇手册的所有版次和决定',
    'zh-Hant': '一篇手冊的所有版次和決定',
    en: 'all revisions and decisions of a playbook',
  },
  reviewNoDecisions: { 'zh-Hans': '{id} 还没有任何决定。', 'zh-Hant': '{id} 還沒有任何決定。', en: 'Nothing was decided about {id} yet.' },
  reviewRemoved: { 'zh-Hans': '停用', 'zh-Hant': '停用', en: 'retired' },
  showSummary: {
    'zh-Hans': '显示客服专员看到的文字，现在的或某一天、某一版的',
    'zh-Hant': '顯示客服專員看到的文字，現在的或某一天、某一版的',
    en: 'show the text that agents see, now or on a day or in a revision',
  },
  showArgument: {
    'zh-Hans': '编号，可加 @日期、@版次 或 @提交',
    'zh-Hant': '編號，可加 @日期、@版次 或 @提交',
    en: 'id, with @date, @revision or @commit for an earlier text',
  },
  showNothing: {
    'zh-Hans': '当时没有审核过的 {id}，客服专员看不到它。',
    'zh-Hant': '當時沒有審核過的 {id}，客服專員看不到它。',
    en: 'There was no approved {id}; agents did not see it.',
  },
  showNoRevision: { 'zh-Hans': '{id} 没有第 {number} 版。', 'zh-Hant': '{id} 沒有第 {number} 版。', en: '{id} has no revision {number}.' },
  showHead: {
    'zh-Hans': '{id} 第 {number} 版，{day} 由 {people} 审核，blob {blob}',
    'zh-Hant': '{id} 第 {number} 版，{day} 由 {people} 審核，blob {blob}',
    en: '{id}, revision {number}, approved on {day} by {people}, blob {blob}',
  },
  dayToCome: {
    'zh-Hans': '{day} 还没有到，没有人知道那天会看到什么。请写今天或更早的一天。',
    'zh-Hant': '{day} 還沒有到，沒有人知道那天會看到什麼。請寫今天或更早的一天。',
    en: 'Nobody knows yet what people will see on {day}. Name today or an earlier day.',
  },
  nothingThen: {
    'zh-Hans': '{day} 还没有任何提交。',
    'zh-Hant': '{day} 還沒有任何提交。',
    en: 'There was no commit on {day} yet.',
  },

  // export
  contentOption: {
    'zh-Hans': '导出什么：approved（审核过的）或 working-tree（文件夹里现在的）。开启审核时默认 approved',
    'zh-Hant': '匯出什麼：approved（審核過的）或 working-tree（資料夾裡現在的）。開啟審核時預設 approved',
    en: 'what to export: approved, or working-tree for the files as they are; approved by default where review is required',
  },
  asOfOption: {
    'zh-Hans': '重建客服专员在这一天看到的网站（YYYY-MM-DD）',
    'zh-Hant': '重建客服專員在這一天看到的網站（YYYY-MM-DD）',
    en: 'rebuild the site that agents saw on this day (YYYY-MM-DD)',
  },
  asOfWorkingTree: {
    'zh-Hans': '--as-of 只能和 --content approved 一起用：过去的文件夹没有留下来。',
    'zh-Hant': '--as-of 只能和 --content approved 一起用：過去的資料夾沒有留下來。',
    en: '--as-of goes with --content approved only: how the folder was then is not kept.',
  },
  exportedApproved: {
    'zh-Hans': '只含审核过的文字：{pages} 篇；{left} 篇还没有审核过的版本，没有导出。',
    'zh-Hant': '只含審核過的文字：{pages} 篇；{left} 篇還沒有審核過的版本，沒有匯出。',
    en: 'Approved wording only: {pages} {pages|playbook|playbooks}; {left} without an approved version left out.',
  },
  exportedAllApproved: {
    'zh-Hans': '只含审核过的文字：{pages} 篇。',
    'zh-Hant': '只含審核過的文字：{pages} 篇。',
    en: 'Approved wording only: {pages} {pages|playbook|playbooks}.',
  },
  exportedUnapproved: {
    'zh-Hans': '注意：这是文件夹里现在的内容，可能有没审核过的文字。不要给客服专员使用。',
    'zh-Hant': '注意：這是資料夾裡現在的內容，可能有沒審核過的文字。不要給客服專員使用。',
    en: 'Mind: this is the folder as it is and may hold wording that nobody approved. Not for agents.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
