import { type WrongReason, wrongReasons } from '../../../core/model/feedback.js';
import { all, element, isVisible, pageWords } from '../page.js';
import { allPassages, type Passage, selectedPassage } from './passage.js';

export interface WrongDialog {
  /** Asks what is wrong with the selected words; without a selection, which passage it is. */
  readonly open: () => void;
}

/** Characters of a passage in the list to choose from. */
const shownLength = 48;
/** Of the bar above the page, in CSS pixels. */
const barHeight = 48;

export function createWrongDialog(tell: (passage: Passage, reason: WrongReason) => void): WrongDialog {
  const say = pageWords();
  let passages: readonly Passage[] = [];
  const quote = element('blockquote', {});
  const select = element('select', { id: 'pageFeedbackPassage' });
  const choice = element('p', {}, element('label', { for: 'pageFeedbackPassage' }, say('feedbackWhere')), select);
  const reasons = wrongReasons.map((reason, index) => {
    const input = element('input', { type: 'radio', name: 'pageFeedbackReason', value: reason, checked: index === 0 });
    return { reason, input, label: element('label', {}, input, say(`feedbackReason.${reason}`)) };
  });
  const save = element('button', { type: 'button', class: 'text-button feedback-save' }, say('feedbackSave'));
  const cancel = element('button', { type: 'button', class: 'text-button' }, say('feedbackCancel'));
  const dialog = element(
    'dialog',
    { class: 'help feedback-dialog', 'aria-labelledby': 'pageFeedbackWrong' },
    element('h2', { id: 'pageFeedbackWrong' }, say('feedbackWrong')),
    quote,
    choice,
    element('fieldset', {}, element('legend', {}, say('feedbackWhy')), ...reasons.map(({ label }) => label)),
    element('p', { class: 'feedback-buttons' }, save, cancel),
  );
  document.body.append(dialog);

  const finish = (): void => {
    const passage = passages[Math.max(0, select.selectedIndex)];
    const chosen = reasons.find(({ input }) => input.checked);
    dialog.close();
    if (passage && chosen) tell(passage, chosen.reason);
  };
  save.addEventListener('click', finish);
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      finish();
    }
  });
  return {
    open() {
      const selected = selectedPassage();
      passages = selected ? [selected] : allPassages();
      if (passages.length === 0) return;
      quote.textContent = readable(selected?.quote ?? '');
      quote.hidden = !selected;
      choice.hidden = selected !== undefined;
      select.replaceChildren(
        ...passages.map((passage) => {
          const words = readable(passage.quote);
          return element('option', {}, words.length > shownLength ? `${words.slice(0, shownLength)}…` : words);
        }),
      );
      select.selectedIndex = selected ? 0 : nearest(passages);
      dialog.showModal();
      (selected ? reasons[0]?.input : select)?.focus();
    },
  };
}

/** A passage's words with its blanks by the names that the page shows. */
function readable(words: string): string {
  return words.replace(/\{\{([^{}]+)\}\}/g, (blank, name: string) => {
    const label = all('.placeholder[data-label]').find(({ dataset }) => dataset['name'] === name)?.dataset['label'];
    return label === undefined ? blank : `〔${label}〕`;
  });
}

/** The passage that the keyboard is at, such as a card of wording; else the first in sight below the bar; else the first. */
function nearest(passages: readonly Passage[]): number {
  const card = document.activeElement?.closest<HTMLElement>('[data-wording]');
  const blocks = (scope: Element) => all('p, li, td', scope).filter(isVisible);
  const candidates = card && isVisible(card) ? blocks(card) : all('.content').flatMap((content) => blocks(content).filter(isInWindow));
  for (const block of candidates) {
    const words = block.textContent?.trim().slice(0, 8) ?? '';
    const index = words === '' ? -1 : passages.findIndex(({ quote }) => quote.startsWith(words));
    if (index >= 0) return index;
  }
  return 0;
}

function isInWindow(node: HTMLElement): boolean {
  const { top, bottom } = node.getBoundingClientRect();
  return top >= barHeight && bottom <= window.innerHeight;
}
