import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createGzip } from 'node:zlib';

/** What is compressed: texts. Pictures and the parts of Pagefind's index are sent as they are. */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** Serves a folder as servers do, texts compressed, and counts requests and what goes over the wire; `take` gives the counts and begins anew. */
export function serveCounted(root, headers = {}) {
  let sent = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    const path = join(root, decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '').replace(/\/$/, '/index.html')));
    const type = types[extname(path)];
    if (!path.startsWith(root) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    requests += 1;
    response.writeHead(200, {
      ...headers,
      'Content-Type': type ?? 'application/octet-stream',
      'Cache-Control': extname(path) === '.html' ? 'no-cache' : 'max-age=3600',
      ...(type && { 'Content-Encoding': 'gzip' }),
    });
    const stream = type ? createReadStream(path).pipe(createGzip()) : createReadStream(path);
    stream.on('data', (chunk) => {
      sent += chunk.length;
    });
    stream.pipe(response);
  });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () =>
      ready({
        address: `http://127.0.0.1:${server.address().port}`,
        close: () => server.close(),
        take: () => {
          const taken = { sent, requests };
          sent = 0;
          requests = 0;
          return taken;
        },
      }),
    );
  });
}
