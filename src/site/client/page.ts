import { fillMessage } from '../../core/model/locale.js';
import type { Say } from '../words.js';

declare global {
  interface Window {
    /** The site's texts in the page's language, by key: a script of their own, so that nobody loads the other languages. */
    playbookWords?: Readonly<Record<string, string>>;
  }
}

/** Says a text in the page's language. */
export function pageWords(): Say {
  const words = window.playbookWords ?? {};
  return (key, values = {}) => fillMessage(words[key] ?? '', values);
}

/** From this page to the site's root: `''`, `../`, … */
export function rootPath(): string {
  return document.documentElement.dataset['root'] ?? '';
}

/** Elements of one class of HTML element below a node. */
export function all(selector: string, below: ParentNode = document): HTMLElement[] {
  return [...below.querySelectorAll<HTMLElement>(selector)];
}

type Properties = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. Content is text or nodes, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...content);
  return made;
}

/** Tells screen readers what just happened, without moving anything. */
export function announce(words: string): void {
  let region = document.getElementById('pageAnnouncements');
  if (!region) {
    region = element('div', { id: 'pageAnnouncements', class: 'sr-only', role: 'status', 'aria-live': 'polite' });
    document.body.append(region);
  }
  region.textContent = words;
}

/** The element a `#anchor` names. */
export function anchored(hash: string): HTMLElement | undefined {
  if (hash.length < 2) return undefined;
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1))) ?? undefined;
  } catch {
    return document.getElementById(hash.slice(1)) ?? undefined;
  }
}

export function isVisible(node: HTMLElement): boolean {
  return node.offsetParent !== null;
}

/** Whether keys typed there belong to the field, not to the page. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
