import type { Localized } from '../../core/model/locale.js';

/** Texts of searching, and of pages kept at hand on this computer. */
export const findingWords = {
  search: { 'zh-Hans': '搜索', 'zh-Hant': '搜尋', en: 'Search' },
  searchHint: {
    'zh-Hans': '搜话术、客户原话、快捷码',
    'zh-Hant': '搜尋話術、客戶原話、快速碼',
    en: 'Search wording, customer phrases, short codes',
  },
  searchStart: {
    'zh-Hans': '输入客户说的话、标题或快捷码。简体、繁体、拼音都可以。',
    'zh-Hant': '輸入客戶說的話、標題或快速碼。繁體、簡體、拼音都可以。',
    en: 'Type what the customer said, a title or a short code. Chinese in either script or in pinyin will do.',
  },
  searchLoading: { 'zh-Hans': '正在载入搜索数据…', 'zh-Hant': '正在載入搜尋資料…', en: 'Loading the search data…' },
  searchFailed: {
    'zh-Hans': '搜索数据没有载入。请刷新页面；仍不行时，用“全部页面”查找。',
    'zh-Hant': '搜尋資料沒有載入。請重新整理頁面；仍不行時，請用「全部頁面」查找。',
    en: 'The search data did not load. Reload the page; if that does not help, use “All pages”.',
  },
  searchResults: { 'zh-Hans': '{count} 条结果', 'zh-Hant': '{count} 筆結果', en: '{count} results' },
  oneSearchResult: { 'zh-Hans': '1 条结果', 'zh-Hant': '1 筆結果', en: '1 result' },
  searchKeys: {
    'zh-Hans': '↑ ↓ 选择 · Enter 打开 · Tab 筛选 · Esc 关闭',
    'zh-Hant': '↑ ↓ 選擇 · Enter 開啟 · Tab 篩選 · Esc 關閉',
    en: '↑ ↓ choose · Enter open · Tab filters · Esc close',
  },
  filters: { 'zh-Hans': '筛选', 'zh-Hant': '篩選', en: 'Filters' },
  clearFilters: { 'zh-Hans': '清除筛选', 'zh-Hant': '清除篩選', en: 'Clear filters' },
  'filter.types': { 'zh-Hans': '类型', 'zh-Hant': '類型', en: 'Type' },
  'filter.channels': { 'zh-Hans': '渠道', 'zh-Hant': '管道', en: 'Channel' },
  'filter.tiers': { 'zh-Hans': '客户等级', 'zh-Hant': '客戶等級', en: 'Tier' },
  'filter.languages': { 'zh-Hans': '语言', 'zh-Hant': '語言', en: 'Language' },
  'filter.products': { 'zh-Hans': '产品', 'zh-Hant': '產品', en: 'Product' },
  'filter.tags': { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'Tag' },
  filterAll: { 'zh-Hans': '全部{name}', 'zh-Hant': '全部{name}', en: '{name}: all' },
  reviewedShort: { 'zh-Hans': '复核于 {day}', 'zh-Hant': '覆核於 {day}', en: 'Reviewed {day}' },
  pinned: { 'zh-Hans': '置顶', 'zh-Hant': '釘選', en: 'Pinned' },
  pin: { 'zh-Hans': '置顶本页', 'zh-Hant': '釘選本頁', en: 'Pin this page' },
  unpin: { 'zh-Hans': '取消置顶', 'zh-Hant': '取消釘選', en: 'Unpin this page' },
  wasPinned: {
    'zh-Hans': '已置顶，首页和搜索框里随时能打开',
    'zh-Hant': '已釘選，首頁和搜尋框裡隨時能開啟',
    en: 'Pinned: you find it on the home page and in the search box',
  },
  wasUnpinned: { 'zh-Hans': '已取消置顶', 'zh-Hant': '已取消釘選', en: 'Unpinned' },
  recentlyOpened: { 'zh-Hans': '最近打开', 'zh-Hant': '最近開啟', en: 'Recently opened' },
  mostUsed: { 'zh-Hans': '本机常用', 'zh-Hant': '本機常用', en: 'Most used here' },
  keySearch: { 'zh-Hans': '搜索', 'zh-Hant': '搜尋', en: 'Search' },
  keyLeaveSearch: {
    'zh-Hans': '离开搜索框；之后字母键才是快捷键',
    'zh-Hant': '離開搜尋框；之後字母鍵才是快速鍵',
    en: 'Leave the search box; letters are shortcuts then',
  },
  keyPin: { 'zh-Hans': '置顶本页，或取消', 'zh-Hant': '釘選本頁，或取消', en: 'Pin this page, or unpin it' },
  keyRecent: { 'zh-Hans': '最近打开的页面', 'zh-Hant': '最近開啟的頁面', en: 'Recently opened pages' },
} as const satisfies Readonly<Record<string, Localized>>;
