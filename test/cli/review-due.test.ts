import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionPath, formatDecision } from '../../src/core/review/decision.js';
import { folderOf, plainEnvironment, run, runShell, useProgram, writeFiles } from '../support/command-line.js';

useProgram();

const page = (id: string, title: string, fields: string) =>
  `---\nid: ${id}\ntype: policy\ntitle: ${title}\nlang: zh-Hans\n${fields}---\n\n## 政策内容\n\n正文。\n`;
const long = '星海商城手机、平板、路由器和配件的七天无理由退货与质量问题换货政策（含营业厅自提订单）😀';
const files = {
  'playbook.config.yaml': 'title: 星海客服知识库\n',
  'a.md': page('policy-refund', long, 'owner: 售后知识组\nreview_every: 90d\nreviewed_on: 2026-08-10\n'),
  'b.md': page('policy-delivery', '配送承诺', 'owner: 物流组\nvalid_to: 2026-12-01\n'),
  'c.md': page('policy-privacy', '隐私, 保密; 与\\合规', 'review_every: 26w\nreviewed_on: 2026-06-01\n'),
  'd.md': page('policy-old', '旧政策', 'review_every: 30d\nreviewed_on: 2026-01-01\nretired_on: 2026-10-01\nreplaced_by: policy-refund\n'),
  'e.md': page('policy-leaving', '将停用', 'retired_on: 2026-11-30\nreplaced_by: policy-refund\n'),
  'f.md': page('policy-later', '以后', 'review_every: 365d\nreviewed_on: 2026-11-01\nvalid_to: 2027-12-31\n'),
};

async function due(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const cwd = folderOf(files);
  return run(['review', 'due', '--today', '2026-11-22', ...args], { cwd, env: environment });
}

/** Content lines with folds undone, as RFC 5545, section 3.1, says. */
function contentLines(calendar: string): readonly string[] {
  return calendar
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
}

describe('playbook review due', () => {
  it('lists what is overdue, then what comes, with its owner', async () => {
    const { code, stdout } = await due(['--locale', 'zh-Hans']);
    expect(code).toBe(0);
    expect(stdout.replace(/ {2,}/g, '  ')).toBe(
      [
        '已逾期 1 项',
        `  2026-11-08  过了 14 天  复核  ${long}  售后知识组  a.md`,
        '',
        '14 天内到期 3 项',
        '  2026-11-30  还有 8 天  复核  隐私, 保密; 与\\合规  （未写）  c.md',
        '  2026-11-30  还有 8 天  停用  将停用  （未写）  e.md',
        '  2026-12-01  还有 9 天  有效期到期  配送承诺  物流组  b.md',
        '',
      ].join('\n'),
    );
  });

  it('looks as far ahead as it is told, and says when there is nothing', async () => {
    const json = async (...args: readonly string[]) => JSON.parse((await due(['--format', 'json', ...args])).stdout);
    expect((await json('--within', '8d')).items.map(({ id, kind, days }: Record<string, unknown>) => [id, kind, days])).toEqual([
      ['policy-refund', 'review', -14],
      ['policy-privacy', 'review', 8],
      ['policy-leaving', 'retirement', 8],
    ]);
    expect((await json('--within', '60w')).items).toHaveLength(6);
    const cwd = folderOf({ 'f.md': files['f.md'] });
    const { stdout } = await run(['review', 'due', '--today', '2026-11-22', '--locale', 'zh-Hant'], { cwd });
    expect(stdout).toBe('✔ 14 天之內沒有要做的事，也沒有逾期的。\n');
  });

  it('refuses what is no length of time', async () => {
    const { code, stderr } = await due(['--within', 'soon']);
    expect([code, stderr]).toEqual([2, '✖ --within takes a length of time such as 14d or 8w, not “soon”.\n']);
  });
});

