import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type PublishedKnowledgeBase, publishedFiles } from '../../src/app/published.js';
import { openReview, type Review } from '../../src/app/review.js';
import { openSession, type Session } from '../../src/app/session.js';
import { type DecisionKind, removedBlob } from '../../src/core/model/review.js';
import { decisionPath, formatDecision } from '../../src/core/review/decision.js';
import { openHistory } from '../../src/node/git/history.js';

/** People of the scenarios. */
export const people = {
  alice: { name: '艾丽', email: 'alice@example.com' },
  bob: { name: '鲍勃', email: 'bob@example.com' },
  carol: { name: '陈晨', email: 'carol@example.com' },
  dave: { name: '戴维', email: 'dave@example.com' },
  erin: { name: '叶琳', email: 'erin@example.com' },
  mallory: { name: '马洛', email: 'mallory@example.com' },
} as const;
export type PersonName = keyof typeof people;

export interface ApproveOptions {
  readonly kind?: DecisionKind;
  readonly note?: string;
  /** Whom the decision names, where that is not who commits it. */
  readonly as?: PersonName;
  readonly message?: string;
  /** Instead of the blob that is there now. */
  readonly blob?: string;
  /** Instead of the files the page shows now. */
  readonly assets?: Readonly<Record<string, string>>;
  readonly reviewers?: readonly string[];
}

const made: string[] = [];
let isCleared = false;

/** Removes the repositories of a test file after it. */
export function useRepositories(): void {
  isCleared = true;
  afterAll(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-review-')));
  made.push(folder);
  return folder;
}

/** A config with review required and these lines. */
export function configText(review = '', rest = ''): string {
  return `title: 客服知识库\nlanguages: [zh-Hans, en]\ncontent: playbooks\n${rest}review:\n  mode: required\n${review}`;
}

/** A playbook without any problem. */
export function page(id: string, words = '您好，正在为您查询。', fields = ''): string {
  return `---\nid: ${id}\ntype: response\ntitle: 标题 ${id}\nlang: zh-Hans\n${fields}---\n\n## 标准回复\n\n> ${words}\n`;
}

/**
 * A temporary git repository in which several people write and decide, each step a day after the one before. Real git, with
 * fixed authors and dates and nothing of this computer’s settings.
 */
export class Repository {
  readonly folder: string;
  /** The knowledge base in it. */
  readonly root: string;
  #day = 0;

  constructor(folder: string, below = '') {
    this.folder = folder;
    this.root = join(folder, below);
  }

  static create(files: Readonly<Record<string, string>> = {}, below = ''): Repository {
    if (!isCleared) throw new Error('Call useRepositories() at the top of the test file.');
    const repository = new Repository(temporaryFolder(), below);
    repository.git('init', '--quiet', '--initial-branch=main');
    if (Object.keys(files).length > 0) repository.commit('alice', files);
    return repository;
  }

  /** Days passed since 2026-01-01, which is the day of the first commit. */
  get today(): string {
    return new Date(Date.UTC(2026, 0, Math.max(1, this.#day))).toISOString().slice(0, 10);
  }

  skipDays(days: number): void {
    this.#day += days;
  }

  git(...args: readonly string[]): string {
    return this.gitAs('alice', args);
  }

  gitAs(who: PersonName, args: readonly string[], extra: Readonly<Record<string, string>> = {}): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      env: { ...this.environment(who), ...extra },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  environment(who: PersonName): Record<string, string> {
    const { name, email } = people[who];
    const date = `${new Date(Date.UTC(2026, 0, Math.max(1, this.#day), 4)).toISOString().slice(0, 19)}+0000`;
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: '/nonexistent',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: date,
    };
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), content);
    }
  }

  /** Writes files and commits everything; gives the commit. */
  commit(
    who: PersonName,
    files: Readonly<Record<string, string | Uint8Array>> = {},
    message = 'Change',
    extra: readonly string[] = [],
  ): string {
    this.#day += 1;
    this.write(files);
    this.git('add', '--all');
    this.gitAs(who, ['commit', '--quiet', '--allow-empty', '-m', message, ...extra]);
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }

  /** The blob of a file in the last commit. */
  blob(path: string): string {
    return this.git('rev-parse', `HEAD:${join(this.root, path).slice(this.folder.length + 1)}`).trim();
  }

  /** Adds a decision file on the present text of a playbook and commits it alone. Gives the file’s path. */
  async decide(who: PersonName, id: string, options: ApproveOptions = {}): Promise<string> {
    const { path, text } = await this.decisionFile(who, id, options);
    this.commit(who, { [path]: text }, options.message ?? `Decide on ${id}`);
    return path;
  }

  async decisionFile(who: PersonName, id: string, options: ApproveOptions = {}): Promise<{ readonly path: string; readonly text: string }> {
    const review = await this.review();
    const file = review.present.get(id)?.at(-1);
    const wording = file && review.wordingAt(file);
    const decision = {
      id,
      kind: options.kind ?? 'approved',
      blob: options.blob ?? wording?.blob ?? removedBlob,
      assets: options.assets ?? (options.blob === undefined ? (wording?.assets ?? {}) : {}),
      by: people[options.as ?? who].email,
      at: `${this.today}T12:00:00+08:00 ${this.#day}`,
      ...(options.note !== undefined && { note: options.note }),
      reviewers: options.reviewers ?? [],
    } as const;
    const text = formatDecision(decision);
    return { path: decisionPath(decision, text), text };
  }

  /** Approves and commits, one person after the other. */
  async approve(id: string, ...who: readonly PersonName[]): Promise<void> {
    for (const person of who) await this.decide(person, id);
  }

  async review(at?: string): Promise<Review> {
    const history = await openHistory(this.root);
    return openReview(history, { today: '2026-11-22', ...(at !== undefined && { at }) });
  }

  /** State of a playbook, as `review status` names it. */
  async state(id: string): Promise<string | undefined> {
    return (await this.review()).states.get(id)?.state;
  }

  async published(at?: string): Promise<PublishedKnowledgeBase> {
    return publishedFiles(await this.review(at));
  }

  /** The knowledge base that agents see. */
  async publishedSession(at?: string): Promise<Session> {
    return openSession((await this.published(at)).files, { locale: 'zh-Hans', today: '2026-11-22' });
  }

  /** Text that agents see of a playbook; undefined if they do not see it. */
  async seen(id: string): Promise<string | undefined> {
    const session = await this.publishedSession();
    return session.knowledgeBase.withId(id)[0]?.text;
  }
}
