import { expect, it } from 'vitest';
import { exportedFiles } from '../support/exported-text.js';
import { configText, page, Repository, useRepositories } from '../support/repository.js';

useRepositories();

it('groups what changed on the home page by what the last approved revision changed', async () => {
  const repository = Repository.create({ 'playbook.config.yaml': configText() });
  await repository.approve('playbook.config', 'carol');
  const approved = async (id: string, words: string) => {
    repository.commit('alice', { [`playbooks/${id}.md`]: page(id, words) });
    await repository.approve(id, 'carol');
  };
  for (const id of ['number', 'wording', 'new']) await approved(id, '退款三天内到账，请您留意短信。');
  await approved('number', '退款五天内到账，请您留意短信。');
  await approved('wording', '退款三天内到账，请您留意手机短信。');
  repository.commit('alice', { 'playbooks/wording.md': page('wording', '没有审核的说法。') });
  const home = (await exportedFiles(repository)).get('index.html') ?? '';
  const groups = [...home.matchAll(/<div data-kind="([a-z]+)"[^>]*>(.*?)<\/ul>/gs)].map(([, kind, items = '']) => [
    kind,
    [...items.matchAll(/data-changed="([^"@]*)@/g)].map(([, id]) => id),
  ]);
  expect(Object.fromEntries(groups)).toEqual({ new: ['new'], number: ['number'], steps: [], wording: ['wording'], other: [] });
});
