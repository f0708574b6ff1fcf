import type { Protocol } from '../../core/protocol-run/protocol.js';
import type { Run } from '../../core/protocol-run/run.js';
import { statusOf } from '../../core/protocol-run/status.js';
import type { SayRun } from '../words/run.js';
import { entryWords } from './entry-words.js';
import { plainMarkdown } from './plain-markdown.js';
import { sayLength, shortTime, stopwatch, type ToLocal } from './times.js';

/** Everything a report of a run needs. `now` is the run's own time. */
export interface RunReport {
  readonly run: Run;
  readonly protocol: Protocol;
  readonly say: SayRun;
  readonly toLocal: ToLocal;
  readonly now: number;
}

/** The log of a run as Markdown: what, when, who, late or not, and every message in its words. */
export function runLog({ run, protocol, say, toLocal, now }: RunReport): string {
  const status = statusOf(run, protocol);
  const { start, stopped } = status;
  const at = (time: number): string => `${toLocal(time).day} ${toLocal(time).time}`;
  const title = plainMarkdown(protocol.title);
  const lines: string[] = [
    `# ${say(run.isDrill ? 'logDrill' : 'log', { title })}`,
    '',
    ...(run.isDrill ? [`**${say('drillBanner')}**`, ''] : []),
    `- ${say('factsProtocol', { title, id: plainMarkdown(protocol.id), revision: status.revision.slice(0, 8) })}`,
    `- ${say('factsPriority', { priority: plainMarkdown(status.graded?.priority ?? '') })}`,
    `- ${say('factsStart', { time: at(start) })}`,
    stopped === undefined
      ? `- ${say('factsOpen', { length: sayLength(say, now - start) })}`
      : `- ${say('factsEnd', { time: at(stopped), length: sayLength(say, stopped - start) })}`,
    '',
    `## ${say('stepsHeading')}`,
    '',
    row(['#', say('columnStep'), say('columnOwner'), say('columnLimit'), say('columnDone')]),
    '| --- | --- | --- | --- | --- |',
    ...status.steps.map(({ step, deadline, done }) => {
      const late = done && deadline !== undefined && done.at > deadline ? say('lateBy', { time: stopwatch(done.at - deadline) }) : '';
      return row([
        String(step.number),
        plainMarkdown(step.text),
        plainMarkdown(step.owner ?? ''),
        deadline === undefined ? '' : shortTime(toLocal, deadline, start),
        done ? `${shortTime(toLocal, done.at, start)}${late}` : say('notDone'),
      ]);
    }),
    '',
    `## ${say('timelineHeading')}`,
    '',
    row([say('columnTime'), say('columnWhat'), say('columnWho')]),
    '| --- | --- | --- |',
    ...run.entries.map((entry) => row([at(entry.at), plainMarkdown(entryWords(entry, run, protocol, say)), plainMarkdown(entry.by ?? '')])),
  ];
  const messages = run.entries.filter((entry) => entry.kind === 'message');
  if (messages.length > 0) lines.push('', `## ${say('messagesHeading')}`);
  for (const message of messages) {
    lines.push('', `### ${at(message.at)} ${plainMarkdown(message.title)}`, '');
    lines.push(...message.text.split('\n').map((line) => (line.trim() === '' ? '>' : `> ${plainMarkdown(line)}`)));
  }
  return `${lines.join('\n')}\n`;
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
