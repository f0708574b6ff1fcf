import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { startSiteServer } from '../../src/node/site-server.js';

const last = 65_535;
const openAsset = async () => undefined;

it('is served at any free port where no next one is left', async () => {
  const other = createServer().listen(last, '127.0.0.1');
  await once(other, 'listening');
  try {
    await expect(startSiteServer({ port: last, orNext: false, openAsset })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const server = await startSiteServer({ port: last, orNext: true, openAsset });
    expect(server.port).toBeGreaterThan(0);
    expect(server.port).not.toBe(last);
    await server.close();
  } finally {
    other.close();
  }
});