describe('its calendar', () => {
  it('keeps to RFC 5545: CRLF, lines of at most 75 octets, no character cut, escaped text, whole days', async () => {
    const { stdout } = await due(['--format', 'ics', '--locale', 'zh-Hans']);
    expect(stdout.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFFFD]/);
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const lines = contentLines(stdout);
    expect(lines).toContain(`SUMMARY:复核：${long}`);
    expect(lines).toContain('SUMMARY:复核：隐私\\, 保密\\; 与\\\\合规');
    expect(lines).toContain('UID:review-policy-refund@playbook-kb');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261108');
    expect(lines).toContain('DTEND;VALUE=DATE:20261109');
    expect(lines).toContain('DESCRIPTION:负责：售后知识组\\n上次复核：2026-08-10\\n编号 policy-refund，文件 a.md');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(4);
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('is the same in every time zone', async () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'];
    const calendars: string[] = [];
    for (const TZ of zones) calendars.push((await due(['--format', 'ics'], { TZ })).stdout);
    expect(new Set(calendars).size).toBe(1);
  });

  it('says where a report cannot be written, and leaves nothing there', async () => {
    const cwd = folderOf(files);
    for (const out of ['没有/due.ics', '.']) {
      const { code, stdout, stderr } = await run(['review', 'due', '--out', out, '--locale', 'zh-Hans'], { cwd });
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `✖ 写不了“${out}”。请检查它所在的文件夹是否存在、有没有权限写入。\n`,
      });
    }
    expect(readdirSync(cwd).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('leaves the earlier report as it was where the new one does not fit', async () => {
    const cwd = folderOf({ ...files, 'due.ics': '以前的日历' });
    // No file may grow beyond a few hundred bytes, as on a disk that is full.
    const { code } = await runShell('ulimit -f 1; $PLAYBOOK review due --today 2026-11-22 --within 900d --format ics --out due.ics', {
      cwd,
    });
    expect(code).not.toBe(0);
    expect(readFileSync(join(cwd, 'due.ics'), 'utf8')).toBe('以前的日历');
  });

  it('moves an event when its day changes, instead of adding another', async () => {
    const event = async (reviewedOn: string) => {
      const cwd = folderOf({ 'a.md': files['a.md'].replace('2026-08-10', reviewedOn) });
      const { stdout } = await run(['review', 'due', '--today', '2026-11-22', '--format', 'ics', '--out', 'due.ics', '--within', '200d'], {
        cwd,
      });
      expect(stdout).toBe('');
      const lines = contentLines(readFileSync(join(cwd, 'due.ics'), 'utf8'));
      const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
      return { uid: value('UID'), sequence: Number(value('SEQUENCE')) };
    };
    const [before, after] = [await event('2026-08-10'), await event('2026-11-20')];
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });
});

describe('where nobody can tell when pages were approved', () => {
  it('refuses and says what to do, instead of finding nothing due', async () => {
    const cwd = folderOf({ ...files, 'playbook.config.yaml': 'review: { mode: required }\n' });
    const { code, stdout, stderr } = await run(['review', 'due'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('in no git repository');
    expect((await run(['check'], { cwd })).code).toBeLessThan(2);
  });
});

describe('a verification in git', () => {
  it('resets the interval without a change of the page', async () => {
    const cwd = folderOf({
      'playbook.config.yaml': 'review: { mode: required }\n',
      'a.md': page('policy-refund', '退款政策', 'review_every: 90d\nreviewed_on: 2026-08-10\n'),
    });
    const git = (date: string, name: string, ...args: readonly string[]) =>
      execFileSync('git', args, {
        cwd,
        encoding: 'utf8',
        env: {
          ...plainEnvironment,
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: name,
          GIT_AUTHOR_EMAIL: `${name}@example.com`,
          GIT_AUTHOR_DATE: `${date}T09:00:00+08:00`,
          GIT_COMMITTER_NAME: name,
          GIT_COMMITTER_EMAIL: `${name}@example.com`,
          GIT_COMMITTER_DATE: `${date}T09:00:00+08:00`,
        },
      });
    git('2026-08-01', 'lin', 'init', '--quiet', '--initial-branch=main');
    git('2026-08-01', 'lin', 'add', '--all');
    git('2026-08-01', 'lin', 'commit', '--quiet', '--message=初版');
    const { stdout: before } = await run(['review', 'due', '--today', '2026-11-22', '--format', 'json'], { cwd });
    // Where review is on, nobody can write a review in.
    expect(JSON.parse(before).items).toEqual([]);

    const blob = git('2026-08-01', 'lin', 'rev-parse', 'HEAD:a.md').trim();
    const decide = (kind: 'approved' | 'verified', date: string) => {
      const decision = { id: 'policy-refund', kind, blob, assets: {}, by: 'zhou@example.com', reviewers: [] };
      const text = formatDecision(decision);
      writeFiles(cwd, { [decisionPath(decision, text)]: text });
      git(date, 'zhou', 'add', '--all');
      git(date, 'zhou', 'commit', '--quiet', `--message=${kind}`);
    };
    decide('approved', '2026-09-01');
    const { stdout: approved } = await run(['review', 'due', '--today', '2026-11-22', '--format', 'json'], { cwd });
    expect(JSON.parse(approved).items).toMatchObject([{ day: '2026-11-30', reviewedOn: '2026-09-01' }]);
    decide('verified', '2026-11-15');
    const { stdout: verified } = await run(['review', 'due', '--today', '2026-11-22', '--within', '120d', '--format', 'json'], { cwd });
    expect(JSON.parse(verified).items).toMatchObject([{ day: '2027-02-13', reviewedOn: '2026-11-15' }]);
  });
});
