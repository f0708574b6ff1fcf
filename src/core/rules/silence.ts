import type { Playbook } from '../model/playbook.js';
import { positionAt, type Range, type Span } from '../model/text.js';

/** A comment that silences one rule for one line: its own line, or the next if it stands alone. */
export interface Silence extends Span {
  readonly code: string;
  readonly reason: string;
  readonly line: number;
}

export interface Silences {
  readonly covers: (code: string, range: Range) => boolean;
}

/** `<!-- playbook-ignore rule-name: reason -->` in Markdown, `# playbook-ignore rule-name: reason` in front matter. */
const comment =
  /<!--[ \t]*playbook-ignore[ \t]+([a-z0-9-]+)[ \t]*(?:[::][ \t]*([^\n]*?))?[ \t]*-->|#[ \t]*playbook-ignore[ \t]+([a-z0-9-]+)[ \t]*(?:[::][ \t]*([^\n]*))?/g;

export function readSilences(playbook: Playbook): readonly Silence[] {
  if (!playbook.text.includes('playbook-ignore')) return [];
  return [...playbook.text.matchAll(comment)].flatMap((match) => {
    const inFrontMatter = match.index < playbook.bodyStart;
    const code = inFrontMatter ? match[3] : match[1];
    if (code === undefined) return [];
    const end = match.index + match[0].length;
    const { line, column } = positionAt(playbook.lineStarts, match.index, playbook.text.length);
    const lineEnd = (playbook.lineStarts[line] ?? playbook.text.length + 1) - 1;
    const before = playbook.text.slice(match.index - column + 1, match.index);
    const alone = /^[ \t>]*$/.test(before) && /^\s*$/.test(playbook.text.slice(end, lineEnd));
    return [{ start: match.index, end, code, reason: ((inFrontMatter ? match[4] : match[2]) ?? '').trim(), line: alone ? line + 1 : line }];
  });
}

/** Only a silence with a reason counts; the rule silence-without-reason reports the others. */
export function findSilences(playbook: Playbook): Silences {
  const silences = readSilences(playbook).filter((silence) => silence.reason !== '');
  return {
    covers: (code, range) =>
      silences.some(
        (silence) =>
          silence.code === code && silence.line >= range.start.line && silence.line <= Math.max(range.start.line, range.end.line),
      ),
  };
}
