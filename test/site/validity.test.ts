import { describe, expect, it } from 'vitest';
import { stateOn } from '../../src/site/validity.js';
import { knowledgeBaseOf } from '../support/knowledge-base.js';

function state(front: string, today = '2026-11-22') {
  const [playbook] = knowledgeBaseOf({ 'a.md': `---\nid: a\n${front}\n---\n` }).playbooks.values();
  if (!playbook) throw new Error('no playbook');
  return stateOn(playbook, today);
}

describe('the state of a playbook on a day', () => {
  it.each([
    ['', { validity: 'in-force', reviewOverdue: false }],
    ['valid_from: 2026-11-22', { validity: 'in-force', reviewOverdue: false }],
    ['valid_from: 2026-11-23', { validity: 'not-yet', reviewOverdue: false }],
    ['valid_to: 2026-11-22', { validity: 'in-force', reviewOverdue: false }],
    ['valid_to: 2026-11-21', { validity: 'expired', reviewOverdue: false }],
    ['valid_to: 2026-02-31x', { validity: 'in-force', reviewOverdue: false }],
    ['reviewed_on: 2026-11-15\nreview_every: 7d', { validity: 'in-force', reviewDue: '2026-11-22', reviewOverdue: false }],
    ['reviewed_on: 2026-11-14\nreview_every: 1w', { validity: 'in-force', reviewDue: '2026-11-21', reviewOverdue: true }],
    ['reviewed_on: 2024-02-28\nreview_every: 1d', { validity: 'in-force', reviewDue: '2024-02-29', reviewOverdue: true }],
    ['reviewed_on: 2026-11-14\nreview_every: soon', { validity: 'in-force', reviewOverdue: false }],
  ])('%s', (front, expected) => {
    expect(state(front)).toEqual(expected);
  });
});
