import { describe, expect, it } from 'vitest';
import { revisionSizes } from '../../src/app/revision-sizes.js';
import { configText, page, Repository, useRepositories } from '../support/repository.js';

useRepositories();

const start = () => Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a', '3 天内退款。') });
const retired = (day: string) => page('a', '3 天内退款。', `retired_on: ${day}\nreplaced_by: b\n`);

describe('the life of an approved page', () => {
  it('ends on the day of retirement that was approved, not before it was', async () => {
    const repository = start();
    await repository.approve('a', 'carol');
    repository.commit('bob', { 'playbooks/a.md': retired('2026-11-22') });
    expect(await repository.state('a')).toBe('changed');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('retired');
  });

  it('goes on until that day', async () => {
    const repository = start();
    repository.commit('bob', { 'playbooks/a.md': retired('2026-11-23') });
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('approved');
  });
});

describe('the size of a revision', () => {
  it('is told against the one before it', async () => {
    const repository = start();
    await repository.approve('a', 'carol');
    repository.commit('bob', { 'playbooks/a.md': page('a', '5 天内退款。') });
    await repository.approve('a', 'carol');
    repository.commit('bob', { 'playbooks/a.md': page('a', '5 天内退款给您。') });
    await repository.approve('a', 'carol');
    const review = await repository.review();
    const sizes = await revisionSizes(review, review.judgements.get('a')?.revisions ?? []);
    expect([...sizes]).toEqual([
      [1, { size: 'major', classes: expect.arrayContaining(['section', 'number']) }],
      [2, { size: 'major', classes: ['number'] }],
      [3, { size: 'minor', classes: ['wording'] }],
    ]);
  });
});
