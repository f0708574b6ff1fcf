import type { WordKey } from '../words.js';
import type { Copying } from './copy.js';
import type { Feedback } from './feedback/feedback.js';
import { all, element, isTextField, isVisible, pageWords } from './page.js';
import type { Pins } from './pins.js';
import type { Placeholders } from './placeholders.js';
import type { SearchPanel } from './search/panel.js';
import { isResting, leaveSearchBox } from './search-box.js';
import type { Tabs } from './tabs.js';

/** Of the question in sight, where a flow is walked one question at a time. */
const answers = '.stepping > [data-node] .answers > li';

interface Parts {
  readonly search: SearchPanel;
  readonly tabs: Tabs;
  readonly copying: Copying;
  readonly feedback: Feedback;
  readonly placeholders: Placeholders;
  readonly pins: Pins;
}

const listed: readonly (readonly [keys: string, words: WordKey])[] = [
  ['/', 'keySearch'],
  ['Ctrl K', 'keySearch'],
  ['Esc', 'keyLeaveSearch'],
  ['c', 'keyCopy'],
  ['Shift+C', 'keyCopyRich'],
  ['1 – 9', 'keyBlock'],
  ['b', 'keyPrevious'],
  ['s', 'keySummary'],
  ['[  ]', 'keyVariant'],
  ['p', 'keyPlaceholders'],
  ['e', 'keyEscalation'],
  ['f', 'keyFeedback'],
  ['w', 'keyWrong'],
  ['m', 'keyPin'],
  ['g h', 'keyHome'],
  ['g r', 'keyRecent'],
  ['?', 'keyHelp'],
];

/** The page's keys; never from a text field, and never while an input method is composing. */
export function startKeys({ search, tabs, copying, feedback, placeholders, pins }: Parts): void {
  const help = createHelp();
  let wasG = false;
  document.querySelector('[data-keys]')?.addEventListener('click', () => help.showModal());
  document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      search.open();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    leaveClosedDialog();
    if (isTextField(document.activeElement) && !isResting(document.activeElement, event.key)) return;
    const afterG = wasG;
    wasG = event.key === 'g';
    if (!press(event, afterG)) return;
    event.preventDefault();
    // Whoever uses a key of the page works on the page: from then on letters are keys too.
    if (event.target === document.activeElement) leaveSearchBox();
  });

  const press = ({ key, code, shiftKey: withShift }: KeyboardEvent, afterG: boolean): boolean => {
    if (afterG && key === 'h') {
      document.querySelector<HTMLAnchorElement>('.brand')?.click();
      return true;
    }
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? (/^[1-9]$/.test(key) ? key : undefined);
    if (digit !== undefined)
      return pressShown(`${answers}:nth-child(${digit}) a[href]`) || copying.copyNumber(Number(digit), withShift ? 'rich' : 'plain');
    if (afterG && key === 'r') {
      search.open();
      return true;
    }
    switch (key) {
      case '/':
        search.open();
        return true;
      case 'c':
        return copying.copyFocused('plain');
      case 'C':
        return copying.copyFocused(withShift ? 'rich' : 'plain');
      case 'b':
        return pressShown('[data-flow-back]');
      case 's':
        return pressShown('[data-flow-copy]');
      case '[':
        return tabs.step(-1);
      case ']':
        return tabs.step(1);
      case 'm':
        return pins.toggle();
      case 'p':
        return placeholders.focus();
      case 'f':
        return feedback.focus();
      case 'w':
        return feedback.openWrong();
      case 'e': {
        const link = document.querySelector<HTMLElement>('[data-escalation]');
        link?.click();
        return link !== null;
      }
      case '?':
        help.showModal();
        return true;
      default:
        return false;
    }
  };
}

/** Presses what a page shows for a key; false where it shows no such thing. */
function pressShown(selector: string): boolean {
  const shown = all(selector).find(isVisible);
  shown?.click();
  return shown !== undefined;
}

/** A dialog that was closed keeps the focus until the next picture is drawn; what is typed meanwhile is meant for the page. */
function leaveClosedDialog(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest('dialog:not([open])')) activeElement.blur();
}

function createHelp(): HTMLDialogElement {
  const say = pageWords();
  const close = element('button', { type: 'button', class: 'text-button' }, say('close'));
  const dialog = element(
    'dialog',
    { class: 'help', 'aria-label': say('keys') },
    element('h2', {}, say('keys')),
    element(
      'dl',
      {},
      ...listed.map(([keys, words]) =>
        element(
          'div',
          {},
          element('dt', {}, ...keys.split(/\s+/).map((key) => (key === '–' ? key : element('kbd', {}, key)))),
          element('dd', {}, say(words)),
        ),
      ),
    ),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
