import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who wrote the folder, and who may approve it. */
export const author = { name: '艾丽', email: 'alice@example.com' };

const review = `review:
  mode: required
  rules:
    - { match: "**", count: 1 }
`;

/**
 * A git folder with the simplified Chinese part of the sample knowledge base in `playbooks/`, review switched on, written by
 * `author` in one commit, in a new temporary folder.
 *
 * @returns {{ folder: string, remove: () => void }}
 */
export function makeSampleWorkspace() {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-sample-')));
  const folder = join(parent, 'knowledge');
  const leftOut = new Set(['en', 'zh-Hant', 'queries.yaml', 'playbook.config.yaml'].map((name) => join('playbooks', name)));
  cpSync('playbooks', join(folder, 'playbooks'), { recursive: true, filter: (source) => !leftOut.has(source) });
  const config = readFileSync('playbooks/playbook.config.yaml', 'utf8').replace('content: .', 'content: playbooks').trimEnd();
  writeFileSync(join(folder, 'playbook.config.yaml'), `${config}\n${review}`);
  const git = (...args) => execFileSync('git', args, { cwd: folder, env: gitEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '--quiet', '--initial-branch=main');
  // The identity of whoever works in the editor, as git keeps it for a person.
  git('config', 'user.name', author.name);
  git('config', 'user.email', author.email);
  git('config', 'commit.gpgsign', 'false');
  // Settings of the window are no part of the knowledge base.
  writeFileSync(join(folder, '.git', 'info', 'exclude'), '.vscode/\n');
  git('add', '.');
  git('commit', '--quiet', '--message', '知识库初稿');
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }) };
}

function gitEnvironment() {
  const date = '2026-11-01T09:00:00+0800';
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
}
