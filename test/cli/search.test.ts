import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, plainEnvironment, programPath, run, runShell, useProgram, writeFiles } from '../support/command-line.js';
import { usersNode } from '../support/users-node.js';

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
      'short_code: tkjd\nproduct: 星海商城\nchannels: [chat]\n',
      '## 标准回复\n\n> 您的退款正在处理。',
    ),
    'c.md': playbook('article-refund-en', 'article', 'When a refund arrives', 'channels: [chat]\n', 'Three to seven working days.', 'en'),
  });

const idsIn = (stdout: string): readonly string[] =>
  JSON.parse(stdout)
    .hits.map((hit: { id: string }) => hit.id)
    .sort();

describe('search for a mistyped word', () => {
  it.each([
    ['zh-Hans', '是不是“退款进度”？'],
    ['zh-Hant', '是不是「退款进度」？'],
    ['en', 'Did you mean “退款进度”?'],
  ])('says what may have been meant (%s)', async (locale, words) => {
    const { code, stdout } = await run(['search', '退款近度', '--root', knowledgeBase(), '--locale', locale]);
    expect([code, stdout.split('\n')[0]]).toEqual([0, words]);
  });

  it('says so in JSON too', async () => {
    const { stdout } = await run(['search', '退款近度', '--root', knowledgeBase(), '--json']);
    expect(JSON.parse(stdout).suggestion).toBe('退款进度');
  });
});

describe('search for what agents no longer see', () => {
  const folder = () =>
    folderOf({
      'old.md': playbook('old', 'article', '旧退款', 'retired_on: 2026-01-01\nreplaced_by: new\n', '退款。'),
      'new.md': playbook('new', 'article', '退款', '', '退款。'),
      'later.md': playbook('later', 'article', '新退款', 'valid_from: 2027-01-01\n', '退款。'),
      'over.md': playbook('over', 'article', '春节退款', 'valid_to: 2026-02-01\n', '退款。'),
    });
  const on = (day: string, ...args: readonly string[]) => ['search', '退款', '--today', day, ...args];

  it('finds it and says how it stands that day, with a kept index too', async () => {
    const cwd = folder();
    for (const _ of ['written', 'kept']) {
      const { stdout } = await run(on('2026-11-22', '--locale', 'zh-Hant'), { cwd });
      expect(
        stdout
          .split('\n')
          .filter((line) => /^\d/.test(line))
          .map((line) => line.slice(3))
          .sort(),
      ).toEqual(['退款  new', '新退款  later  尚未生效', '旧退款  old  已停用', '春节退款  over  已過期'].sort());
    }
    const { stdout } = await run(on('2025-12-31', '--json'), { cwd });
    const hits: readonly { id: string; validity: string }[] = JSON.parse(stdout).hits;
    expect(Object.fromEntries(hits.map(({ id, validity }) => [id, validity]))).toEqual({
      new: 'in-force',
      old: 'in-force',
      later: 'not-yet',
      over: 'in-force',
    });
  });
});

