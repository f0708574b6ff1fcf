import { defineRule } from './rule.js';

export const unparsableFile = defineRule({
  code: 'unparsable-file',
  severity: 'error',
  description: {
    'zh-Hans': '文件或它的正文没有读取。',
    'zh-Hant': '檔案或它的正文沒有讀取。',
    en: 'The file or its text could not be read.',
  },
  rationale: {
    'zh-Hans': '太大、编码不对或结构异常的文件会拖慢所有人的编辑和检索，所以不读取。请拆分文件，或换成 UTF-8 编码。',
    'zh-Hant': '太大、編碼不正確或結構異常的檔案會拖慢所有人的編輯和搜尋，所以不讀取。請拆分檔案，或換成 UTF-8 編碼。',
    en: 'Files that are too large, badly encoded or oddly built would slow editing and search for everyone, so they are left out. Split the file, or save it as UTF-8.',
  },
  example: { wrong: `${'> '.repeat(120)}退款\n`, right: '> 退款\n' },
  fixable: false,
  messages: {
    tooLarge: {
      'zh-Hans': '文件有 {size} MB，超过 {limit} MB，没有读取。请拆成几篇，图片单独存放。',
      'zh-Hant': '檔案有 {size} MB，超過 {limit} MB，沒有讀取。請拆成幾篇，圖片另外存放。',
      en: 'The file has {size} MB, more than {limit} MB, and was not read. Split it, and keep pictures in files of their own.',
    },
    notUtf8: {
      'zh-Hans': '从这里开始不是 UTF-8 编码，文字可能显示为乱码。请用 UTF-8 重新保存。',
      'zh-Hant': '從這裡開始不是 UTF-8 編碼，文字可能顯示為亂碼。請用 UTF-8 重新儲存。',
      en: 'From here on the file is not UTF-8, so characters may be wrong. Save it as UTF-8.',
    },
    unreadable: {
      'zh-Hans': '文件打不开。请检查权限，以及它是否还在。',
      'zh-Hant': '檔案打不開。請檢查權限，以及它是否還在。',
      en: 'The file cannot be opened. Check its permissions, and that it is still there.',
    },
    tooLong: {
      'zh-Hans': '正文超过 {limit} 个字符，没有读取。请拆成几篇。',
      'zh-Hant': '正文超過 {limit} 個字元，沒有讀取。請拆成幾篇。',
      en: 'The text has more than {limit} characters and was not read. Split it.',
    },
    tooDeep: {
      'zh-Hans': '引用或列表嵌套超过 {limit} 层，正文没有读取。请减少层数。',
      'zh-Hant': '引用或清單巢狀超過 {limit} 層，正文沒有讀取。請減少層數。',
      en: 'Quotes or lists are nested deeper than {limit} levels, so the text was not read. Use fewer levels.',
    },
    tooManyBlocks: {
      'zh-Hans': '一个文件里的列表和引用超过 {limit} 个，正文没有读取。请拆成几篇。',
      'zh-Hant': '一個檔案裡的清單和引用超過 {limit} 個，正文沒有讀取。請拆成幾篇。',
      en: 'There are more than {limit} lists and quotes in one file, so the text was not read. Split it.',
    },
    denseParagraph: {
      'zh-Hans': '有一段里的标记符号（方括号、星号等）超过 {limit} 个，正文没有读取。请把这一段拆开，或放进代码块。',
      'zh-Hant': '有一段裡的標記符號（方括號、星號等）超過 {limit} 個，正文沒有讀取。請把這一段拆開，或放進程式碼區塊。',
      en: 'One paragraph has more than {limit} marks (brackets, asterisks and the like), so the text was not read. Split it, or put it in a code block.',
    },
    failed: {
      'zh-Hans': '正文读取失败。请把这个文件反馈给我们；其他文件不受影响。',
      'zh-Hant': '正文讀取失敗。請把這個檔案回報給我們；其他檔案不受影響。',
      en: 'The text could not be read. Please report this file to us; other files are not affected.',
    },
  },
  check(playbook, { report }) {
    for (const problem of playbook.problems) {
      if (problem.code !== 'unparsable-file') continue;
      const name = problem.reason in this.messages ? problem.reason : 'failed';
      report(name as keyof typeof this.messages, { at: problem, values: problem.values });
    }
  },
});
