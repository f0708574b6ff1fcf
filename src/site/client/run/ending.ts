import type { Protocol } from '../../../core/protocol-run/protocol.js';
import { statusOf } from '../../../core/protocol-run/status.js';
import { runRetrospective } from '../../run/retrospective.js';
import { type RunReport, runLog } from '../../run/run-log.js';
import { sayLength } from '../../run/times.js';
import type { SayRun } from '../../words/run.js';
import { writeClipboard } from '../clipboard.js';
import { toLocal } from '../local-time.js';
import { all, announce, element } from '../page.js';
import { saveFile } from '../save-file.js';
import { button, openDialog } from './dialog.js';
import type { LiveRun } from './live-run.js';

/** Asks once more, with what must hold before it ends and the steps that are still open. */
export function askToStop(live: LiveRun, protocol: Protocol, say: SayRun): void {
  const run = live.run();
  const open = statusOf(run, protocol).steps.filter(({ done }) => !done);
  const opened = openDialog(run.isDrill ? `${say('drill')} · ${say('stopTitle')}` : say('stopTitle'), run.isDrill, [
    ...exitCriteria(protocol),
    element('p', {}, open.length > 0 ? say('stopOpen', { count: open.length }) : say('stopNone')),
    ...(open.length > 0
      ? [
          element(
            'ul',
            { class: 'run-open', lang: protocol.lang },
            ...open.map(({ step }) => element('li', {}, `${step.number}. ${step.text}`)),
          ),
        ]
      : []),
    element(
      'p',
      { class: 'run-buttons' },
      button(
        say('stopConfirm'),
        () => {
          opened.close();
          live.add({ kind: 'stopped' });
        },
        'button button-main',
      ),
      button(say('cancel'), () => opened.close()),
    ),
  ]);
}

/** The protocol's exit criteria as its page shows them, links and all; nothing where the page has none. */
function exitCriteria({ lang }: Protocol): readonly HTMLElement[] {
  return all('main .section[data-key="exit"]').map((section) => {
    const [, ...content] = section.children;
    const title = section.querySelector('.heading-text')?.textContent?.trim() ?? '';
    const copy = element('section', { class: 'run-exit', lang, 'aria-label': title }, element('h3', {}, title));
    copy.append(...content.map((node) => node.cloneNode(true)));
    for (const named of all('[id]', copy)) named.removeAttribute('id');
    return copy;
  });
}

/** What a run that has ended leaves: the log, and a retrospective for the knowledge base. */
export function endingOf(live: LiveRun, protocol: Protocol, say: SayRun): HTMLElement {
  const report = (): RunReport => ({ run: live.run(), protocol, say, toLocal, now: live.now() });
  const run = live.run();
  const { start, stopped = live.now() } = statusOf(run, protocol);
  const text = element('pre', { class: 'run-log', tabindex: '0', 'aria-label': say('showLog') }, runLog(report()));
  const log = element('details', { class: 'run-log-fold' }, element('summary', {}, say('showLog')), text);
  const copy = button(say('copyLog'), () => {
    void writeClipboard({ text: runLog(report()) }).then((done) => {
      announce(say(done ? 'copied' : 'copyFailedRun'));
      copy.textContent = say(done ? 'copied' : 'copyFailedRun');
    });
  });
  const name = `${run.isDrill ? 'DRILL-' : ''}log-${protocol.id}-${toLocal(start).day}.md`;
  return element(
    'section',
    { class: 'run-ending', 'aria-label': say('stop') },
    element(
      'h2',
      { tabindex: '-1' },
      `${run.isDrill ? `${say('drill')} · ` : ''}${say('stoppedTitle', { time: sayLength(say, stopped - start) })}`,
    ),
    element('p', {}, say('stoppedHint')),
    element(
      'p',
      { class: 'run-buttons' },
      button(say('saveLog'), () => saveFile(name, runLog(report()), 'text/markdown'), 'button button-main'),
      button(
        say('saveRetrospective'),
        () => {
          const file = runRetrospective(report());
          saveFile(file.name, file.text, 'text/markdown');
        },
        'button button-main',
      ),
      copy,
      button(say('resume'), () => live.add({ kind: 'resumed' }), 'text-button'),
    ),
    log,
  );
}
