import { createHmac, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readEntries, writeEntry } from '../core/feedback/entry.js';

export interface CollectorOptions {
  /** Where the files are kept; made if it is not there. */
  readonly folder: string;
  /** Origins of other hosts whose pages may send, such as `https://help.example.com`; `null` stands for pages opened as files. */
  readonly origins: readonly string[];
  /** The local day, ISO 8601. */
  readonly today: () => string;
  /** Milliseconds since any fixed time. */
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

export interface Collector {
  /** Answers a request to the endpoint, whatever it is. The host has been checked. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Bytes of one request, entries in it, and bytes of one day's file. */
export const collectorLimits = {
  request: 64 * 1024,
  entries: 200,
  day: 32 * 1024 * 1024,
  perAddress: 30,
  inAll: 600,
  window: 60_000,
  body: 10_000,
};

/**
 * Appends what pages send to one file a day (NDJSON). Only what is an entry is written, in the one form that entries have;
 * nothing about who sent it. Nothing is ever read back.
 */
export async function createCollector(options: CollectorOptions): Promise<Collector> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const limiter = createLimiter(options.now);
  let writing: Promise<unknown> = Promise.resolve();
  /** One after the other, so that no two requests mix their lines or pass the day's limit together. */
  const inTurn = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const done = writing.then(task);
    writing = done.catch(() => undefined);
    return done;
  };

  return {
    async answer(request, response) {
      const origin = allowedOrigin(request, options.origins);
      if (origin === undefined) return refuse(response, 403, 'Feedback is taken only from pages of this site.');
      if (origin !== '') {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
        response.setHeader('Vary', 'Origin');
      }
      if (request.method !== 'POST') {
        response.setHeader('Allow', 'POST');
        return refuse(response, 405, 'Only POST.');
      }
      if (!/^text\/plain *(?:; *charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
        return refuse(response, 415, 'Only text/plain in UTF-8.');
      if (request.headers['content-encoding'] !== undefined) return refuse(response, 415, 'Only text that is not packed.');
      if (!limiter.takes(addressOf(request))) {
        response.setHeader('Retry-After', '60');
        return refuse(response, 429, 'Too many requests. Try again in a minute.');
      }
      const body = await readBody(request);
      if (body === undefined) return refuse(response, 413, 'Too large, or too slow.');
      const lines = decode(body);
      const { entries, refused } = lines === undefined ? { entries: [], refused: [1] } : readEntries(lines);
      if (entries.length === 0 || entries.length > collectorLimits.entries) return refuse(response, 422, 'No entries of feedback.');
      try {
        const isWritten = await inTurn(() => append(options.folder, options.today(), entries.map(writeEntry).join('')));
        if (!isWritten) return refuse(response, 507, 'No more is taken today.');
      } catch (error) {
        options.failed(error);
        return refuse(response, 503, 'It could not be written. Try again later.');
      }
      const answer = `${JSON.stringify({ taken: entries.length, refused: refused.length })}\n`;
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(answer);
    },
  };
}

/**
 * The origin to be named in the answer, `''` for pages of this site; undefined if pages from there may not send. Browsers
 * always say where a request comes from, and no page can make them lie.
 */
function allowedOrigin({ headers }: IncomingMessage, origins: readonly string[]): string | undefined {
  const { origin, host } = headers;
  if (origin === undefined) return undefined;
  if (headers['sec-fetch-site'] === 'same-origin' || origin === `http://${host ?? ''}`) return '';
  return origins.includes(origin) ? origin : undefined;
}

/** Who is counted as one sender. A proxy on this computer says in the last place from whom it has the request. */
function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  const last =
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return last === '' ? (request.socket.remoteAddress ?? '') : last.slice(0, 64);
}

interface Limiter {
  readonly takes: (address: string) => boolean;
}

/** Counts requests of a minute by address, and forgets them after it. Addresses are kept as keyed hashes whose key is forgotten too. */
function createLimiter(now: () => number): Limiter {
  let began = Number.NEGATIVE_INFINITY;
  let key = randomBytes(32);
  let inAll = 0;
  const counts = new Map<string, number>();
  return {
    takes(address) {
      const time = now();
      if (time - began >= collectorLimits.window) {
        began = time;
        key = randomBytes(32);
        inAll = 0;
        counts.clear();
      }
      // The limit for all bounds the number of addresses, too.
      if (inAll >= collectorLimits.inAll) return false;
      const sender = createHmac('sha256', key).update(address).digest('base64').slice(0, 16);
      const count = (counts.get(sender) ?? 0) + 1;
      if (count > collectorLimits.perAddress) return false;
      counts.set(sender, count);
      inAll += 1;
      return true;
    },
  };
}

/** Undefined if it is too large or does not come to its end in time; the rest is then not read. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > collectorLimits.request) return undefined;
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => finish(undefined), collectorLimits.body);
    const finish = (body: Uint8Array | undefined): void => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      request.pause();
      resolve(body);
    };
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > collectorLimits.request) finish(undefined);
      else pieces.push(piece);
    });
    request.on('end', () => finish(Buffer.concat(pieces)));
    request.on('error', () => finish(undefined));
    request.on('close', () => finish(undefined));
  });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** False if the day's file would become too large. Never follows a link, and never opens what is no plain file. */
async function append(folder: string, day: string, lines: string): Promise<boolean> {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(join(folder, `feedback-${day}.ndjson`), flags, 0o600);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Error('not a plain file');
    if (found.size + Buffer.byteLength(lines) > collectorLimits.day) return false;
    await file.writeFile(lines, 'utf8');
    return true;
  } finally {
    await file.close();
  }
}

/** The connection ends: what is left of a body is not waited for. */
function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${text}\n`);
}
