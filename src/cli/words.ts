import { chooseForms, fillMessage, type Locale, type Localized } from '../core/model/locale.js';
import { commentWords } from './comment-words.js';
import { feedbackWords } from './feedback-words.js';
import { reviewWords } from './review-words.js';

/** What the command line says, besides the messages of rules. `{count|one|many}` chooses by number. */
const words = {
  ...reviewWords,
  ...commentWords,
  ...feedbackWords,
  // The program and its help
  program: {
    'zh-Hans': '检查、检索、导出一个预案与话术知识库。',
    'zh-Hant': '檢查、搜尋、匯出一個預案與話術知識庫。',
    en: 'Checks, searches and exports a knowledge base of playbooks.',
  },
  helpUsage: { 'zh-Hans': '用法：', 'zh-Hant': '用法：', en: 'Usage:' },
  helpArguments: { 'zh-Hans': '参数：', 'zh-Hant': '參數：', en: 'Arguments:' },
  helpOptions: { 'zh-Hans': '选项：', 'zh-Hant': '選項：', en: 'Options:' },
  helpGlobalOptions: { 'zh-Hans': '通用选项：', 'zh-Hant': '通用選項：', en: 'Global options:' },
  helpCommands: { 'zh-Hans': '命令：', 'zh-Hant': '命令：', en: 'Commands:' },
  helpExamples: { 'zh-Hans': '示例：', 'zh-Hant': '範例：', en: 'Examples:' },
  helpOptionsMark: { 'zh-Hans': '[选项]', 'zh-Hant': '[選項]', en: '[options]' },
  helpCommandMark: { 'zh-Hans': '[命令]', 'zh-Hant': '[命令]', en: '[command]' },
  helpDefault: { 'zh-Hans': '默认 {value}', 'zh-Hant': '預設 {value}', en: 'default {value}' },
  helpOption: { 'zh-Hans': '显示帮助', 'zh-Hant': '顯示說明', en: 'show this help' },
  helpCommand: { 'zh-Hans': '显示某个命令的帮助', 'zh-Hant': '顯示某個命令的說明', en: 'show the help of a command' },
  helpName: { 'zh-Hans': '命令的名称', 'zh-Hant': '命令的名稱', en: 'name of the command' },
  versionOption: { 'zh-Hans': '显示版本号', 'zh-Hant': '顯示版本號', en: 'show the version' },
  localeOption: {
    'zh-Hans': '界面语言：zh-Hans、zh-Hant 或 en（默认按系统设置）',
    'zh-Hant': '介面語言：zh-Hans、zh-Hant 或 en（預設依系統設定）',
    en: 'language of messages: zh-Hans, zh-Hant or en (by default, that of the system)',
  },
  todayOption: {
    'zh-Hans': '把这一天当作今天（YYYY-MM-DD）',
    'zh-Hant': '把這一天當作今天（YYYY-MM-DD）',
    en: 'the day that counts as today (YYYY-MM-DD)',
  },
  jsonOption: { 'zh-Hans': '输出 JSON，供程序读取', 'zh-Hant': '輸出 JSON，供程式讀取', en: 'print JSON for programs' },
  folderArgument: {
    'zh-Hans': '知识库文件夹（默认从当前文件夹往上找）',
    'zh-Hant': '知識庫資料夾（預設從目前資料夾往上找）',
    en: 'folder of the knowledge base (by default, found from the current folder upwards)',
  },
  rootOption: {
    'zh-Hans': '知识库文件夹（默认从当前文件夹往上找）',
    'zh-Hant': '知識庫資料夾（預設從目前資料夾往上找）',
    en: 'folder of the knowledge base (by default, found from the current folder upwards)',
  },

  // Mistakes on the command line
  unknownCommand: { 'zh-Hans': '没有“{name}”这个命令。', 'zh-Hant': '沒有「{name}」這個命令。', en: 'There is no command “{name}”.' },
  unknownOption: { 'zh-Hans': '没有“{name}”这个选项。', 'zh-Hant': '沒有「{name}」這個選項。', en: 'There is no option “{name}”.' },
  missingArgument: { 'zh-Hans': '缺少参数 <{name}>。', 'zh-Hant': '缺少參數 <{name}>。', en: 'The argument <{name}> is missing.' },
  missingOption: { 'zh-Hans': '缺少选项“{name}”。', 'zh-Hant': '缺少選項「{name}」。', en: 'The option “{name}” is missing.' },
  missingOptionValue: {
    'zh-Hans': '选项“{name}”后面要写一个值。',
    'zh-Hant': '選項「{name}」後面要寫一個值。',
    en: 'The option “{name}” needs a value.',
  },
  excessArguments: {
    'zh-Hans': '参数太多：最多 {expected} 个，写了 {found} 个。含空格的内容请加引号。',
    'zh-Hant': '參數太多：最多 {expected} 個，寫了 {found} 個。含空格的內容請加引號。',
    en: 'Too many arguments: at most {expected}, found {found}. Put text with spaces in quotes.',
  },
  invalidUsage: { 'zh-Hans': '命令写法不对：{detail}', 'zh-Hant': '命令寫法不對：{detail}', en: 'This command cannot be read: {detail}' },
  didYouMean: { 'zh-Hans': '是不是“{name}”？', 'zh-Hant': '是不是「{name}」？', en: 'Did you mean “{name}”?' },
  seeHelp: { 'zh-Hans': '查看用法：{command} --help', 'zh-Hant': '查看用法：{command} --help', en: 'For its use: {command} --help' },
  invalidChoice: {
    'zh-Hans': '{option} 不能是“{value}”，可以写：{choices}。',
    'zh-Hant': '{option} 不能是「{value}」，可以寫：{choices}。',
    en: '{option} cannot be “{value}”. Choose one of: {choices}.',
  },
  invalidDay: {
    'zh-Hans': '{option} 要写一个存在的日期，格式 YYYY-MM-DD，例如 2026-11-22；“{value}”不是。',
    'zh-Hant': '{option} 要寫一個存在的日期，格式 YYYY-MM-DD，例如 2026-11-22；「{value}」不是。',
    en: '{option} needs a day that exists, as in 2026-11-22; “{value}” is none.',
  },
  invalidNumber: {
    'zh-Hans': '{option} 要写 {from} 到 {to} 的整数；“{value}”不是。',
    'zh-Hant': '{option} 要寫 {from} 到 {to} 的整數；「{value}」不是。',
    en: '{option} needs a whole number from {from} to {to}; “{value}” is none.',
  },

  // Folders and files
  noFolder: {
    'zh-Hans': '找不到文件夹“{folder}”。请检查路径。',
    'zh-Hant': '找不到資料夾「{folder}」。請檢查路徑。',
    en: 'There is no folder “{folder}”. Check the path.',
  },
  noCurrentFolder: {
    'zh-Hans': '当前文件夹已经不存在。请先进入别的文件夹。',
    'zh-Hant': '目前資料夾已經不存在。請先進入其他資料夾。',
    en: 'The current folder no longer exists. Go to another one first.',
  },
  notFolder: {
    'zh-Hans': '“{folder}”是文件，不是文件夹。请写它所在的文件夹。',
    'zh-Hant': '「{folder}」是檔案，不是資料夾。請寫它所在的資料夾。',
    en: '“{folder}” is a file, not a folder. Name the folder it is in.',
  },
  unreadableFolder: {
    'zh-Hans': '没有权限读取文件夹“{folder}”。请检查权限。',
    'zh-Hant': '沒有權限讀取資料夾「{folder}」。請檢查權限。',
    en: 'The folder “{folder}” may not be read. Check its permissions.',
  },
  emptyFolder: {
    'zh-Hans': '“{folder}”里还没有手册，也没有 {config}。',
    'zh-Hant': '「{folder}」裡還沒有手冊，也沒有 {config}。',
    en: '“{folder}” holds no playbooks and no {config}.',
  },
  noPlaybooks: {
    'zh-Hans': '“{folder}”里还没有手册。新建一篇：playbook new script 标题',
    'zh-Hant': '「{folder}」裡還沒有手冊。新增一篇：playbook new script 標題',
    en: '“{folder}” holds no playbooks yet. Write the first: playbook new script "Title"',
  },
  howToBegin: {
    'zh-Hans': '从这里开始：playbook init（放入配置和每种类型的示例），或指定别的文件夹。',
    'zh-Hant': '從這裡開始：playbook init（放入設定和每種類型的範例），或指定別的資料夾。',
    en: 'To begin: playbook init (writes a config and an example of each type), or name another folder.',
  },
  noPermission: {
    'zh-Hans': '没有权限读写“{path}”。',
    'zh-Hant': '沒有權限讀寫「{path}」。',
    en: 'No permission to read or write “{path}”.',
  },
  diskFull: {
    'zh-Hans': '磁盘空间不足，没有写完。',
    'zh-Hant': '磁碟空間不足，沒有寫完。',
    en: 'The disk is full; writing did not finish.',
  },
  readOnlyDisk: {
    'zh-Hans': '“{path}”所在的磁盘只读。',
    'zh-Hant': '「{path}」所在的磁碟唯讀。',
    en: 'The disk of “{path}” is read-only.',
  },
  fileGone: {
    'zh-Hans': '找不到“{path}”，可能刚被删除或移走。',
    'zh-Hant': '找不到「{path}」，可能剛被刪除或移走。',
    en: '“{path}” is gone; it may just have been removed.',
  },
  tooManyFiles: {
    'zh-Hans': '同时打开的文件太多。请关掉一些程序再试。',
    'zh-Hant': '同時開啟的檔案太多。請關掉一些程式再試。',
    en: 'Too many files are open. Close some programs and try again.',
  },
  pathThroughFile: {
    'zh-Hans': '“{path}”经过一个文件，那里不能有文件夹。',
    'zh-Hant': '「{path}」經過一個檔案，那裡不能有資料夾。',
    en: '“{path}” leads through a file, where no folder can be.',
  },
  leftOutside: {
    'zh-Hans': '已跳过 {path}：这个链接通向知识库之外。',
    'zh-Hant': '已略過 {path}：這個連結通往知識庫之外。',
    en: 'Left out {path}: this link leaves the knowledge base.',
  },
  leftBroken: {
    'zh-Hans': '已跳过 {path}：这个链接通向的文件不存在。',
    'zh-Hant': '已略過 {path}：這個連結通往的檔案不存在。',
    en: 'Left out {path}: the file this link leads to does not exist.',
  },
  leftUnreadable: {
    'zh-Hans': '已跳过文件夹 {path}：没有权限读取。',
    'zh-Hant': '已略過資料夾 {path}：沒有權限讀取。',
    en: 'Left out the folder {path}: it may not be read.',
  },
  outsideFolder: {
    'zh-Hans': '“{path}”在知识库之外，不会写到那里。',
    'zh-Hant': '「{path}」在知識庫之外，不會寫到那裡。',
    en: '“{path}” lies outside the knowledge base; nothing is written there.',
  },
  unexpected: {
    'zh-Hans': '程序出错：{detail}。这是我们的问题，请把这句话和所用的命令反馈给我们。',
    'zh-Hant': '程式出錯：{detail}。這是我們的問題，請把這句話和所用的命令回報給我們。',
    en: 'The program failed: {detail}. This is our mistake; please report it with the command you used.',
  },

  // check
  checkSummary: {
    'zh-Hans': '找出所有问题：断链、缺少的小节、过期的内容、不当承诺等',
    'zh-Hant': '找出所有問題：失效連結、缺少的小節、過期的內容、不當承諾等',
    en: 'find all problems: broken links, missing sections, outdated content, improper promises',
  },
  checkExit: {
    'zh-Hans': '退出码：0 没有错误，1 有错误，2 无法检查。',
    'zh-Hant': '結束代碼：0 沒有錯誤，1 有錯誤，2 無法檢查。',
    en: 'Exit code: 0 no errors, 1 errors, 2 the check could not run.',
  },
  formatOption: {
    'zh-Hans': '输出格式：pretty、json、sarif 或 github',
    'zh-Hant': '輸出格式：pretty、json、sarif 或 github',
    en: 'output: pretty, json, sarif or github',
  },
  fixOption: {
    'zh-Hans': '把能自动改的问题改好，再检查一遍',
    'zh-Hant': '把能自動改的問題改好，再檢查一遍',
    en: 'mend what can be mended, then check again',
  },
  severityError: { 'zh-Hans': '错误', 'zh-Hant': '錯誤', en: 'error' },
  severityWarning: { 'zh-Hans': '警告', 'zh-Hant': '警告', en: 'warning' },
  severityInfo: { 'zh-Hans': '提示', 'zh-Hant': '提示', en: 'info' },
  noProblems: {
    'zh-Hans': '没有发现问题，共检查 {files} 篇手册。',
    'zh-Hant': '沒有發現問題，共檢查 {files} 篇手冊。',
    en: 'No problems in {files} {files|playbook|playbooks}.',
  },
  problemsFound: {
    'zh-Hans': '{errors} 个错误，{warnings} 个警告，{infos} 条提示；共检查 {files} 篇手册。',
    'zh-Hant': '{errors} 個錯誤，{warnings} 個警告，{infos} 則提示；共檢查 {files} 篇手冊。',
    en: '{errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|info|infos} in {files} {files|playbook|playbooks}.',
  },
  fixableCount: {
    'zh-Hans': '其中 {count} 个可以用 --fix 自动改好。',
    'zh-Hant': '其中 {count} 個可以用 --fix 自動改好。',
    en: '{count} of them could be fixed with --fix.',
  },
  fixedFile: {
    'zh-Hans': '已修改 {path}：{count} 处',
    'zh-Hant': '已修改 {path}：{count} 處',
    en: 'Changed {path}: {count} {count|fix|fixes}',
  },
  fixNothing: { 'zh-Hans': '没有可以自动改的问题。', 'zh-Hant': '沒有可以自動改的問題。', en: 'Nothing could be fixed automatically.' },
  fixSkipped: {
    'zh-Hans': '没有修改 {path}：检查期间文件有变动。请再运行一次。',
    'zh-Hant': '沒有修改 {path}：檢查期間檔案有變動。請再執行一次。',
    en: '{path} was left alone: it changed during the check. Run it again.',
  },
  relatedPlace: { 'zh-Hans': '另见 {place}', 'zh-Hant': '另見 {place}', en: 'see {place}' },

  // search
  searchSummary: {
    'zh-Hans': '检索手册，简繁体、拼音首字母和同义词都能找到',
    'zh-Hant': '搜尋手冊，繁簡體、拼音字首和同義詞都找得到',
    en: 'find playbooks by words in either Chinese script, pinyin or synonyms',
  },
  queryArgument: { 'zh-Hans': '要找的词', 'zh-Hant': '要找的詞', en: 'words to look for' },
  typeFilter: { 'zh-Hans': '只找这种类型（可重复）', 'zh-Hant': '只找這種類型（可重複）', en: 'only this type (repeatable)' },
  channelFilter: {
    'zh-Hans': '只找用于这个渠道的（可重复）',
    'zh-Hant': '只找用於這個管道的（可重複）',
    en: 'only for this channel (repeatable)',
  },
  tierFilter: {
    'zh-Hans': '只找用于这个客户等级的（可重复）',
    'zh-Hant': '只找用於這個客戶等級的（可重複）',
    en: 'only for this customer tier (repeatable)',
  },
  langFilter: { 'zh-Hans': '只找这种语言（可重复）', 'zh-Hant': '只找這種語言（可重複）', en: 'only this language (repeatable)' },
  tagFilter: { 'zh-Hans': '只找有这个标签的（可重复）', 'zh-Hant': '只找有這個標籤的（可重複）', en: 'only with this tag (repeatable)' },
  productFilter: { 'zh-Hans': '只找这个产品的（可重复）', 'zh-Hant': '只找這個產品的（可重複）', en: 'only of this product (repeatable)' },
  limitOption: { 'zh-Hans': '最多列出多少篇', 'zh-Hant': '最多列出多少篇', en: 'how many to list at most' },
  emptyQuery: { 'zh-Hans': '请写要找的词。', 'zh-Hant': '請寫要找的詞。', en: 'Write what to look for.' },
  batchOption: {
    'zh-Hans': '从标准输入逐行读 JSON {"id","text"}，逐行输出 {"id","hits"}',
    'zh-Hant': '從標準輸入逐行讀 JSON {"id","text"}，逐行輸出 {"id","hits"}',
    en: 'read JSON lines {"id","text"} from standard input, print a line {"id","hits"} for each',
  },
  batchWithQuery: {
    'zh-Hans': '--batch 从标准输入读要找的词，命令里不要再写。',
    'zh-Hant': '--batch 從標準輸入讀要找的詞，命令裡不要再寫。',
    en: '--batch reads queries from standard input; leave them off the command line.',
  },
  batchLine: {
    'zh-Hans': '标准输入第 {line} 行没有检索：{problem}',
    'zh-Hant': '標準輸入第 {line} 行沒有搜尋：{problem}',
    en: 'Line {line} of standard input was left out: {problem}',
  },
  batchNotJson: { 'zh-Hans': '这不是 JSON。', 'zh-Hant': '這不是 JSON。', en: 'it is not JSON.' },
  batchNotObject: {
    'zh-Hans': '应是 {"id": …, "text": "…"}。',
    'zh-Hant': '應是 {"id": …, "text": "…"}。',
    en: 'it should be {"id": …, "text": "…"}.',
  },
  batchNoId: {
    'zh-Hans': '要有 id，文本或数字。',
    'zh-Hant': '要有 id，文字或數字。',
    en: 'it needs an id, a text or a number.',
  },
  batchNoText: { 'zh-Hans': '要有 text，文本。', 'zh-Hant': '要有 text，文字。', en: 'it needs a text.' },
  noHits: {
    'zh-Hans': '没有找到与“{query}”有关的手册。',
    'zh-Hant': '沒有找到與「{query}」有關的手冊。',
    en: 'Nothing found for “{query}”.',
  },
  noHitsFiltered: {
    'zh-Hans': '去掉筛选条件，或换一个更短的词试试。',
    'zh-Hant': '移除篩選條件，或換一個更短的詞試試。',
    en: 'Try without the filters, or with a shorter word.',
  },
  noHitsAdvice: {
    'zh-Hans': '换一个更短的词，或客户会说的词试试。',
    'zh-Hant': '換一個更短的詞，或客戶會說的詞試試。',
    en: 'Try a shorter word, or one that customers use.',
  },
  hitsFound: {
    'zh-Hans': '找到 {total} 篇，列出前 {shown} 篇。',
    'zh-Hant': '找到 {total} 篇，列出前 {shown} 篇。',
    en: '{total} found, the first {shown} listed.',
  },
  hitsAll: { 'zh-Hans': '找到 {total} 篇。', 'zh-Hant': '找到 {total} 篇。', en: '{total} found.' },
  hitNotYet: { 'zh-Hans': '尚未生效', 'zh-Hant': '尚未生效', en: 'not yet in force' },
  hitExpired: { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'expired' },
  hitRetired: { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'retired' },
  matchedIn: { 'zh-Hans': '{term}（{fields}）', 'zh-Hant': '{term}（{fields}）', en: '{term} ({fields})' },
  matched: { 'zh-Hans': '匹配：{terms}', 'zh-Hant': '符合：{terms}', en: 'matches: {terms}' },
  matchedNearly: { 'zh-Hans': '匹配：相近的字词', 'zh-Hant': '符合：相近的字詞', en: 'matches: similar words' },
  nearestHits: { 'zh-Hans': '最接近的页面：', 'zh-Hant': '最接近的頁面：', en: 'Nearest pages:' },
  fieldId: { 'zh-Hans': '编号或快捷码', 'zh-Hant': '編號或快速碼', en: 'id or short code' },
  fieldUtterances: { 'zh-Hans': '客户的说法', 'zh-Hant': '客戶的說法', en: 'what customers say' },
  fieldPinyin: { 'zh-Hans': '拼音', 'zh-Hant': '拼音', en: 'pinyin' },
  fieldTitle: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'title' },
  fieldNames: { 'zh-Hans': '别名或关键词', 'zh-Hant': '別名或關鍵詞', en: 'names or keywords' },
  fieldHeading: { 'zh-Hans': '小节标题', 'zh-Hant': '小節標題', en: 'heading' },
  fieldWording: { 'zh-Hans': '对客话术', 'zh-Hant': '對客話術', en: 'wording' },
  fieldBody: { 'zh-Hans': '正文', 'zh-Hant': '內文', en: 'text' },
  listSeparator: { 'zh-Hans': '、', 'zh-Hant': '、', en: ', ' },
  clauseSeparator: { 'zh-Hans': '；', 'zh-Hant': '；', en: '; ' },

  // init
  initSummary: {
    'zh-Hans': '新建知识库：写好配置，并为每种类型放一篇示例',
    'zh-Hant': '建立知識庫：寫好設定，並為每種類型放一篇範例',
    en: 'make a knowledge base: a config and an example of each type',
  },
  initFolder: {
    'zh-Hans': '新知识库的文件夹（默认当前文件夹）',
    'zh-Hant': '新知識庫的資料夾（預設目前資料夾）',
    en: 'folder of the new knowledge base (by default, the current one)',
  },
  initLang: {
    'zh-Hans': '示例的语言：zh-Hans、zh-Hant 或 en',
    'zh-Hant': '範例的語言：zh-Hans、zh-Hant 或 en',
    en: 'language of the examples: zh-Hans, zh-Hant or en',
  },
  fileCreated: { 'zh-Hans': '已新建 {path}', 'zh-Hant': '已建立 {path}', en: 'created {path}' },
  fileKept: { 'zh-Hans': '已存在，未改动 {path}', 'zh-Hant': '已存在，未更動 {path}', en: 'left alone, already there: {path}' },
  initDone: {
    'zh-Hans': '接下来：playbook check 检查，playbook new 新建手册，playbook serve 在浏览器里查看。',
    'zh-Hant': '接下來：playbook check 檢查，playbook new 新增手冊，playbook serve 在瀏覽器裡檢視。',
    en: 'Next: playbook check, playbook new to write your own, playbook serve to see it in a browser.',
  },
  initNothing: {
    'zh-Hans': '所有文件都已存在，没有改动。',
    'zh-Hant': '所有檔案都已存在，沒有更動。',
    en: 'Everything is already there; nothing was changed.',
  },

  // new
  newSummary: {
    'zh-Hans': '按类型的模板新建一篇手册',
    'zh-Hant': '依類型的範本新增一篇手冊',
    en: 'write a new playbook from its type’s template',
  },
  newType: {
    'zh-Hans': '类型，如 script、response、protocol；全部类型见 playbook types',
    'zh-Hant': '類型，如 script、response、protocol；全部類型見 playbook types',
    en: 'type, such as script, response or protocol; playbook types lists all',
  },
  newTitle: { 'zh-Hans': '标题，含空格时加引号', 'zh-Hant': '標題，含空格時加引號', en: 'title, in quotes if it has spaces' },
  newLang: {
    'zh-Hans': '语言（默认知识库的第一种语言）',
    'zh-Hant': '語言（預設知識庫的第一種語言）',
    en: 'language (by default, the first of the knowledge base)',
  },
  newFolder: {
    'zh-Hans': '放在哪个文件夹（默认同类型手册所在的文件夹）',
    'zh-Hant': '放在哪個資料夾（預設同類型手冊所在的資料夾）',
    en: 'folder to put it in (by default, where its type is kept)',
  },
  newId: {
    'zh-Hans': '编号（默认由类型和标题得出）',
    'zh-Hant': '編號（預設由類型和標題得出）',
    en: 'id (by default, made from type and title)',
  },
  unknownType: {
    'zh-Hans': '没有“{type}”这个类型。可用的类型：{types}。',
    'zh-Hant': '沒有「{type}」這個類型。可用的類型：{types}。',
    en: 'There is no type “{type}”. Types: {types}.',
  },
  emptyTitle: { 'zh-Hans': '请写标题。', 'zh-Hant': '請寫標題。', en: 'Write a title.' },
  titleTooLong: {
    'zh-Hans': '标题太长：最多 {limit} 个字符。',
    'zh-Hant': '標題太長：最多 {limit} 個字元。',
    en: 'The title is too long: at most {limit} characters.',
  },
  invalidId: {
    'zh-Hans': '编号“{id}”不能用：要以文字或数字开头，只含文字、数字和 . _ - /，最多 {limit} 个字符。',
    'zh-Hant': '編號「{id}」不能用：要以文字或數字開頭，只含文字、數字和 . _ - /，最多 {limit} 個字元。',
    en: 'The id “{id}” cannot be used: it starts with a letter or digit, holds letters, digits and . _ - / only, at most {limit}.',
  },
  idTaken: {
    'zh-Hans': '编号“{id}”已经用在 {path}。请换一个。',
    'zh-Hant': '編號「{id}」已經用在 {path}。請換一個。',
    en: 'The id “{id}” is taken by {path}. Choose another.',
  },
  fileTaken: {
    'zh-Hans': '{path} 已经存在，没有改动。请用 --id 另取编号。',
    'zh-Hant': '{path} 已經存在，沒有更動。請用 --id 另取編號。',
    en: '{path} is already there and was left alone. Choose another name with --id.',
  },
  outsideContent: {
    'zh-Hans': '“{folder}”不在知识库的内容文件夹“{content}”里，放在那里不会被检查和导出。',
    'zh-Hant': '「{folder}」不在知識庫的內容資料夾「{content}」裡，放在那裡不會被檢查和匯出。',
    en: '“{folder}” is not in the content folder “{content}”; a playbook there would be neither checked nor exported.',
  },
  nameTooLong: {
    'zh-Hans': '文件名太长。请用 --id 取一个短的编号。',
    'zh-Hant': '檔名太長。請用 --id 取一個短的編號。',
    en: 'The file name is too long. Choose a short one with --id.',
  },
  notUtf8: {
    'zh-Hans': '没有修改 {path}：不是 UTF-8 编码。请先另存为 UTF-8。',
    'zh-Hant': '沒有修改 {path}：不是 UTF-8 編碼。請先另存為 UTF-8。',
    en: '{path} was left alone: it is not UTF-8. Save it as UTF-8 first.',
  },

  // stats
  statsSummary: {
    'zh-Hans': '统计：类型、语言、负责人、时效、字数、小节完整度、翻译',
    'zh-Hant': '統計：類型、語言、負責人、時效、字數、小節完整度、翻譯',
    en: 'count by type, language, owner and freshness; words, sections and translations',
  },
  statsTotal: {
    'zh-Hans': '{playbooks} 篇手册，{han} 个汉字，{words} 个其他文字的词',
    'zh-Hant': '{playbooks} 篇手冊，{han} 個漢字，{words} 個其他文字的詞',
    en: '{playbooks} {count|playbook|playbooks}, {han} Chinese characters, {words} words of other scripts',
  },
  statsTypes: { 'zh-Hans': '类型', 'zh-Hant': '類型', en: 'Type' },
  statsLanguages: { 'zh-Hans': '语言', 'zh-Hant': '語言', en: 'Language' },
  statsOwners: { 'zh-Hans': '负责人', 'zh-Hant': '負責人', en: 'Owner' },
  statsFreshness: { 'zh-Hans': '时效（{today}）', 'zh-Hant': '時效（{today}）', en: 'Freshness on {today}' },
  statsSections: { 'zh-Hans': '必备小节已填', 'zh-Hant': '必備小節已填', en: 'Required sections filled' },
  statsTranslations: { 'zh-Hans': '翻译', 'zh-Hant': '翻譯', en: 'Translations' },
  statsTranslated: {
    'zh-Hans': '已译 {translated}/{of} 篇，其中 {outdated} 篇落后于原文',
    'zh-Hant': '已譯 {translated}/{of} 篇，其中 {outdated} 篇落後於原文',
    en: '{translated} of {of} translated, {outdated} behind the original',
  },
  noOwner: { 'zh-Hans': '（未写）', 'zh-Hant': '（未寫）', en: '(none)' },

  // types
  typesSummary: {
    'zh-Hans': '列出手册类型和各自必备的小节',
    'zh-Hant': '列出手冊類型和各自必備的小節',
    en: 'list the types of playbooks and what each requires',
  },
  deriveSummary: {
    'zh-Hans': '从现有手册归纳出一个新类型',
    'zh-Hant': '從現有手冊歸納出一個新類型',
    en: 'propose a type from existing playbooks',
  },
  deriveFiles: { 'zh-Hans': '结构相同的 Markdown 文件', 'zh-Hant': '結構相同的 Markdown 檔案', en: 'Markdown files of the same structure' },
  deriveName: { 'zh-Hans': '新类型的名称', 'zh-Hant': '新類型的名稱', en: 'name of the new type' },
  deriveWrite: {
    'zh-Hans': '把两个文件写进知识库的 schemas 文件夹，不覆盖已有的',
    'zh-Hant': '把兩個檔案寫進知識庫的 schemas 資料夾，不覆寫既有的',
    en: 'write both files to the schemas folder; never overwrites',
  },
  invalidTypeName: {
    'zh-Hans': '类型名“{name}”不能用：只含文字、数字、_ 和 -。请用 --name 另取。',
    'zh-Hant': '類型名「{name}」不能用：只含文字、數字、_ 和 -。請用 --name 另取。',
    en: 'The type name “{name}” cannot be used: letters, digits, _ and - only. Choose one with --name.',
  },
  builtInTypeName: {
    'zh-Hans': '“{name}”是内置类型。请用 --name 另取名称。',
    'zh-Hant': '「{name}」是內建類型。請用 --name 另取名稱。',
    en: '“{name}” is a built-in type. Choose another name with --name.',
  },
  typeFileTaken: {
    'zh-Hans': '{path} 已经存在，没有改动。请用 --name 另取名称，或先移走它。',
    'zh-Hant': '{path} 已經存在，沒有更動。請用 --name 另取名稱，或先移走它。',
    en: '{path} is already there and was left alone. Choose another --name, or move it away first.',
  },
  noFile: {
    'zh-Hans': '找不到文件“{file}”。请检查路径。',
    'zh-Hant': '找不到檔案「{file}」。請檢查路徑。',
    en: 'There is no file “{file}”. Check the path.',
  },
  notFile: {
    'zh-Hans': '“{file}”不是文件。请写 Markdown 文件，例如 {file}/*.md。',
    'zh-Hant': '「{file}」不是檔案。請寫 Markdown 檔案，例如 {file}/*.md。',
    en: '“{file}” is no file. Name Markdown files, such as {file}/*.md.',
  },
  fileTooLarge: {
    'zh-Hans': '“{file}”太大：最大 {limit} MB。',
    'zh-Hant': '「{file}」太大：最大 {limit} MB。',
    en: '“{file}” is too large: at most {limit} MB.',
  },
  builtIn: { 'zh-Hans': '内置', 'zh-Hant': '內建', en: 'built in' },
  custom: { 'zh-Hans': '自定义', 'zh-Hant': '自訂', en: 'custom' },
  requiredSections: { 'zh-Hans': '必备小节：{names}', 'zh-Hant': '必備小節：{names}', en: 'required sections: {names}' },
  otherSections: { 'zh-Hans': '可选小节：{names}', 'zh-Hant': '可選小節：{names}', en: 'optional sections: {names}' },
  requiredFields: { 'zh-Hans': '必填字段：{names}', 'zh-Hant': '必填欄位：{names}', en: 'required fields: {names}' },
  ownFields: { 'zh-Hans': '专有字段：{names}', 'zh-Hant': '專有欄位：{names}', en: 'fields of its own: {names}' },

  // export and serve
  exportSummary: {
    'zh-Hans': '导出成静态帮助网站，供客服专员使用',
    'zh-Hant': '匯出成靜態說明網站，供客服專員使用',
    en: 'write the static help site that agents use',
  },
  progressOption: {
    'zh-Hans': '进度怎么显示：bar（进度条）或 lines（标准错误上的“已完成/总数”各行，给别的程序用）',
    'zh-Hant': '進度怎麼顯示：bar（進度列）或 lines（標準錯誤上的「已完成/總數」各行，供其他程式使用）',
    en: 'how to show progress: bar, or lines of “done/total” on standard error for another program',
  },
  formatsOption: {
    'zh-Hans': '另写哪些给程序读的文件：markdown、json、feed、sitemap、zendesk、freshdesk、zammad、csv（用逗号分隔），或 all、none',
    'zh-Hant': '另寫哪些給程式讀的檔案：markdown、json、feed、sitemap、zendesk、freshdesk、zammad、csv（用逗號分隔），或 all、none',
    en: 'files for programs to write too: markdown, json, feed, sitemap, zendesk, freshdesk, zammad, csv (with commas), or all, none',
  },
  outOption: {
    'zh-Hans': '网站写到哪个文件夹（空的，或以前导出的）',
    'zh-Hant': '網站寫到哪個資料夾（空的，或先前匯出的）',
    en: 'folder for the site (empty, or an earlier export)',
  },
  exported: {
    'zh-Hans': '已导出 {files} 个文件到 {folder}。用浏览器打开 {home}。',
    'zh-Hant': '已匯出 {files} 個檔案到 {folder}。用瀏覽器開啟 {home}。',
    en: 'Wrote {files} files to {folder}. Open {home} in a browser.',
  },
  exportHasErrors: {
    'zh-Hans': '内容里还有 {errors} 个错误，详情见 playbook check。',
    'zh-Hant': '內容裡還有 {errors} 個錯誤，詳情見 playbook check。',
    en: 'The content has {errors} {errors|error|errors}; see playbook check.',
  },
  exportLacksApproval: {
    'zh-Hans': '审核过的文字里有 {errors} 处提到还没有审核的内容，或另有错误（{files} 个文件）；提到的内容审核通过后就能打开。',
    'zh-Hant': '審核過的文字裡有 {errors} 處提到還沒有審核的內容，或另有錯誤（{files} 個檔案）；提到的內容審核通過後就能開啟。',
    en: '{errors} {errors|place|places} of the approved wording (in {files} {files|file|files}) name what is not approved yet, or have another mistake. What they name is there once it is approved.',
  },
  foreignFolder: {
    'zh-Hans': '“{folder}”里有不是导出产生的文件，没有改动。请选一个空文件夹，或以前导出的文件夹。',
    'zh-Hant': '「{folder}」裡有不是匯出產生的檔案，沒有更動。請選一個空資料夾，或先前匯出的資料夾。',
    en: '“{folder}” holds files that no export made; nothing was changed. Choose an empty folder or an earlier export.',
  },
  unwritableFile: {
    'zh-Hans': '写不了“{path}”。请检查它所在的文件夹是否存在、有没有权限写入。',
    'zh-Hant': '無法寫入「{path}」。請檢查它所在的資料夾是否存在、有沒有寫入權限。',
    en: '“{path}” cannot be written. Check that its folder exists and that you may write there.',
  },
  unwritableFolder: {
    'zh-Hans': '“{folder}”那里不能新建文件夹，没有导出。请换一个可以写入的位置。',
    'zh-Hant': '「{folder}」那裡不能建立資料夾，沒有匯出。請換一個可以寫入的位置。',
    en: 'No folder can be made at “{folder}”, so nothing was exported. Choose a place that you may write to.',
  },
  outInContent: {
    'zh-Hans': '不能导出到“{folder}”：它在内容文件夹里，导出的页面会被当成手册。请选外面的文件夹。',
    'zh-Hant': '不能匯出到「{folder}」：它在內容資料夾裡，匯出的頁面會被當成手冊。請選外面的資料夾。',
    en: '“{folder}” lies in the content folder, where its pages would be taken for playbooks. Choose a folder outside.',
  },
  outHoldsContent: {
    'zh-Hans': '不能导出到“{folder}”：知识库就在里面。请选别的文件夹。',
    'zh-Hant': '不能匯出到「{folder}」：知識庫就在裡面。請選其他資料夾。',
    en: '“{folder}” holds the knowledge base and cannot take the site. Choose another folder.',
  },
  outIsHome: {
    'zh-Hans': '不能导出到“{folder}”：这是个人文件夹或磁盘根目录。请选别的文件夹。',
    'zh-Hant': '不能匯出到「{folder}」：這是個人資料夾或磁碟根目錄。請選其他資料夾。',
    en: '“{folder}” is a home folder or the top of a disk and cannot take the site. Choose another folder.',
  },
  brokenInstall: {
    'zh-Hans': '安装不完整：程序旁边缺少文件。请重新安装 playbook-kb。',
    'zh-Hant': '安裝不完整：程式旁邊缺少檔案。請重新安裝 playbook-kb。',
    en: 'The installation is incomplete: files beside the program are missing. Install playbook-kb again.',
  },
  serveSummary: {
    'zh-Hans': '在本机浏览器里预览帮助网站，保存后自动刷新',
    'zh-Hant': '在本機瀏覽器裡預覽說明網站，存檔後自動重新整理',
    en: 'show the help site in a browser on this computer, reloading on every change',
  },
  lspSummary: {
    'zh-Hans': '为编辑器提供语言服务（LSP，经标准输入输出）',
    'zh-Hant': '為編輯器提供語言服務（LSP，經標準輸入輸出）',
    en: 'serve an editor over the Language Server Protocol on standard input and output',
  },
  convertSummary: {
    'zh-Hans': '把一篇手册转换成另一种中文（简体 ↔ 台湾繁体），连同用词，存为译文',
    'zh-Hant': '把一篇手冊轉換成另一種中文（簡體 ↔ 臺灣繁體），連同用詞，存為譯文',
    en: 'write a playbook in the other Chinese script (simplified ↔ traditional of Taiwan), words included, as a translation',
  },
  convertArgument: { 'zh-Hans': '编号或路径', 'zh-Hant': '編號或路徑', en: 'id or path' },
  convertPrint: {
    'zh-Hans': '只显示结果，不写文件',
    'zh-Hant': '只顯示結果，不寫檔案',
    en: 'show the result and write no file',
  },
  convertedCheck: {
    'zh-Hans': '这是按词典转换的，请读一遍再送审。',
    'zh-Hant': '這是依詞典轉換的，請讀一遍再送審。',
    en: 'This was converted by dictionaries: read it before you ask for review.',
  },
  convertNotChinese: {
    'zh-Hans': '“{title}”的语言是 {lang}，只有中文手册才能转换。请检查它的 lang。',
    'zh-Hant': '「{title}」的語言是 {lang}，只有中文手冊才能轉換。請檢查它的 lang。',
    en: 'The language of “{title}” is {lang}; only Chinese playbooks can be converted. Check its lang.',
  },
  convertTranslated: {
    'zh-Hans': '“{title}”已有 {lang} 译文：{path}。没有改动任何文件。',
    'zh-Hant': '「{title}」已有 {lang} 譯文：{path}。沒有更動任何檔案。',
    en: 'There already is a {lang} translation of “{title}”: {path}. No file was changed.',
  },
  convertUnknown: {
    'zh-Hans': '没有编号或路径为“{name}”的手册。',
    'zh-Hant': '沒有編號或路徑為「{name}」的手冊。',
    en: 'There is no playbook with the id or path “{name}”.',
  },
  mcpSummary: {
    'zh-Hans': '让 AI 助手查阅知识库（MCP，经标准输入输出，只读）',
    'zh-Hant': '讓 AI 助理查閱知識庫（MCP，經標準輸入輸出，唯讀）',
    en: 'let an AI assistant search and read the knowledge base (Model Context Protocol on standard input and output, read-only)',
  },
  portOption: {
    'zh-Hans': '端口号（默认 4860，被占用时用下一个）',
    'zh-Hant': '連接埠（預設 4860，被占用時用下一個）',
    en: 'port (by default 4860, or the next free one)',
  },
  // A space after the address, or terminals take the bracket for a part of the link.
  serving: {
    'zh-Hans': '预览：{address} （按 Ctrl+C 结束）',
    'zh-Hant': '預覽：{address} （按 Ctrl+C 結束）',
    en: 'Preview: {address} (Ctrl+C ends it)',
  },
  rebuilt: {
    'zh-Hans': '{time} 已更新：{pages} 篇手册，{errors} 个错误。',
    'zh-Hant': '{time} 已更新：{pages} 篇手冊，{errors} 個錯誤。',
    en: '{time} Updated: {pages} {pages|playbook|playbooks}, {errors} {errors|error|errors}.',
  },
  rebuildFailed: {
    'zh-Hans': '{time} 没有更新，仍显示之前的页面：{reason}',
    'zh-Hant': '{time} 沒有更新，仍顯示先前的頁面：{reason}',
    en: '{time} Not updated, the earlier pages stay: {reason}',
  },
  settingsBroken: { 'zh-Hans': '{place} {message}', 'zh-Hant': '{place} {message}', en: '{place} {message}' },
  portTaken: {
    'zh-Hans': '端口 {port} 已被占用。请换一个，或不写 --port 自动选择。',
    'zh-Hant': '連接埠 {port} 已被占用。請換一個，或不寫 --port 自動選擇。',
    en: 'Port {port} is taken. Choose another, or leave --port out.',
  },
  portForbidden: {
    'zh-Hans': '没有权限使用端口 {port}。请选 1024 以上的端口。',
    'zh-Hant': '沒有權限使用連接埠 {port}。請選 1024 以上的連接埠。',
    en: 'No permission to use port {port}. Choose one above 1024.',
  },
  served: { 'zh-Hans': '预览已结束。', 'zh-Hant': '預覽已結束。', en: 'The preview has ended.' },
  // Reviewing
  reviewSummary: {
    'zh-Hans': '审核：看改了什么、谁该审、什么到期',
    'zh-Hant': '審核：看改了什麼、誰該審、什麼到期',
    en: 'reviewing: what changed, who must approve, what is due',
  },
  diffSummary: {
    'zh-Hans': '按意思对比一篇手册的两个版本：数字、期限、步骤、升级、文字',
    'zh-Hant': '依意思比較一篇手冊的兩個版本：數字、期限、步驟、升級、文字',
    en: 'compare two revisions of a playbook by meaning: numbers, deadlines, steps, escalation, wording',
  },
  diffFirst: { 'zh-Hans': '手册编号，或一个文件', 'zh-Hant': '手冊編號，或一個檔案', en: 'id of a playbook, or a file' },
  diffSecond: { 'zh-Hans': '要与之对比的另一个文件', 'zh-Hant': '要與之比較的另一個檔案', en: 'another file to compare it with' },
  fromOption: {
    'zh-Hans': '改前：approved（最后审核通过的版本）、working-tree，或 git 的提交、分支、标签',
    'zh-Hant': '改前：approved（最後審核通過的版本）、working-tree，或 git 的提交、分支、標籤',
    en: 'the old revision: approved (the last approved one), working-tree, or a commit, branch or tag of git',
  },
  toOption: {
    'zh-Hans': '改后：写法同 --from，默认是文件夹里现在的内容',
    'zh-Hant': '改後：寫法同 --from，預設為資料夾裡現在的內容',
    en: 'the new revision, as for --from; by default what is in the folder now',
  },
  diffFormatOption: {
    'zh-Hans': '输出格式：pretty、html、markdown 或 json',
    'zh-Hant': '輸出格式：pretty、html、markdown 或 json',
    en: 'output: pretty, html, markdown or json',
  },
  diffOutOption: {
    'zh-Hans': '写入这个文件，而不是输出到屏幕',
    'zh-Hant': '寫入這個檔案，而不是輸出到螢幕',
    en: 'write to this file instead of the screen',
  },
  diffNothing: { 'zh-Hans': '两个版本没有差别。', 'zh-Hant': '兩個版本沒有差別。', en: 'The two revisions do not differ.' },
  diffSize: { 'zh-Hans': '{size}：{classes}', 'zh-Hant': '{size}：{classes}', en: '{size}: {classes}' },
  diffReached: {
    'zh-Hans': '受影响的页面 {count} 个：',
    'zh-Hant': '受影響的頁面 {count} 個：',
    en: 'It reaches {count} {count|page|pages}:',
  },
  diffMore: {
    'zh-Hans': '另有 {count} 处改动没有列出。',
    'zh-Hant': '另有 {count} 處改動沒有列出。',
    en: '{count} more {count|change is|changes are} not listed.',
  },
  diffWritten: { 'zh-Hans': '已写入 {path}', 'zh-Hant': '已寫入 {path}', en: 'Written to {path}' },
  nameWorkingTree: { 'zh-Hans': '文件夹里现在的内容', 'zh-Hant': '資料夾裡現在的內容', en: 'working tree' },
  nameApproved: {
    'zh-Hans': '已审核版本 {number}（{blob}）',
    'zh-Hant': '已審核版本 {number}（{blob}）',
    en: 'approved revision {number} ({blob})',
  },
  nameNone: { 'zh-Hans': '尚无审核通过的版本', 'zh-Hant': '尚無審核通過的版本', en: 'nothing approved yet' },
  noSuchPlaybook: {
    'zh-Hans': '没有编号为“{id}”的手册，也没有这个文件。',
    'zh-Hant': '沒有編號為「{id}」的手冊，也沒有這個檔案。',
    en: 'There is no playbook with the id “{id}”, and no such file.',
  },
  noSuchFile: { 'zh-Hans': '没有文件“{path}”。', 'zh-Hant': '沒有檔案「{path}」。', en: 'There is no file “{path}”.' },
  noSuchRevision: {
    'zh-Hans': 'git 里没有“{revision}”这个版本。',
    'zh-Hant': 'git 裡沒有「{revision}」這個版本。',
    en: 'Git knows no revision “{revision}”.',
  },
  filesHaveNoRevisions: {
    'zh-Hans': '对比两个文件时不用 --from 和 --to。',
    'zh-Hant': '比較兩個檔案時不用 --from 和 --to。',
    en: 'Two files are compared as they are, without --from and --to.',
  },
  diffWithoutHistory: {
    'zh-Hans': '也可以直接对比两个文件：playbook review diff 旧文件.md 新文件.md',
    'zh-Hant': '也可以直接比較兩個檔案：playbook review diff 舊檔案.md 新檔案.md',
    en: 'Two files can be compared without it: playbook review diff old.md new.md',
  },
  dueSummary: {
    'zh-Hans': '列出快到期和已逾期的复核、有效期和停用，附负责人',
    'zh-Hant': '列出快到期和已逾期的覆核、有效期和停用，附負責人',
    en: 'list reviews, last valid days and retirements that are due or overdue, with their owners',
  },
  withinOption: {
    'zh-Hans': '往后看多久，如 14d、8w',
    'zh-Hant': '往後看多久，如 14d、8w',
    en: 'how far ahead to look, such as 14d or 8w',
  },
  dueFormatOption: {
    'zh-Hans': '输出格式：text、json 或 ics（日历）',
    'zh-Hant': '輸出格式：text、json 或 ics（行事曆）',
    en: 'output: text, json or ics (a calendar)',
  },
  invalidLength: {
    'zh-Hans': '{option} 要写一段时间，如 14d 或 8w，而不是“{value}”。',
    'zh-Hant': '{option} 要寫一段時間，如 14d 或 8w，而不是「{value}」。',
    en: '{option} takes a length of time such as 14d or 8w, not “{value}”.',
  },
  dueNothing: {
    'zh-Hans': '{days} 天之内没有要做的事，也没有逾期的。',
    'zh-Hant': '{days} 天之內沒有要做的事，也沒有逾期的。',
    en: 'Nothing is overdue or due within {days} {days|day|days}.',
  },
  dueOverdue: { 'zh-Hans': '已逾期 {count} 项', 'zh-Hant': '已逾期 {count} 項', en: '{count} overdue' },
  dueComing: {
    'zh-Hans': '{days} 天内到期 {count} 项',
    'zh-Hant': '{days} 天內到期 {count} 項',
    en: '{count} due within {days} {days|day|days}',
  },
  dueReview: { 'zh-Hans': '复核', 'zh-Hant': '覆核', en: 'review' },
  dueExpiry: { 'zh-Hans': '有效期到期', 'zh-Hant': '有效期到期', en: 'last valid day' },
  dueRetirement: { 'zh-Hans': '停用', 'zh-Hant': '停用', en: 'retirement' },
  dueDaysAgo: { 'zh-Hans': '过了 {days} 天', 'zh-Hant': '過了 {days} 天', en: '{days} {days|day|days} ago' },
  dueToday: { 'zh-Hans': '今天', 'zh-Hant': '今天', en: 'today' },
  dueInDays: { 'zh-Hans': '还有 {days} 天', 'zh-Hant': '還有 {days} 天', en: 'in {days} {days|day|days}' },
  dueCalendar: { 'zh-Hans': '{title} · 复核与到期', 'zh-Hant': '{title} · 覆核與到期', en: '{title}: reviews and expiries' },
  dueEvent: { 'zh-Hans': '{what}：{title}', 'zh-Hant': '{what}：{title}', en: '{what}: {title}' },
  dueOwner: { 'zh-Hans': '负责：{owner}', 'zh-Hant': '負責：{owner}', en: 'Owner: {owner}' },
  dueLastReview: { 'zh-Hans': '上次复核：{day}', 'zh-Hant': '上次覆核：{day}', en: 'Last reviewed: {day}' },
  duePlace: { 'zh-Hans': '编号 {id}，文件 {path}', 'zh-Hant': '編號 {id}，檔案 {path}', en: 'Id {id}, file {path}' },
} as const satisfies Readonly<Record<string, Localized>>;

export type Word = keyof typeof words;

/** Looks up and fills a text in the user's language. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function speak(locale: Locale): Say {
  return (word, values = {}) => fillMessage(chooseForms(words[word][locale], values), values);
}
