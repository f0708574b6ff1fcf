import { usefulnessOf } from '../feedback/usefulness.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Block, List, Playbook, Section } from '../model/playbook.js';
import { placeholderPattern } from '../parse/body.js';
import { fold } from './fold.js';
import { type Reading, readingsOf } from './reading.js';

/** What search shows and filters by, once a playbook. */
export interface PlaybookEntry {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly path: string;
  readonly shortCode: string;
  readonly product: string;
  readonly channels: readonly string[];
  readonly tiers: readonly string[];
  readonly tags: readonly string[];
  readonly summary: string;
  readonly validTo: string;
  /** How well it serves by what readers tell, in steps from 0 to 8; 4 where nothing is known. */
  readonly usefulness: number;
  /** The path of the first of its translations: the same for all that say the same. */
  readonly subject: string;
  /** Aliases, keywords, tags and product. */
  readonly names: readonly string[];
  /** What customers say. */
  readonly utterances: readonly string[];
  /** Title, aliases, keywords, utterances and headings that have Chinese characters, with their reading. */
  readonly readings: readonly Reading[];
}

/** One section of a playbook: the unit that is found. */
export interface SectionDocument {
  /** Place of its playbook in the list of entries. */
  readonly entry: number;
  readonly section: string;
  readonly anchor: string;
  readonly wording: string;
  readonly body: string;
}

/** Words that stand for each other, folded; one way only if `to` lacks the words of `from`. */
export interface SynonymGroup {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface SearchDocuments {
  readonly entries: readonly PlaybookEntry[];
  readonly sections: readonly SectionDocument[];
  readonly synonyms: readonly SynonymGroup[];
}

/** Everything that can be found. Snippets are found through the playbooks that embed them, and as themselves. */
export function searchDocuments(
  knowledgeBase: KnowledgeBase,
  playbooks: Iterable<Playbook> = knowledgeBase.playbooks.values(),
): SearchDocuments {
  const entries: PlaybookEntry[] = [];
  const sections: SectionDocument[] = [];
  for (const playbook of playbooks) {
    const entry = entries.length;
    entries.push(toEntry(playbook, knowledgeBase));
    for (const [index, section] of flatten(playbook.root).entries()) {
      const { wording, body } = textsOf(section, playbook, knowledgeBase);
      sections.push({
        entry,
        section: section.heading?.text ?? '',
        anchor: section.heading?.anchor ?? '',
        wording,
        body: index === 0 ? [playbook.fields.summary ?? '', body].join('\n').trim() : body,
      });
    }
  }
  const synonyms = knowledgeBase.config.synonyms.map(({ from, to }) => ({ from: from.map(fold), to: to.map(fold) }));
  return { entries, sections, synonyms };
}

function toEntry(playbook: Playbook, knowledgeBase: KnowledgeBase): PlaybookEntry {
  const { fields } = playbook;
  const names = [...fields.aliases, ...fields.keywords, ...fields.tags, ...(fields.product === undefined ? [] : [fields.product])];
  return {
    id: playbook.id,
    title: playbook.title,
    type: playbook.type,
    lang: playbook.lang,
    path: playbook.path,
    shortCode: fields.shortCode ?? '',
    product: fields.product ?? '',
    channels: fields.channels,
    tiers: fields.tiers,
    tags: fields.tags,
    summary: fields.summary ?? '',
    validTo: fields.validTo ?? '',
    usefulness: usefulnessOf(knowledgeBase.feedback.use.get(playbook.id)),
    subject: knowledgeBase.translations(playbook)[0]?.path ?? playbook.path,
    names,
    utterances: fields.utterances,
    readings: readingsOf([playbook.title, ...names, ...fields.utterances, ...playbook.headings.map((heading) => heading.text)]),
  };
}

function flatten(section: Section): readonly Section[] {
  return [section, ...section.sections.flatMap(flatten)];
}

function textsOf(section: Section, playbook: Playbook, knowledgeBase: KnowledgeBase): { wording: string; body: string } {
  const wording: string[] = [];
  const body: string[] = [];
  for (const block of section.blocks) (block.kind === 'wording' ? wording : body).push(blockText(block));
  for (const include of playbook.includes) {
    if (!section.blocks.some((block) => block.start <= include.start && include.end <= block.end)) continue;
    const snippet = knowledgeBase.resolveInclude(include);
    if (!snippet || snippet === playbook) continue;
    for (const block of snippet.root.blocks) (block.kind === 'wording' ? wording : body).push(blockText(block));
  }
  return { wording: readable(wording, playbook, knowledgeBase), body: readable(body, playbook, knowledgeBase) };
}

/** Blanks and variables as a reader sees them. */
function readable(texts: readonly string[], playbook: Playbook, { config }: KnowledgeBase): string {
  return texts.join('\n').replace(placeholderPattern, (whole, name: string) => {
    const label = playbook.fields.placeholders.find((placeholder) => placeholder.name === name)?.label;
    return config.variables.get(name) ?? (label === undefined ? whole : `〔${label}〕`);
  });
}

function blockText(block: Block): string {
  if (block.kind === 'table') return [block.headers, ...block.rows].map((row) => row.map((cell) => cell.text).join(' · ')).join('\n');
  return block.kind === 'list' ? listText(block) : block.text;
}

function listText(list: List): string {
  return list.items.map((item) => [item.text, ...item.lists.map(listText)].join('\n')).join('\n');
}
