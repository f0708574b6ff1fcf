import { readRun } from '../../../core/protocol-run/read-run.js';
import { type Run, runBounds } from '../../../core/protocol-run/run.js';

/** A run on its way to a colleague. `at` is the run's own time when it was sent, in milliseconds since 1970. */
export interface SentRun {
  readonly run: Run;
  readonly at: number;
}

/** Longest packed run in a link; every browser takes an address of this length. */
const longestPacked = 100_000;

/** A link to this page with the run packed into its fragment (JSON, deflate-raw, base64url). Browsers send fragments to no server. */
export async function linkTo(sent: SentRun): Promise<string> {
  const bytes = new TextEncoder().encode(fileOf(sent));
  const packed = await collect(streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  let binary = '';
  for (const byte of packed ?? []) binary += String.fromCharCode(byte);
  const page = location.href.replace(/#.*$/s, '');
  return `${page}#${sent.run.isDrill ? 'DRILL-' : ''}run=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Whether an address's fragment claims to hold a run. */
export function isRunLink(hash: string): boolean {
  return /^#(?:DRILL-)?run=/.test(hash);
}

/** Unpacks a run from a fragment; undefined for anything that is none, is cut off, or unpacks to more than a run may hold. */
export async function readLink(hash: string): Promise<SentRun | undefined> {
  const [, packed] = /^#(?:DRILL-)?run=([\w-]+)$/.exec(hash) ?? [];
  if (packed === undefined || packed.length > longestPacked) return undefined;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const unpacked = await collect(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), runBounds.characters * 3);
    return unpacked && readFile(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
  } catch {
    return undefined;
  }
}

export function fileOf(sent: SentRun): string {
  return JSON.stringify(sent);
}

/** A run from a file's text; undefined for anything that is none. */
export function readFile(text: string): SentRun | undefined {
  if (text.length > runBounds.characters) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('run' in value) || !('at' in value)) return undefined;
    const run = readRun(value.run);
    const { at } = value;
    if (!run || typeof at !== 'number' || !Number.isSafeInteger(at) || at < (run.entries.at(-1)?.at ?? 0) || at > 1e13) return undefined;
    return { run, at };
  } catch {
    return undefined;
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

/** All bytes of a stream; undefined as soon as there are more than that, so that a small link cannot fill the memory. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
