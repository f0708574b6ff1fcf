import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type AssetBlobs, type Decision, decisionKinds } from '../model/review.js';
import { isRecord, textOf, textsOf } from '../parse/fields.js';
import { parseYaml } from '../parse/yaml.js';
import { quoted, safeName } from './written.js';

/** Where decision files are, relative to the knowledge base. */
export const reviewFolder = '.playbook/reviews';

export function isDecisionPath(path: string): boolean {
  return path.startsWith(`${reviewFolder}/`) && /\.ya?ml$/.test(path);
}

/** Longest note and largest file that are read, in UTF-16 code units. */
const longestNote = 20_000;
const longestFile = 100_000;
const mostAssets = 2000;

const blobPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Enough to tell people apart and nothing that could end a line or a name. */
const emailPattern = /^[^\s<>"'\p{C}]{1,200}$/u;

/** Reads a decision file; undefined when it is not one that this program writes. Never throws. */
export function parseDecision(text: string): Decision | undefined {
  if (text.length > longestFile) return undefined;
  const data = readPlainLines(text) ?? readYaml(text);
  if (!data) return undefined;
  const kind = decisionKinds.find((candidate) => candidate === data['decision']);
  const id = textOf(data['id']);
  const blob = textOf(data['blob']);
  const by = textOf(data['by'])?.toLowerCase();
  const assets = readAssets(data['assets']);
  if (!kind || id === undefined || blob === undefined || !blobPattern.test(blob) || by === undefined || !emailPattern.test(by) || !assets) {
    return undefined;
  }
  const note = textOf(data['note'])?.slice(0, longestNote);
  const name = textOf(data['name']);
  const at = textOf(data['at']);
  return {
    id,
    kind,
    blob,
    assets,
    by,
    ...(name !== undefined && { name }),
    ...(at !== undefined && { at }),
    ...(note !== undefined && { note }),
    reviewers: textsOf(data['reviewers']).map((reviewer) => reviewer.toLowerCase()),
  };
}

function readAssets(value: unknown): AssetBlobs | undefined {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > mostAssets) return undefined;
  const assets: Record<string, string> = {};
  for (const [target, blob] of entries) {
    if (typeof blob !== 'string' || !blobPattern.test(blob)) return undefined;
    assets[target] = blob;
  }
  return assets;
}

function readYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  const { data, problems } = parseYaml(text);
  return problems.length === 0 && isRecord(data) ? data : undefined;
}

/** Files as this program writes them: a line each, texts as JSON. Much faster than YAML, of which they are a part. */
function readPlainLines(text: string): Readonly<Record<string, unknown>> | undefined {
  const data: Record<string, unknown> = {};
  const assets: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('# ')) continue;
    const match = /^( {2}(?=")|)("(?:[^"\\]|\\.)*"|[a-z]+):(?: (".*"|\[.*\]|[0-9a-f]{40,64}))?$/.exec(line);
    if (!match) return undefined;
    const [, indent, written = '', value] = match;
    const target = indent === '' ? data : assets;
    const key = written.startsWith('"') ? json(written) : written;
    if (typeof key !== 'string' || Object.hasOwn(target, key) || (indent === '') === written.startsWith('"')) return undefined;
    if (indent !== '' && data['assets'] !== assets) return undefined;
    if (value === undefined) {
      if (key !== 'assets') return undefined;
      data['assets'] = assets;
      continue;
    }
    const read = /^["[]/.test(value) ? json(value) : value;
    if (read === undefined) return undefined;
    target[key] = read;
  }
  return data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A decision as a file. The same decision gives the same bytes. */
export function formatDecision(decision: Decision): string {
  const { id, kind, blob, assets, by, name, at, note, reviewers } = decision;
  const targets = Object.keys(assets).sort();
  const lines = [
    '# Written by playbook review. A decision file that is edited afterwards no longer counts.',
    `id: ${quoted(id)}`,
    `decision: ${quoted(kind)}`,
    `blob: ${quoted(blob)}`,
    `by: ${quoted(by)}`,
    ...(name === undefined ? [] : [`name: ${quoted(name)}`]),
    ...(at === undefined ? [] : [`at: ${quoted(at)}`]),
    ...(note === undefined || note.trim() === '' ? [] : [`note: ${quoted(note.trim())}`]),
    ...(reviewers.length === 0 ? [] : [`reviewers: [${reviewers.map(quoted).join(', ')}]`]),
    ...(targets.length === 0 ? [] : ['assets:', ...targets.map((target) => `  ${quoted(target)}: ${quoted(assets[target] ?? '')}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where everything about a reviewed file is kept, relative to the knowledge base. */
export function folderOfReviews(id: string): string {
  return `${reviewFolder}/${id.split('/').map(safeName).join('/')}`;
}

/**
 * Where a decision is kept. The name says which wording and who; the digits at its end come from the content, so that two
 * decisions never meet in one file.
 */
export function decisionPath(decision: Decision, text: string): string {
  const person = safeName(decision.by.replace('@', '-at-'));
  const digest = bytesToHex(sha1(utf8ToBytes(text))).slice(0, 6);
  return `${folderOfReviews(decision.id)}/${decision.blob.slice(0, 8)}-${person}-${digest}.yaml`;
}
