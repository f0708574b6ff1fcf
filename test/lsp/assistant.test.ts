import { describe, expect, it } from 'vitest';
import { useLanguageServer } from '../support/language-server.js';
import { configText, page, Repository, useRepositories } from '../support/repository.js';

useRepositories();
const reviewed = useLanguageServer();
const plain = useLanguageServer();

type Told = { readonly text: string } | null;

describe('playbook/assistant', () => {
  it('gives approved text only, whatever stands in the editor', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/a.md': page('refund', '七天内可以退款。'),
      'playbooks/b.md': page('draft', '没有人审核过的秘密。'),
    });
    await repository.approve('playbook.config', 'bob');
    await repository.approve('refund', 'bob');
    const folder = await reviewed().openFolder({}, repository.root);
    await folder.open('playbooks/a.md', page('refund', '三十天内可以退款。'));
    const ask = (question: object) => reviewed().connection.sendRequest<Told>('playbook/assistant', question);
    const found = await ask({ kind: 'search', query: '退款' });
    expect(found?.text).toContain('只含审核通过的文字。');
    expect(found?.text).toContain('七天内可以退款');
    const read = await ask({ kind: 'read', playbook: 'refund' });
    expect(read?.text).toContain('> 七天内可以退款。');
    const secret = await ask({ kind: 'search', query: '秘密' });
    expect(secret?.text).toMatch(/^没有找到“秘密”。/);
    for (const told of [found, read, secret, await ask({ kind: 'read', playbook: 'draft' })]) {
      expect(told?.text).not.toMatch(/三十天|没有人审核过的/);
    }
  });

  it('answers for every folder of the window, and takes any parameters', async () => {
    await plain().openFolder({ 'a.md': '# 光猫怎么重启\n\n拔电源。\n' });
    await plain().openFolder({ 'playbook.config.yaml': 'title: 乙库\n', 'b.md': '# 光猫的灯\n\n红灯。\n' });
    const ask = (question: unknown) => plain().connection.sendRequest<Told>('playbook/assistant', question);
    const found = await ask({ kind: 'search', query: '光猫' });
    expect(found?.text).toContain('《光猫怎么重启》');
    expect(found?.text).toContain('# 乙库\n\n');
    // Only the one that has it answers.
    expect((await ask({ kind: 'read', playbook: 'b' }))?.text).toContain('红灯。');
    expect((await ask({ kind: 'read', playbook: 'b' }))?.text).not.toContain('没有可读的手册');
    for (const question of [{}, { kind: 'search', query: 7, types: 'x', limit: 'y' }, { kind: 'read' }, 'x', null]) {
      const told = await ask(question);
      expect(told === null || told.text.includes('请写要找的词。')).toBe(true);
    }
  });
});
