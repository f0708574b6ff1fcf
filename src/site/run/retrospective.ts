import { findPersonalData } from '../../core/content/personal-data.js';
import { type StepStatus, statusOf } from '../../core/protocol-run/status.js';
import { entryWords } from './entry-words.js';
import { plainMarkdown } from './plain-markdown.js';
import { type RunReport, row } from './run-log.js';
import { sayLength, shortTime, stopwatch } from './times.js';

export interface RetrospectiveFile {
  readonly name: string;
  readonly text: string;
}

/** The least number of rows that the type asks of a timeline. */
const leastRows = 3;

/**
 * A playbook of the type `retrospective` with what the run knows: timeline, what was late or left open, the questions to
 * ask. It passes `playbook check` as it is; what people must add says so. Personal data that somebody noted is left out,
 * because this file goes into the knowledge base.
 */
export function runRetrospective({ run, protocol, say, toLocal, now }: RunReport): RetrospectiveFile {
  const status = statusOf(run, protocol);
  const { start } = status;
  const end = status.stopped ?? now;
  const { day } = toLocal(start);
  // Once more as Markdown: escaping moves a number away from the word that said what it is.
  const words = (text: string): string => withoutPersonalData(plainMarkdown(withoutPersonalData(text, '***')), '\\*\\*\\*');
  const isLate = ({ deadline, done }: StepStatus): boolean => deadline !== undefined && (done?.at ?? end) > deadline;
  const late = status.steps.filter((step) => step.done && isLate(step));
  const open = status.steps.filter((step) => !step.done);
  const done = status.steps.filter((step) => step.done);
  const dated = { day, title: protocol.title };
  const values = {
    ...dated,
    protocol: `[[${protocol.id}]]`,
    priority: words(status.graded?.priority ?? ''),
    start: toLocal(start).time.slice(0, 5),
    end: shortTime(toLocal, end, start),
    length: sayLength(say, end - start),
    count: status.steps.length,
    done: done.length,
    late: late.length,
  };
  const name = `retro-${protocol.id.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-')}-${day.replaceAll('-', '')}-${run.id.slice(0, 4)}`;
  const heading = (key: string): string => `## ${protocol.retrospective[key] ?? key}`;
  const front: readonly (readonly [string, unknown])[] = [
    ['id', name],
    ['type', 'retrospective'],
    ['title', say(run.isDrill ? 'retroTitleDrill' : 'retroTitle', dated)],
    ['lang', protocol.lang],
    ['owner', protocol.owner],
    ['summary', (run.isDrill ? say('drillMark') : '') + say('retroSummary', values)],
    ['tags', [say('tagRetro'), ...(run.isDrill ? [say('tagDrill')] : [])]],
    ['product', protocol.product],
    ['incident_date', day],
    ['protocol', protocol.id],
    ['related', [protocol.id]],
  ];
  const timeline = run.entries.map((entry) =>
    row([shortTime(toLocal, entry.at, start), words(entryWords(entry, run, protocol, say)), words(entry.by ?? say('nobody'))]),
  );
  while (timeline.length < leastRows) timeline.push(row([values.end, say('toFill'), say('toFill')]));
  // The incident itself first; of a drill only what did not go as planned.
  const slips = [
    ...late.map(({ step, deadline = 0, done: tick }) =>
      say('retroWhyLate', { step: quoted(words(step.text)), time: stopwatch((tick?.at ?? end) - deadline) }),
    ),
    ...open.map(({ step }) => say('retroWhyOpen', { step: quoted(words(step.text)) })),
  ];
  const questions = run.isDrill && slips.length > 0 ? slips : [say('retroWhyIncident'), ...slips];
  const onTime = done.filter((step) => step.deadline !== undefined && !isLate(step));
  const messages = run.entries.filter(({ kind }) => kind === 'message').length;
  const lines: readonly string[] = [
    '---',
    ...front.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`])),
    '---',
    '',
    heading('summary'),
    '',
    say('retroOverview', values),
    ...(run.isDrill ? ['', say('retroDrill')] : []),
    '',
    heading('timeline'),
    '',
    row([say('columnTime'), say('columnWhat'), say('columnWho')]),
    '| --- | --- | --- |',
    ...timeline,
    '',
    heading('impact'),
    '',
    ...(run.isDrill ? [`- ${say('retroDrill')}`] : [`- ${say('retroImpact')}`]),
    ...(messages > 0 ? [`- ${say('retroMessages', { count: messages })}`] : []),
    '',
    heading('went-well'),
    '',
    ...onTime.slice(0, 10).map(({ step }) => `- ${say('retroOnTime', { step: words(step.text) })}`),
    `- ${say('retroWell')}`,
    '',
    heading('five-whys'),
    '',
    ...questions.flatMap((question) => [`- ${question}`, `  - ${say('retroWhyNext')}`]),
    '',
    heading('fishbone'),
    '',
    ...(['people', 'process', 'system', 'external'] as const).flatMap((cause) => [`- ${say(cause)}`, `  - ${say('toFill')}`]),
    '',
    heading('actions'),
    '',
    row([say('columnAction'), say('columnOwner'), say('columnDue')]),
    '| --- | --- | --- |',
    row([say('retroAction'), say('toFill'), say('toFill')]),
    '',
    heading('playbooks'),
    '',
    `- ${say('retroPlaybook', values)}`,
  ];
  return { name: `${name}.md`, text: `${lines.join('\n')}\n` };
}

const innerQuotes: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '「': '『', '」': '』' };

/** A step's words to stand between quotation marks in a question: those within become inner ones, the full stop goes. */
function quoted(text: string): string {
  return text.replace(/[。.]$/u, '').replace(/[“”「」]/gu, (mark) => innerQuotes[mark] ?? mark);
}

function withoutPersonalData(text: string, mask: string): string {
  return findPersonalData(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + mask + rest.slice(end), text);
}
