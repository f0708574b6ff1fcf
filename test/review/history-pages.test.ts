import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dangersIn } from '../site/support.js';
import { exportedFiles, exportedText } from '../support/exported-text.js';
import { configText, page, Repository, useRepositories } from '../support/repository.js';

useRepositories();

/** A page with these approved wordings, one revision each. */
async function withRevisions(...wordings: readonly string[]): Promise<Repository> {
  const repository = Repository.create({ 'playbook.config.yaml': configText() });
  await repository.approve('playbook.config', 'carol');
  for (const words of wordings) {
    repository.commit('alice', { 'playbooks/a.md': page('a', words) });
    await repository.approve('a', 'carol');
  }
  return repository;
}

const historyOf = (files: ReadonlyMap<string, string>) => [...files.keys()].filter((path) => path.startsWith('history/')).sort();
const words = (html = '') => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('what changed between approved revisions, on the help site', () => {
  it('is a list of revisions, and a page for any two of them that shows the difference word by word', async () => {
    const repository = await withRevisions(
      '退款三天内到账，到账后发短信给您。',
      '退款五天内到账，到账后发短信给您。',
      '退款五天内到账，到账后马上发短信给您。',
    );
    const files = await exportedFiles(repository);
    expect(historyOf(files)).toEqual(['history/a.1-2.html', 'history/a.1-3.html', 'history/a.2-3.html', 'history/a.html']);
    const list = words(files.get('history/a.html'));
    expect(list).toContain('第 3 版现行小改文字2026-01-08 周四 由陈晨审核通过对照：第 2 版第 1 版');
    expect(list).toContain('第 2 版大改数字或期限2026-01-06 周二 由陈晨审核通过对照：第 1 版');
    const compared = files.get('history/a.1-3.html') ?? '';
    expect(compared).toContain('退款<del>三天内</del><ins>五天内</ins>到账，到账后<ins>马上</ins>发短信给您。');
    for (const path of historyOf(files)) {
      const html = files.get(path) ?? '';
      expect(dangersIn(html)).toEqual([]);
      expect(html).toContain('<link rel="stylesheet" href="../history.css">');
    }
    const shown = files.get('pages/a.html') ?? '';
    expect(shown).toContain('href="../history/a.html"');
    expect(shown).toContain('href="../history/a.2-3.html"');
    expect(words(shown)).toContain('已审核 · 第 3 版 · 陈晨 · 2026-01-08');
  });

  it('has the approvers’ notes where the approved config asks for them, as text', async () => {
    const repository = await withRevisions('甲。');
    repository.commit('alice', { 'playbooks/a.md': page('a', '乙。') });
    await repository.decide('carol', 'a', { note: '法务已核对 <b>期限</b>' });
    const asking = `${configText()}\nsite: { approval_notes: show }\n`;
    repository.commit('alice', { 'playbook.config.yaml': asking });
    expect((await exportedFiles(repository)).get('history/a.html')).not.toContain('法务已核对');
    await repository.approve('playbook.config', 'carol');
    const list = (await exportedFiles(repository)).get('history/a.html') ?? '';
    expect(list).toContain('<p class="revision-note">陈晨附言：法务已核对 &#x3C;b>期限&#x3C;/b></p>');
    expect(dangersIn(list)).toEqual([]);
  });

  it('is nothing for a page with one revision, and gone when the page is', async () => {
    const repository = await withRevisions('一。');
    expect(historyOf(await exportedFiles(repository))).toEqual([]);
    repository.commit('alice', { 'playbooks/a.md': page('a', '二。') });
    await repository.approve('a', 'carol');
    expect(historyOf(await exportedFiles(repository))).toHaveLength(2);
    repository.commit('alice', { 'playbooks/a.md': page('a', '二。', 'retired_on: 2026-02-01\n') });
    await repository.approve('a', 'carol');
    expect(historyOf(await exportedFiles(repository))).toEqual([]);
    expect(await exportedText(repository)).not.toMatch(/一。|二。/);
  });

  it('compares the six latest revisions, and lists those before', async () => {
    const repository = await withRevisions(...Array.from({ length: 8 }, (_, index) => `第${index}次说法。`));
    const files = await exportedFiles(repository);
    expect(historyOf(files)).toHaveLength(15 + 1);
    expect(historyOf(files)).toContain('history/a.3-8.html');
    expect(historyOf(files)).not.toContain('history/a.2-3.html');
    const list = words(files.get('history/a.html'));
    expect(list).toContain('第 1 版首版2026-01-04 周日 由陈晨审核通过');
    expect(list).toContain('更早的版次只列出');
    expect(await exportedText(repository)).not.toMatch(/第[01]次说法/);
  });

  it('looks as it did on a past day', async () => {
    const repository = await withRevisions('甲。', '乙。');
    const before = repository.head();
    repository.commit('alice', { 'playbooks/a.md': page('a', '丙。') });
    await repository.approve('a', 'carol');
    const files = await exportedFiles(repository, before);
    expect(historyOf(files)).toEqual(['history/a.1-2.html', 'history/a.html']);
    expect([...files.values()].join('\n')).not.toContain('丙。');
  });
});

