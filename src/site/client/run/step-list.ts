import type { Protocol, ProtocolStep } from '../../../core/protocol-run/protocol.js';
import { textIn } from '../../../core/protocol-run/read-run.js';
import { runBounds } from '../../../core/protocol-run/run.js';
import { nextStep, type RunStatus, type StepStatus, type Urgency, urgencyOf } from '../../../core/protocol-run/status.js';
import { shortTime, stopwatch } from '../../run/times.js';
import type { SayRun } from '../../words/run.js';
import { toLocal } from '../local-time.js';
import { all, announce, element } from '../page.js';
import type { LiveRun } from './live-run.js';

export interface StepList {
  readonly element: HTMLElement;
  readonly changed: (status: RunStatus) => void;
  readonly ticked: (status: RunStatus, now: number) => void;
  /** Keeps what is typed but not yet noted. */
  readonly keepDrafts: () => void;
}

interface StepRow {
  readonly step: ProtocolStep;
  readonly item: HTMLElement;
  readonly tick: HTMLInputElement;
  readonly time: HTMLElement;
  readonly due: HTMLElement;
  readonly notes: HTMLElement;
  readonly keepDraft: () => void;
}

/** The steps as a checklist, all or those of one role: owner, countdown, what to record, notes. The one that is due first is large. */
export function createStepList(live: LiveRun, protocol: Protocol, say: SayRun): StepList {
  const originals = originalSteps(protocol);
  const rows = protocol.steps.map((step, index) => createRow(step, originals[index], live, protocol, say));
  const gone = element('ul', { class: 'run-gone' });
  const list = element('ol', { class: 'run-steps' }, ...rows.map(({ item }) => item));
  const owners = [...new Set(protocol.steps.map(({ owner }) => owner ?? ''))];
  let role: string | undefined;
  const chips = [undefined, ...owners].map((owner) => {
    const count = element('span', { class: 'count' });
    const chip = element(
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': 'false' },
      element('span', owner === undefined ? {} : { lang: protocol.lang }, owner === undefined ? say('allRoles') : owner || say('noOwner')),
      ' ',
      count,
    );
    chip.addEventListener('click', () => {
      role = owner;
      if (shown) changed(shown);
    });
    return { owner, chip, count };
  });
  const whole = element(
    'section',
    { class: 'run-checklist', 'aria-label': say('steps') },
    ...(owners.length > 1
      ? [element('div', { class: 'run-roles', role: 'group', 'aria-label': say('roles') }, ...chips.map(({ chip }) => chip))]
      : []),
    list,
    gone,
  );
  let shown: RunStatus | undefined;
  /** What has been said aloud of each step, so that nothing is said twice. */
  const told = new Map<string, Urgency>();

  const changed = (status: RunStatus): void => {
    shown = status;
    const isOfRole = ({ step }: StepStatus): boolean => role === undefined || (step.owner ?? '') === role;
    const next = nextStep(status.steps.filter(isOfRole));
    for (const { owner, chip, count } of chips) {
      const own = status.steps.filter(({ step }) => owner === undefined || (step.owner ?? '') === owner);
      count.textContent = `${own.filter(({ done }) => done).length}/${own.length}`;
      chip.setAttribute('aria-pressed', String(owner === role));
    }
    rows.forEach((row, index) => {
      const state = status.steps[index];
      if (!state) return;
      row.item.hidden = !isOfRole(state);
      row.item.classList.toggle('is-done', state.done !== undefined);
      row.item.classList.toggle('is-next', state === next && status.stopped === undefined);
      row.tick.checked = state.done !== undefined;
      row.tick.disabled = status.stopped !== undefined;
      row.due.textContent = state.deadline === undefined ? '' : say('dueBy', { time: shortTime(toLocal, state.deadline, status.start) });
      showNotes(row.notes, state.notes, status.start);
    });
    gone.replaceChildren(
      ...status.gone.map((step) => {
        const notes = element('ul', { class: 'run-notes' });
        showNotes(notes, step.notes, status.start);
        const done = step.done ? ` · ${say('doneAt', { time: shortTime(toLocal, step.done.at, status.start) })}` : '';
        return element('li', {}, `${say('goneStep', { number: step.number ?? '?' })}${done}`, notes);
      }),
    );
    gone.hidden = status.gone.length === 0;
  };

  const ticked = (status: RunStatus, now: number): void => {
    rows.forEach((row, index) => {
      const state = status.steps[index];
      if (!state) return;
      const { deadline, done } = state;
      const end = done?.at ?? status.stopped ?? now;
      const urgency = deadline === undefined ? 'open' : urgencyOf(deadline, status.start, end);
      row.item.classList.toggle('is-soon', !done && urgency === 'soon');
      row.item.classList.toggle('is-late', urgency === 'late');
      setText(row.time, timeWords(state, status, now, say));
      if (done || deadline === undefined || status.stopped !== undefined || told.get(row.step.key) === urgency) return;
      const isKnown = told.has(row.step.key);
      told.set(row.step.key, urgency);
      // What was so already when the page was opened is there to read; only what comes about is said.
      if (!isKnown || urgency === 'open') return;
      const { number } = row.step;
      announce(urgency === 'soon' ? say('dueSoon', { number, time: stopwatch(deadline - now) }) : say('isLate', { number }));
    });
  };
  return {
    element: whole,
    changed,
    ticked,
    keepDrafts: () => {
      for (const row of rows) row.keepDraft();
    },
  };
}

