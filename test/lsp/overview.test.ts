import { describe, expect, it } from 'vitest';
import type { Health, Overview, Problems } from '../../src/lsp/protocol.js';
import { useLanguageServer, type WorkspaceFolder } from '../support/language-server.js';

const server = useLanguageServer({ locale: 'zh-Hant', options: { ruleDocumentation: 'https://example.com/rules' } });

const files = {
  'playbook.config.yaml': 'title: 星海客服\nlanguages: [zh-Hans, en]\n',
  '政策/refund.md':
    '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\nowner: 法务\ntags: [退款]\nsummary: 七天内可以退。\nvalid_to: 2026-11-30\n---\n\n## 期限\n\n七天内可以退款。[坏](none.md)\n',
  'a.md': '---\nid: article-a\ntype: article\ntitle: 甲😀\nlang: zh-Hans\n---\n\n## 步骤\n\n见 [[policy-refund]] 与 [[article-none]]。\n',
  'a.en.md': '---\nid: article-a-en\ntype: article\ntitle: A\nlang: en\ntranslation_of: article-a\n---\n\n## Steps\n\nNone.\n',
};

const ask = <Answer>(method: string, params: object): Promise<Answer> => server().connection.sendRequest<Answer>(method, params);

/** Opens the folder and waits until every file has been checked. */
async function opened(): Promise<WorkspaceFolder & { readonly address: string }> {
  const folder = await server().openFolder(files);
  const address = folder.uri('').replace(/\/$/, '');
  await checked(address);
  return Object.assign(folder, { address });
}

function checked(uri: string, isExpected: (problems: Problems) => boolean = () => true): Promise<Problems> {
  return server().eventually(
    'playbook/problemsChanged',
    () => ask<Problems>('playbook/problems', { uri }),
    (problems) => problems.waiting === 0 && isExpected(problems),
  );
}

describe('playbook/overview', () => {
  it('has what lists and trees show, in path order, with names in the user’s language', async () => {
    const folder = await opened();
    const answer = await ask<Overview>('playbook/overview', { uri: folder.address });
    expect(answer).toMatchObject({ uri: folder.address, title: '星海客服', languages: ['zh-Hans', 'en'], total: 3, offset: 0 });
    expect(answer.entries.map(({ id }) => id)).toEqual(['article-a-en', 'article-a', 'policy-refund']);
    expect(answer.entries[2]).toEqual({
      uri: folder.uri('政策/refund.md'),
      path: '政策/refund.md',
      id: 'policy-refund',
      title: '退款政策',
      type: 'policy',
      lang: 'zh-Hans',
      tags: ['退款'],
      owner: '法务',
      summary: '七天内可以退。',
      life: 'current',
    });
    expect(answer.types).toContainEqual({ name: 'policy', label: '政策' });
    expect(answer.lives).toContainEqual({ name: 'review-due', label: '14 天內要覆核' });
  });

  it('shows what is typed, and any file names its knowledge base', async () => {
    const folder = await opened();
    await folder.open('a.md', files['a.md'].replace('甲😀', '乙𠮷'));
    const { entries } = await ask<Overview>('playbook/overview', { uri: folder.uri('政策/refund.md') });
    expect(entries[1]?.title).toBe('乙𠮷');
  });

  it('comes in parts, and takes any parameters', async () => {
    const folder = await opened();
    const part = await ask<Overview>('playbook/overview', { uri: `${folder.address}/`, offset: 1, limit: 1 });
    expect(part).toMatchObject({ total: 3, offset: 1, entries: [{ id: 'article-a' }] });
    expect((await ask<Overview>('playbook/overview', { uri: folder.address, offset: -1, limit: 'x' })).entries).toHaveLength(3);
    for (const params of [{}, { uri: 7 }, { uri: 'file:///no/such/folder' }, { uri: 'untitled:x' }]) {
      expect(await ask('playbook/overview', params)).toBeNull();
    }
  });
});

describe('playbook/problems', () => {
  it('counts by kind, gravest first, and lists them by path and place', async () => {
    const folder = await opened();
    const answer = await checked(folder.address);
    const broken = answer.rules.find(({ code }) => code === 'broken-link');
    expect(broken).toEqual({
      code: 'broken-link',
      description: expect.stringContaining('連結'),
      documentation: 'https://example.com/rules/broken-link.md',
      severity: 'error',
      problems: 2,
      files: 2,
    });
    expect(answer.rules.map(({ severity }) => severity)).toEqual(
      [...answer.rules.map(({ severity }) => severity)].sort((a, b) => 'ewi'.indexOf(a[0] ?? '') - 'ewi'.indexOf(b[0] ?? '')),
    );
    expect(answer.total).toBe(answer.counts.error + answer.counts.warning + answer.counts.info);
    const links = await ask<Problems>('playbook/problems', { uri: folder.address, code: 'broken-link', limit: 1, offset: 1 });
    expect(links).toMatchObject({ total: 2, offset: 1, counts: answer.counts, rules: answer.rules });
    expect(links.entries).toEqual([
      {
        uri: folder.uri('政策/refund.md'),
        path: '政策/refund.md',
        range: { start: { line: 13, character: 12 }, end: { line: 13, character: 19 } },
        code: 'broken-link',
        severity: 'error',
        message: expect.stringContaining('none.md'),
      },
    ]);
  });

  it('follows what is typed', async () => {
    const folder = await opened();
    await folder.open('a.md', files['a.md'].replace('[[article-none]]', '甲'));
    const answer = await checked(folder.address, ({ rules }) => rules.find(({ code }) => code === 'broken-link')?.problems === 1);
    expect(answer.entries.filter(({ code }) => code === 'broken-link').map(({ path }) => path)).toEqual(['政策/refund.md']);
  });
});

describe('playbook/health', () => {
  it('says what is due, unused, without owner and not translated', async () => {
    const folder = await opened();
    const answer = await ask<Health>('playbook/health', { uri: folder.address });
    expect(answer.statistics).toMatchObject({ playbooks: 3, types: { article: 2, policy: 1 }, languages: { 'zh-Hans': 2, en: 1 } });
    expect(answer.due).toMatchObject({
      total: 1,
      entries: [{ kind: 'expiry', day: '2026-11-30', days: 8, uri: folder.uri('政策/refund.md') }],
    });
    const ids = (list: Health['unused']) => list.entries.map(({ id }) => id);
    expect(ids(answer.unused)).toEqual(['article-a-en', 'article-a']);
    expect(ids(answer.withoutOwner)).toEqual(['article-a-en', 'article-a']);
    expect(ids(answer.withoutSummary)).toEqual(['article-a-en', 'article-a']);
    expect(answer.languages).toHaveLength(1);
    expect(answer.languages[0]).toMatchObject({ name: 'en', label: '英文', outdated: { total: 0 } });
    expect(answer.languages.flatMap(({ untranslated }) => ids(untranslated))).toEqual(['policy-refund']);
  });
});