describe('nothing that was never approved is in what changed', () => {
  const secret = '机密未审核';

  it('not a wording between two approved ones, a later one, its title and fields, nor the approvers’ notes', async () => {
    const repository = await withRevisions('甲。', '乙。');
    repository.commit('alice', { 'playbooks/a.md': page('a', `${secret}一。`) });
    repository.commit('alice', { 'playbooks/a.md': page('a', '丙。') });
    await repository.decide('carol', 'a', { note: `${secret}附言` });
    repository.commit('bob', { 'playbooks/a.md': page('a', `${secret}二。`).replace('标题 a', `${secret}标题`) });
    const text = await exportedText(repository);
    expect(text).toContain('<del>乙。</del>');
    expect(text).not.toContain(secret);
  });

  it('not a wording whose approval was forged, its author’s own, or edited afterwards', async () => {
    const repository = await withRevisions('甲。', '乙。');
    repository.commit('bob', { 'playbooks/a.md': page('a', `${secret}自批。`) });
    await repository.decide('bob', 'a');
    repository.commit('bob', { 'playbooks/a.md': page('a', `${secret}冒名。`) });
    await repository.decide('mallory', 'a', { as: 'carol' });
    expect(await exportedText(repository)).not.toContain(secret);
    // Approved and shown, until somebody edits the approval: then it never counted.
    repository.commit('alice', { 'playbooks/a.md': page('a', `${secret}改过。`) });
    const file = await repository.decide('carol', 'a');
    repository.commit('alice', { 'playbooks/a.md': page('a', '丁。') });
    await repository.approve('a', 'carol');
    expect(await exportedText(repository)).toContain(secret);
    repository.commit('mallory', { [file]: `${readFileSync(join(repository.root, file), 'utf8')}# 改\n` });
    const text = await exportedText(repository);
    expect(text).not.toContain(secret);
    expect(text).toContain('丁。');
  });

  it('not through a snippet or a variable that an earlier revision used', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText('', 'variables: { company: { phone: "400-111-1111" } }\n'),
      'playbooks/s.md': page('s', '片段旧值。'),
    });
    await repository.approve('playbook.config', 'carol');
    await repository.approve('s', 'carol');
    for (const end of ['一', '二']) {
      repository.commit('alice', {
        'playbooks/a.md': page('a', `请拨打 {{company.phone}}，${end}。`).replace('> 请', '::include{id=s}\n\n> 请'),
      });
      await repository.approve('a', 'carol');
    }
    repository.commit('bob', {
      'playbook.config.yaml': configText('', `variables: { company: { phone: "${secret}" } }\n`),
      'playbooks/s.md': page('s', secret),
      'playbooks/t.md': page('t', secret),
    });
    const files = await exportedFiles(repository);
    const compared = files.get('history/a.1-2.html') ?? '';
    expect(words(compared)).toContain('片段旧值。');
    expect(words(compared)).toContain('400-111-1111');
    expect([...files.values()].join('\n')).not.toContain(secret);
  });
});
