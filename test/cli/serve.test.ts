import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderOf, plainEnvironment, programPath, response, run, useProgram, writeFiles } from '../support/command-line.js';
import { usersNode } from '../support/users-node.js';

useProgram();

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Preview {
  readonly child: ChildProcess;
  readonly port: number;
  readonly cwd: string;
  /** Waits until the program has written this to standard error. */
  readonly notes: (text: string) => Promise<void>;
}

/** Starts the server and waits for its address. */
async function serve(cwd: string, ...args: readonly string[]): Promise<Preview> {
  const child = spawn(usersNode, [programPath(), 'serve', '--locale', 'zh-Hans', ...args], { cwd, env: plainEnvironment });
  running.push(child);
  let noted = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    noted += text;
  });
  child.stdout.setEncoding('utf8');
  const [printed] = await once(child.stdout, 'data');
  const port = Number(/^预览：http:\/\/127\.0\.0\.1:(\d+)\/ （按 Ctrl\+C 结束）\n$/.exec(String(printed))?.[1]);
  return {
    child,
    port,
    cwd,
    async notes(text) {
      while (!noted.includes(text)) await once(child.stderr, 'data');
    },
  };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** The address goes out exactly as it is given. */
function ask(port: number, path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const knowledgeBase = () =>
  folderOf({
    'playbook.config.yaml': 'title: 客服知识库\ncontent: 手册\n',
    '手册/a.md': response('response-refund', '退款进度', '![照片](照片.png)'),
    '手册/照片.png': '0123456789',
    '秘密.txt': '秘密',
  });

describe('serve', () => {
  it('shows the site under its own policy, with a script that reloads it', async () => {
    const { port } = await serve(knowledgeBase());
    const home = await ask(port, '/');
    expect(home.status).toBe(200);
    expect(home.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    const policy = String(home.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self';");
    expect(policy).toContain("; frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|data:/);
    expect(home.body).toContain('<script src="/_reload.js" defer></script></head>');
    expect(home.body).not.toContain('http-equiv');
    expect((await ask(port, '/_reload.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask(port, '/pages/response-refund.html?x=1')).body).toContain('退款进度');
    expect((await ask(port, '/site.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('does not put the reload script into an export', async () => {
    const cwd = knowledgeBase();
    await run(['export', '--out', 'site'], { cwd });
    const page = readFileSync(join(cwd, 'site/index.html'), 'utf8');
    expect(page).not.toContain('_reload');
    expect(page).not.toContain('frame-ancestors');
  });

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    const { port } = await serve(knowledgeBase());
    const head = await ask(port, '/', { method: 'HEAD' });
    expect([head.status, head.body, Number(head.headers['content-length']) > 100]).toEqual([200, '', true]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask(port, '/', { method });
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('answers only to its own name', async () => {
    const { port } = await serve(knowledgeBase());
    for (const host of ['localhost', `localhost:${port}`, '127.0.0.1', '[::1]:80'])
      expect((await ask(port, '/', { headers: { host } })).status).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:80@localhost', '0.0.0.0']) {
      const { status, body } = await ask(port, '/', { headers: { host } });
      expect([host, status, body.includes('客服知识库')]).toEqual([host, 403, false]);
    }
  });

  it.each([
    '/../playbook.config.yaml',
    '/%2e%2e/playbook.config.yaml',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/..%5c..%5cplaybook.config.yaml',
    '/assets/..%2f..%2f%E7%A7%98%E5%AF%86.txt',
    '/%E7%A7%98%E5%AF%86.txt',
    '//etc/passwd',
    '/etc/passwd%00.html',
    '/.playbook-site',
    'http://127.0.0.1/etc/passwd',
  ])('finds nothing at %s', async (path) => {
    const { port } = await serve(knowledgeBase());
    const { status, body } = await ask(port, path);
    expect(status).toBe(404);
    expect(body).not.toMatch(/秘密|root:|content: /);
  });

  it('refuses an address that cannot be read', async () => {
    const { port } = await serve(knowledgeBase());
    expect((await ask(port, '/%ff')).status).toBe(400);
  });

  it('streams pictures and parts of them, and nothing once they lead elsewhere', async () => {
    const preview = await serve(knowledgeBase());
    const page = await ask(preview.port, '/pages/response-refund.html');
    const picture = `/${/assets\/[^"]+\.png/.exec(page.body)?.[0]}`;
    const whole = await ask(preview.port, picture);
    expect([whole.status, whole.headers['content-type'], whole.body]).toEqual([200, 'image/png', '0123456789']);
    const part = await ask(preview.port, picture, { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers['content-range'], part.body]).toEqual([206, 'bytes 2-4/10', '234']);
    expect((await ask(preview.port, picture, { headers: { range: 'bytes=-3' } })).body).toBe('789');
    expect((await ask(preview.port, picture, { headers: { range: 'bytes=10-' } })).status).toBe(416);
    rmSync(join(preview.cwd, '手册/照片.png'));
    writeFiles(preview.cwd, { '手册/照片.png': { link: '/etc/hostname' } });
    expect((await ask(preview.port, picture)).status).toBe(404);
  });

  it('shows changes and tells open pages, and keeps the pages when the settings break', async () => {
    const preview = await serve(knowledgeBase());
    const { port, cwd, notes } = preview;
    const events = listen(port);
    const first = await events.next();
    writeFileSync(join(cwd, '手册/a.md'), response('response-refund', '退费进度'));
    const second = await events.next();
    expect(second).not.toBe(first);
    expect((await ask(port, '/pages/response-refund.html')).body).toContain('退费进度');

    writeFileSync(join(cwd, 'playbook.config.yaml'), 'title: [\n');
    await notes('没有更新，仍显示之前的页面：playbook.config.yaml:');
    expect((await ask(port, '/')).body).toContain('客服知识库');

    writeFileSync(join(cwd, 'playbook.config.yaml'), 'title: 新的名称\ncontent: 手册\n');
    expect(await events.next()).not.toBe(second);
    expect((await ask(port, '/')).body).toContain('新的名称');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s, with pages open', async (signal) => {
    const { child, port } = await serve(knowledgeBase());
    await listen(port).next();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('takes the next port when its own is taken, but not instead of one that was asked for', async () => {
    const cwd = knowledgeBase();
    const first = await serve(cwd);
    const second = await serve(cwd);
    expect(second.port).toBeGreaterThan(first.port);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await run(['serve', '--port', String(port)], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `✖ Port ${port} is taken. Choose another, or leave --port out.\n`,
    });
    other.close();
  });
});

/** The versions of the pages that the server announces. */
function listen(port: number): { readonly next: () => Promise<string> } {
  const arrived: string[] = [];
  const waiting: ((version: string) => void)[] = [];
  const asked = request({ host: '127.0.0.1', port, path: '/_events', agent: false }, (answer) => {
    answer.setEncoding('utf8').on('data', (text: string) => {
      for (const match of text.matchAll(/^event: pages\ndata: (\w+)$/gm)) {
        const next = waiting.shift();
        if (next) next(match[1] ?? '');
        else arrived.push(match[1] ?? '');
      }
    });
    answer.on('error', () => {});
  });
  asked.on('error', () => {});
  asked.end();
  return {
    next() {
      const version = arrived.shift();
      return version === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(version);
    },
  };
}
