import type { Playbook, Section } from '../model/playbook.js';
import { positionAt, type Span } from '../model/text.js';
import type { SpanEdit } from '../rules/rule.js';

/** The comment that silences a rule, in two parts: between them stands the reason, which only a person can give. */
export interface SilencingComment {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Where and how to silence a rule for the line on which a problem begins: in front matter and above whole blocks on a line of
 * its own, else at the end of the line; in a table within its last cell. Undefined inside a block of code, where no comment counts.
 */
export function silencingComment(playbook: Playbook, code: string, problem: Span): SilencingComment | undefined {
  const { text, lineStarts, bodyStart, frontMatter } = playbook;
  const { line } = positionAt(lineStarts, problem.start, text.length);
  const lineStart = lineStarts[line - 1] ?? 0;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const lineText = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  if (frontMatter.span && problem.start >= frontMatter.span.start && problem.start < bodyStart) {
    const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
    return { at: lineStart, before: `${indent}# playbook-ignore ${code}: `, after: newLine };
  }
  if (lineStart < bodyStart) return undefined;
  const comment = { before: `<!-- playbook-ignore ${code}: `, after: ' -->' };
  const block = blocksOf(playbook.root).find(({ start, end }) => problem.start >= start && problem.start < Math.max(end, start + 1));
  if (block?.kind === 'code') return undefined;
  if (block?.kind === 'table') {
    const cellEnd = lineText.trimEnd().endsWith('|') ? lineText.trimEnd().length - 1 : lineText.length;
    return { at: lineStart + cellEnd, before: comment.before, after: `${comment.after} ` };
  }
  const isFirstLine = !block || lineStart <= block.start;
  if (isFirstLine && block?.kind !== 'list') return { at: lineStart, before: comment.before, after: comment.after + newLine };
  return { at: lineStart + lineText.trimEnd().length, before: ` ${comment.before}`, after: comment.after };
}

/** The same with the reason, as an edit. */
export function silenceProblem(playbook: Playbook, code: string, problem: Span, reason: string): SpanEdit | undefined {
  const comment = silencingComment(playbook, code, problem);
  return comment && { start: comment.at, end: comment.at, newText: comment.before + reason + comment.after };
}

function blocksOf(section: Section): readonly Section['blocks'][number][] {
  return [...section.blocks, ...section.sections.flatMap(blocksOf)];
}
