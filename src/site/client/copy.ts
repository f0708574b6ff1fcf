import { measureKinds, measureWords } from '../measures.js';
import { writeClipboard } from './clipboard.js';
import { all, announce, element, isVisible, pageWords } from './page.js';
import type { Lack, Placeholders } from './placeholders.js';
import { plainText, richText } from './wording-text.js';

export type CopyForm = 'plain' | 'rich';

export interface Copying {
  /** Copies the wording in focus, else the first one in sight; false when there is none. */
  readonly copyFocused: (form: CopyForm) => boolean;
  /** Moves to a wording by its number on the page, from 1, and copies it. */
  readonly copyNumber: (number: number, form: CopyForm) => boolean;
}

/** Told to the page after a wording was copied, as a `playbook:copied` event of the document. */
export interface CopiedDetail {
  /** Heading of the section the wording stands in; empty where there is none. */
  readonly heading: string;
  readonly form: CopyForm;
  readonly card: HTMLElement;
  /** What was copied, as plain text. */
  readonly text: string;
}

const mostKeys = 9;

export function startCopying(placeholders: Placeholders): Copying {
  const cards = () => all('[data-wording]').filter(isVisible);
  for (const button of all('[data-copy]')) {
    button.addEventListener('click', () => {
      const card = button.closest<HTMLElement>('[data-wording]');
      if (card) void copyCard(card, button.dataset['copy'] === 'rich' ? 'rich' : 'plain', placeholders);
    });
  }
  // In a flow the digits are its answers.
  if (!document.querySelector('[data-flow]')) numberCards(cards);
  placeholders.onChange(() => {
    for (const card of all('[data-wording]')) {
      measureCard(card, placeholders);
      if (card.classList.contains('was-refused')) showRefusal(card, placeholders.lacksOf(card), placeholders);
    }
  });
  return {
    copyFocused: (form) => {
      const inSight = cards();
      const card =
        inSight.find((candidate) => candidate.contains(document.activeElement)) ??
        inSight.find((candidate) => candidate.getBoundingClientRect().top >= 48) ??
        inSight[0];
      if (card) void copyCard(card, form, placeholders);
      return card !== undefined;
    },
    copyNumber: (number, form) => {
      const card = cards()[number - 1];
      if (!card || document.querySelector('[data-flow]')) return false;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: 'nearest' });
      void copyCard(card, form, placeholders);
      return true;
    },
  };
}

/** Each wording in sight has the key of its number; tabs and questions change which are in sight. */
function numberCards(cards: () => readonly HTMLElement[]): void {
  const number = (): void => {
    const numbered = cards().slice(0, mostKeys);
    for (const key of all('[data-copy-key]')) {
      const place = numbered.findIndex((card) => card.contains(key)) + 1;
      // Only what differs is set: this is called for changes of the very attribute.
      if (key.hidden !== (place === 0)) key.hidden = place === 0;
      if (place > 0) key.textContent = String(place);
    }
  };
  new MutationObserver(number).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['hidden', 'open'] });
  number();
}

function measureCard(card: HTMLElement, placeholders: Placeholders): void {
  const quote = card.querySelector('blockquote');
  const measure = card.querySelector('.measure');
  const kind = measureKinds.find((candidate) => candidate === card.dataset['measure']);
  if (!quote || !measure || !kind) return;
  const length = (node: HTMLElement) =>
    node.classList.contains('wrong') ? (node.textContent ?? '') : placeholders.sampleOf(node.dataset['name'] ?? '');
  measure.textContent = measureWords(plainText(quote, length), kind, pageWords());
}

async function copyCard(card: HTMLElement, form: CopyForm, placeholders: Placeholders): Promise<void> {
  const quote = card.querySelector('blockquote');
  if (!quote) return;
  const say = pageWords();
  placeholders.leadBackTo(card);
  const lacks = placeholders.lacksOf(card);
  showRefusal(card, lacks, placeholders);
  if (lacks.length > 0) {
    placeholders.showLacks(lacks);
    card.scrollIntoView({ block: 'nearest' });
    announce(`${say('notCopied')} ${card.querySelector('.refusal')?.textContent ?? ''}`);
    return;
  }
  const blanks = all('.placeholder:not(.filled)', quote).length;
  const text = plainText(quote);
  const done = await writeClipboard(form === 'rich' ? { text, html: richText(quote) } : { text });
  const words = !done
    ? say('copyFailed')
    : blanks > 0
      ? say('copiedWithBlanks', { count: blanks })
      : say(form === 'rich' ? 'copiedRich' : 'copied');
  announce(words);
  showOutcome(card, done, words);
  if (!done) return;
  const heading = card.closest('.section')?.querySelector('.heading-text')?.textContent ?? '';
  document.dispatchEvent(new CustomEvent<CopiedDetail>('playbook:copied', { detail: { heading, form, card, text } }));
}

function showOutcome(card: HTMLElement, done: boolean, words: string): void {
  const label = card.querySelector<HTMLElement>('[data-copy-words]');
  card.classList.remove('was-copied', 'not-copied');
  card.classList.add(done ? 'was-copied' : 'not-copied');
  if (!label) return;
  label.textContent = words;
  window.setTimeout(() => {
    if (label.textContent !== words) return;
    label.textContent = pageWords()('copy');
    card.classList.remove('was-copied', 'not-copied');
  }, 2500);
}

/** Why a wording was not copied, with a way to each field, as long as that is so. */
function showRefusal(card: HTMLElement, lacks: readonly Lack[], placeholders: Placeholders): void {
  const say = pageWords();
  for (const old of all('.refusal, .refusal-keys', card)) old.remove();
  card.classList.toggle('was-refused', lacks.length > 0);
  if (lacks.length === 0) return;
  const group = (words: string, isMissing: boolean): (Node | string)[] => {
    const named = lacks.filter((lack) => lack.isMissing === isMissing);
    if (named.length === 0) return [];
    return [
      words,
      ' ',
      ...named.flatMap((lack, index) => [index > 0 ? say('listSeparator') : '', fieldButton(card, lack, placeholders)]),
      ' ',
    ];
  };
  card.append(
    element('p', { class: 'refusal' }, ...group(say('lackingMissing'), true), ...group(say('lackingWrong'), false)),
    // Digits typed here would copy other wordings: the key that leads to the fields is said first.
    element('p', { class: 'refusal-keys' }, element('kbd', {}, 'p'), ' ', say('keyPlaceholders')),
  );
}

function fieldButton(card: HTMLElement, { label, field }: Lack, placeholders: Placeholders): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'text-button' }, label);
  button.addEventListener('click', () => {
    placeholders.leadBackTo(card);
    field.focus();
  });
  return button;
}
