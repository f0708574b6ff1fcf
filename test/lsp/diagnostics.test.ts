import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { textIn, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const codes = (problems: readonly Diagnostic[]) => problems.map(({ code }) => code);
const policy = '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\n---\n\n## 适用范围\n\n七天内可以退款。\n';

describe('problems while typing', () => {
  it('are those of the text in the editor, with the rule, its page and an exact place after a surrogate pair', async () => {
    const folder = await server().openFolder({ 'a.md': '# 退款\n\n见下文。\n' });
    await folder.open('a.md', '# 退款\n\n见下文。\n');
    expect(await server().problems(folder.uri('a.md'), 1)).toEqual([]);
    const text = '# 退款\n\n𠮷😀见 [[policy-refund]]。\n';
    const version = await folder.type('a.md', text);
    const [problem, ...others] = await server().problems(folder.uri('a.md'), version);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'broken-link',
      source: 'playbook',
      severity: 1,
      message: '没有编号为“policy-refund”的手册。',
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 21 } },
    });
    expect(problem && textIn(text, problem.range)).toBe('policy-refund');
  });

  it('light up in other pages when an id changes, open or not, and go when it is back', async () => {
    const folder = await server().openFolder({
      'policy.md': policy,
      'open.md': '# 甲\n\n[[policy-refund]]\n',
      'closed.md': '# 乙\n\n[[policy-refund]]\n',
    });
    await folder.open('open.md', '# 甲\n\n[[policy-refund]]\n');
    await folder.open('policy.md', policy);
    await server().problems(folder.uri('policy.md'), 1);
    expect(codes(await server().problems(folder.uri('open.md'), 1))).toEqual([]);
    await folder.type('policy.md', policy.replace('id: policy-refund', 'id: policy-return'));
    for (const path of ['open.md', 'closed.md']) {
      expect(codes(await server().problems(folder.uri(path), undefined, (found) => found.length > 0))).toEqual(['broken-link']);
    }
    await folder.type('policy.md', policy);
    for (const path of ['open.md', 'closed.md']) await server().problems(folder.uri(path), undefined, (found) => found.length === 0);
  });

  it('tell what readers marked as wrong, as soon as feedback is imported, and until the words change', async () => {
    const text = policy.replace('七天内', '十五天内');
    const folder = await server().openFolder({ 'a.md': text });
    await folder.open('a.md', text);
    await server().problems(folder.uri('a.md'), 1);
    const path = '.playbook/feedback/2026-11-20-0123abcd.ndjson';
    const told = { version: 1, id: '0123456789abcdef0123456789abcdef', day: '2026-11-20', page: 'policy-refund', revision: 'a1b2c3d4' };
    const mark = { ...told, kind: 'wrong', quote: '十五天内', before: '', after: '', anchor: '适用范围', reason: 'outdated' };
    await folder.write(path, `${JSON.stringify(mark)}\n`);
    const isMarked = ({ code }: Diagnostic) => code === 'feedback-wrong';
    const found = (await server().problems(folder.uri('a.md'), undefined, (problems) => problems.some(isMarked))).filter(isMarked);
    expect(found.map(({ message, range, severity }) => [message, textIn(text, range), severity])).toEqual([
      ['读者 1 次把这里标为不对（已经过时 1），最近一次 2026-11-20。请核对后修改；原文没错就复核这一页。', '十五天内', 2],
    ]);
    await folder.type('a.md', policy);
    await server().problems(folder.uri('a.md'), undefined, (problems) => !problems.some(isMarked));
  });

  it('name the other place of a double id', async () => {
    const folder = await server().openFolder({ 'a.md': policy, 'b.md': policy });
    await folder.open('a.md', policy);
    const problems = await server().problems(folder.uri('a.md'), 1);
    const double = problems.find(({ code }) => code === 'duplicate-id');
    expect(double?.relatedInformation).toEqual([
      {
        location: { uri: folder.uri('b.md'), range: { start: { line: 1, character: 4 }, end: { line: 1, character: 17 } } },
        message: '这里也用了编号“policy-refund”',
      },
    ]);
  });

  it('follow files that come, change and go on disk, and the text on disk once a file is closed', async () => {
    const folder = await server().openFolder({ 'a.md': '# 甲\n\n[[policy-refund]]\n' });
    expect(codes(await server().problems(folder.uri('a.md')))).toEqual(['broken-link']);
    await folder.write('policy.md', policy);
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 0);
    await folder.remove('policy.md');
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 1);
    await folder.open('a.md', '# 甲\n\n没有链接。\n');
    await server().problems(folder.uri('a.md'), 1, (found) => found.length === 0);
    await folder.close('a.md');
    expect(codes(await server().problems(folder.uri('a.md'), undefined, (found) => found.length > 0))).toEqual(['broken-link']);
  });

  it('follow the config as it is typed, and its own mistakes', async () => {
    const folder = await server().openFolder({ 'playbook.config.yaml': 'rules: {}\n', 'a.md': '# 甲\n\n[[policy-refund]]\n' });
    expect(codes(await server().problems(folder.uri('a.md')))).toEqual(['broken-link']);
    await folder.open('playbook.config.yaml', 'rules: {}\n');
    await folder.type('playbook.config.yaml', 'rules: { broken-link: off }\n');
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 0);
    const text = 'rules: { broken-link: sometimes }\n';
    const version = await folder.type('playbook.config.yaml', text);
    const [problem] = await server().problems(folder.uri('playbook.config.yaml'), version, (found) => found.length > 0);
    expect(problem && textIn(text, problem.range)).toBe('sometimes');
    await server().problems(folder.uri('a.md'), undefined, (found) => found.length === 1);
  });

  it('of expected search results come with the config', async () => {
    const folder = await server().openFolder({ 'policy.md': policy, 'queries.yaml': '- query: 退款\n  first: policy-return\n' });
    const problems = await server().problems(folder.uri('queries.yaml'), undefined, (found) => found.length > 0);
    expect(problems.map(({ message }) => message)).toEqual(['没有编号为“policy-return”的手册。']);
  });
});
