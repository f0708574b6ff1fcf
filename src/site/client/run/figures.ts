import type { Protocol } from '../../../core/protocol-run/protocol.js';
import { type RunStatus, urgencyOf } from '../../../core/protocol-run/status.js';
import { shortTime, stopwatch } from '../../run/times.js';
import type { SayRun } from '../../words/run.js';
import { toLocal } from '../local-time.js';
import { announce, element } from '../page.js';
import { button } from './dialog.js';
import type { LiveRun } from './live-run.js';
import { priorityBadge } from './priority-badge.js';
import { remaining, setText } from './step-list.js';

export interface Figures {
  readonly element: HTMLElement;
  readonly changed: (status: RunStatus) => void;
  readonly ticked: (status: RunStatus, now: number) => void;
}

/** The head of the dashboard, to be read across a room: priority, time, first response, next message, steps done. */
export function createFigures(live: LiveRun, protocol: Protocol, say: SayRun): Figures {
  const priority = figure('run-priority');
  const elapsed = figure('run-elapsed');
  const response = figure('');
  const update = figure('');
  const done = figure('');
  const respond = button(say('responded'), () => live.add({ kind: 'responded', done: true }));
  const told = new Set<string>();
  const whole = element('div', { class: 'run-figures' }, priority.box, elapsed.box, response.box, update.box, done.box);
  setText(elapsed.label, say('elapsed'));
  setText(done.label, say('stepsDone'));
  setText(update.label, say('nextUpdate'));
  response.box.append(respond);

  const tell = (words: string, isLate: boolean, isQuiet: boolean): void => {
    if (!isLate) told.delete(words);
    else if (!told.has(words)) {
      told.add(words);
      if (!isQuiet) announce(words);
    }
  };
  let isFirst = true;
  return {
    element: whole,
    changed: (status) => {
      const { graded } = status;
      priority.value.replaceChildren(status.priority ? priorityBadge(status.priority) : (graded?.priority ?? ''));
      priority.label.lang = protocol.lang;
      // The matrix explains its rows and columns after a colon; across a room the word before it is enough.
      const grounds = [graded?.impact, graded?.urgency].filter((part) => part !== undefined);
      setText(priority.label, grounds.map((part) => part.split(/[:：]/u)[0] ?? part).join(' × '));
      priority.box.title = grounds.join(' × ');
      setText(elapsed.note, say('since', { time: toLocal(status.start).time.slice(0, 5) }));
      response.box.hidden = !status.response;
      update.box.hidden = !status.update;
      setText(response.label, say('respondWithin', { time: status.priority?.respondWithin ?? '' }));
      const dueBy = (deadline: number): string => say('dueBy', { time: shortTime(toLocal, deadline, status.start) });
      // The moment beside what counts down to it: on paper a countdown says nothing.
      setText(response.note, isWaiting(status) && status.response ? dueBy(status.response.deadline) : '');
      setText(
        update.note,
        [
          ...(status.update && status.stopped === undefined ? [dueBy(status.update.deadline)] : []),
          ...(status.priority?.update ? [status.priority.update.words, say('updateHint')] : []),
        ].join(' · '),
      );
      elapsed.box.classList.toggle('is-counting', status.stopped === undefined);
      response.box.classList.toggle('is-counting', isWaiting(status));
      update.box.classList.toggle('is-counting', status.stopped === undefined);
      respond.hidden = status.response?.done !== undefined || status.stopped !== undefined;
      setText(done.value, `${status.steps.filter((step) => step.done).length}/${status.steps.length}`);
    },
    ticked: (status, now) => {
      const end = status.stopped ?? now;
      setText(elapsed.value, stopwatch(end - status.start));
      const { response: first, update: message } = status;
      if (first) {
        setText(
          response.value,
          first.done === undefined
            ? remaining(first.deadline, end, say)
            : say('respondedAt', { time: shortTime(toLocal, first.done, status.start) }),
        );
        const isLate = mark(response.box, first.deadline, status.start, first.done ?? end, first.done !== undefined);
        tell(say('responseLate'), isLate && first.done === undefined && status.stopped === undefined, isFirst);
      }
      if (message) {
        setText(update.value, status.stopped === undefined ? remaining(message.deadline, now, say) : '—');
        const isLate = mark(update.box, message.deadline, message.last ?? status.start, end, status.stopped !== undefined);
        tell(say('updateLate'), isLate && status.stopped === undefined, isFirst);
      }
      isFirst = false;
    },
  };
}

function isWaiting({ response, stopped }: RunStatus): boolean {
  return response !== undefined && response.done === undefined && stopped === undefined;
}

function figure(className: string) {
  const label = element('span', { class: 'run-label' });
  const value = element('span', { class: 'run-value' });
  const note = element('span', { class: 'run-note-line' });
  return { box: element('div', { class: `run-figure ${className}` }, label, value, note), label, value, note };
}

function mark(box: HTMLElement, deadline: number, start: number, at: number, isDone: boolean): boolean {
  const urgency = urgencyOf(deadline, start, at);
  box.classList.toggle('is-soon', !isDone && urgency === 'soon');
  box.classList.toggle('is-late', urgency === 'late');
  return urgency === 'late';
}
