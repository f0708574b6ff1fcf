import type { Localized } from '../../core/model/locale.js';

/** Texts of courses, slides and quizzes. */
export const courseWords = {
  courseContents: { 'zh-Hans': '课程内容', 'zh-Hant': '課程內容', en: 'Course contents' },
  handbook: { 'zh-Hans': '学员手册', 'zh-Hant': '學員手冊', en: 'Handbook' },
  handbookOf: { 'zh-Hans': '{title} · 学员手册', 'zh-Hant': '{title} · 學員手冊', en: '{title} · Handbook' },
  handbookHint: {
    'zh-Hans': '课程的全部页面，一次打印；也可以全屏放映。',
    'zh-Hant': '課程的全部頁面，一次列印；也可以全螢幕放映。',
    en: 'Every page of the course, to print at once or to show as slides.',
  },
  backToCourse: { 'zh-Hans': '回到课程', 'zh-Hant': '回到課程', en: 'Back to the course' },
  showSlides: { 'zh-Hans': '全屏放映', 'zh-Hant': '全螢幕放映', en: 'Show slides' },
  slideOf: { 'zh-Hans': '第 {number} 页，共 {count} 页', 'zh-Hant': '第 {number} 頁，共 {count} 頁', en: 'Slide {number} of {count}' },
  previousSlide: { 'zh-Hans': '上一页', 'zh-Hant': '上一頁', en: 'Previous slide' },
  nextSlide: { 'zh-Hans': '下一页', 'zh-Hant': '下一頁', en: 'Next slide' },
  endSlides: { 'zh-Hans': '结束放映', 'zh-Hant': '結束放映', en: 'End the slides' },
  slideKeys: {
    'zh-Hans': '← → 翻页 · F 全屏 · Esc 结束',
    'zh-Hant': '← → 換頁 · F 全螢幕 · Esc 結束',
    en: '← → to turn · F full screen · Esc to end',
  },
  chooseAnswer: { 'zh-Hans': '选 {letter}', 'zh-Hant': '選 {letter}', en: 'Choose {letter}' },
  severalRight: {
    'zh-Hans': '不止一个正确答案，选好后提交。',
    'zh-Hant': '正確答案不只一個，選好後送出。',
    en: 'More than one is right. Choose, then submit.',
  },
  submitAnswer: { 'zh-Hans': '提交', 'zh-Hant': '送出', en: 'Submit' },
  answeredRight: { 'zh-Hans': '答对了。', 'zh-Hant': '答對了。', en: 'Right.' },
  answeredWrong: { 'zh-Hans': '答错了。正确答案：{letters}。', 'zh-Hant': '答錯了。正確答案：{letters}。', en: 'Wrong. Right: {letters}.' },
  quizScore: {
    'zh-Hans': '已答 {answered}/{count} 题，答对 {right} 题',
    'zh-Hant': '已答 {answered}/{count} 題，答對 {right} 題',
    en: '{answered} of {count} answered, {right} right',
  },
  quizResult: { 'zh-Hans': '得分 {percent}%', 'zh-Hant': '得分 {percent}%', en: 'Score {percent} %' },
  quizPassed: { 'zh-Hans': '合格（合格线 {limit}%）', 'zh-Hant': '及格（及格線 {limit}%）', en: 'Passed (from {limit} %)' },
  quizFailed: { 'zh-Hans': '未合格（合格线 {limit}%）', 'zh-Hant': '未及格（及格線 {limit}%）', en: 'Not passed (from {limit} %)' },
  quizAgain: { 'zh-Hans': '重做', 'zh-Hant': '重做', en: 'Try again' },
} as const satisfies Readonly<Record<string, Localized>>;