function createRow(step: ProtocolStep, original: Node | undefined, live: LiveRun, protocol: Protocol, say: SayRun): StepRow {
  const tick = element('input', { type: 'checkbox' });
  const words = element('div', { class: 'run-step-text', lang: protocol.lang }, original?.cloneNode(true) ?? step.text);
  const time = element('span', { class: 'run-time' });
  const due = element('span', { class: 'run-due' });
  const notes = element('ul', { class: 'run-notes' });
  const noteLabel = say('noteFor', { number: step.number });
  const note = element('input', {
    type: 'text',
    class: 'run-note',
    maxlength: String(runBounds.text),
    'aria-label': noteLabel,
    placeholder: step.record === undefined ? say('addNote') : say('toRecord', { what: step.record }),
    autocomplete: 'off',
  });
  const keepDraft = (): void => {
    const text = textIn(note.value, runBounds.text);
    if (text === '') return;
    note.value = '';
    live.add({ kind: 'note', text, step: step.key });
  };
  note.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && event.keyCode !== 229) keepDraft();
  });
  note.addEventListener('change', keepDraft);
  tick.addEventListener('change', () => live.add({ kind: 'step', step: step.key, done: tick.checked }));
  const item = element(
    'li',
    { class: 'run-step' },
    element('label', { class: 'run-tick' }, tick, element('span', { class: 'run-number' }, String(step.number)), words),
    element(
      'p',
      { class: 'run-facts-line' },
      ...(step.owner === undefined ? [] : [element('span', { class: 'owner', lang: protocol.lang }, step.owner)]),
      due,
      time,
    ),
    notes,
    note,
  );
  return { step, item, tick, time, due, notes, keepDraft };
}

function timeWords({ deadline, done }: StepStatus, status: RunStatus, now: number, say: SayRun): string {
  if (done) {
    const time = shortTime(toLocal, done.at, status.start);
    return deadline !== undefined && done.at > deadline
      ? say('doneLate', { time, late: stopwatch(done.at - deadline) })
      : say('doneAt', { time });
  }
  return deadline === undefined || status.stopped !== undefined ? '' : remaining(deadline, now, say);
}

/** `剩 4:05`, `超时 0:12`. What is left is rounded up, so that nothing is late while it shows time. */
export function remaining(deadline: number, now: number, say: SayRun): string {
  return now < deadline ? say('left', { time: stopwatch(deadline - now + 999) }) : say('late', { time: stopwatch(now - deadline) });
}

/** Once a second: what has not changed is not touched, so that selections and screen readers are left alone. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

function showNotes(list: HTMLElement, notes: StepStatus['notes'], start: number): void {
  list.hidden = notes.length === 0;
  if (list.childElementCount === notes.length) return;
  list.replaceChildren(
    ...notes.map(({ at, by, text }) =>
      element(
        'li',
        {},
        element('time', {}, shortTime(toLocal, at, start)),
        ' ',
        text,
        ...(by === undefined ? [] : [' ', element('span', { class: 'run-by' }, by)]),
      ),
    ),
  );
}

/** The steps' words as the page shows them, with their links; the plain words where the page has others. */
function originalSteps(protocol: Protocol): readonly (Node | undefined)[] {
  const found = all('.section-steps ol.steps > li > .step-text');
  return found.length === protocol.steps.length ? found : [];
}
