import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

describe('expired', () => {
  it('marks a last day that is past', () => {
    const { expected, found, problems } = checkMarked('expired', '---\nvalid_to: ⟦expired|2026-11-21⟧\n---\n');
    expect(found).toEqual(expected);
    expect(problems[0]).toMatchObject({ severity: 'warning', message: 'It held until 2026-11-21, 1 day(s) ago.' });
  });

  it('accepts today, the future, and what is no day', () => {
    for (const day of ['2026-11-22', '2030-01-01', '上周'])
      expect(checkMarked('expired', `---\nvalid_to: ${day}\n---\n`).found).toEqual([]);
  });
});
