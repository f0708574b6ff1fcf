import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import type { WordPart } from '../../core/model/comparison.js';
import { diffWords } from '../../core/review/compare/words.js';
import { copyOf, type ShownElement, shown } from './rendered-blocks.js';
import { pairRows, type Row } from './rows.js';

export interface MarkedPair {
  /** The old block, what went struck out. */
  readonly before: Element;
  /** The new block, what came marked. */
  readonly after: Element;
  /** The new block with what went in its place. */
  readonly inline: Element;
}

/** Two renderings of one block with their differences marked word by word. The elements given stay as they are. */
export function markPair(before: Element, after: Element): MarkedPair {
  if (before.tagName === after.tagName && containers.has(after.tagName)) return markMembers(before, after);
  const words = diffWords(flatten(before).text, flatten(after).text);
  return { before: marked(before, words, 'before'), after: marked(after, words, 'after'), inline: marked(after, words, 'inline') };
}

/** Their members are paired first, so that a row that went stays a row and a word never wanders from one cell to the next. */
const containers: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'blockquote', 'figure', 'dl', 'section']);

function markMembers(before: Element, after: Element): MarkedPair {
  const [old, now] = [before, after].map((element) =>
    element.children.flatMap((child) => (child.type === 'element' ? [shown(child)] : [])),
  );
  const views: { readonly before: Element[]; readonly after: Element[]; readonly inline: Element[] } = {
    before: [],
    after: [],
    inline: [],
  };
  for (const row of pairMembers(old ?? [], now ?? [], after.tagName)) {
    if (row.before && row.after && row.kind !== 'same') {
      const marks = markPair(row.before.element, row.after.element);
      views.before.push(marks.before);
      views.after.push(marks.after);
      views.inline.push(marks.inline);
      continue;
    }
    const isSame = row.kind === 'same';
    const gone = row.before && (isSame ? copyOf(row.before.element) : markWhole(row.before.element, 'removed'));
    const came = row.after && (isSame ? copyOf(row.after.element) : markWhole(row.after.element, 'added'));
    if (gone) views.before.push(gone);
    if (came) views.after.push(came);
    if (gone && !came) views.inline.push(copyOf(gone));
    if (came) views.inline.push(copyOf(came));
  }
  return {
    before: { ...copyOf(before), children: views.before },
    after: { ...copyOf(after), children: views.after },
    inline: { ...copyOf(after), children: views.inline },
  };
}

/** Head and body of a table and cells of a row belong together by their places; items and rows by what they say. */
function pairMembers(before: readonly ShownElement[], after: readonly ShownElement[], tagName: string): readonly Row[] {
  if (!byPlace.has(tagName) || before.length !== after.length) return pairRows(before, after);
  return after.flatMap((now, index): Row[] => {
    const old = before[index];
    return old ? [{ kind: old.html === now.html ? 'same' : 'changed', before: old, after: now }] : [];
  });
}

const byPlace: ReadonlySet<string> = new Set(['table', 'tr', 'figure']);

/** A block that only one side has, marked as a whole. */
export function markWhole(element: Element, kind: 'removed' | 'added'): Element {
  const { text } = flatten(element);
  const words = kind === 'removed' ? diffWords(text, '') : diffWords('', text);
  return marked(element, words, kind === 'removed' ? 'before' : 'after');
}

interface TextPlace {
  readonly node: Text;
  readonly start: number;
}

/** All text below an element as one line of text, pieces in different blocks apart, and where each piece stands in it. */
function flatten(element: Element): { readonly text: string; readonly places: readonly TextPlace[] } {
  const places: TextPlace[] = [];
  let text = '';
  const walk = (node: ElementContent): void => {
    if (node.type === 'text') {
      places.push({ node, start: text.length });
      text += node.value;
    } else if (node.type === 'element') {
      const isBlock = blocks.has(node.tagName);
      if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
      for (const child of node.children) walk(child);
      if (isBlock && !text.endsWith('\n')) text += '\n';
    }
  };
  walk(element);
  return { text, places };
}

const blocks: ReadonlySet<string> = new Set(
  'p li ul ol td th tr table thead tbody blockquote figure div pre h1 h2 h3 h4 h5 h6 br dt dd'.split(' '),
);

function marked(element: Element, words: readonly WordPart[], view: 'before' | 'after' | 'inline'): Element {
  const copy = copyOf(element);
  const { places } = flatten(copy);
  const side = view === 'before' ? 'before' : 'after';
  const shown = words.filter((part) => part.kind !== (view === 'before' ? 'added' : view === 'after' ? 'removed' : ''));
  const replacements = new Map<Text, ElementContent[]>();
  let next = 0;
  for (const { node, start } of places) {
    const end = start + node.value.length;
    const pieces: ElementContent[] = [];
    for (let index = next; index < shown.length; index += 1) {
      const part = shown[index];
      if (!part || part[side].start > end) break;
      const isGone = part.kind === 'removed' && view === 'inline';
      if (isGone) {
        // It stands where it would stand; at a seam of two pieces in the later one, at the end of all in the last.
        const here = part.after.start >= start && (part.after.start < end || node === places.at(-1)?.node);
        if (here) {
          pieces.push(...gone(part.text));
          next = index + 1;
        }
        continue;
      }
      const from = Math.max(start, part[side].start);
      const to = Math.min(end, part[side].end);
      if (from < to) pieces.push(...piece(node.value.slice(from - start, to - start), part.kind, view));
      if (part[side].end <= end) next = index + 1;
      else break;
    }
    replacements.set(node, pieces);
  }
  return replaceTexts(copy, replacements);
}

function gone(text: string): ElementContent[] {
  return text.trim() === '' ? [] : [h('del', text.replace(/\n+/g, ' ').trim())];
}

function piece(text: string, kind: WordPart['kind'], view: 'before' | 'after' | 'inline'): ElementContent[] {
  if (kind === 'same' || text.trim() === '') return [{ type: 'text', value: text }];
  if (kind === 'converted') return [h('span', { className: ['converted'] }, text)];
  return [h(view === 'before' ? 'del' : 'ins', text)];
}

function replaceTexts(element: Element, replacements: ReadonlyMap<Text, ElementContent[]>): Element {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return replacements.get(child) ?? [child];
    return child.type === 'element' ? [replaceTexts(child, replacements)] : [child];
  });
  return element;
}
