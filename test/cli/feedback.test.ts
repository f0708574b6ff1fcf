import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, plainEnvironment, response, run, useProgram, writeFiles } from '../support/command-line.js';

useProgram();

let number = 0;
function entry(more: Readonly<Record<string, unknown>>): string {
  number += 1;
  const id = number.toString(16).padStart(32, '0');
  return `${JSON.stringify({ version: 1, id, day: '2026-11-20', page: 'response-refund', revision: 'a1b2c3d4', ...more })}\n`;
}

const refund = response('response-refund', '退款进度').replace(
  'lang: zh-Hans',
  'lang: zh-Hans\nutterances: [钱什么时候退, 退款到哪一步了]\nkeywords: [退费]',
);
const bill = response('response-bill', '账单查询', '客户来问本月账单。');
const files = { 'playbook.config.yaml': 'title: 星海客服知识库\ncontent: 手册\n', '手册/退款.md': refund, '手册/账单.md': bill };
const page = { page: 'response-refund', revision: 'a1b2c3d4' };
const wrong = { kind: 'wrong', quote: '正在为您查询', before: '您好，', after: '。', anchor: '标准回复', reason: 'outdated' };

/** A knowledge base with this feedback imported. */
async function imported(...lines: readonly string[]): Promise<string> {
  const cwd = folderOf({ ...files, '反馈.ndjson': lines.join('') });
  expect((await run(['feedback', 'import', '反馈.ndjson'], { cwd })).code).toBe(0);
  return cwd;
}

const stored = (cwd: string) => readdirSync(join(cwd, '.playbook/feedback'));

