import { longest } from '../../../core/feedback/entry.js';
import { all, isVisible } from '../page.js';

/** Some words of a page and where they stand. */
export interface Passage {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Of the heading they stand under; empty above the first. */
  readonly anchor: string;
}

/** Where a playbook's own words stand. */
const scopes = '.content, .beside';
/** What stands among them but is not theirs. */
const notWords =
  '.anchor, .measure, button, input, select, textarea, dialog, kbd, svg, .sr-only, .embedded-from, .refusal, .refusal-keys, .callout-title, [data-feedback]';
const blocks = 'p, li, td, dd, figcaption, pre';

/** The selected words, as long as they are a playbook's own. */
export function selectedPassage(): Passage | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  return passageOf(selection.getRangeAt(0));
}

/** All passages of the page that are in sight or can be scrolled to, for who cannot select with a pointer. */
export function allPassages(): readonly Passage[] {
  const nodes = all(scopes).flatMap((scope) => all(blocks, scope));
  return nodes
    .filter((node) => isVisible(node) && node.querySelector(blocks) === null && node.closest(notWords) === null)
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return passageOf(range) ?? [];
    });
}

function passageOf(range: Range): Passage | undefined {
  const start = elementOf(range.startContainer);
  const scope = start?.closest(scopes) ?? elementOf(range.endContainer)?.closest(scopes);
  if (!scope) return undefined;
  let text = '';
  let from = -1;
  let to = -1;
  let anchor = '';
  const blanks = new Set<Element>();
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      // Words of neighbouring blocks must not run together.
      if (node.matches(`${blocks}, blockquote, h1, h2, h3, h4, h5, h6`)) text += '\n';
      if (from < 0 && node.id !== '' && isBefore(node, range)) anchor = headingId(node) ?? anchor;
      continue;
    }
    if (!(node instanceof Text) || node.parentElement?.closest(notWords)) continue;
    const isIn = range.intersectsNode(node);
    const blank = node.parentElement?.closest('.placeholder');
    // What is typed into a blank may be a customer's data: only its name leaves the page.
    const words = blank ? (blanks.has(blank) ? '' : `{{${blank.getAttribute('data-name') ?? ''}}}`) : node.data;
    if (blank) blanks.add(blank);
    const length = blank ? 0 : node.data.length;
    if (isIn && from < 0) from = text.length + (node === range.startContainer ? Math.min(range.startOffset, length) : 0);
    if (isIn) to = text.length + (node === range.endContainer && !blank ? range.endOffset : words.length);
    text += words;
  }
  const quote = from < 0 ? '' : tidy(text.slice(from, to));
  if (!/[\p{L}\p{N}]/u.test(quote)) return undefined;
  return {
    quote: quote.slice(0, longest.quote),
    before: tidy(text.slice(Math.max(0, from - longest.context * 2), from)).slice(-longest.context),
    after: tidy(text.slice(to, to + longest.context * 2)).slice(0, longest.context),
    anchor,
  };
}

function elementOf(node: Node): Element | undefined {
  return node instanceof Element ? node : (node.parentElement ?? undefined);
}

function isBefore(node: Element, range: Range): boolean {
  return range.comparePoint(node, 0) <= 0 || node.contains(range.startContainer);
}

/** Headings carry their anchor, or a mark above the first words does where the page's title has taken the heading's place. */
function headingId(node: Element): string | undefined {
  return /^(?:H[1-6]|SPAN)$/.test(node.tagName) && !node.id.startsWith('user-content-') && !node.id.startsWith('page')
    ? node.id
    : undefined;
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
