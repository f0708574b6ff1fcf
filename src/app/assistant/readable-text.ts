import type { KnowledgeBase } from '../../core/knowledge-base.js';
import type { Playbook } from '../../core/model/playbook.js';
import type { Span } from '../../core/model/text.js';

/** Most characters that embedding snippets may make of one text; what is beyond stays as it is written. */
const largestText = 400_000;

/**
 * A stretch of a playbook's Markdown as its readers have it: snippets in their places, variables filled in, comments left
 * out. Placeholders stay, since only whoever uses the page can fill them.
 */
export function readableText(playbook: Playbook, span: Span, knowledgeBase: KnowledgeBase): string {
  const budget = { left: largestText };
  return textOf(playbook, span, knowledgeBase, new Set([playbook.path]), budget).trim();
}

interface Replacement extends Span {
  readonly text: string;
}

function textOf(
  playbook: Playbook,
  span: Span,
  knowledgeBase: KnowledgeBase,
  within: ReadonlySet<string>,
  budget: { left: number },
): string {
  const isInside = ({ start, end }: Span) => start >= span.start && end <= span.end;
  const replacements: Replacement[] = [
    ...playbook.includes.filter(isInside).map((include) => ({
      start: include.start,
      end: include.end,
      text: embedded(playbook.text.slice(include.start, include.end), knowledgeBase.resolveInclude(include), knowledgeBase, within, budget),
    })),
    ...playbook.placeholderUses.filter(isInside).flatMap(({ start, end, name }) => {
      const value = knowledgeBase.config.variables.get(name);
      return value === undefined ? [] : [{ start, end, text: value }];
    }),
    ...commentsIn(playbook).filter(isInside),
  ].sort((a, b) => a.start - b.start);
  let text = '';
  let at = span.start;
  for (const { start, end, text: instead } of replacements) {
    if (start < at) continue;
    text += playbook.text.slice(at, start) + instead;
    at = end;
  }
  return text + playbook.text.slice(at, span.end);
}

function embedded(
  written: string,
  snippet: Playbook | undefined,
  knowledgeBase: KnowledgeBase,
  within: ReadonlySet<string>,
  budget: { left: number },
): string {
  if (!snippet || within.has(snippet.path) || snippet.text.length > budget.left) return written;
  budget.left -= snippet.text.length;
  const whole = { start: snippet.bodyStart, end: snippet.text.length };
  return textOf(snippet, whole, knowledgeBase, new Set([...within, snippet.path]), budget).trim();
}

/** HTML comments that stand as blocks: notes among writers, which no page shows. They are in no block of the playbook. */
function commentsIn({ root, text, bodyStart }: Playbook): readonly Replacement[] {
  const comments = [...text.slice(bodyStart).matchAll(/^ {0,3}<!--[\s\S]*?-->[ \t]*(?:\r?\n|$)/gm)].map(({ index, 0: { length } }) => ({
    start: bodyStart + index,
    end: bodyStart + index + length,
    text: '',
  }));
  if (comments.length === 0) return comments;
  const blocks: Span[] = [];
  const waiting = [root];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    waiting.push(...section.sections);
    blocks.push(...section.blocks);
  }
  return comments.filter(({ start }) => !blocks.some((block) => block.start <= start && start < block.end));
}