describe('search --json', () => {
  it('holds exactly what programs need', async () => {
    const { code, stdout } = await run(['search', '工作日', '--json'], { cwd: knowledgeBase() });
    expect(code).toBe(0);
    const [first] = JSON.parse(stdout).hits;
    const facets = {
      types: { article: 1 },
      channels: { phone: 1 },
      tiers: {},
      languages: { 'zh-Hans': 1 },
      tags: { 售后: 1 },
      products: {},
    };
    expect(JSON.parse(stdout)).toEqual({ query: '工作日', total: 1, facets, hits: [first] });
    expect(first).toEqual({
      id: 'article-refund',
      title: '退款多久到账',
      type: 'article',
      lang: 'zh-Hans',
      path: 'a.md',
      validity: 'in-force',
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
    [['--product', '星海商城'], ['response-refund']],
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
    expect((await run(['search', 'tkjd', '--locale', 'zh-Hant'], { cwd: knowledgeBase() })).stdout).toContain('（編號或快速碼）');
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

  it('names the nearest pages where only single characters of a query stand somewhere, and a program is told', async () => {
    const { stdout } = await run(['search', '款式', '--locale', 'zh-Hans'], { cwd: knowledgeBase() });
    expect(stdout).toMatch(/^没有找到与“款式”有关的手册。\n.*\n\n最接近的页面：\n\n1\. /);
    expect(stdout).toContain('匹配：相近的字词');
    const { stdout: json } = await run(['search', '款式', '--json'], { cwd: knowledgeBase() });
    expect(JSON.parse(json)).toMatchObject({ nearestOnly: true });
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

describe('search --batch', () => {
  /** Answers to lines given all at once; `$PLAYBOOK search --batch` and what follows. */
  const batch = async (input: string, more = '', env = {}) => {
    const cwd = folderOf({ 'input.jsonl': input });
    return runShell(`$PLAYBOOK search --batch --root '${knowledgeBase()}' ${more} < input.jsonl`, { cwd, env });
  };
  const answers = (stdout: string): readonly unknown[] =>
    stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  it('answers each line in its order, best first', async () => {
    const { code, stdout, stderr } = await batch(
      '\uFEFF{"id":"a","text":"工作日到帳"}\r\n\n{"text":"tkjd","id":2,"lang":"zh"}\n{"id":"甲","text":"no such thing"}\n{"id":"","text":""}',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answers(stdout)).toEqual([
      { id: 'a', hits: ['article-refund'] },
      { id: 2, hits: ['response-refund'] },
      { id: '甲', hits: [] },
      { id: '', hits: [] },
    ]);
  });

  it('finds what a single search finds', async () => {
    const { stdout } = await batch('{"id":1,"text":"退款"}\n');
    const single = JSON.parse((await run(['search', '退款', '--json'], { cwd: knowledgeBase() })).stdout);
    expect(single.hits.length).toBeGreaterThan(1);
    expect(answers(stdout)).toEqual([{ id: 1, hits: single.hits.map((hit: { id: string }) => hit.id) }]);
  });

  it('keeps a line whole that has Unicode line separators in its text', async () => {
    expect(answers((await batch('{"id":1,"text":"工作日\u2028到账"}\n')).stdout)).toEqual([{ id: 1, hits: ['article-refund'] }]);
  });

  it('takes filters and a limit', async () => {
    const { stdout } = await batch('{"id":1,"text":"退款"}\n', '--type response --limit 1');
    expect(answers(stdout)).toEqual([{ id: 1, hits: ['response-refund'] }]);
  });

  it('names the line that is broken, answers the others, and ends with 1', async () => {
    const lines = [
      '{"id":1,"text":"工作日"}',
      '{"id":2,"text":',
      '"退款"',
      '{"text":"退款"}',
      '{"id":5,"text":7}',
      '{"id":6,"text":"工作日"}',
    ];
    const { code, stdout, stderr } = await batch(`${lines.join('\n')}\n`);
    expect(code).toBe(1);
    expect(answers(stdout)).toEqual([
      { id: 1, hits: ['article-refund'] },
      { id: 6, hits: ['article-refund'] },
    ]);
    expect(stderr).toBe(
      [
        '✖ Line 2 of standard input was left out: it is not JSON.',
        '✖ Line 3 of standard input was left out: it should be {"id": …, "text": "…"}.',
        '✖ Line 4 of standard input was left out: it needs an id, a text or a number.',
        '✖ Line 5 of standard input was left out: it needs a text.',
        '',
      ].join('\n'),
    );
    expect((await batch('退款\n', '', { LANG: 'zh_TW.UTF-8' })).stderr).toBe('✖ 標準輸入第 1 行沒有搜尋：這不是 JSON。\n');
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(usersNode, [programPath(), 'search', '--batch'], {
      cwd: knowledgeBase(),
      env: plainEnvironment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let answered = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answered += text;
    });
    for (const id of [1, 2]) {
      child.stdin.write(`{"id":${id},"text":"工作日"}\n`);
      await once(child.stdout, 'data');
      expect(answers(answered).at(-1)).toEqual({ id, hits: ['article-refund'] });
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('takes its queries from standard input only', async () => {
    const { code, stderr } = await run(['search', '--batch', '退款'], { cwd: knowledgeBase() });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '✖ --batch reads queries from standard input; leave them off the command line.\n',
    });
  });

  it('is no reason to do without a query otherwise', async () => {
    const { code, stderr } = await run(['search'], { cwd: knowledgeBase() });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '✖ The argument <query> is missing.\nFor its use: playbook search --help\n',
    });
  });
});

describe('queries.yaml', () => {
  it('is read by check, which says what is found instead', async () => {
    const cwd = knowledgeBase();
    writeFiles(cwd, { 'queries.yaml': '- { query: 工作日, first: response-refund }\n- { query: 到帳, first: article-refund }\n' });
    const { stdout } = await run(['check', '--format', 'github'], { cwd });
    expect(stdout.split('\n').filter((line) => line.includes('file=queries.yaml'))).toEqual([
      expect.stringMatching(
        /^::warning file=queries\.yaml,line=1,.*“article-refund” comes first; “response-refund” should, and is not among the first ten\.$/,
      ),
    ]);
  });

  it('is mended by check --fix only where no one has to choose', async () => {
    const cwd = knowledgeBase();
    const text = '- { query: 工作日, frist: article-refund, never: response-refnud }\n';
    writeFiles(cwd, { 'queries.yaml': text });
    await run(['check', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'queries.yaml'), 'utf8')).toBe(text.replace('frist', 'first'));
  });
});
