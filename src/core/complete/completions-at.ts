import type { KnowledgeBase } from '../knowledge-base.js';
import type { Locale } from '../model/locale.js';
import type { Playbook } from '../model/playbook.js';
import { positionAt } from '../model/text.js';
import { bodyCandidates } from './body.js';
import type { Candidate } from './candidate.js';
import { frontMatterCandidates } from './front-matter.js';

/** What may be written at an offset, the likeliest first. `today` is an ISO 8601 day. */
export function completionsAt(
  knowledgeBase: KnowledgeBase,
  playbook: Playbook,
  offset: number,
  locale: Locale,
  today: string,
): readonly Candidate[] {
  const { text, lineStarts, frontMatter, bodyStart } = playbook;
  const { line } = positionAt(lineStarts, offset, text.length);
  const lineStart = lineStarts[line - 1] ?? 0;
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const place = { knowledgeBase, playbook, offset, before: text.slice(lineStart, offset), after, lineStart, locale, today };
  const span = frontMatter.span;
  const inFrontMatter = span
    ? offset >= span.start && offset <= Math.max(span.end, span.start) && offset < bodyStart
    : isUnclosed(playbook, offset);
  const candidates = inFrontMatter ? frontMatterCandidates(place) : offset >= bodyStart ? bodyCandidates(place) : [];
  return [...candidates].sort((a, b) => a.rank - b.rank);
}

/** Front matter that is only being begun has no end yet. */
function isUnclosed({ text }: Playbook, offset: number): boolean {
  return (
    /^---[ \t]*\r?\n/.test(text) &&
    offset >= text.indexOf('\n') + 1 &&
    !/\r?\n---[ \t]*(?:\r?\n|$)/.test(text.slice(3)) &&
    !/\n[ \t]*\r?\n/.test(text.slice(0, offset))
  );
}
