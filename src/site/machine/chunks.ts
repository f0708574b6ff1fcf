import type { Playbook, Section } from '../../core/model/playbook.js';
import type { PageFacts } from './page-facts.js';
import type { ResolvedText } from './resolved-text.js';

/** Most characters (UTF-16 units) of a chunk's text: about 700 tokens of Chinese, less of English. */
export const longestChunk = 1000;

/** A piece of a page for retrieval: one section, or a part of a long one. */
export interface Chunk {
  /** Of the playbook and the section, `~2` and so on for later parts; the same as long as both keep their names. */
  readonly id: string;
  readonly playbook: string;
  readonly type: string;
  readonly title: string;
  readonly lang: string;
  readonly channels?: readonly string[];
  readonly tags?: readonly string[];
  readonly state: string;
  readonly approved?: boolean;
  readonly revision?: number;
  readonly approved_on?: string;
  readonly valid_to?: string;
  /** Headings from the page's title down to the section. */
  readonly section: readonly string[];
  readonly anchor: string;
  /** Address of the section on the site. */
  readonly url: string;
  /** Markdown. */
  readonly text: string;
}

/** A page in pieces of bounded size, in the order of its text; sections without text of their own have none. */
export function* pageChunks(playbook: Playbook, facts: PageFacts, text: ResolvedText): Generator<Chunk> {
  const { id, type, title, lang, channels, tags, state, approved, revision, approved_on, valid_to, page } = facts;
  const shared = {
    playbook: id,
    type,
    title,
    lang,
    ...(channels && { channels }),
    ...(tags && { tags }),
    state,
    ...(approved !== undefined && { approved }),
    ...(revision !== undefined && { revision }),
    ...(approved_on !== undefined && { approved_on }),
    ...(valid_to !== undefined && { valid_to }),
  };
  for (const { section, above } of withHeadings(playbook.root, [])) {
    const own = text.between(ownStart(section, playbook), section.sections[0]?.start ?? section.end).trim();
    const summary = section === playbook.root ? (facts.summary ?? '') : '';
    const anchor = section.heading?.anchor ?? '';
    const parts = splitText([summary, own].filter((part) => part !== '').join('\n\n'), longestChunk);
    for (const [index, part] of parts.entries()) {
      const number = index === 0 ? '' : `~${index + 1}`;
      yield {
        id: `${id}${anchor === '' ? '' : `#${anchor}`}${number}`,
        ...shared,
        section: above,
        anchor,
        url: anchor === '' ? page : `${page}#${encodeURIComponent(anchor)}`,
        text: part,
      };
    }
  }
}

function* withHeadings(section: Section, above: readonly string[]): Generator<{ section: Section; above: readonly string[] }> {
  const here = section.heading ? [...above, section.heading.text] : above;
  yield { section, above: here };
  for (const inner of section.sections) yield* withHeadings(inner, here);
}

function ownStart({ heading, start }: Section, { bodyStart }: Playbook): number {
  return Math.max(bodyStart, heading?.end ?? start);
}

/** Where a text may be cut, best first: between blocks, lines, sentences, anywhere. */
const cuts: readonly RegExp[] = [/\n{2,}/g, /\n/g, /(?<=[。！？；.!?;])\s*/g];

/** A text in parts of at most `most` UTF-16 units, cut where it hurts least; no character is cut in two. */
export function splitText(text: string, most: number, [cut, ...coarser]: readonly RegExp[] = cuts): readonly string[] {
  if (text === '') return [];
  if (text.length <= most) return [text];
  if (!cut) return cutAnywhere(text, most);
  const parts: string[] = [];
  let open = '';
  let done = 0;
  for (const end of [...[...text.matchAll(cut)].map((match) => match.index + match[0].length), text.length]) {
    const piece = text.slice(done, end);
    done = end;
    if ((open + piece).trim().length <= most) open += piece;
    else {
      if (open.trim() !== '') parts.push(open.trim());
      const smaller = splitText(piece.trim(), most, coarser);
      parts.push(...smaller.slice(0, -1));
      open = smaller.at(-1) ?? '';
      // What follows stands apart from it as it did.
      if (open !== '') open += piece.slice(piece.trimEnd().length);
    }
  }
  if (open.trim() !== '') parts.push(open.trim());
  return parts;
}

function cutAnywhere(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (part.length + character.length > most) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
