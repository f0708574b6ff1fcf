import type { KnowledgeBase } from '../knowledge-base.js';
import type { Block, List, Playbook, Section } from '../model/playbook.js';
import { placeholderPattern } from '../parse/body.js';

/** What search shows and filters by, once a playbook. */
export interface PlaybookEntry {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly path: string;
  readonly shortCode: string;
  readonly channels: readonly string[];
  readonly tiers: readonly string[];
  readonly tags: readonly string[];
  readonly summary: string;
}

/** One section of a playbook: the unit that is found. `number` is its place in the index. */
export interface SectionDocument {
  readonly number: number;
  /** Place of its playbook in the list of entries. */
  readonly entry: number;
  readonly section: string;
  readonly anchor: string;
  readonly title: string;
  readonly names: string;
  readonly heading: string;
  readonly wording: string;
  readonly body: string;
}

export interface SearchDocuments {
  readonly entries: readonly PlaybookEntry[];
  readonly sections: readonly SectionDocument[];
}

/** Everything that can be found. Snippets are found through the playbooks that embed them, and as themselves. */
export function searchDocuments(knowledgeBase: KnowledgeBase): SearchDocuments {
  const entries: PlaybookEntry[] = [];
  const sections: SectionDocument[] = [];
  for (const playbook of knowledgeBase.playbooks.values()) {
    const entry = entries.length;
    entries.push(toEntry(playbook));
    const names = [playbook.id, ...namesOf(playbook)].join('\n');
    for (const [index, section] of flatten(playbook.root).entries()) {
      const { wording, body } = textsOf(section, playbook, knowledgeBase);
      sections.push({
        number: sections.length,
        entry,
        section: section.heading?.text ?? '',
        anchor: section.heading?.anchor ?? '',
        // Title and names belong to the page: its first document carries them, so that they count once.
        title: index === 0 ? playbook.title : '',
        names: index === 0 ? names : '',
        heading: section.heading?.text ?? '',
        wording,
        body: index === 0 ? [playbook.fields.summary ?? '', body].join('\n').trim() : body,
      });
    }
  }
  return { entries, sections };
}

function toEntry(playbook: Playbook): PlaybookEntry {
  const { fields } = playbook;
  return {
    id: playbook.id,
    title: playbook.title,
    type: playbook.type,
    lang: playbook.lang,
    path: playbook.path,
    shortCode: fields.shortCode ?? '',
    channels: fields.channels,
    tiers: fields.tiers,
    tags: fields.tags,
    summary: fields.summary ?? '',
  };
}

function namesOf({ fields }: Playbook): readonly string[] {
  return [fields.shortCode ?? '', fields.product ?? '', ...fields.aliases, ...fields.keywords, ...fields.utterances, ...fields.tags];
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
