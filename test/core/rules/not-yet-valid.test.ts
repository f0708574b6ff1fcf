import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

describe('not-yet-valid', () => {
  it('marks a first day that is still to come', () => {
    const { expected, found, problems } = checkMarked('not-yet-valid', '---\nvalid_from: ⟦not-yet-valid|2026-12-01⟧\n---\n');
    expect(found).toEqual(expected);
    expect(problems[0]).toMatchObject({ severity: 'info', message: 'In force from 2026-12-01, in 9 day(s).' });
  });

  it('accepts today, the past, and what is no day', () => {
    for (const day of ['2026-11-22', '2020-01-01', '下周'])
      expect(checkMarked('not-yet-valid', `---\nvalid_from: ${day}\n---\n`).found).toEqual([]);
  });
});
