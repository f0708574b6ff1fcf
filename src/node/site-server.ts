import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { previewPage, previewPolicy, reloadEventsAddress, reloadScript, reloadScriptAddress } from '../app/preview.js';
import { iconAddress } from '../site/addresses.js';
import type { SiteFile } from '../site/build-site.js';
import type { Collector } from './feedback-collector.js';

export interface SiteServerOptions {
  readonly port: number;
  /** Whether another port will do if this one is taken: one of the next if it can be, else any that is free. */
  readonly orNext: boolean;
  /** Opens a file of the knowledge base; undefined if it is gone or lies outside. The server closes it. */
  readonly openAsset: (path: string) => Promise<FileHandle | undefined>;
  /** Takes feedback, if any is wanted. */
  readonly collector?: Collector;
}

export interface SiteServer {
  readonly port: number;
  /** Shows these pages from now on, and reloads those that are open. */
  readonly show: (files: ReadonlyMap<string, SiteFile>) => void;
  readonly close: () => Promise<void>;
}

/** Where pages of this server send feedback. */
export const feedbackAddress = '/_feedback';

const host = '127.0.0.1';
/** How many ports are tried after the first. */
const portsTried = 50;
const heartbeat = 20_000;

/**
 * Serves a site from memory to this computer only. A request is looked up among the site's files and never becomes a
 * path on disk. Throws Node's EADDRINUSE or EACCES if the port cannot be had.
 */
export async function startSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  let files: ReadonlyMap<string, SiteFile> = new Map();
  let version = randomBytes(8).toString('hex');
  const listeners = new Set<ServerResponse>();
  const announce = (listener: ServerResponse) => listener.write(`event: pages\ndata: ${version}\n\n`);

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const timer = setInterval(() => {
    for (const listener of listeners) listener.write(': still here\n\n');
  }, heartbeat).unref();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (!isLocalHost(request.headers.host)) return refuse(response, 403, 'This server answers only to localhost.');
    if (options.collector && /^\/_feedback(?:\?|$)/.test(request.url ?? '')) return options.collector.answer(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD.');
    }
    const path = requestedPath(request.url ?? '/');
    if (path === undefined) return refuse(response, 400, 'Bad address.');
    if (path === reloadScriptAddress) return sendText(request, response, 200, '.js', reloadScript);
    if (path === reloadEventsAddress) return listen(request, response);
    // Browsers look for this name by themselves beside a picture that is opened alone.
    const address = path === 'favicon.ico' ? iconAddress : path;
    const file = files.get(address);
    if (!file) return sendNotFound(request, response);
    if ('content' in file) return sendText(request, response, 200, extname(address), file.content);
    const asset = await options.openAsset(file.copyOf);
    if (!asset) return sendNotFound(request, response);
    await sendAsset(request, response, extname(address), asset);
  }

  function sendNotFound(request: IncomingMessage, response: ServerResponse): void {
    const page = files.get('404.html');
    if (page && 'content' in page) sendText(request, response, 404, '.html', page.content);
    else refuse(response, 404, 'Not found.');
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    response.write('retry: 1000\n\n');
    announce(response);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  await listenOn(server, options.port, options.orNext ? portsTried : undefined);
  return {
    port: (server.address() as AddressInfo).port,
    show(next) {
      files = next;
      version = randomBytes(8).toString('hex');
      for (const listener of listeners) announce(listener);
    },
    async close() {
      clearInterval(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': previewPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.pdf': 'application/pdf',
};

/** A page of another site whose name was made to point here (DNS rebinding) still sends its own name. */
function isLocalHost(header: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(header ?? '');
}

/** The site's file that an address names; undefined for one that cannot be read. */
function requestedPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(/^[^?#]*/.exec(url)?.[0] ?? '').replace(/^\//, '');
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, extension: string, text: string): void {
  const body = Buffer.from(extension === '.html' ? previewPage(text) : text, 'utf8');
  response.writeHead(status, { 'Content-Type': typeOf(extension), 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function typeOf(extension: string): string {
  return contentTypes[extension.toLowerCase()] ?? 'application/octet-stream';
}

/** Streams a file, or the part of it that a player asks for. */
async function sendAsset(request: IncomingMessage, response: ServerResponse, extension: string, file: FileHandle): Promise<void> {
  try {
    const { size } = await file.stat();
    response.setHeader('Content-Type', typeOf(extension));
    response.setHeader('Accept-Ranges', 'bytes');
    const part = requestedPart(request.headers.range, size);
    if (part === 'unsatisfiable') {
      response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
      return;
    }
    const { start, end } = part ?? { start: 0, end: size - 1 };
    response.writeHead(part ? 206 : 200, {
      'Content-Length': end - start + 1,
      ...(part && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(file.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

/** One range of bytes (RFC 9110, 14.1.2); several at once are answered with the whole file. */
function requestedPart(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (size === 0 || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/** `more` is how many ports after that are tried, then any that is free; undefined if it has to be this one. */
async function listenOn(server: Server, port: number, more: number | undefined): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || more === undefined || port === 0) throw error;
    await listenOn(server, more === 0 || port >= 65_535 ? 0 : port + 1, more - 1);
  }
}
