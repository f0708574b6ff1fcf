import {
  CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { FrontMatterNode } from '../model/playbook.js';
import type { Span } from '../model/text.js';

/** Longest YAML that is read, in UTF-16 code units. Front matter and config are far shorter. */
const longestYaml = 256 * 1024;
/** YAML's aliases may multiply nodes; beyond this many a document is refused. */
const mostAliases = 100;
const deepest = 64;

export type YamlReason =
  | 'syntax'
  | 'duplicateKey'
  | 'tab'
  | 'indent'
  | 'colon'
  | 'unclosedBracket'
  | 'unclosedQuote'
  | 'missingCharacter'
  | 'severalDocuments'
  | 'tooLarge'
  | 'tooDeep'
  | 'aliases';

export interface YamlProblem extends Span {
  readonly reason: YamlReason;
  /** What is missing, how much is allowed, or the parser's own words. */
  readonly detail: string;
}

export interface YamlResult {
  /** Plain data; an empty object when nothing could be read. */
  readonly data: unknown;
  readonly nodes: ReadonlyMap<string, FrontMatterNode>;
  readonly problems: readonly YamlProblem[];
}

/** A JSON Pointer (RFC 6901) for keys and indexes. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Reads YAML 1.2 (core schema: dates stay strings) with the place of every key and value. Never throws.
 * Spans count from `offset`, the place of the YAML in its file.
 */
export function parseYaml(yaml: string, offset = 0): YamlResult {
  const nodes = new Map<string, FrontMatterNode>();
  const fail = (reason: YamlReason, detail = '', start = 0, end = yaml.length): YamlResult => ({
    data: {},
    nodes,
    problems: [{ reason, detail, start: offset + start, end: offset + end }],
  });
  if (yaml.length > longestYaml) return fail('tooLarge', String(longestYaml / 1024), 0, 0);
  if (nestsTooDeep(yaml)) return fail('tooDeep', String(deepest), 0, 0);
  try {
    const document = parseDocument(yaml, { lineCounter: new LineCounter(), uniqueKeys: true, prettyErrors: false, logLevel: 'error' });
    const problems = withoutConsequences(document.errors).map((error) => {
      const { reason, detail, start, end } = problemOf(error, document, yaml);
      return { reason, detail, start: offset + start, end: offset + end };
    });
    collectNodes(document.contents, [], offset, nodes);
    const data: unknown = document.toJS({ maxAliasCount: mostAliases });
    return { data, nodes, problems };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail(/alias/i.test(detail) ? 'aliases' : 'syntax', detail);
  }
}

/** What follows the first error of a text is mostly its consequence; a field written twice is an error of its own. */
function withoutConsequences(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
}

const reasonByCode: Readonly<Record<string, YamlReason>> = {
  DUPLICATE_KEY: 'duplicateKey',
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTIPLE_DOCS: 'severalDocuments',
  MISSING_CHAR: 'missingCharacter',
};

/** What an error says. What is never closed is marked where it opens, not where the parser gave up. */
function problemOf({ code, message, pos: [at, to] }: YAMLError, document: Document, yaml: string): YamlProblem {
  const closing = /must .*end with a (.)$/.exec(message)?.[1] ?? /^Missing closing (["'])quote$/.exec(message)?.[1];
  const opening = closing === undefined ? undefined : openingOf(closing, document, yaml);
  if (closing !== undefined && opening !== undefined) {
    const reason = /["']/.test(closing) ? 'unclosedQuote' : 'unclosedBracket';
    return { reason, detail: closing, start: opening, end: opening + 1 };
  }
  return { reason: reasonByCode[code] ?? 'syntax', detail: message, start: at, end: to - at > 1 ? to : wordEnd(yaml, at) };
}

const openingMarks: Readonly<Record<string, string>> = { ']': '[', '}': '{' };

/** Where the first node begins that such a mark should close. */
function openingOf(closing: string, document: Document, yaml: string): number | undefined {
  const opening = openingMarks[closing] ?? closing;
  let found: number | undefined;
  visit(document, {
    Node(_key, node) {
      const [start, end] = node.range ?? [0, 0];
      const isOpen = isCollection(node) ? node.flow === true : isScalar(node);
      if (!isOpen || yaml.charAt(start) !== opening || (end - start > 1 && yaml.charAt(end - 1) === closing)) return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  return found;
}

/** The yaml package often gives a single character; people look for the word. */
function wordEnd(yaml: string, start: number): number {
  return start + (/^(?:[^\s:,[\]{}]+|[\s:,[\]{}])/.exec(yaml.slice(start, start + 200))?.[0].length ?? 0);
}

/** The yaml package composes recursively; this keeps hostile nesting away from it. */
function nestsTooDeep(yaml: string): boolean {
  let flow = 0;
  for (const line of yaml.split('\n')) {
    const lead = /^[ ]*(?:[-?:] +)*/.exec(line)?.[0] ?? '';
    if (lead.length > deepest * 8 || (lead.match(/[-?:]/g)?.length ?? 0) > deepest) return true;
    for (const character of line) {
      if (character === '[' || character === '{') flow += 1;
      else if ((character === ']' || character === '}') && flow > 0) flow -= 1;
      if (flow > deepest) return true;
    }
  }
  return false;
}

/** YAML without its comments, which are words among writers; one that has a line of its own takes it along. Never throws. */
export function withoutComments(yaml: string): string {
  const kept: string[] = [];
  let isScalar = false;
  let endsLine = false;
  // The lexer gives the text back in pieces, with marks among them; that of a scalar stands before its text.
  for (const piece of new Lexer().lex(yaml)) {
    const kind: string | null = isScalar ? 'text' : CST.tokenType(piece);
    isScalar = kind === 'scalar';
    if (kind === 'comment') {
      if (/^[ \t]+$/.test(kept.at(-1) ?? '')) kept.pop();
      endsLine = kept.length === 0 || (kept.at(-1)?.endsWith('\n') ?? false);
    } else if (kind === 'newline' && endsLine) endsLine = false;
    else if (!marks.has(kind ?? '')) kept.push(piece);
  }
  return kept.join('');
}

/** Pieces that the lexer adds to the text. */
const marks: ReadonlySet<string> = new Set(['scalar', 'doc-mode', 'flow-error-end']);

function collectNodes(node: unknown, path: readonly PropertyKey[], offset: number, found: Map<string, FrontMatterNode>): void {
  if (!isNode(node) || isAlias(node)) return;
  if (path.length === 0) found.set('', { value: spanOf(node, offset) });
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const here = [...path, String(pair.key.value)];
      const key = spanOf(pair.key, offset);
      found.set(jsonPointer(here), { key, value: isNode(pair.value) ? spanOf(pair.value, offset) : key });
      collectNodes(pair.value, here, offset, found);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      const here = [...path, index];
      if (isNode(item)) found.set(jsonPointer(here), { value: spanOf(item, offset) });
      collectNodes(item, here, offset, found);
    });
  }
}

function spanOf(node: Node, offset: number): Span {
  const range = node.range;
  return range ? { start: offset + range[0], end: offset + Math.max(range[0], range[1]) } : { start: offset, end: offset };
}
