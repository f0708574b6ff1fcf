import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readEntry, writeEntry } from '../../src/core/feedback/entry.js';
import { collectorLimits, createCollector } from '../../src/node/feedback-collector.js';
import { type SiteServer, startSiteServer } from '../../src/node/site-server.js';

const today = '2026-11-22';
const dayFile = `feedback-${today}.ndjson`;
const id = (number: number) => number.toString(16).padStart(32, '0');
const solved = (number = 1) => ({ version: 1, id: id(number), day: today, page: 'script-refund', revision: 'a1b2c3d4', kind: 'solved' });
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Running {
  readonly port: number;
  readonly folder: string;
  readonly collected: () => readonly string[];
  readonly failures: unknown[];
  passTime: (milliseconds: number) => void;
  day: string;
}

async function collect(origins: readonly string[] = []): Promise<Running> {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-')));
  ends.push(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'feedback');
  let time = 0;
  const failures: unknown[] = [];
  const running = { day: today };
  const collector = await createCollector({
    folder,
    origins,
    today: () => running.day,
    now: () => time,
    failed: (error) => failures.push(error),
  });
  const server: SiteServer = await startSiteServer({ port: 0, orNext: false, openAsset: async () => undefined, collector });
  ends.push(() => server.close());
  return Object.assign(running, {
    port: server.port,
    folder,
    failures,
    collected: () => readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)),
    passTime: (milliseconds: number) => {
      time += milliseconds;
    },
  });
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

