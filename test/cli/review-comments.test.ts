import { describe, expect, it } from 'vitest';
import { type Outcome, run, useProgram } from '../support/command-line.js';
import { configText, type PersonName, page, Repository, useRepositories } from '../support/repository.js';

useProgram();
useRepositories();

const comments = (repository: Repository, who: PersonName, ...args: readonly string[]): Promise<Outcome> =>
  run(['review', 'comments', ...args], { cwd: repository.root, env: repository.environment(who) });

const start = () => Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a', '七天内可以退款。') });

describe('playbook review comments', () => {
  it('adds, lists, answers and resolves; each message is a commit of its own', async () => {
    const repository = start();
    expect((await comments(repository, 'bob', 'list')).stdout).toBe('No thread is open.\n');
    const added = await comments(repository, 'bob', 'add', 'a', '期限应为 **十四天**？', '--quote', '七天内');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    const thread = /Thread: ([0-9a-f]{8})/.exec(added.stdout)?.[1] ?? '';
    expect(repository.git('show', '--format=%ae %s', '--name-only', 'HEAD')).toMatch(
      new RegExp(
        `^bob@example\\.com Comment on a \\(${thread}\\)\\n\\n\\.playbook/reviews/a/threads/${thread}/bob-at-example\\.com-[0-9a-f]{10}\\.md\\n$`,
      ),
    );
    await comments(repository, 'alice', 'reply', 'a', thread, '同意。');
    expect((await comments(repository, 'bob', 'list')).stdout).toBe(
      `a playbooks/a.md\n  ${thread}  open  “七天内”  line 10\n    2026-01-01  鲍勃 <bob@example.com>  期限应为 **十四天**？\n    2026-01-01  艾丽 <alice@example.com>  同意。\n`,
    );
    repository.write({ 'playbooks/a.md': page('a', '十四天内可以退款。') });
    expect((await comments(repository, 'bob', 'list', 'a')).stdout).toContain('“七天内”  line 10  the text has changed');
    await comments(repository, 'alice', 'resolve', 'a', thread);
    expect((await comments(repository, 'bob', 'list')).stdout).toBe('No thread is open.\n');
    const { stdout } = await comments(repository, 'bob', 'list', '--all', '--json');
    expect(JSON.parse(stdout).playbooks).toMatchObject([
      {
        id: 'a',
        threads: [
          {
            id: thread,
            state: 'resolved',
            quote: '七天内',
            line: 10,
            anchor: 'changed',
            messages: [{}, {}, { kind: 'resolved', proof: 'proven' }],
          },
        ],
      },
    ]);
    await comments(repository, 'bob', 'reopen', 'a', thread, '还没改');
    expect((await comments(repository, 'bob', 'list')).stdout).toContain('opened it again  还没改');
  });

  it('writes without a commit when told to, and marks what proves nothing', async () => {
    const repository = start();
    const { stdout } = await comments(repository, 'bob', 'add', 'a', '整篇太长', '--no-commit');
    expect(stdout).toMatch(/^Wrote \.playbook\/reviews\/a\/threads\//);
    expect((await comments(repository, 'bob', 'list', 'a')).stdout).toContain('whole page\n    ');
    expect((await comments(repository, 'bob', 'list', 'a')).stdout).toContain('整篇太长  (not committed yet)');
    repository.commit('mallory');
    expect((await comments(repository, 'bob', 'list', 'a')).stdout).toContain('(committed by somebody else');
  });

  it('says what is wrong', async () => {
    const repository = start();
    const refused = async (...args: readonly string[]) => {
      const { code, stderr } = await comments(repository, 'bob', ...args);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused('add', 'b', '甲')).toContain('The last commit has no playbook “b”.');
    expect(await refused('add', 'a', ' ')).toContain('Write the comment on a.');
    expect(await refused('add', 'a', '甲', '--quote', '三天')).toContain('The file of a does not have “三天”.');
    expect(await refused('resolve', 'a', '00000000')).toContain('a has no thread “00000000”.');
    const chinese = await run(['review', 'comments', 'resolve', 'a', '00000000', '--locale', 'zh-Hant'], {
      cwd: repository.root,
      env: repository.environment('bob'),
    });
    expect(chinese.stderr).toContain('a 沒有編號為「00000000」的意見。');
  });
});
