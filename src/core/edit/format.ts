import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import type { SpanEdit } from '../rules/rule.js';
import type { PlaybookType } from '../types/playbook-type.js';

/** Fields that come first in every playbook, whatever its type lists. */
const firstFields = ['id', 'type', 'title', 'lang'] as const;

/**
 * The edit that puts the fields of the front matter into their type's order, each with the comments above it; unknown fields
 * come last. Undefined where they are in order, or where the front matter cannot be read or is not one field a line.
 */
export function orderFrontMatter(playbook: Playbook, type: PlaybookType | undefined): SpanEdit | undefined {
  const { text, frontMatter, problems } = playbook;
  const { span } = frontMatter;
  if (!span || !type || problems.some(({ code }) => code !== 'unparsable-file')) return undefined;
  const keys = [...frontMatter.nodes].flatMap(([pointer, node]) =>
    node.key && /^\/[^/]+$/.test(pointer) ? [{ name: pointer.slice(1), at: node.key }] : [],
  );
  if (keys.length < 2 || keys.some(({ at }) => at.start !== span.start && !/[\r\n]/.test(text[at.start - 1] ?? ''))) return undefined;
  const starts = keys.map(({ at }, index) => (index === 0 ? span.start : startWithComments(text, at.start, keys[index - 1]?.at.end ?? 0)));
  const entries = keys.map(({ name }, index) => ({
    name,
    index,
    text: text.slice(starts[index] ?? 0, starts[index + 1] ?? span.end).replace(/\r?\n$/, ''),
  }));
  const order = [...new Set([...firstFields, ...type.fieldNames])];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = [...entries].sort((a, b) => rank(a.name) - rank(b.name) || a.index - b.index);
  if (sorted.every((entry, index) => entry === entries[index])) return undefined;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  return { ...span, newText: sorted.map((entry) => entry.text).join(newLine) };
}

/** Where a field begins, comment lines above it included. */
function startWithComments(text: string, key: number, after: number): number {
  const lines = text.slice(after, key).split(/(?<=\n)/);
  let start = key;
  // The first piece is the rest of the field before.
  for (const line of lines.slice(1).reverse()) {
    if (!/^#/.test(line)) break;
    start -= line.length;
  }
  return start;
}

/**
 * Insertions of a space wherever Chinese characters meet Latin letters or digits in running text. Headings keep their words,
 * since their anchors come from them; so do placeholders, directives and `[[id]]`.
 */
export function spaceBetweenScripts(playbook: Playbook): readonly SpanEdit[] {
  const { text, textRuns, headings, placeholderUses, directives, links } = playbook;
  const kept: readonly Span[] = [...headings, ...placeholderUses, ...directives, ...links.filter(({ form }) => form === 'id')];
  const boundary = /(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu;
  return textRuns.flatMap((run) =>
    [...text.slice(run.start, run.end).matchAll(boundary)]
      .map((match) => run.start + match.index)
      .filter((at) => !kept.some(({ start, end }) => at > start && at < end))
      .map((at) => ({ start: at, end: at, newText: ' ' })),
  );
}
