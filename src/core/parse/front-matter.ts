import matter from 'gray-matter';
import type { FrontMatter, ParseProblem } from '../model/playbook.js';
import { parseYaml } from './yaml.js';

export interface FrontMatterResult {
  readonly frontMatter: FrontMatter;
  /** Offset of the first character after the closing mark's line. */
  readonly bodyStart: number;
  readonly problems: readonly ParseProblem[];
}

const noFrontMatter: FrontMatter = { data: {}, nodes: new Map() };

/** gray-matter evaluates `---js` by default; every engine here only hands back nothing, and YAML is read by `parseYaml`. */
const inert = { parse: () => ({}), stringify: () => '' };
const engines = { yaml: inert, json: inert, javascript: inert, js: inert };

const tomlFence = /^\+\+\+[ \t]*\r?\n/;
const closingMark = /\r?\n---[ \t]*(?=\r?\n|$)/g;

/** Splits a file into front matter and body, and reads the front matter if it is YAML. Never throws. */
export function parseFrontMatter(text: string): FrontMatterResult {
  const toml = tomlFence.exec(text);
  if (toml) return foreign(text, 'toml', /\r?\n\+\+\+[ \t]*(?=\r?\n|$)/g);
  if (!/^---(?!-)/.test(text)) return { frontMatter: noFrontMatter, bodyStart: 0, problems: [] };
  const language = matter.language(text);
  const isYaml = /^[ \t]*(?:ya?ml)?[ \t]*$/.test(language.raw);
  if (!isYaml) {
    // Prose after a thematic break is Markdown; a bare word is the name of a language.
    if (/^[a-z][a-z0-9+-]*[ \t]*$/i.test(language.raw)) return foreign(text, language.name, closingMark);
    return { frontMatter: noFrontMatter, bodyStart: 0, problems: [] };
  }

  const open = 3 + language.raw.length;
  closingMark.lastIndex = open;
  const close = closingMark.exec(text);
  if (!close) {
    // A file that merely starts with a thematic break has no key on its next line.
    if (!/^---[^\n]*\r?\n\s*[\p{L}\p{N}_-]+\s*:/u.test(text)) return { frontMatter: noFrontMatter, bodyStart: 0, problems: [] };
    return {
      frontMatter: noFrontMatter,
      bodyStart: 0,
      problems: [{ code: 'yaml-syntax', reason: 'unclosed', values: {}, start: 0, end: 3 }],
    };
  }
  const split = splitSafely(text);
  const yamlStart = Math.min(open + (/^\r?\n/.exec(text.slice(open))?.[0].length ?? 0), close.index);
  const yaml = split ?? text.slice(yamlStart, close.index);
  const { data, nodes, problems } = parseYaml(yaml, yamlStart);
  const isMapping = typeof data === 'object' && data !== null && !Array.isArray(data);
  const shapeProblems: ParseProblem[] =
    isMapping || data === null || problems.length > 0
      ? []
      : [{ code: 'yaml-syntax', reason: 'notMapping', values: {}, start: yamlStart, end: close.index }];
  return {
    frontMatter: { data: isMapping ? { ...data } : {}, span: { start: yamlStart, end: close.index }, nodes },
    bodyStart: bodyAfter(text, close.index + close[0].length),
    problems: [
      ...problems.map((problem) => ({
        code: 'yaml-syntax' as const,
        reason: problem.reason,
        values: { detail: problem.detail },
        start: problem.start,
        end: problem.end,
      })),
      ...shapeProblems,
    ],
  };
}

/** gray-matter's view of the same split; undefined where it sees another end than a closing mark on a line of its own. */
function splitSafely(text: string): string | undefined {
  try {
    const file = matter(text, { engines, language: 'yaml' });
    // It leaves the last line's CR, which YAML would take for a character of that line.
    const raw = file.matter.replace(/^\r?\n/, '').replace(/\r$/, '');
    const after = text.slice(3 + matter.language(text).raw.length + file.matter.length);
    return /^\r?\n---[ \t]*(\r?\n|$)/.test(after) ? raw : undefined;
  } catch {
    return undefined;
  }
}

function foreign(text: string, language: string, mark: RegExp): FrontMatterResult {
  mark.lastIndex = 3;
  const close = mark.exec(text);
  const firstLine = /^[^\r\n]*/.exec(text)?.[0].length ?? 0;
  return {
    frontMatter: noFrontMatter,
    bodyStart: close ? bodyAfter(text, close.index + close[0].length) : 0,
    problems: [
      {
        code: 'front-matter-language',
        reason: close ? 'language' : 'languageUnclosed',
        values: { language },
        start: 0,
        end: firstLine,
      },
    ],
  };
}

function bodyAfter(text: string, offset: number): number {
  return offset + (/^\r?\n/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0);
}
