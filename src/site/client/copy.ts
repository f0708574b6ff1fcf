import { all, announce, element, isVisible, pageWords } from './page.js';

export interface Copying {
  /** Copies the wording in focus, else the first one in sight; false when there is none. */
  readonly copyFocused: () => boolean;
  /** Moves to a wording by its number on the page, from 1. */
  readonly focusNumber: (number: number) => boolean;
}

export function startCopying(): Copying {
  const cards = () => all('[data-wording]').filter(isVisible);
  for (const button of all('[data-copy]')) {
    button.addEventListener('click', () => {
      const card = button.closest<HTMLElement>('[data-wording]');
      if (card) void copyCard(card);
    });
  }
  return {
    copyFocused: () => {
      const inSight = cards();
      const card =
        inSight.find((candidate) => candidate.contains(document.activeElement)) ??
        inSight.find((candidate) => candidate.getBoundingClientRect().top >= 48) ??
        inSight[0];
      if (card) void copyCard(card);
      return card !== undefined;
    },
    focusNumber: (number) => {
      const card = cards()[number - 1];
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'center' });
      return card !== undefined;
    },
  };
}

async function copyCard(card: HTMLElement): Promise<void> {
  const quote = card.querySelector('blockquote');
  if (!quote) return;
  const say = pageWords();
  const blanks = all('.placeholder:not(.filled)', quote).length;
  const done = await copyText(plainText(quote));
  const words = !done ? say('copyFailed') : blanks > 0 ? say('copiedWithBlanks', { count: blanks }) : say('copied');
  announce(words);
  card.classList.remove('was-copied', 'not-copied');
  card.classList.add(done ? 'was-copied' : 'not-copied');
  const label = card.querySelector<HTMLElement>('[data-copy-words]');
  if (!label) return;
  label.textContent = words;
  window.setTimeout(() => {
    if (label.textContent !== words) return;
    label.textContent = say('copy');
    card.classList.remove('was-copied', 'not-copied');
  }, 2500);
}

/** The clipboard where the browser allows it, else a selection and the old command: pages opened as files have no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext && 'clipboard' in navigator) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused, for instance without focus: the other way may still work.
  }
  const focused = document.activeElement;
  const area = element('textarea', { class: 'off-screen', 'aria-hidden': 'true', tabindex: '-1' });
  area.value = text;
  document.body.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    done = false;
  }
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/** A wording as it is pasted: a line for each paragraph and list item; blanks that are not filled keep their braces. */
export function plainText(quote: Element): string {
  const lines: string[] = [];
  const inline = (node: Node): string => {
    if (node instanceof Text) return node.data.replace(/\n/g, ' ');
    if (!(node instanceof HTMLElement)) return '';
    if (node.tagName === 'BR') return '\n';
    if (node.classList.contains('placeholder')) {
      return node.classList.contains('filled') ? (node.textContent ?? '') : `{{${node.dataset['label'] ?? node.textContent ?? ''}}}`;
    }
    return [...node.childNodes].map(inline).join('');
  };
  const block = (node: Node, mark: string): void => {
    if (node instanceof Text && node.data.trim() !== '') lines.push(mark + node.data.trim());
    if (!(node instanceof HTMLElement)) return;
    if (node instanceof HTMLUListElement || node instanceof HTMLOListElement) {
      const first = node instanceof HTMLOListElement ? node.start : 0;
      all(':scope > li', node).forEach((item, index) => {
        block(item, node instanceof HTMLOListElement ? `${first + index}. ` : '- ');
      });
    } else if (node.querySelector(':scope > :is(p, ul, ol, div, blockquote, figure)')) {
      let isFirst = true;
      for (const child of node.childNodes) {
        block(child, isFirst ? mark : '');
        if (child instanceof HTMLElement) isFirst = false;
      }
    } else {
      const text = [...node.childNodes].map(inline).join('').trim();
      if (text !== '') lines.push(mark + text);
    }
  };
  for (const child of quote.childNodes) block(child, '');
  return lines.join('\n');
}
