import { type Protocol, type ProtocolPriority, priorityAt } from '../../../core/protocol-run/protocol.js';
import { nameIn } from '../../../core/protocol-run/read-run.js';
import { type NewEntry, runBounds } from '../../../core/protocol-run/run.js';
import type { SayRun } from '../../words/run.js';
import { element } from '../page.js';
import { recall, remember } from '../storage.js';
import { button, openDialog, textField } from './dialog.js';
import { priorityBadge } from './priority-badge.js';

interface GradeOptions {
  readonly title: string;
  readonly confirm: string;
  readonly isDrill: boolean;
  readonly isFirst: boolean;
}

/** Asks for impact and urgency and shows what the page's own matrix makes of them; hands on the priority that is confirmed. */
export function askForGrade(protocol: Protocol, say: SayRun, options: GradeOptions, graded: (entry: NewEntry) => void): void {
  const { title, confirm, isDrill, isFirst } = options;
  const hasMatrix = protocol.impacts.length > 0 && protocol.urgencies.length > 0;
  const outcome = element('p', { class: 'run-outcome', role: 'status' }, say(hasMatrix ? 'chooseBoth' : 'choosePriority'));
  const name = textField(say('yourName'), recall('run-name') ?? '', runBounds.name);
  const chosen = { impact: -1, urgency: -1, priority: -1 };

  const priorityNow = (): ProtocolPriority | undefined =>
    hasMatrix ? priorityAt(protocol, chosen.impact, chosen.urgency) : protocol.priorities[chosen.priority];
  const show = (): void => {
    const priority = priorityNow();
    const isChosen = hasMatrix ? chosen.impact >= 0 && chosen.urgency >= 0 : chosen.priority >= 0;
    accept.disabled = !priority;
    if (!isChosen) return;
    outcome.replaceChildren(
      ...(priority
        ? [
            priorityBadge(priority),
            element('span', {}, priority.respondWithin === '' ? '' : say('respondWithin', { time: priority.respondWithin })),
            element('span', {}, priority.update ? `${priority.update.label} ${priority.update.words}` : ''),
          ]
        : [element('span', {}, say('noPriority'))]),
    );
  };
  const choice = (legend: string, of: keyof typeof chosen, labels: readonly string[]): HTMLElement => {
    const group = element('fieldset', { class: 'run-choice' }, element('legend', {}, legend));
    labels.forEach((label, index) => {
      const input = element('input', { type: 'radio', name: `run-${of}` });
      input.addEventListener('change', () => {
        chosen[of] = index;
        show();
      });
      group.append(element('label', {}, input, element('span', { lang: protocol.lang }, label)));
    });
    return group;
  };
  const accept = button(
    confirm,
    () => {
      const priority = priorityNow();
      if (!priority) return;
      if (isFirst) remember('run-name', nameIn(name.input.value));
      const impact = protocol.impacts[chosen.impact];
      const urgency = protocol.urgencies[chosen.urgency];
      opened.close();
      graded({
        kind: 'graded',
        priority: priority.id,
        ...(impact !== undefined && { impact: impact.slice(0, runBounds.title) }),
        ...(urgency !== undefined && { urgency: urgency.slice(0, runBounds.title) }),
      });
    },
    'button button-main',
  );
  accept.disabled = true;
  const opened = openDialog(title, isDrill, [
    ...(isDrill ? [element('p', { class: 'run-drill-words' }, say('drillBanner'))] : []),
    ...(hasMatrix
      ? [
          element(
            'div',
            { class: 'run-choices' },
            choice(say('impact'), 'impact', protocol.impacts),
            choice(say('urgency'), 'urgency', protocol.urgencies),
          ),
        ]
      : [
          choice(
            say('priority'),
            'priority',
            protocol.priorities.map(({ id, respondWithin }) => `${id} ${respondWithin}`),
          ),
        ]),
    outcome,
    ...(isFirst ? [name.field] : []),
    element(
      'p',
      { class: 'run-buttons' },
      accept,
      button(say('cancel'), () => opened.close()),
    ),
  ]);
}
