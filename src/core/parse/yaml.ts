import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FrontMatterNode } from '../model/playbook.js';
import type { Span } from '../model/text.js';

/** Longest YAML that is read, in UTF-16 code units. Front matter and config are far shorter. */
const longestYaml = 256 * 1024;
/** YAML's aliases may multiply nodes; beyond this many a document is refused. */
const mostAliases = 100;
const deepest = 64;

export interface YamlProblem extends Span {
  readonly reason: string;
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
  const fail = (reason: string, detail = '', start = 0, end = yaml.length): YamlResult => ({
    data: {},
    nodes,
    problems: [{ reason, detail, start: offset + start, end: offset + end }],
  });
  if (yaml.length > longestYaml) return fail('tooLarge', String(longestYaml / 1024), 0, 0);
  if (nestsTooDeep(yaml)) return fail('tooDeep', String(deepest), 0, 0);
  try {
    const document = parseDocument(yaml, { lineCounter: new LineCounter(), uniqueKeys: true, prettyErrors: false, logLevel: 'error' });
    const problems = document.errors.map((error) => ({
      reason: reasonByCode[error.code] ?? 'syntax',
      detail: error.message,
      start: offset + error.pos[0],
      end: offset + (error.pos[1] - error.pos[0] > 1 ? error.pos[1] : wordEnd(yaml, error.pos[0])),
    }));
    collectNodes(document.contents, [], offset, nodes);
    const data: unknown = document.toJS({ maxAliasCount: mostAliases });
    return { data, nodes, problems };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail(/alias/i.test(detail) ? 'aliases' : 'syntax', detail);
  }
}

const reasonByCode: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'duplicateKey',
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MULTIPLE_DOCS: 'severalDocuments',
  MISSING_CHAR: 'missingCharacter',
};

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
