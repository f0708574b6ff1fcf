import { describe, expect, it } from 'vitest';
import { configText, page, Repository, useRepositories } from '../support/repository.js';

useRepositories();

const start = () => Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a', '旧的话术。') });

describe('review states', () => {
  it('goes from never approved to approved to changed and back', async () => {
    const repository = start();
    expect(await repository.state('a')).toBe('never-approved');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('approved');
    repository.commit('bob', { 'playbooks/a.md': page('a', '新的话术。') });
    expect(await repository.state('a')).toBe('changed');
    expect(await repository.seen('a')).toContain('旧的话术。');
    await repository.decide('carol', 'a', { kind: 'changes-requested', note: '语气太硬' });
    expect(await repository.state('a')).toBe('changes-requested');
    await repository.approve('a', 'dave');
    expect(await repository.state('a')).toBe('changes-requested');
    await repository.approve('a', 'carol');
    expect(await repository.state('a')).toBe('approved');
    expect(await repository.seen('a')).toContain('新的话术。');
    const { published, missing } = (await repository.review()).states.get('a') ?? {};
    expect(published?.number).toBe(2);
    expect(published?.approvals.map(({ decision }) => decision.by)).toEqual(['carol@example.com', 'dave@example.com']);
    expect(missing).toEqual([]);
  });

  it('says who wrote what awaits approval and what is missing from whom', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(
        '  groups: { legal: [bob@example.com, carol@example.com], ops: [dave@example.com, bob@example.com] }\n  rules: [{ type: response, count: 2, groups: [legal, ops] }]\n',
      ),
      'playbooks/a.md': page('a'),
    });
    repository.commit('bob', { 'playbooks/a.md': page('a', '退款 7 天到账。') });
    const before = (await repository.review()).states.get('a');
    expect(before?.authors).toEqual(['alice@example.com', 'bob@example.com']);
    expect(before?.missing).toEqual([
      { group: 'legal', count: 1, from: ['carol@example.com'] },
      { group: 'ops', count: 1, from: ['dave@example.com'] },
    ]);
    await repository.approve('a', 'carol', 'erin', 'bob');
    const after = (await repository.review()).states.get('a');
    expect(after?.state).toBe('never-approved');
    expect(after?.missing).toEqual([{ group: 'ops', count: 1, from: ['dave@example.com'] }]);
    await repository.approve('a', 'dave');
    expect(await repository.state('a')).toBe('approved');
  });
});
