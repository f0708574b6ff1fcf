import { describe, expect, it } from 'vitest';
import { checkPlaybook } from '../../../src/core/rules/run.js';
import { checkMarked, knowledgeBaseOf, today } from '../../support/knowledge-base.js';

const check = (fields: string) => checkMarked('review-overdue', `---\n${fields}\n---\n`);

describe('review-overdue', () => {
  it('marks the day of the last review once the next is past', () => {
    expect(today).toBe('2026-11-22');
    const { expected, found, problems } = check('review_every: 180d\nreviewed_on: ⟦review-overdue|2026-05-25⟧');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('Last reviewed on 2026-05-25; the next review was due on 2026-11-21, 1 day(s) ago.');
    expect(check('review_every: 2w\nreviewed_on: ⟦review-overdue|"2026-11-01"⟧').found).toHaveLength(1);
  });

  it('says nothing on the due day, nor without both fields, nor for what is no day', () => {
    for (const fields of [
      'review_every: 180d\nreviewed_on: 2026-05-26',
      'review_every: 1d',
      'reviewed_on: 2020-01-01',
      'review_every: 1d\nreviewed_on: 去年',
      'review_every: 一年\nreviewed_on: 2020-01-01',
    ])
      expect(check(fields).found).toEqual([]);
  });
});

describe('review-overdue where review is on', () => {
  const check = (days: ReadonlyMap<string, string>) => {
    const knowledgeBase = knowledgeBaseOf({ 'a.md': '---\nid: a\nreview_every: 30d\nreviewed_on: 2020-01-01\n---\n' });
    const playbook = knowledgeBase.playbooks.get('a.md');
    const problems = playbook ? checkPlaybook(knowledgeBase, playbook, { locale: 'en', today, reviewedOn: days }) : [];
    return problems.filter(({ code }) => code === 'review-overdue').map(({ message, range }) => [message, range.start.line]);
  };

  it('goes by approvals, not by what the front matter says', () => {
    expect(check(new Map([['a', '2026-11-01']]))).toEqual([]);
    expect(check(new Map())).toEqual([]);
    expect(check(new Map([['a', '2026-10-01']]))).toEqual([
      ['Last reviewed on 2026-10-01; the next review was due on 2026-10-31, 22 day(s) ago.', 3],
    ]);
  });
});
