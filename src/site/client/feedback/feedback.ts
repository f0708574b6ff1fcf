import { writeEntry } from '../../../core/feedback/entry.js';
import { toLocal } from '../local-time.js';
import { all, announce, element, pageWords } from '../page.js';
import { saveFile } from '../save-file.js';
import { recall, remember, siteKey } from '../storage.js';
import { selectedPassage } from './passage.js';
import { openStore, type Told } from './store.js';
import { createWrongDialog, type WrongDialog } from './wrong-dialog.js';

/** Milliseconds without another failed search before one counts: until then somebody is still typing. */
const searchRest = 2_000;
const mostOpened = 200;

export interface Feedback {
  /** Moves the focus to the question whether the page helped; false where nothing is asked. */
  readonly focus: () => boolean;
  /** Asks what is wrong on the page; false where nothing is asked. */
  readonly openWrong: () => boolean;
}

/** What readers tell on purpose (solved, not solved, wrong, missing) and by using a page (opened, copied, searched in vain). */
export function startFeedback(): Feedback {
  const say = pageWords();
  const block = document.querySelector<HTMLElement>('[data-feedback-status]')?.closest<HTMLElement>('[data-feedback]') ?? undefined;
  const page = block?.dataset['page'];
  const revision = block?.dataset['revision'];
  const here = page !== undefined && revision !== undefined ? { page, revision } : undefined;

  const kept = block?.querySelector<HTMLElement>('[data-feedback-kept]');
  const buttons = ['export', 'clear'].map((name) => block?.querySelector<HTMLButtonElement>(`[data-feedback-${name}]`));
  const showKept = (): void => {
    const { length } = store.kept();
    if (kept) kept.textContent = say('feedbackKept', { count: length });
    for (const button of buttons) if (button) button.disabled = length === 0;
  };
  const store = openStore(document.documentElement.dataset['feedback'], () => showKept());
  showKept();
  /** Says what happened beside the buttons, and to screen readers. */
  const answer = (words: string): void => {
    const status = block?.querySelector<HTMLElement>('[data-feedback-status]');
    if (status) status.textContent = words;
    announce(words);
  };
  const tell = (told: Told): string => {
    const id = store.add(told);
    answer(say('feedbackThanks'));
    return id;
  };

  let wrong: WrongDialog | undefined;
  if (here) {
    if (isFirstToday(here.page)) store.add({ ...here, kind: 'opened' });
    let last = '';
    for (const button of block?.querySelectorAll<HTMLButtonElement>('[data-tell]') ?? []) {
      button.addEventListener('click', () => {
        const isPressed = button.getAttribute('aria-pressed') === 'true';
        store.takeBack(last);
        for (const other of block?.querySelectorAll('[data-tell]') ?? []) other.setAttribute('aria-pressed', 'false');
        last = '';
        // A second press takes it back.
        if (isPressed) return answer('');
        button.setAttribute('aria-pressed', 'true');
        last = tell({ ...here, kind: button.dataset['tell'] === 'solved' ? 'solved' : 'unsolved' });
      });
    }
    const dialog = createWrongDialog((passage, reason) => void tell({ ...here, ...passage, kind: 'wrong', reason }));
    block?.querySelector('[data-wrong]')?.addEventListener('click', () => dialog.open());
    startMark(() => dialog.open());
    wrong = dialog;
    document.addEventListener('playbook:copied', (event) => {
      const section = headingWords(detailOf(event, 'heading'));
      store.add({ ...here, kind: 'copied', ...(section !== undefined && { section }) });
    });
  }

  watchSearches((query) => void store.add({ ...here, kind: 'search-empty', query }));
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-report-missing]') : undefined;
    const query = button?.dataset['query'];
    if (query === undefined) return;
    tell({ ...here, kind: 'missing', query });
    if (button instanceof HTMLButtonElement) button.disabled = true;
  });
  block?.querySelector('[data-feedback-export]')?.addEventListener('click', () => {
    const entries = store.kept();
    saveFile(`feedback-${toLocal(Date.now()).day}.ndjson`, entries.map(writeEntry).join(''), 'application/x-ndjson');
    answer(say('feedbackExported', { count: entries.length }));
  });
  block?.querySelector('[data-feedback-clear]')?.addEventListener('click', () => {
    store.clear();
    answer(say('feedbackCleared'));
  });
  return {
    focus() {
      const button = block?.querySelector<HTMLElement>('[data-tell]');
      button?.focus();
      return button instanceof HTMLElement;
    },
    openWrong() {
      wrong?.open();
      return wrong !== undefined;
    },
  };
}

/** A heading by its words, blanks in it by their names: what was typed into them may be a customer's data. Unknown words are dropped. */
function headingWords(said: string | undefined): string | undefined {
  const heading = all('.heading-text').find(({ textContent }) => textContent === said);
  if (!heading) return undefined;
  const copy = heading.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return undefined;
  for (const blank of all('.placeholder', copy)) blank.textContent = `{{${blank.dataset['name'] ?? ''}}}`;
  return copy.textContent ?? undefined;
}

/** Takes a failed search once the reader has stopped typing or leaves, each once on a page. */
function watchSearches(found: (query: string) => void): void {
  const told = new Set<string>();
  let waiting: string | undefined;
  let timer = 0;
  const settle = (): void => {
    window.clearTimeout(timer);
    if (waiting !== undefined && !told.has(waiting)) {
      told.add(waiting);
      found(waiting);
    }
    waiting = undefined;
  };
  document.addEventListener('playbook:search-empty', (event) => {
    waiting = detailOf(event, 'query');
    window.clearTimeout(timer);
    timer = window.setTimeout(settle, searchRest);
  });
  document.addEventListener('playbook:search-found', () => {
    waiting = undefined;
  });
  window.addEventListener('pagehide', settle);
}

/** A page that is opened again on the same day counts once. */
function isFirstToday(page: string): boolean {
  const { day } = toLocal(Date.now());
  const [of, ...pages] = (recall(siteKey('feedback-opened')) ?? '').split('\n');
  const known = of === day ? pages : [];
  if (known.includes(page)) return false;
  remember(siteKey('feedback-opened'), [day, page, ...known].slice(0, mostOpened).join('\n'));
  return true;
}

/** A button beside selected words. */
function startMark(open: () => void): void {
  const say = pageWords();
  const button = element('button', { type: 'button', class: 'text-button feedback-mark', title: `${say('keyWrong')} ( w )` });
  button.textContent = say('feedbackWrongHere');
  button.hidden = true;
  document.body.append(button);
  // The selection must outlive the press.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', open);
  const place = (): void => {
    const passage = selectedPassage();
    const rect = passage && document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    button.hidden = !rect;
    if (!rect) return;
    button.style.top = `${Math.max(0, Math.min(rect.bottom + 4, window.innerHeight - 84))}px`;
    button.style.left = `${Math.max(0, Math.min(rect.right - 40, document.documentElement.clientWidth - button.offsetWidth - 8))}px`;
  };
  let timer = 0;
  document.addEventListener('selectionchange', () => {
    button.hidden = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(place, 300);
  });
  window.addEventListener('scroll', () => {
    button.hidden = true;
  });
}

function detailOf(event: Event, name: string): string | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (typeof detail !== 'object' || detail === null) return undefined;
  const value: unknown = Reflect.get(detail, name);
  return typeof value === 'string' ? value : undefined;
}
