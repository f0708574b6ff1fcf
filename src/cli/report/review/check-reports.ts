import { createHash } from 'node:crypto';
import type { ReviewCheck } from '../../../app/review-check.js';
import type { ReviewMode, ReviewState } from '../../../core/model/review.js';
import type { Context } from '../../context.js';
import { formatColumns, printable } from '../../terminal.js';
import { describeMissing, describeState } from './describe.js';
import { stateAsJson } from './review-json.js';

interface CheckReport {
  readonly check: ReviewCheck;
  readonly mode: ReviewMode;
  readonly commit: string;
  /** A file’s path from the repository’s top, as git hosts name it. */
  readonly inRepository: (path: string) => string;
}

type ReviewCheckReport = (report: CheckReport, context: Context) => string;

/** States to report, each once: what waits, and what has decisions to look at. */
function reported({ waiting, suspicious }: ReviewCheck): readonly ReviewState[] {
  const ids = new Set(waiting.map(({ id }) => id));
  return [...waiting, ...suspicious.filter(({ id }) => !ids.has(id))];
}

const pretty: ReviewCheckReport = ({ check }, context) => {
  const { say, terminal } = context;
  const states = reported(check);
  const rows = states.map(({ id, state, path }) => [
    terminal.colors.bold(printable(id)),
    say(`state.${state}`),
    terminal.colors.dim(printable(path)),
  ]);
  const lines = formatColumns(rows).flatMap((line, index) => {
    const state = states[index];
    return [line, ...(state ? describeState(state, context).map((sentence) => `    ${sentence}`) : [])];
  });
  const unreadable = check.unreadable.map((file) => say('reviewUnreadable', { file: printable(file) }));
  return `${[...lines, ...unreadable, summary(check, context)].join('\n')}\n`;
};

function summary({ waiting, suspicious, unreadable }: ReviewCheck, { say }: Context): string {
  const decisions = suspicious.reduce((count, state) => count + state.suspicious.length, unreadable.length);
  const sentences = [
    ...(waiting.length > 0 ? [say('reviewCheckFailed', { count: waiting.length })] : []),
    ...(decisions > 0 ? [say('reviewCheckDecisions', { count: decisions })] : []),
  ];
  return sentences.length === 0 ? say('reviewCheckPassed') : sentences.join('\n');
}

const json: ReviewCheckReport = ({ check, mode, commit }) => {
  const { waiting, suspicious, unreadable, looked } = check;
  const body = { version: 1, commit, mode, looked, waiting: waiting.map(stateAsJson), suspicious: suspicious.map(stateAsJson), unreadable };
  return `${JSON.stringify(body, undefined, 2)}\n`;
};

function sentenceOf(state: ReviewState, context: Context): string {
  const { say } = context;
  return [`${state.id}: ${say(`state.${state.state}`)}`, ...describeState(state, context)].join(say('clauseSeparator'));
}

/** Workflow commands, which GitHub Actions shows as annotations. */
const github: ReviewCheckReport = ({ check, inRepository }, context) => {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const title = property(context.say('reviewCheckTitle'));
  return [
    ...reported(check).map(
      (state) => `::error file=${property(inRepository(state.path))},title=${title}::${data(sentenceOf(state, context))}\n`,
    ),
    ...check.unreadable.map(
      (file) =>
        `::error file=${property(inRepository(file))},title=${title}::${data(context.say('reviewUnreadable', { file: printable(file) }))}\n`,
    ),
  ].join('');
};

/** GitLab’s Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/ */
const gitlab: ReviewCheckReport = ({ check, inRepository }, context) => {
  const entry = (path: string, description: string, name: string) => ({
    description,
    check_name: `review-${name}`,
    fingerprint: createHash('sha256').update(`${name}\0${path}\0${description}`).digest('hex'),
    severity: 'major',
    location: { path: inRepository(path), lines: { begin: 1 } },
  });
  const entries = [
    ...reported(check).map((state) => entry(state.path, sentenceOf(state, context), state.state)),
    ...check.unreadable.map((file) => entry(file, context.say('reviewUnreadable', { file: printable(file) }), 'unreadable')),
  ];
  return `${JSON.stringify(entries, undefined, 2)}\n`;
};

/** A table to post as a comment. Nothing in it can break out of its cell, mention anybody or become a link. */
const markdown: ReviewCheckReport = ({ check }, context) => {
  const { say } = context;
  const states = reported(check);
  const title = `### ${say('reviewCheckTitle')}\n\n`;
  if (states.length + check.unreadable.length === 0) return `${title}${say('reviewCheckPassed')}\n`;
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const missing = (state: ReviewState) => [
    ...state.missing.map((entry) => describeMissing(entry, context)),
    ...describeState({ ...state, missing: [], authors: [], approvedBy: [], requested: [] }, context),
  ];
  const table = [
    row(say('reviewColumnPlaybook'), say('reviewColumnState'), say('reviewColumnMissing'), say('reviewColumnAuthors')),
    row('---', '---', '---', '---'),
    ...states.map((state) =>
      row(
        `${code(state.id)}<br>${code(state.path)}`,
        say(`state.${state.state}`),
        missing(state).map(plain).join('<br>'),
        state.authors.map(code).join('<br>'),
      ),
    ),
  ];
  const [first] = check.waiting;
  return `${[
    `${title}${summary(check, context)}`,
    '',
    ...table,
    '',
    ...check.unreadable.map((file) => `- ${plain(say('reviewUnreadable', { file: printable(file) }))}`),
    ...(first ? [plain(say('reviewHowTo', { id: first.id }))] : []),
  ].join('\n')}\n`;
};

/** Text as a cell shows it: marks of Markdown and HTML, mentions and links are taken as they stand. */
function plain(text: string): string {
  return printable(text)
    .replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark)
    .replace(/[\\`*_{}[\]()#+!|~:@]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

export const reviewCheckReports = { pretty, json, github, gitlab, markdown } as const satisfies Readonly<Record<string, ReviewCheckReport>>;
