import type { ClockJump } from '../../../core/protocol-run/clock.js';
import type { Protocol } from '../../../core/protocol-run/protocol.js';
import { textIn } from '../../../core/protocol-run/read-run.js';
import { runBounds } from '../../../core/protocol-run/run.js';
import { statusOf, urgencyOf } from '../../../core/protocol-run/status.js';
import { entryWords } from '../../run/entry-words.js';
import { sayLength, shortTime, stopwatch } from '../../run/times.js';
import type { SayRun } from '../../words/run.js';
import type { CopiedDetail } from '../copy.js';
import { toLocal } from '../local-time.js';
import { all, element } from '../page.js';
import { button } from './dialog.js';
import { askToStop, endingOf } from './ending.js';
import { createFigures } from './figures.js';
import { askForGrade } from './grade-dialog.js';
import { handOver } from './hand-over.js';
import { showDashboard } from './layout.js';
import { openRun } from './live-run.js';
import { createStepList } from './step-list.js';
import type { StoredRun } from './store.js';

export interface Board {
  readonly close: () => void;
}

const latestShown = 8;

/** Shows a run until it is closed: the page becomes its dashboard. `closed` is told when the reader goes back to the page. */
export function openBoard(stored: StoredRun, protocol: Protocol, say: SayRun, closed: () => void): Board {
  const { isDrill } = stored.run;
  const title = document.title;
  const live = openRun(stored, { changed: () => changed(), ticked: (now) => ticked(now), jumped: (jump) => showJump(jump) });
  let status = statusOf(live.run(), protocol);

  const figures = createFigures(live, protocol, say);
  const steps = createStepList(live, protocol, say);
  const notices = element('div', { class: 'run-notices' });
  const latest = element('ul', { class: 'run-notes run-latest' });
  const ending = element('div', { class: 'run-end' });
  const entry = element('input', {
    type: 'text',
    class: 'run-note',
    maxlength: String(runBounds.text),
    'aria-label': say('logEntry'),
    placeholder: say('logHint'),
    autocomplete: 'off',
  });
  const keepEntry = (): void => {
    const text = textIn(entry.value, runBounds.text);
    entry.value = '';
    if (text !== '') live.add({ kind: 'note', text });
  };
  entry.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && event.keyCode !== 229) keepEntry();
  });
  entry.addEventListener('change', keepEntry);
  const regrade = button(say('regrade'), () =>
    askForGrade(protocol, say, { title: say('regradeTitle'), confirm: say('confirmGrade'), isDrill, isFirst: false }, live.add),
  );
  const stop = button(say('stop'), () => askToStop(live, protocol, say));
  const head = element(
    'header',
    { class: 'run-head' },
    ...(isDrill ? [element('p', { class: 'run-drill-words' }, say('drillBanner'))] : []),
    figures.element,
    element(
      'div',
      { class: 'run-actions' },
      regrade,
      button(say('handOver'), () => handOver(live, protocol, say)),
      stop,
      button(say('hide'), () => close(), 'text-button'),
    ),
  );
  const board = element(
    'section',
    { class: 'run-board', 'aria-label': protocol.title },
    notices,
    ending,
    steps.element,
    element('section', { class: 'run-log-entries', 'aria-label': say('logEntry') }, element('h2', {}, say('logEntry')), entry, latest),
  );
  const restore = showDashboard(head, board, isDrill, say('drillMark'));

  const notice = (key: string, words: string, ...buttons: readonly HTMLElement[]): void => {
    const old = notices.querySelector(`[data-notice="${key}"]`);
    const made = element('div', { class: 'banner', role: 'status', 'data-notice': key }, element('p', {}, words), ...buttons);
    if (old) old.replaceWith(made);
    else notices.append(made);
  };
  const dropNotice = (key: string): void => notices.querySelector(`[data-notice="${key}"]`)?.remove();

  const showJump = ({ change, milliseconds }: ClockJump): void => {
    const time = sayLength(say, milliseconds);
    if (status.stopped !== undefined) return;
    if (change === 'back') {
      notice(
        'clock-back',
        say('clockBack', { time }),
        button(say('hideNotice'), () => dropNotice('clock-back')),
      );
      return;
    }
    const settle = (hasPassed: boolean) => () => {
      dropNotice('clock');
      live.settleJump(milliseconds, hasPassed);
    };
    notice('clock', say('clockJump', { time }), button(say('clockSlept'), settle(true)), button(say('clockSet'), settle(false)));
  };
  const showRevision = (): void => {
    if (status.revision === protocol.revision) {
      dropNotice('revision');
      return;
    }
    const began = new Set(live.run().steps);
    const isNew = protocol.steps.filter(({ key }) => !began.has(key)).length;
    const isGone = live.run().steps.filter((key) => !protocol.steps.some((step) => step.key === key)).length;
    notice(
      'revision',
      say('otherRevision', { old: status.revision.slice(0, 8), now: protocol.revision.slice(0, 8), changed: Math.max(isNew, isGone) }),
      button(say('useRevision'), () => live.add({ kind: 'revised', revision: protocol.revision })),
    );
  };
  const changed = (): void => {
    const run = live.run();
    const wasStopped = ending.childElementCount > 0;
    status = statusOf(run, protocol);
    figures.changed(status);
    steps.changed(status);
    const isStopped = status.stopped !== undefined;
    for (const control of [regrade, stop, entry]) control.hidden = isStopped;
    board.classList.toggle('is-stopped', isStopped);
    if (isStopped && !wasStopped) {
      ending.append(endingOf(live, protocol, say));
      ending.querySelector<HTMLElement>('h2')?.focus();
    } else if (!isStopped) ending.replaceChildren();
    latest.replaceChildren(
      ...run.entries
        .slice(-latestShown)
        .reverse()
        .map((one) =>
          element(
            'li',
            {},
            element('time', {}, shortTime(toLocal, one.at, status.start)),
            ' ',
            entryWords(one, run, protocol, say),
            ...(one.by === undefined ? [] : [' ', element('span', { class: 'run-by' }, one.by)]),
          ),
        ),
    );
    showRevision();
    const { handedOver } = status;
    if (handedOver && !isStopped) {
      const time = shortTime(toLocal, handedOver.at, status.start);
      notice(
        'handed-over',
        say('handedOver', { time, name: handedOver.to ?? say('colleague') }),
        button(say('takeBack'), () => live.add({ kind: 'taken-over' })),
      );
    } else dropNotice('handed-over');
    if (live.isKept()) dropNotice('not-kept');
    else notice('not-kept', say('notKept'));
    ticked(live.now());
  };
  const ticked = (now: number): void => {
    figures.ticked(status, now);
    steps.ticked(status, now);
    const late = status.stopped === undefined ? status.steps.filter((step) => isLate(step, now)).length : 0;
    const parts = [
      ...(isDrill ? [say('drill')] : []),
      ...(late > 0 ? [`⚠ ${late}`] : []),
      status.priority?.id ?? '',
      stopwatch((status.stopped ?? now) - status.start).replace(/:\d\d$/, "'"),
      title,
    ];
    const words = parts.filter((part) => part !== '').join(' · ');
    if (document.title !== words) document.title = words;
  };
  const isLate = (step: (typeof status.steps)[number], now: number): boolean =>
    !step.done && step.deadline !== undefined && urgencyOf(step.deadline, status.start, now) === 'late';

  /** A message that was copied was sent, or is about to be: it goes into the log in its words and restarts the interval. */
  const noteCopy = (event: Event): void => {
    const detail: Partial<CopiedDetail> = event instanceof CustomEvent ? event.detail : {};
    const { card, text } = detail;
    const section = card?.closest<HTMLElement>('[data-key="messages"] .section');
    if (!card || !section || status.stopped !== undefined) return;
    const variant = card.closest<HTMLElement>('.variant');
    const parts = [section, ...(variant ? [variant] : [])].map((part) => part.querySelector('.heading-text')?.textContent?.trim() ?? '');
    live.add({
      kind: 'message',
      title: textIn([...new Set(parts)].join(' · '), runBounds.title),
      text: textIn(text, runBounds.text),
    });
  };
  const keepTyped = (): void => {
    steps.keepDrafts();
    keepEntry();
  };
  const close = (): void => {
    keepTyped();
    document.removeEventListener('playbook:copied', noteCopy);
    window.removeEventListener('pagehide', keepTyped);
    live.close();
    restore();
    document.title = title;
    closed();
  };
  document.addEventListener('playbook:copied', noteCopy);
  window.addEventListener('pagehide', keepTyped);
  changed();
  window.scrollTo({ top: 0, behavior: 'instant' });
  for (const dialog of all('dialog.run-dialog[open]')) if (dialog instanceof HTMLDialogElement) dialog.close();
  return { close };
}
