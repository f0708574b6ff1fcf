import type { Command } from 'commander';
import type { ReviewState } from '../../core/model/review.js';
import { reviewStates } from '../../core/model/review.js';
import { configSubject } from '../../core/review/subjects.js';
import type { Context, ExitCode } from '../context.js';
import { jsonOption, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { describeState } from '../report/review/describe.js';
import { stateAsJson } from '../report/review/review-json.js';
import { modeInForce, type OpenReviewFolder, openReviewFolder } from '../review-folder.js';
import { formatColumns, printable } from '../terminal.js';

interface StatusOptions {
  readonly today?: string;
  readonly json?: true;
  readonly all?: true;
}

export function addReviewStatus(review: Command, context: Context): void {
  const { say } = context;
  const command = review
    .command('status')
    .description(say('reviewStatusSummary'))
    .argument('[dir]', say('folderArgument'))
    .option('--all', say('reviewAll'))
    .addOption(todayOption(context))
    .addOption(jsonOption(context))
    .action(async (folder: string | undefined, options: StatusOptions) => context.end(await showStatus(folder, options, context)));
  addExamples(command, context, 'playbook review status', 'playbook review status --json');
}

async function showStatus(named: string | undefined, options: StatusOptions, context: Context): Promise<ExitCode> {
  const opened = await openReviewFolder(named, options, context);
  const mode = await modeInForce(opened);
  if (options.json) {
    const { review, root } = opened;
    const playbooks = [...review.states.values()].map(stateAsJson);
    const unreadable = review.ledger.unreadable.map(({ file, commit }) => ({ file, commit: review.ledger.commits[commit]?.hash ?? '' }));
    context.terminal.write(`${JSON.stringify({ version: 1, root, commit: review.commit, mode, playbooks, unreadable }, undefined, 2)}\n`);
    return 0;
  }
  if (mode === 'off') context.terminal.note(`${context.say('reviewIsOff')}\n`);
  context.terminal.write(formatStatus(opened, options.all === true, context));
  noteUnapprovedConfig(opened, context);
  return 0;
}

/** Without an approved config, whoever may commit decides who may approve. */
export function noteUnapprovedConfig({ review }: OpenReviewFolder, { say, terminal }: Context): void {
  const state = review.states.get(configSubject);
  if (state && !state.published && review.policy.config.review.mode !== 'off') terminal.note(`${say('reviewNoConfigApproved')}\n`);
}

function formatStatus({ review }: OpenReviewFolder, showsAll: boolean, context: Context): string {
  const { say, terminal } = context;
  const { colors } = terminal;
  const states = [...review.states.values()];
  const needsSomething = (state: ReviewState) =>
    (state.state !== 'approved' && state.state !== 'retired') || state.suspicious.length > 0 || describeState(state, context).length > 0;
  const blocks = reviewStates.flatMap((name) => {
    const shown = states.filter((state) => state.state === name && (showsAll || needsSomething(state)));
    if (shown.length === 0) return [];
    const rows = shown.map(({ id, path, published }) => [
      printable(id),
      colors.dim(
        published ? `${say('reviewRevision', { number: published.number })} ${published.blob.slice(0, 8)}` : say('reviewNoRevision'),
      ),
      colors.dim(printable(path)),
    ]);
    const lines = formatColumns(rows).flatMap((line, index) => {
      const state = shown[index];
      const isDuplicate = state && (review.present.get(state.id)?.length ?? 0) > 1;
      return [
        `  ${line}`,
        ...(state ? describeState(state, context) : []).map((sentence) => `      ${sentence}`),
        ...(state && isDuplicate ? [`      ${say('reviewDuplicate', { id: printable(state.id) })}`] : []),
      ];
    });
    return [[colors.bold(`${say(`state.${name}`)} · ${shown.length}`), ...lines].join('\n')];
  });
  const unreadable = review.ledger.unreadable.map(({ file }) => say('reviewUnreadable', { file: printable(file) }));
  const approved = states.filter(({ state }) => state === 'approved').length;
  const all = blocks.length === 0 ? [say('reviewNothingMissing', { count: approved })] : [];
  return `${[...blocks, ...all, ...unreadable].join('\n\n')}\n`;
}
