import type { Localized } from '../core/model/locale.js';

/** What the commands around feedback say. */
export const feedbackWords = {
  collectOption: {
    'zh-Hans': '收集页面上的反馈，存进这个文件夹，每天一个文件（NDJSON）；文件夹要在知识库之外',
    'zh-Hant': '收集頁面上的意見回饋，存進這個資料夾，每天一個檔案（NDJSON）；資料夾要在知識庫之外',
    en: 'collect feedback from the pages into this folder, one file a day (NDJSON); it must lie outside the knowledge base',
  },
  collectFromOption: {
    'zh-Hans': '也收这个来源的页面送来的反馈，如 https://help.example.com；用文件方式打开的页面写 null（可重复）',
    'zh-Hant': '也收這個來源的頁面送來的意見回饋，如 https://help.example.com；以檔案方式開啟的頁面寫 null（可重複）',
    en: 'also take feedback from pages of this origin, such as https://help.example.com; null for pages opened as files (repeatable)',
  },
  collectFromAlone: {
    'zh-Hans': '--collect-from 要和 --collect 一起用，写明存到哪个文件夹。',
    'zh-Hant': '--collect-from 要和 --collect 一起使用，寫明存到哪個資料夾。',
    en: '--collect-from needs --collect with the folder to keep feedback in.',
  },
  collectFromNoOrigin: {
    'zh-Hans': '--collect-from 要写来源，例如 https://help.example.com 或 http://10.0.0.5:8080，后面不带路径；“{origin}”不是。',
    'zh-Hant': '--collect-from 要寫來源，例如 https://help.example.com 或 http://10.0.0.5:8080，後面不帶路徑；「{origin}」不是。',
    en: '--collect-from needs an origin such as https://help.example.com or http://10.0.0.5:8080, without a path; “{origin}” is none.',
  },
  collectInside: {
    'zh-Hans': '收集反馈的文件夹“{folder}”在知识库里面。请换一个知识库之外的文件夹，以免反馈跟着页面发布出去。',
    'zh-Hant': '收集意見回饋的資料夾「{folder}」在知識庫裡面。請換一個知識庫之外的資料夾，以免意見回饋跟著頁面發布出去。',
    en: 'The folder for feedback, “{folder}”, lies inside the knowledge base. Choose one outside it, so that feedback is never published with the pages.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
