import type { Protocol } from '../../../core/protocol-run/protocol.js';
import { nameIn } from '../../../core/protocol-run/read-run.js';
import { isSameRun, mergeEntries, type NewEntry, type Run, runBounds, startOf } from '../../../core/protocol-run/run.js';
import { statusOf } from '../../../core/protocol-run/status.js';
import type { SayRun } from '../../words/run.js';
import { toLocal } from '../local-time.js';
import { element } from '../page.js';
import { recall, remember } from '../storage.js';
import { type Board, openBoard } from './board.js';
import { button, openDialog, textField } from './dialog.js';
import { askForGrade } from './grade-dialog.js';
import { newName } from './new-name.js';
import { listRuns, loadRun, openInWindow, rememberInWindow, removeRun, type StoredRun, saveRun } from './store.js';
import { isRunLink, readFile, readLink, type SentRun } from './transfer.js';

/** The panel at the top of a protocol: declare, drill, take over, and go on with what this computer keeps. */
export function startRunPanel(panel: HTMLElement, protocol: Protocol, say: SayRun): void {
  const list = element('ul', { class: 'run-list' });
  const kept = element(
    'section',
    { class: 'run-kept', 'aria-label': say('onThisComputer') },
    element('h3', {}, say('onThisComputer')),
    list,
  );
  const said = element('p', { class: 'run-said', role: 'alert' });
  const file = element('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'sr-only',
    tabindex: '-1',
    'aria-label': say('loadFile'),
  });
  let board: Board | undefined;

  const open = (stored: StoredRun): void => {
    board?.close();
    rememberInWindow(protocol.id, stored.run.id);
    panel.hidden = true;
    board = openBoard(stored, protocol, say, () => {
      board = undefined;
      rememberInWindow(protocol.id, undefined);
      panel.hidden = false;
      showList();
    });
  };
  const declare = (isDrill: boolean) => () =>
    askForGrade(
      protocol,
      say,
      {
        title: say(isDrill ? 'drillTitle' : 'declareTitle', { title: protocol.title }),
        confirm: say(isDrill ? 'startDrill' : 'declare'),
        isDrill,
        isFirst: true,
      },
      (entry) => open({ run: newRun(protocol, isDrill, entry), correction: 0, seen: 0 }),
    );
  const showList = (): void => {
    const runs = listRuns(protocol.id);
    kept.hidden = runs.length === 0;
    list.replaceChildren(...runs.map((stored) => listed(stored)));
  };
  const listed = (stored: StoredRun): HTMLElement => {
    const status = statusOf(stored.run, protocol);
    const isOver = status.stopped !== undefined;
    let isSure = false;
    const remove = button(
      say('removeRun'),
      () => {
        if (isSure) {
          removeRun(stored.run.id);
          showList();
        }
        isSure = true;
        remove.textContent = say('removeSure');
      },
      'text-button',
    );
    return element(
      'li',
      stored.run.isDrill ? { class: 'is-drill' } : {},
      ...(stored.run.isDrill ? [element('strong', { class: 'drill-mark' }, say('drill')), ' '] : []),
      element('span', {}, `${status.graded?.priority ?? ''} · ${lineOf(stored.run)} · ${say(isOver ? 'ended' : 'running')}`),
      button(say(isOver ? 'openRun' : 'continueRun'), () => open(loadRun(stored.run.id) ?? stored)),
      remove,
    );
  };
  const lineOf = (run: Run): string => {
    const { day, time } = toLocal(startOf(run));
    const { steps } = statusOf(run, protocol);
    return say('runLine', { day, time: time.slice(0, 5), done: steps.filter(({ done }) => done).length, count: steps.length });
  };

  const offer = (sent: SentRun | undefined): void => {
    said.textContent = '';
    if (!sent) {
      said.textContent = say('unreadableRun');
      return;
    }
    const { run } = sent;
    if (run.protocol !== protocol.id) {
      said.textContent = say('otherProtocol', { id: run.protocol });
      return;
    }
    const known = loadRun(run.id);
    const isKnown = known !== undefined && isSameRun(known.run, run);
    const status = statusOf(run, protocol);
    const { day, time } = toLocal(status.start);
    const name = textField(say('yourName'), recall('run-name') ?? '', runBounds.name);
    const by =
      run.entries.findLast((entry) => entry.kind === 'handed-over')?.by ?? run.entries.findLast((entry) => entry.by !== undefined)?.by;
    const line = say('offeredLine', {
      priority: status.graded?.priority ?? '',
      day,
      time: time.slice(0, 5),
      done: status.steps.filter(({ done }) => done).length,
      count: status.steps.length,
      entries: run.entries.length,
    });
    const opened = openDialog(run.isDrill ? `${say('drill')} · ${say('offered')}` : say('offered'), run.isDrill, [
      ...(run.isDrill ? [element('p', { class: 'run-drill-words' }, say('drillBanner'))] : []),
      element('p', {}, by === undefined ? line : `${line} · ${by}`),
      element('p', { class: 'run-hint' }, say('offeredCheck')),
      ...(isKnown ? [element('p', {}, say('offeredKnown'))] : []),
      name.field,
      element(
        'p',
        { class: 'run-buttons' },
        button(
          say('takeOver'),
          () => {
            remember('run-name', nameIn(name.input.value));
            opened.close();
            take(sent, isKnown ? known : undefined);
          },
          'button button-main',
        ),
        button(say('notNow'), () => opened.close()),
      ),
    ]);
  };
  const take = ({ run, at }: SentRun, known: StoredRun | undefined): void => {
    // A stranger's run that only shares a name with one of ours gets a name of its own.
    const isClash = !known && loadRun(run.id) !== undefined;
    const last = (run.entries.at(-1)?.at ?? 0) + 1;
    const by = recall('run-name');
    const entry = {
      id: newName(),
      at: Math.max(last, at, Date.now() + (known?.correction ?? 0)),
      kind: 'taken-over' as const,
      ...(by && { by }),
    };
    const entries = mergeEntries(mergeEntries(run.entries, known?.run.entries ?? []), [entry]);
    const stored = {
      run: { ...run, ...(isClash && { id: newName() }), entries },
      correction: known?.correction ?? 0,
      seen: Math.max(at, known?.seen ?? 0),
    };
    open({ ...stored, run: saveRun(stored).run });
  };
  const readHash = async (): Promise<void> => {
    const { hash } = location;
    if (!isRunLink(hash)) return;
    // The record must not stay in the address, where bookmarks and screens would keep it.
    history.replaceState(history.state, '', location.href.replace(/#.*$/s, ''));
    offer(await readLink(hash));
  };
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    if (chosen.size > runBounds.characters * 3) offer(undefined);
    else
      void chosen.text().then(
        (text) => offer(readFile(text)),
        () => offer(undefined),
      );
  });

  panel.append(
    element(
      'p',
      { class: 'run-buttons' },
      button(say('declare'), declare(false), 'button button-main'),
      button(say('startDrill'), declare(true)),
      button(say('loadFile'), () => file.click(), 'text-button'),
      file,
    ),
    said,
    kept,
  );
  showList();
  window.addEventListener('hashchange', () => void readHash());
  const again = openInWindow(protocol.id);
  const stored = again === undefined ? undefined : loadRun(again);
  if (stored?.run.protocol === protocol.id) open(stored);
  void readHash();
}

function newRun(protocol: Protocol, isDrill: boolean, graded: NewEntry): Run {
  const by = recall('run-name');
  return {
    format: 1,
    id: newName(),
    protocol: protocol.id,
    revision: protocol.revision,
    isDrill,
    steps: protocol.steps.map(({ key }) => key).slice(0, runBounds.steps),
    entries: [{ ...graded, id: newName(), at: Date.now(), ...(by && { by }) }],
  };
}
