import { describe, expect, it } from 'vitest';
import { lifeOn, successorOf } from '../../src/core/life.js';
import { knowledgeBaseOf } from '../support/knowledge-base.js';

const lifeOf = (fields: string, today: string, reviewedOn?: string) => {
  const playbook = knowledgeBaseOf({ 'a.md': `---\nid: a\n${fields}---\n` }).playbooks.get('a.md');
  if (!playbook) throw new Error('no a.md');
  return reviewedOn === undefined ? lifeOn(playbook, today) : lifeOn(playbook, today, reviewedOn);
};

describe('the life of a playbook', () => {
  it('begins on the first valid day and ends after the last', () => {
    const validity = (today: string) => lifeOf('valid_from: 2026-11-22\nvalid_to: 2026-11-24\n', today).validity;
    expect(['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25'].map(validity)).toEqual(['not-yet', 'in-force', 'in-force', 'expired']);
  });

  it('ends on the day of retirement, whatever else is said', () => {
    const validity = (today: string) => lifeOf('retired_on: 2026-11-22\nreplaced_by: b\nvalid_to: 2026-11-01\n', today).validity;
    expect(['2026-11-01', '2026-11-21', '2026-11-22'].map(validity)).toEqual(['in-force', 'expired', 'retired']);
    expect(lifeOf('replaced_by: b\n', '2026-11-22').validity).toBe('retired');
    expect(lifeOf('retired_on: 明天\n', '2026-11-22').validity).toBe('in-force');
  });

  it('counts the review interval from the last review, or from a later verification', () => {
    const fields = 'review_every: 90d\nreviewed_on: 2026-08-01\n';
    expect(lifeOf(fields, '2026-10-30')).toEqual({ validity: 'in-force', reviewDue: '2026-10-30', reviewOverdue: false });
    expect(lifeOf(fields, '2026-10-31').reviewOverdue).toBe(true);
    expect(lifeOf(fields, '2026-10-31', '2026-10-20')).toEqual({ validity: 'in-force', reviewDue: '2027-01-18', reviewOverdue: false });
    expect(lifeOf('review_every: 90d\n', '2026-10-31').reviewOverdue).toBe(false);
  });
});

describe('the successor of a retired playbook', () => {
  const today = '2026-11-22';
  const successor = (files: Readonly<Record<string, string>>) => {
    const knowledgeBase = knowledgeBaseOf(files);
    const playbook = knowledgeBase.withId('a')[0];
    return playbook && successorOf(playbook, knowledgeBase, today)?.id;
  };
  const retired = (id: string, by: string) => `---\nid: ${id}\nlang: zh-Hant\nretired_on: 2026-11-01\nreplaced_by: ${by}\n---\n`;

  it('is the end of the chain, in the same language where there is one', () => {
    expect(successor({ 'a.md': retired('a', 'b'), 'b.md': retired('b', 'c'), 'c.md': '---\nid: c\nlang: zh-Hans\n---\n' })).toBe('c');
    expect(
      successor({
        'a.md': retired('a', 'c'),
        'c.md': '---\nid: c\nlang: zh-Hans\n---\n',
        'd.md': '---\nid: c-hant\nlang: zh-Hant\ntranslation_of: c\n---\n',
      }),
    ).toBe('c-hant');
  });

  it('is none where the chain breaks off or goes in a circle, and for what is in use', () => {
    expect(successor({ 'a.md': retired('a', 'b') })).toBeUndefined();
    expect(successor({ 'a.md': retired('a', 'b'), 'b.md': retired('b', 'a') })).toBeUndefined();
    expect(successor({ 'a.md': '---\nid: a\n---\n' })).toBeUndefined();
  });
});