describe('playbook feedback import', () => {
  it('puts what is new into one more file, by its content, and never twice', async () => {
    const [a, b, c] = [entry({ kind: 'solved' }), entry({ kind: 'opened', day: '2026-11-21' }), entry({ kind: 'unsolved' })];
    const cwd = folderOf({ ...files, '一.ndjson': a + b + a, '二.ndjson': b + c });
    const first = await run(['feedback', 'import', '一.ndjson', '--locale', 'zh-Hans'], { cwd });
    const [name = ''] = stored(cwd);
    expect(name).toMatch(/^2026-11-21-[0-9a-f]{8}\.ndjson$/);
    expect(first).toEqual({ code: 0, stdout: `导入 2 条（另有 1 条已导入过），存为 .playbook/feedback/${name}\n`, stderr: '' });
    expect(readFileSync(join(cwd, '.playbook/feedback', name), 'utf8')).toBe(a + b);

    expect((await run(['feedback', 'import', '二.ndjson', '一.ndjson'], { cwd })).stdout).toMatch(
      /^Imported 1 entry \(4 imported before\) as /,
    );
    expect(stored(cwd)).toHaveLength(2);
    expect(await run(['feedback', 'import', '一.ndjson', '--locale', 'zh-Hant'], { cwd })).toEqual({
      code: 0,
      stdout: '沒有新的意見回饋（已匯入過 3 筆）。\n',
      stderr: '',
    });
  });

  it('merges without a conflict when two people import, also the same', async () => {
    const cwd = folderOf({ ...files, 'a.ndjson': entry({ kind: 'solved' }), 'b.ndjson': entry({ kind: 'unsolved' }) });
    const env = { ...plainEnvironment, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const day = '2026-11-22T09:00:00+08:00';
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=李', '-c', 'user.email=li@example.com', ...args], {
        cwd,
        env: { ...env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day },
        encoding: 'utf8',
      });
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', '开始');
    for (const [branch, sources] of [
      ['one', ['a.ndjson', 'b.ndjson']],
      ['two', ['b.ndjson']],
      ['three', ['a.ndjson', 'b.ndjson']],
    ] as const) {
      git('checkout', '-q', '-b', branch, 'main');
      await run(['feedback', 'import', ...sources], { cwd });
      git('add', '-A');
      git('commit', '-qm', branch);
    }
    git('checkout', '-q', 'main');
    for (const branch of ['one', 'two', 'three']) git('merge', '-q', '--no-edit', branch);
    expect(stored(cwd)).toHaveLength(2);
    const { stdout } = await run(['feedback', 'report', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).pages).toMatchObject([{ id: 'response-refund', solved: 1, unsolved: 1, solvedRate: 0.5 }]);
  });

  it('takes folders, leaves out what is no entry and names its line', async () => {
    const cwd = folderOf({
      ...files,
      '收集/feedback-2026-11-20.ndjson': entry({ kind: 'solved' }),
      '收集/feedback-2026-11-21.ndjson': `不是\n${entry({ kind: 'solved' })}{"version":1}\n`,
      '收集/说明.txt': '不读',
    });
    expect(await run(['feedback', 'import', '收集', '--locale', 'zh-Hans'], { cwd })).toEqual({
      code: 1,
      stdout: expect.stringMatching(/^导入 2 条（另有 0 条已导入过），存为 /),
      stderr: '收集/feedback-2026-11-21.ndjson:1：不是反馈，已跳过。\n收集/feedback-2026-11-21.ndjson:3：不是反馈，已跳过。\n',
    });
  });

  it.each([
    [['不存在.ndjson'], '“不存在.ndjson”读不出来：没有这个文件，不是普通文件，或者太大。'],
    [['手册'], '文件夹“手册”里没有反馈文件（.ndjson）。'],
    [[], '缺少参数 <files>。'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stderr } = await run(['feedback', 'import', ...args, '--locale', 'zh-Hans'], { cwd: folderOf(files) });
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });

  it('writes only below the knowledge base, and reads through no link', async () => {
    const outside = folderOf({ 'x.ndjson': entry({ kind: 'solved' }) });
    const cwd = folderOf({ ...files, 'a.ndjson': entry({ kind: 'solved' }) });
    mkdirSync(join(cwd, '.playbook'));
    symlinkSync(outside, join(cwd, '.playbook/feedback'));
    const { code, stdout } = await run(['feedback', 'import', 'a.ndjson'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(readdirSync(outside)).toEqual(['x.ndjson']);
    expect(JSON.parse((await run(['feedback', 'report', '--format', 'json'], { cwd })).stdout).entries).toBe(0);
  });
});

describe('playbook feedback report', () => {
  it('tells use and solved rate, failed searches by what they mean, wrong passages by their line, and coverage', async () => {
    const cwd = await imported(
      entry({ kind: 'opened' }),
      entry({ kind: 'opened' }),
      entry({ kind: 'solved' }),
      entry({ kind: 'solved' }),
      entry({ kind: 'unsolved' }),
      entry({ kind: 'copied', section: '标准回复', page: 'response-bill' }),
      entry({ kind: 'opened', page: 'response-old' }),
      entry({ kind: 'search-empty', query: '會員 降級' }),
      entry({ kind: 'search-empty', query: '会员降级' }),
      entry({ kind: 'missing', query: '会员降级', day: '2026-11-21' }),
      entry({ kind: 'search-empty', query: '退費', page: undefined, revision: undefined }),
      entry(wrong),
      entry({ ...wrong, reason: 'unclear', day: '2026-11-21' }),
      entry({ ...wrong, quote: '早就删了的话' }),
    );
    const { code, stdout, stderr } = await run(['feedback', 'report', '--locale', 'zh-Hans', '--today', '2026-11-22'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/ {2,}/g, '  ')).toBe(
      [
        '共 14 条反馈，全部日期。',
        '',
        '页面',
        '  打开  复制  解决  没解决  解决率  标为不对  页面',
        '  2  0  2  1  66%  2  退款进度 手册/退款.md',
        '  0  1  0  0  –  0  账单查询 手册/账单.md',
        '',
        '另有 1 条说的是已不在这里的页面：response-old',
        '',
        '没有结果的搜索',
        '  次数  上报  最近  搜索词  现在能搜到',
        '  3  1  2026-11-21  会员降级 / 會員 降級  搜不到',
        '  1  0  2026-11-20  退費  退款进度',
        '',
        '标为不对、还没处理的内容',
        '  次数  最近  位置  原因  原文',
        '  2  2026-11-21  手册/退款.md:16:6  已经过时 1、看不明白 1  正在为您查询',
        '',
        '已处理：1 处原文后来改动过，0 处所在页面后来复核过。',
        '',
        '客诉覆盖 62%',
        '  次数  来源  客户的问题  搜索结果',
        '  3  搜索  会员降级  搜不到',
        '  2  客户原话  退款到哪一步了  第 1 条：退款进度',
        '  2  客户原话  钱什么时候退  第 1 条：退款进度',
        '  1  搜索  退費  现在能搜到：退款进度',
        '',
      ].join('\n'),
    );
  });

  it('speaks traditional Chinese and English', async () => {
    const cwd = await imported(entry({ kind: 'solved' }), entry({ kind: 'missing', query: '會員降級' }));
    const text = async (locale: string) => (await run(['feedback', 'report', '--locale', locale], { cwd })).stdout;
    expect(await text('zh-Hant')).toMatch(/^共 2 筆意見回饋，全部日期。\n\n頁面\n {2}開啟 +複製 +解決 +沒解決 +解決率 +標為不對 +頁面\n/);
    expect(await text('en')).toMatch(
      /^2 entries of feedback, of all days\.\n\nPages\n {2}opened +copied +solved +not solved +solved rate +wrong +page\n/,
    );
  });

  it('counts only the days it is asked for', async () => {
    const cwd = await imported(...['2026-11-01', '2026-11-10', '2026-11-20'].map((day) => entry({ kind: 'solved', day })));
    const count = async (...args: readonly string[]) =>
      JSON.parse((await run(['feedback', 'report', '--format', 'json', ...args], { cwd })).stdout).entries;
    expect([await count(), await count('--from', '2026-11-10'), await count('--from', '2026-11-02', '--to', '2026-11-10')]).toEqual([
      3, 2, 1,
    ]);
    expect((await run(['feedback', 'report', '--from', '2026-11-10', '--to', '2026-11-01'], { cwd })).stderr).toBe(
      '✖ --from 2026-11-10 is later than --to 2026-11-01.\n',
    );
  });

  it('writes Markdown in which nothing that was told is markup', async () => {
    const cwd = await imported(entry({ kind: 'search-empty', query: '| [点这里](https://evil.example) @all <b> `x`' }));
    const { stdout } = await run(['feedback', 'report', '--format', 'markdown', '--locale', 'zh-Hans'], { cwd });
    expect(stdout).toMatch(
      /^# 反馈：星海客服知识库\n\n共 1 条反馈，全部日期。\n\n## 页面\n\n没有。\n\n## 没有结果的搜索\n\n\| 搜索词 \| 次数 /,
    );
    const row = stdout.split('\n').find((line) => line.includes('点这里')) ?? '';
    expect(row.replaceAll('<!-- -->', '')).not.toMatch(/[[\]`<>@]|https:/);
    expect(row.split('|')).toHaveLength(7);
  });

  it('holds a list of complaints from elsewhere against the search', async () => {
    const cwd = await imported(entry({ kind: 'solved' }));
    writeFiles(cwd, { '客诉.txt': '退款怎么还没到\t30\n会员降级,12\n\n账单\n' });
    const { stdout } = await run(['feedback', 'report', '--complaints', '客诉.txt', '--format', 'json'], { cwd });
    const { coverage, coveredRate } = JSON.parse(stdout);
    expect(coverage).toMatchObject([
      { complaint: '退款怎么还没到', source: 'listed', count: 30, finds: { id: 'response-refund' } },
      { complaint: '会员降级', source: 'listed', count: 12, covered: false },
      { complaint: '账单', source: 'listed', count: 1, covered: true, finds: { id: 'response-bill' } },
    ]);
    expect(coveredRate).toBeLessThan(1);
  });

  it('shows the first rows of each table, says how many more there are, and writes to a file', async () => {
    const cwd = await imported(...['甲', '乙', '丙'].map((query) => entry({ kind: 'search-empty', query: `没有的${query}词` })));
    const { stdout, stderr } = await run(['feedback', 'report', '--limit', '1', '--out', '报告.txt', '--locale', 'zh-Hans'], { cwd });
    expect([stdout, stderr]).toEqual(['', expect.stringContaining('报告.txt')]);
    expect(readFileSync(join(cwd, '报告.txt'), 'utf8')).toContain('还有 2 行，用 --limit 看更多。');
  });

  it('says how to begin when nothing was imported', async () => {
    const { code, stderr } = await run(['feedback', 'report', '--locale', 'zh-Hans'], { cwd: folderOf(files) });
    expect([code, stderr]).toEqual([0, '.playbook/feedback 里还没有反馈。先用 playbook feedback import 导入。\n']);
  });
});

describe('passages marked as wrong', () => {
  it('are problems of playbook check at their line, until the passage changes', async () => {
    const cwd = await imported(entry({ ...page, ...wrong }));
    const problems = async () =>
      JSON.parse(
        (await run(['check', '--format', 'json', '--today', '2026-11-22', '--locale', 'zh-Hans'], { cwd })).stdout,
      ).diagnostics.filter(({ code }: { code: string }) => code === 'feedback-wrong');
    expect(await problems()).toMatchObject([
      {
        path: '手册/退款.md',
        severity: 'warning',
        message: '读者 1 次把这里标为不对（已经过时 1），最近一次 2026-11-20。请核对后修改；原文没错就复核这一页。',
        range: { start: { line: 16, column: 6 }, end: { line: 16, column: 12 } },
      },
    ]);
    writeFileSync(join(cwd, '手册/退款.md'), refund.replace('正在为您查询', '马上为您查看'));
    expect(await problems()).toEqual([]);
  });

  it('never come from a file too odd to read', async () => {
    const cwd = folderOf({
      ...files,
      '.playbook/feedback/a.ndjson': `${'['.repeat(5000)}\n${JSON.stringify({ __proto__: null })}\n`,
      '.playbook/feedback/b.ndjson': { link: '/etc/passwd' },
      '.playbook/feedback/c.txt': entry(wrong),
    });
    const { code, stderr } = await run(['check', '--today', '2026-11-22'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
  });
});
