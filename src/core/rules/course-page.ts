import { changeToNearestId } from './change-to.js';
import { idReferences, intendedId } from './references.js';
import { defineRule } from './rule.js';

export const coursePage = defineRule({
  code: 'course-page',
  severity: 'error',
  description: {
    'zh-Hans': '培训课程列出的页面不存在、重复，或是课程自己。',
    'zh-Hant': '培訓課程列出的頁面不存在、重複，或是課程自己。',
    en: 'A training course names a page that does not exist, names one twice, or names itself.',
  },
  rationale: {
    'zh-Hans': '讲课和打印学员手册都按这张清单走。少一页，学员就缺一课；重复的一页，题目会算两遍分。',
    'zh-Hant': '上課和列印學員手冊都依這張清單。少一頁，學員就缺一課；重複的一頁，題目會算兩次分。',
    en: 'Slides and handbook follow this list. A missing page is a lesson nobody gets; one that stands there twice counts its questions twice.',
  },
  example: {
    wrong: '---\nid: course-x\ntype: article\ntitle: 新人课\ncourse: [case-z]\n---\n',
    right: '---\nid: course-x\ntype: article\ntitle: 新人课\ncourse: [case-y]\n---\n',
    files: { 'case-y.md': '---\nid: case-y\ntype: case\ntitle: 案例\n---\n' },
  },
  fixable: true,
  needsAllPlaybooks: true,
  fixedOnlyByHand: true,
  messages: {
    missing: {
      'zh-Hans': '课程里没有编号为“{id}”的手册。',
      'zh-Hant': '課程裡沒有編號為「{id}」的手冊。',
      en: 'There is no playbook with the id “{id}” for this course.',
    },
    twice: {
      'zh-Hans': '课程里“{id}”出现了两次，请去掉一个。',
      'zh-Hant': '課程裡「{id}」出現了兩次，請去掉一個。',
      en: 'The course names “{id}” twice. Remove one.',
    },
    itself: {
      'zh-Hans': '课程不能包含自己（“{id}”）。',
      'zh-Hant': '課程不能包含自己（「{id}」）。',
      en: 'A course cannot hold itself (“{id}”).',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const pages = idReferences(playbook).filter(({ from }) => from === 'course');
    pages.forEach(({ id, at }, index) => {
      if (id === playbook.id) report('itself', { at, values: { id } });
      else if (pages.findIndex((page) => page.id === id) < index) report('twice', { at, values: { id } });
      else if (knowledgeBase.withId(id).length === 0 && intendedId(knowledgeBase, id) === undefined) {
        report('missing', { at, values: { id }, ...changeToNearestId(playbook, { id, at }, knowledgeBase) });
      }
    });
  },
});
