import { describe, expect, it } from 'vitest';
import { folderOf, run, runShell, useProgram } from '../support/command-line.js';

useProgram();

const playbook = (id: string, type: string, title: string, more: string, body: string, lang = 'zh-Hans') =>
  `---\nid: ${id}\ntype: ${type}\ntitle: ${title}\nlang: ${lang}\n${more}---\n\n${body}\n`;

const knowledgeBase = () =>
  folderOf({
    'playbook.config.yaml': 'languages: [zh-Hans, en]\nchannels: [phone, chat]\n',
    'a.md': playbook('article-refund', 'article', '退款多久到账', 'channels: [phone]\ntags: [售后]\n', '## 时间\n\n三到七个工作日到账。'),
    'b.md': playbook(
      'response-refund',
      'response',
      '退款进度',
      'short_code: tkjd\nchannels: [chat]\n',
      '## 标准回复\n\n> 您的退款正在处理。',
    ),
    'c.md': playbook('article-refund-en', 'article', 'When a refund arrives', 'channels: [chat]\n', 'Three to seven working days.', 'en'),
  });

const idsIn = (stdout: string): readonly string[] =>
  JSON.parse(stdout)
    .hits.map((hit: { id: string }) => hit.id)
    .sort();

describe('search --json', () => {
  it('holds exactly what programs need', async () => {
    const { code, stdout } = await run(['search', '工作日', '--json'], { cwd: knowledgeBase() });
    expect(code).toBe(0);
    const [first] = JSON.parse(stdout).hits;
    expect(JSON.parse(stdout)).toEqual({ query: '工作日', total: 1, hits: [first] });
    expect(first).toEqual({
      id: 'article-refund',
      title: '退款多久到账',
      type: 'article',
      lang: 'zh-Hans',
      path: 'a.md',
      section: '时间',
      anchor: '时间',
      score: expect.any(Number),
      excerpt: '三到七个工作日到账。',
      matched: [{ term: '工作日', fields: ['body'] }],
    });
  });

  it('finds one script with the other', async () => {
    expect(idsIn((await run(['search', '到帳', '--json'], { cwd: knowledgeBase() })).stdout)).toEqual(['article-refund']);
  });

  it.each([
    [['--type', 'response'], ['response-refund']],
    [['--type', '标准回复'], ['response-refund']],
    [
      ['--type', 'response', '--type', 'article', '--lang', 'zh-hans'],
      ['article-refund', 'response-refund'],
    ],
    [['--channel', 'phone'], ['article-refund']],
    [['--channel', '电话'], ['article-refund']],
    [['--tag', '售后'], ['article-refund']],
    [['--tag', '没有'], []],
  ])('filters by %j', async (filters, ids) => {
    expect(idsIn((await run(['search', '退款', ...filters, '--json'], { cwd: knowledgeBase() })).stdout)).toEqual(ids);
  });

  it('limits what it lists, not what it counts', async () => {
    const { stdout } = await run(['search', '退款', '--lang', 'zh-Hans', '--limit', '1', '--json'], { cwd: knowledgeBase() });
    expect([JSON.parse(stdout).total, JSON.parse(stdout).hits.length]).toEqual([2, 1]);
  });
});

describe('search', () => {
  it('shows type, place, excerpt and why it matched', async () => {
    const { stdout } = await run(['search', '工作日', '--locale', 'zh-Hans'], { cwd: knowledgeBase() });
    expect(stdout.split('\n')).toEqual([
      '1. 退款多久到账  article-refund',
      '   知识条目 · zh-Hans · a.md#时间 › 时间',
      '   三到七个工作日到账。',
      '   匹配：工作日（正文）',
      '',
      '找到 1 篇。',
      '',
    ]);
  });

  it('says when an id or short code was typed', async () => {
    expect((await run(['search', 'tkjd', '--locale', 'zh-Hant'], { cwd: knowledgeBase() })).stdout).toContain('（編號或快捷碼）');
  });

  it('takes several words without quotes', async () => {
    expect(idsIn((await run(['search', 'working', 'days', '--json'], { cwd: knowledgeBase() })).stdout)).toEqual(['article-refund-en']);
  });

  it.each([
    ['zh-Hans', [], '没有找到与“宽带”有关的手册。\n换一个更短的词，或客户会说的词试试。\n'],
    ['zh-Hant', ['--type', 'script'], '沒有找到與「宽带」有關的手冊。\n移除篩選條件，或換一個更短的詞試試。\n'],
    ['en', [], 'Nothing found for “宽带”.\nTry a shorter word, or one that customers use.\n'],
  ])('says what to try when nothing is found (%s)', async (locale, filters, message) => {
    const outcome = await run(['search', '宽带', '--locale', locale, ...filters], { cwd: knowledgeBase() });
    expect(outcome).toEqual({ code: 0, stdout: message, stderr: '' });
  });

  it.each([
    [['--type', 'respnse'], 'Did you mean “response”?'],
    [['--channel', 'phon'], '--channel cannot be “phon”. Choose one of: phone, chat.\nDid you mean “phone”?'],
    [['--lang', 'fr'], '--lang cannot be “fr”. Choose one of: zh-Hans, en.'],
    [['--limit', '0'], '--limit needs a whole number from 1 to 1000; “0” is none.'],
  ])('refuses %j', async (filters, message) => {
    const { code, stderr } = await run(['search', '退款', ...filters], { cwd: knowledgeBase() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  });

  it('wants something to look for', async () => {
    expect(await run(['search', ' '], { cwd: knowledgeBase() })).toEqual({ code: 2, stdout: '', stderr: '✖ Write what to look for.\n' });
  });

  it.runIf(process.platform === 'linux')('marks matches on a terminal, unless NO_COLOR is set', async () => {
    const line = 'script -qec "$PLAYBOOK search 工作日" /dev/null';
    const cwd = knowledgeBase();
    expect((await runShell(line, { cwd })).stdout).toContain('三到七个\u001b[1m工作日\u001b[22m到账。');
    expect((await runShell(line, { cwd, env: { NO_COLOR: '1' } })).stdout).toContain('三到七个工作日到账。');
  });
});
