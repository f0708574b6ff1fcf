import { element, pageWords } from './page.js';
import type { SearchPanel } from './search/panel.js';

/**
 * The box that has the focus when a page opens: whatever is typed or pasted there is searched. While it is empty, digits and
 * signs are the page's keys (`isResting`) and arrows scroll; Escape or a key of the page leaves it, after which letters are keys too.
 */
export function startSearchBox(search: SearchPanel): void {
  const link = document.querySelector('.big-search[data-search]') ?? document.querySelector('[data-search]');
  if (!link) return;
  const say = pageWords();
  const field = element('input', {
    type: 'text',
    inputmode: 'search',
    class: 'resting-field',
    placeholder: say('searchHint'),
    'aria-label': say('search'),
    'data-resting': true,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const box = element('div', { class: link.className, role: 'search', title: `${say('search')} ( / )` });
  box.append(...[link.querySelector('svg'), field, link.querySelector('kbd')].filter((node) => node !== null));
  link.replaceWith(box);

  const take = (): void => {
    const text = field.value;
    field.value = '';
    if (text.trim() !== '') search.open(text);
  };
  field.addEventListener('input', (event) => {
    // What an input method composes is complete only when it ends.
    if (!(event instanceof InputEvent && event.isComposing)) take();
  });
  field.addEventListener('compositionend', take);
  box.addEventListener('click', () => search.open());
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const scroll = scrollOf(event);
    if (scroll !== 0) {
      event.preventDefault();
      window.scrollBy({ top: scroll });
    } else if (event.key === 'Enter') search.open();
    else if (event.key === 'Escape') field.blur();
  });
  // On a touch screen the focus would call up the keyboard over half of the page.
  if (document.activeElement === document.body && !matchMedia('(hover: none)').matches) field.focus({ preventScroll: true });
}

function scrollOf({ key, shiftKey }: KeyboardEvent): number {
  const page = innerHeight * 0.85;
  if (key === ' ') return shiftKey ? -page : page;
  return (
    { ArrowDown: 56, ArrowUp: -56, PageDown: page, PageUp: -page, Home: -document.body.scrollHeight, End: document.body.scrollHeight }[
      key
    ] ?? 0
  );
}

/** Whether a key pressed there is the page's: nothing is typed in the search box yet, and words do not begin so. */
export function isResting(target: EventTarget | null, key: string): boolean {
  return target instanceof HTMLInputElement && target.dataset['resting'] !== undefined && target.value === '' && !/^\p{L}$/u.test(key);
}

/** Takes the focus from the search box, if it has it, so that letters are the page's keys. */
export function leaveSearchBox(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement && activeElement.dataset['resting'] !== undefined) activeElement.blur();
}
