import type { KnowledgeBase } from '../knowledge-base.js';
import type { Include, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';

/** A place that names another playbook by its id. */
export interface IdReference {
  readonly id: string;
  /** The id alone, without an anchor. */
  readonly at: Span;
  readonly from: 'related' | 'course' | 'translation_of' | 'replaced_by' | 'link' | 'include';
}

/** Every id that a playbook names, with its place: front matter first, then `[[id]]` and `::include{id=…}`. */
export function idReferences(playbook: Playbook): readonly IdReference[] {
  const { fields, frontMatter, links, includes } = playbook;
  const place = (...pointers: string[]): Span => {
    const found = pointers.map((pointer) => frontMatter.nodes.get(pointer)).find((node) => node !== undefined);
    return found?.value ?? { start: playbook.bodyStart, end: playbook.bodyStart };
  };
  const listed = (from: 'related' | 'course'): readonly IdReference[] => {
    const written = frontMatter.data[from];
    return (Array.isArray(written) ? written.map(String) : fields[from])
      .map((id, index) => ({ id: id.trim(), at: place(`/${from}/${index}`, `/${from}`), from }))
      .filter(({ id }) => fields[from].includes(id));
  };
  return [
    ...listed('related'),
    ...listed('course'),
    ...(fields.translationOf === undefined
      ? []
      : [{ id: fields.translationOf, at: place('/translation_of'), from: 'translation_of' as const }]),
    ...(fields.replacedBy === undefined ? [] : [{ id: fields.replacedBy, at: place('/replaced_by'), from: 'replaced_by' as const }]),
    ...links.flatMap((link) => {
      const id = /^[^#]*/.exec(link.target)?.[0] ?? '';
      if (link.form !== 'id' || id === '') return [];
      return [{ id, at: { start: link.targetSpan.start, end: link.targetSpan.start + id.length }, from: 'link' as const }];
    }),
    ...includes.map((include) => ({ id: include.id, at: includeIdSpan(playbook, include), from: 'include' as const })),
  ];
}

/** The place of the id in `::include{id=…}`, or all of it where no id is written. */
export function includeIdSpan(playbook: Playbook, include: Include): Span {
  const attribute = /\bid[ \t]*=[ \t]*["']?|\{[ \t]*#/.exec(playbook.text.slice(include.start, include.end));
  if (!attribute || include.id === '') return { start: include.start, end: include.end };
  const start = include.start + attribute.index + attribute[0].length;
  return playbook.text.startsWith(include.id, start)
    ? { start, end: start + include.id.length }
    : { start: include.start, end: include.end };
}

/**
 * The existing id that was meant by one that names nothing and differs only in form (case, width, `_`, `-`, spaces).
 * The rule id-changed-form reports such a reference; rules about missing targets leave it alone.
 */
export function intendedId(knowledgeBase: KnowledgeBase, id: string): string | undefined {
  return knowledgeBase.withId(id).length > 0 ? undefined : knowledgeBase.idsLike(id)[0];
}
