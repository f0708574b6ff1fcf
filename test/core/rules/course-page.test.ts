import { describe, expect, it } from 'vitest';
import { checkMarked, knowledgeBaseOf, mendMarked } from '../../support/knowledge-base.js';

const others = { 'case.md': '---\nid: case-outage-calm\ntype: case\ntitle: 断网安抚\n---\n' };
const course = (pages: string) => `---\nid: course-a\ntype: article\ntitle: 新人课\ncourse: [${pages}]\n---\n`;

describe('course-page', () => {
  it('marks a page that does not exist, one that is there twice, and the course itself', () => {
    const { expected, found, problems } = checkMarked(
      'course-page',
      course('⟦course-page|没有⟧, case-outage-calm, ⟦course-page|case-outage-calm⟧, ⟦course-page|course-a⟧'),
      others,
    );
    expect(found).toEqual(expected);
    expect(problems.map(({ message }) => message)).toEqual([
      'There is no playbook with the id “没有” for this course.',
      'The course names “case-outage-calm” twice. Remove one.',
      'A course cannot hold itself (“course-a”).',
    ]);
  });

  it('accepts a course whose pages are there, and a page that is no course', () => {
    expect(checkMarked('course-page', course('case-outage-calm'), others).found).toEqual([]);
    expect(checkMarked('course-page', '---\nid: a\ntype: article\n---\n', others).found).toEqual([]);
  });

  it('mends a slip of the hand', () => {
    const { text, left } = mendMarked('course-page', course('case-outage-clam'), others);
    expect(text).toBe(course('case-outage-calm'));
    expect(left).toEqual([]);
  });

  it('is the only one to say so, and a course leads to its pages', () => {
    expect(checkMarked('broken-link', course('没有'), others).found).toEqual([]);
    const knowledgeBase = knowledgeBaseOf({ ...others, 'course.md': course('case-outage-calm') });
    const page = knowledgeBase.playbooks.get('case.md');
    expect(page && [...knowledgeBase.linkedFrom(page)]).toEqual(['course.md']);
  });
});
