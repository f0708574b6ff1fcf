import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A web server as a contact centre has one: files of a folder, which another export may replace, and times when it is away. */
export class StaticServer {
  #server: Server | undefined;
  #port = 0;
  #folder: string;
  #headers: Readonly<Record<string, string>>;

  constructor(folder: string, headers: Readonly<Record<string, string>> = {}) {
    this.#folder = folder;
    this.#headers = headers;
  }

  /** With a slash at its end; the same after a stop. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  show(folder: string): void {
    this.#folder = folder;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''))).replace(/\/$/, '/index.html');
      readFile(join(this.#folder, path)).then(
        (content) => response.writeHead(200, { ...this.#headers, 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(content),
        () => response.writeHead(404, { ...this.#headers, 'Content-Type': 'text/html' }).end('<title>404</title><p>gone</p>'),
      );
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
