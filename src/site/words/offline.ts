import type { Localized } from '../../core/model/locale.js';

/** Texts of times without a network and of newer exports. */
export const offlineWords = {
  offlineNow: {
    'zh-Hans': '没有网络。这是上次联网时保存的内容，可能已有更新。',
    'zh-Hant': '沒有網路。這是上次連線時儲存的內容，可能已有更新。',
    en: 'No network. This was saved when you were last online; there may be newer wording.',
  },
  siteUpdated: {
    'zh-Hans': '内容已更新，刷新后看到最新的。',
    'zh-Hant': '內容已更新，重新整理後會看到最新的。',
    en: 'The content was updated. Reload to see the newest.',
  },
  reloadPage: { 'zh-Hans': '刷新', 'zh-Hant': '重新整理', en: 'Reload' },
  offlineTitle: { 'zh-Hans': '这一页没有保存', 'zh-Hant': '這一頁沒有儲存', en: 'This page was not saved' },
  offlineText: {
    'zh-Hans': '现在连不上服务器，这一页没有保存，或保存得太久不能再用。联网后请再打开；打开过的页面在断网时也能看。',
    'zh-Hant': '現在連不上伺服器，這一頁沒有儲存，或儲存太久不能再用。連線後請再開啟；開過的頁面在斷線時也能看。',
    en: 'The server cannot be reached, and this page was not saved or was saved too long ago to be used. Open it again when you are online; pages you have opened stay readable without a network.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
