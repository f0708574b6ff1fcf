import { describe, expect, it } from 'vitest';
import { checkMarked, today } from '../../support/knowledge-base.js';

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