function send(port: number, { method = 'POST', path = '/_feedback', headers = {}, body = '' }: Asked = {}): Promise<Answer> {
  const all = { origin: `http://127.0.0.1:${port}`, 'content-type': 'text/plain;charset=utf-8', ...headers };
  const given = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: given, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('collecting feedback', () => {
  it('appends what pages of the site send to one file a day, for its owner alone', async () => {
    const running = await collect();
    const search = { version: 1, id: id(2), day: today, kind: 'search-empty', query: '会员降级' };
    const first = await send(running.port, { body: line(solved()) + line(search) });
    expect([first.status, first.body]).toEqual([200, '{"taken":2,"refused":0}\n']);
    running.day = '2026-11-23';
    await send(running.port, { body: line({ ...solved(3), day: '2026-11-23' }) });
    expect(readdirSync(running.folder)).toEqual([dayFile, 'feedback-2026-11-23.ndjson']);
    expect(readFileSync(join(running.folder, dayFile), 'utf8')).toBe(
      [solved(), search].map((entry) => writeEntry(readEntry(entry) ?? expect.fail())).join(''),
    );
    if (process.platform !== 'win32') expect(statSync(join(running.folder, dayFile)).mode & 0o777).toBe(0o600);
  });

  it('writes entries in their one form and nothing about who sent them', async () => {
    const running = await collect();
    const odd = { ...solved(), user: '张三', ip: '10.1.2.3', page: 'script-refund', __proto__: { admin: true } };
    const query = { version: 1, id: id(2), day: today, kind: 'missing', query: '13800138000 张先生 li@mail.example.cn' };
    const headers = {
      'user-agent': 'Browser of Zhang',
      cookie: 'session=1',
      'x-forwarded-for': '10.1.2.3',
      referer: 'http://127.0.0.1/pages/x',
    };
    expect((await send(running.port, { headers, body: line(odd) + line(query) })).status).toBe(200);
    const text = running.collected().join('\n');
    expect(text).not.toMatch(/10\.1\.2\.3|张三|Browser|Zhang|session|138|mail\.example|127\.0\.0/);
    expect(JSON.parse(running.collected()[1] ?? '')).toMatchObject({ query: '# 张先生 #' });
  });

  it.each([
    ['no body', ''],
    ['no JSON', 'solved=1'],
    ['another shape', line({ kind: 'solved' })],
    ['a list', line([solved()])],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['UTF-16', Buffer.from(line(solved()), 'utf16le')],
    ['deep nesting', '['.repeat(30_000)],
    ['a line break within an entry', JSON.stringify({ ...solved(), page: 'a' }).replace('"a"', '"a\n"')],
    ['a path for an id', line({ ...solved(), id: '../../../../tmp/x' })],
    ['a day that is a path', line({ ...solved(), day: '../2026-11-22' })],
    [
      'too many entries',
      Array.from({ length: collectorLimits.entries + 1 }, (_, number) => line(solved(number)))
        .join('')
        .slice(0, 60_000),
    ],
  ])('writes nothing of %s', async (_name, body) => {
    const running = await collect();
    const { status } = await send(running.port, { body });
    expect([status, running.collected()]).toEqual([422, []]);
  });

  it('keeps the good lines of a body and leaves out the others', async () => {
    const running = await collect();
    const { status, body } = await send(running.port, { body: `${line(solved(1))}nonsense\n{}\n${line(solved(2))}` });
    expect([status, body]).toEqual([200, '{"taken":2,"refused":2}\n']);
    expect(running.collected().map((text) => JSON.parse(text).id)).toEqual([id(1), id(2)]);
  });

  it('never lets one entry become two lines', async () => {
    const running = await collect();
    const quote = `x\u2028{"version":1}\r\n${JSON.stringify(solved(9))}\n`;
    const wrong = { ...solved(), kind: 'wrong', quote, before: '\n', after: '\r', anchor: '', reason: 'unclear' };
    expect((await send(running.port, { body: line(wrong) })).status).toBe(200);
    expect(running.collected()).toHaveLength(1);
  });

  it('takes nothing too large, whether it says so or not', async () => {
    const running = await collect();
    const large = line(solved()).repeat(600);
    expect((await send(running.port, { body: large })).status).toBe(413);
    expect((await send(running.port, { body: large, headers: { 'transfer-encoding': 'chunked' } })).status).toBe(413);
    expect(running.collected()).toEqual([]);
    expect((await send(running.port, { body: line(solved()) })).status).toBe(200);
  });

  it('takes only plain text that is not packed, and only POST', async () => {
    const running = await collect();
    const body = line(solved());
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain; charset=gbk', undefined]) {
      expect([type, (await send(running.port, { body, headers: { 'content-type': type } })).status]).toEqual([type, 415]);
    }
    expect((await send(running.port, { body, headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, headers } = await send(running.port, { method });
      expect([method, status, headers['allow']]).toEqual([method, 405, 'POST']);
    }
    expect(running.collected()).toEqual([]);
  });

  it('takes nothing from pages of other hosts, from none at all, or under another name', async () => {
    const running = await collect();
    const body = line(solved());
    const own = `http://127.0.0.1:${running.port}`;
    const { port } = running;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      { origin: undefined },
      { origin: `${own}.evil.example` },
      { origin: `${own}/` },
      { origin: 'http://evil.example', host: 'evil.example' },
      { origin: own, host: 'evil.example' },
    ]) {
      expect([headers, (await send(port, { body, headers })).status]).toEqual([headers, 403]);
    }
    expect(running.collected()).toEqual([]);
  });

  it('takes it from the origins that were named, and tells browsers so', async () => {
    const running = await collect(['https://help.example.com', 'null']);
    for (const origin of ['https://help.example.com', 'null']) {
      const { status, headers } = await send(running.port, { body: line(solved()), headers: { origin } });
      expect([status, headers['access-control-allow-origin'], headers['vary']]).toEqual([200, origin, 'Origin']);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
    const other = await send(running.port, { body: line(solved()), headers: { origin: 'https://other.example.com' } });
    expect([other.status, other.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });

  it('takes so many requests a minute from one address, others meanwhile, and goes on afterwards', async () => {
    const running = await collect();
    const from = (address: string) => send(running.port, { body: line(solved()), headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    for (let number = 0; number < collectorLimits.perAddress; number += 1) expect((await from('10.0.0.1')).status).toBe(200);
    const refused = await from('10.0.0.1');
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
    expect((await from('10.0.0.2')).status).toBe(200);
    running.passTime(collectorLimits.window - 1);
    expect((await from('10.0.0.1')).status).toBe(429);
    running.passTime(1);
    expect((await from('10.0.0.1')).status).toBe(200);
  });

  it('takes so many in all, whoever they say they are', async () => {
    const running = await collect();
    const statuses = [];
    for (let number = 0; number < collectorLimits.inAll + 5; number += 1) {
      statuses.push(
        (await send(running.port, { body: 'x', headers: { 'x-forwarded-for': `10.0.${number >> 8}.${number & 255}` } })).status,
      );
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  it('takes no more on a day whose file is full', async () => {
    const running = await collect();
    writeFileSync(join(running.folder, dayFile), '');
    truncateSync(join(running.folder, dayFile), collectorLimits.day - 10);
    expect((await send(running.port, { body: line(solved()) })).status).toBe(507);
    expect(statSync(join(running.folder, dayFile)).size).toBe(collectorLimits.day - 10);
  });

  it.skipIf(process.platform === 'win32')('writes through no link and into no folder, says so and goes on', async () => {
    const running = await collect();
    const elsewhere = join(running.folder, '..', 'elsewhere.txt');
    writeFileSync(elsewhere, '原文\n');
    symlinkSync(elsewhere, join(running.folder, dayFile));
    expect((await send(running.port, { body: line(solved()) })).status).toBe(503);
    expect(readFileSync(elsewhere, 'utf8')).toBe('原文\n');
    rmSync(join(running.folder, dayFile));
    mkdirSync(join(running.folder, dayFile));
    expect((await send(running.port, { body: line(solved()) })).status).toBe(503);
    rmSync(join(running.folder, dayFile), { recursive: true });
    expect(running.failures).toHaveLength(2);
    expect((await send(running.port, { body: line(solved()) })).status).toBe(200);
  });

  it('keeps whole lines when many send at once', async () => {
    const running = await collect();
    const bodies = Array.from({ length: 25 }, (_, number) => line(solved(number * 2)) + line(solved(number * 2 + 1)));
    const answers = await Promise.all(bodies.map((body) => send(running.port, { body })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const ids = running.collected().map((text) => JSON.parse(text).id);
    expect([...ids].sort()).toEqual(Array.from({ length: 50 }, (_, number) => id(number)));
  });

  it('shows nobody what it has collected', async () => {
    const running = await collect();
    await send(running.port, { body: line(solved()) });
    for (const path of [
      `/${dayFile}`,
      `/_feedback/${dayFile}`,
      `/_feedback/../feedback/${dayFile}`,
      '/_feedback',
      '/_feedback/',
      '/feedback/',
    ]) {
      const { status, body } = await send(running.port, { method: 'GET', path });
      expect([path, status === 404 || status === 405, body.includes('script-refund')]).toEqual([path, true, false]);
    }
  });

  it('survives a body that breaks off', async () => {
    const running = await collect();
    await new Promise<void>((resolve) => {
      const socket = connect(running.port, '127.0.0.1', () => {
        socket.write(
          `POST /_feedback HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n${line(solved())}`,
          () => socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect((await send(running.port, { body: line(solved(7)) })).status).toBe(200);
    expect(running.collected().map((text) => JSON.parse(text).id)).toEqual([id(7)]);
  });
});
