import type { KnowledgeBase } from '../knowledge-base.js';
import type { WrongEntry } from '../model/feedback.js';
import type { Block, List, Playbook, Section } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { placeholderPattern } from '../parse/body.js';
import { foldCharacters } from '../search/fold.js';
import { maskedStretches, maskSign } from './mask.js';

/** Where a passage stands now: on the page itself, or in a snippet that the page embeds. */
export interface PassagePlace {
  readonly playbook: Playbook;
  readonly at: Span;
}

/** Embeds are followed this deep, as the site does. */
const deepestEmbed = 10;

/**
 * Finds words that were marked on a page in its text as it is now, wherever they have moved. Undefined if they are no longer
 * there: then the passage has changed since. Where the page's text is still the one that was shown, its passage is always found.
 */
export function locatePassage(page: Playbook, entry: WrongEntry, knowledgeBase: KnowledgeBase): PassagePlace | undefined {
  const exact = locateIn(page, entry, knowledgeBase, []);
  if (exact) return exact;
  // The words on a page are not always those of its source: a time limit is said in words, a label is ours.
  return page.blob.startsWith(entry.revision) ? { playbook: page, at: nearestBlock(page, entry) } : undefined;
}

function locateIn(
  playbook: Playbook,
  entry: WrongEntry,
  knowledgeBase: KnowledgeBase,
  chain: readonly Playbook[],
): PassagePlace | undefined {
  const variables = knowledgeBase.config.variables;
  for (const reading of [runningText(playbook, variables), wholeText(playbook)]) {
    const at = find(reading, entry, playbook);
    if (at) return { playbook, at };
  }
  if (chain.length >= deepestEmbed) return undefined;
  for (const include of playbook.includes) {
    const snippet = knowledgeBase.resolveInclude(include);
    if (!snippet || snippet === playbook || chain.includes(snippet)) continue;
    const found = locateIn(snippet, entry, knowledgeBase, [...chain, playbook]);
    if (found) return found;
  }
  return undefined;
}

/** Letters and digits of a text alone, folded, and where each stands in the source. */
interface Reading {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What a reader sees of a playbook, variables as their values. */
function runningText(playbook: Playbook, variables: ReadonlyMap<string, string>): Reading {
  const pieces: Piece[] = [];
  for (const run of playbook.textRuns) {
    let done = run.start;
    for (const match of playbook.text.slice(run.start, run.end).matchAll(placeholderPattern)) {
      const start = run.start + match.index;
      const end = start + match[0].length;
      const value = variables.get(match[1] ?? '');
      pieces.push({ text: playbook.text.slice(done, start), start: done });
      pieces.push({ text: value ?? match[0], start, end });
      done = end;
    }
    pieces.push({ text: playbook.text.slice(done, run.end), start: done });
  }
  return read(pieces);
}

function wholeText({ text, bodyStart }: Playbook): Reading {
  return read([{ text: text.slice(bodyStart), start: bodyStart }]);
}

/** A stretch of text and where it stands; with an end, all of it stands for that stretch. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end?: number;
}

const letter = /[\p{L}\p{N}\p{M}#]/u;

function read(pieces: readonly Piece[]): Reading {
  let all = '';
  const places: { readonly start: number; readonly end: number }[] = [];
  for (const { text, start, end } of pieces) {
    all += text;
    for (let index = 0; index < text.length; index += 1)
      places.push(end === undefined ? { start: start + index, end: start + index + 1 } : { start, end });
  }
  const folded = foldCharacters(all);
  let letters = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (character: string, from: number, to: number): void => {
    letters += character;
    starts.push(places[from]?.start ?? 0);
    ends.push(places[to - 1]?.end ?? 0);
  };
  const masked = maskedStretches(all);
  let next = 0;
  for (let index = 0; index < folded.length; index += 1) {
    const stretch = masked[next];
    if (stretch && index === stretch.start) {
      take(maskSign, stretch.start, stretch.end);
      index = stretch.end - 1;
      next += 1;
    } else if (letter.test(folded.charAt(index))) take(folded.charAt(index), index, index + 1);
  }
  return { letters, starts, ends };
}

/** Texts of entries are masked already. */
function lettersOf(text: string): string {
  return [...foldCharacters(text)].filter((character) => letter.test(character)).join('');
}

function find({ letters, starts, ends }: Reading, entry: WrongEntry, playbook: Playbook): Span | undefined {
  const wanted = lettersOf(entry.quote);
  if (wanted === '') return undefined;
  const before = lettersOf(entry.before);
  const after = lettersOf(entry.after);
  const section = sectionOf(playbook, entry.anchor);
  let best: { readonly at: number; readonly score: number } | undefined;
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const start = starts[at] ?? 0;
    const isInSection = section === undefined || (start >= section.start && start < section.end);
    // The same words often stand in several variants of a script: what is around them tells which, and moves with them.
    const score = commonEnd(letters.slice(0, at), before) + commonStart(letters.slice(at + wanted.length), after) + (isInSection ? 2 : 0);
    if (!best || score > best.score) best = { at, score };
  }
  return best && { start: starts[best.at] ?? 0, end: ends[best.at + wanted.length - 1] ?? 0 };
}

function commonEnd(text: string, end: string): number {
  let length = 0;
  while (length < end.length && text.at(-1 - length) === end.at(-1 - length)) length += 1;
  return length;
}

function commonStart(text: string, start: string): number {
  let length = 0;
  while (length < start.length && text[length] === start[length]) length += 1;
  return length;
}

/** The section under the heading with this anchor, its subsections included. */
function sectionOf(playbook: Playbook, anchor: string, section: Section = playbook.root): Section | undefined {
  if (anchor === '') return undefined;
  if (section.heading?.anchor === anchor) return section;
  for (const inner of section.sections) {
    const found = sectionOf(playbook, anchor, inner);
    if (found) return found;
  }
  return undefined;
}

/** The block most like the words, in their section where that is there. */
function nearestBlock(playbook: Playbook, entry: WrongEntry): Span {
  const section = sectionOf(playbook, entry.anchor);
  const wanted = pairsOf(lettersOf(entry.quote));
  const candidates = blocksOf(section ?? playbook.root).map((at) => {
    const pairs = pairsOf(lettersOf(playbook.text.slice(at.start, at.end)));
    const common = [...wanted].filter((pair) => pairs.has(pair)).length;
    return { at, likeness: common / Math.max(1, wanted.size) };
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, candidate) => (most && most.likeness >= candidate.likeness ? most : candidate),
    undefined,
  );
  if (best && best.likeness >= 0.4) return best.at;
  const title = playbook.frontMatter.nodes.get('/title')?.value;
  return section?.heading?.textSpan ?? title ?? { start: playbook.bodyStart, end: playbook.bodyStart };
}

function pairsOf(letters: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)));
}

function blocksOf(section: Section): readonly Span[] {
  return [...section.blocks.flatMap(partsOf), ...section.sections.flatMap(blocksOf)];
}

function partsOf(block: Block): readonly Span[] {
  if (block.kind === 'list') return itemsOf(block);
  if (block.kind === 'table') return [block.headers, ...block.rows].flat();
  return [block];
}

function itemsOf(list: List): readonly Span[] {
  return list.items.flatMap((item) => [item, ...item.lists.flatMap(itemsOf)]);
}
