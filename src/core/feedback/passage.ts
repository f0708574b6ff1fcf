import type { KnowledgeBase } from '../knowledge-base.js';
import type { WrongEntry } from '../model/feedback.js';
import type { Block, List, Playbook, Section } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { placeholderPattern } from '../parse/body.js';
import { foldCharacters } from '../search/fold.js';
import { likeliestPlace } from '../surroundings.js';
import { maskedStretches, maskSign } from './mask.js';

/** Where a passage stands now: on the page itself, or in a snippet that the page embeds. */
export interface PassagePlace {
  readonly playbook: Playbook;
  readonly at: Span;
}

/**
 * Finds words that were marked on a page in its text as it is now, wherever they have moved. Undefined if they are no longer
 * there: then the passage has changed since. Where the page's text is still the one that was shown, its passage is always found.
 * A page may have thousands of marks: what has to be read for finding them is read once, with the first.
 */
export function passageFinder(page: Playbook, knowledgeBase: KnowledgeBase): (entry: WrongEntry) => PassagePlace | undefined {
  const { variables } = knowledgeBase.config;
  const texts = once(() =>
    withEmbedded(page, knowledgeBase).map((playbook) => ({
      playbook,
      readings: [once(() => runningText(playbook, variables)), once(() => wholeText(playbook))],
    })),
  );
  const blocks = once(() => blocksOf(page.root).map((at) => ({ at, pairs: pairsOf(lettersOf(page.text.slice(at.start, at.end))) })));
  return (entry) => {
    for (const { playbook, readings } of texts()) {
      for (const reading of readings) {
        const at = find(reading(), entry, playbook);
        if (at) return { playbook, at };
      }
    }
    // The words on a page are not always those of its source: a time limit is said in words, a label is ours.
    return page.blob.startsWith(entry.revision) ? { playbook: page, at: nearestBlock(page, entry, blocks()) } : undefined;
  };
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A page and all that it embeds, each once, in the order in which a reader meets them. */
function withEmbedded(page: Playbook, knowledgeBase: KnowledgeBase): readonly Playbook[] {
  const found = new Set<Playbook>();
  const waiting = [page];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...next.includes.flatMap((include) => knowledgeBase.resolveInclude(include) ?? []).reverse());
  }
  return [...found];
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
  const section = sectionOf(playbook, entry.anchor);
  const inSection = (at: number) => {
    const start = starts[at] ?? 0;
    return section === undefined || (start >= section.start && start < section.end) ? 2 : 0;
  };
  // The same words often stand in several variants of a script: what is around them tells which, and moves with them.
  const quoted = { words: wanted, before: lettersOf(entry.before), after: lettersOf(entry.after) };
  const place = likeliestPlace(letters, quoted, inSection);
  return place && { start: starts[place.at] ?? 0, end: ends[place.at + wanted.length - 1] ?? 0 };
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

/** A block of a page and the pairs of letters in it, by which texts are likened. */
interface LikenedBlock {
  readonly at: Span;
  readonly pairs: ReadonlySet<string>;
}

/** The block most like the words, in their section where that is there. */
function nearestBlock(playbook: Playbook, entry: WrongEntry, blocks: readonly LikenedBlock[]): Span {
  const section = sectionOf(playbook, entry.anchor);
  const wanted = pairsOf(lettersOf(entry.quote));
  let best: { readonly at: Span; readonly likeness: number } | undefined;
  for (const { at, pairs } of blocks) {
    if (section && (at.start < section.start || at.end > section.end)) continue;
    const likeness = [...wanted].filter((pair) => pairs.has(pair)).length / Math.max(1, wanted.size);
    if (!best || likeness > best.likeness) best = { at, likeness };
  }
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
