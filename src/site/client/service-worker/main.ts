import { offlineAddress } from '../../offline/addresses.js';

/**
 * Keeps the site usable without a network, and nothing longer than the site itself has it. Whatever can be asked from the
 * server is (a short timeout aside); what is kept answers only when the server does not. A newer export is another worker: it
 * takes over as soon as it is there, and the old one's copies go, so that a page that was withdrawn is gone with the first check.
 * Copies are not used any more when the server was not reached for a week.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Written before this script by the export. */
  readonly playbookOffline: { readonly version: string; readonly files: readonly (readonly [path: string, digest: string])[] };
};

const { version, files } = self.playbookOffline;
const digests = new Map(files);
const { scope } = self.registration;
const prefix = `playbook ${scope} `;
const cacheName = prefix + version;

const networkTimeout = 3000;
const longestWithoutServer = 7 * 24 * 60 * 60 * 1000;
/** Requests at once while copies are made. */
const atOnce = 6;
/** Pages and parts of the search index that are kept beside those that always are. */
const mostVisited = 1000;

/** What the worker keeps for itself, beside copies: no file of the site has such a name. */
const digestsKey = `${scope}?digests`;
const contactKey = `${scope}?contact`;

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  event.respondWith(answer(event));
});

async function oldCacheNames(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
}

async function removeOld(): Promise<void> {
  for (const name of await oldCacheNames()) await caches.delete(name);
}

/** Copies everything that is always kept, and what was visited before. What has not changed comes from the older copies. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  const [oldName] = await oldCacheNames();
  const old = oldName === undefined ? undefined : await caches.open(oldName);
  const oldDigests = new Map<string, string>(old ? await (await old.match(digestsKey))?.json() : []);
  const tasks = files.map(([path, digest]) => async () => {
    const kept = oldDigests.get(path) === digest ? await old?.match(scope + path) : undefined;
    const response = kept ?? (await load(scope + path));
    if (response) await cache.put(scope + path, response);
  });
  const visited = old ? (await old.keys()).map(({ url }) => url).filter((url) => !url.includes('?') && !oldDigests.has(pathOf(url))) : [];
  for (const url of visited.filter((key) => !digests.has(pathOf(key)))) {
    tasks.push(async () => {
      const response = await load(url);
      if (response) await cache.put(url, response);
    });
  }
  await inTurn(tasks);
  if (!(await cache.match(scope + offlineAddress))) throw new Error('the server could not be reached');
  await cache.put(digestsKey, new Response(JSON.stringify(files)));
  await noteContact(cache);
}

async function inTurn(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let task = tasks[next]; task; task = tasks[next]) {
      next += 1;
      // What could not be copied now is copied when it is visited.
      await task().catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function load(url: string): Promise<Response | undefined> {
  const response = await fetch(url, { cache: 'no-cache' });
  return isCopy(response) ? plain(response) : undefined;
}

/** Whether a response is a page of this site, and not what a gateway or a log-in says in its place. */
function isCopy(response: Response): boolean {
  return response.status === 200 && response.type === 'basic' && (response.url === '' || response.url.startsWith(scope));
}

/** A response that came by a redirection may not answer a navigation; what it says may. */
function plain(response: Response): Response {
  if (!response.redirected) return response;
  return new Response(response.body, { status: response.status, headers: response.headers });
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const key = keyOf(request.url);
  const cache = await caches.open(cacheName);
  const fromServer = ask(request, key, cache);
  const quick = await Promise.race([fromServer.catch(() => undefined), wait(networkTimeout)]);
  if (quick && quick.status < 500) return quick;
  const kept = await copyOf(key, cache);
  if (kept) {
    event.waitUntil(fromServer.catch(() => undefined));
    return kept;
  }
  try {
    return await fromServer;
  } catch {
    // Not the page itself, whose links count from where it is.
    return request.mode === 'navigate' && !key.endsWith(`/${offlineAddress}`)
      ? Response.redirect(scope + offlineAddress)
      : Response.error();
  }
}

/** Asks the server, keeps what it says, and lets go of what it no longer has. */
async function ask(request: Request, key: string, cache: Cache): Promise<Response> {
  const response = await fetch(request);
  if (isCopy(response)) {
    await cache.put(key, plain(response.clone()));
    if (request.mode === 'navigate') await noteContact(cache);
    if (!digests.has(pathOf(key))) await forgetOldest(cache);
  } else if (response.status === 404 || response.status === 410) await cache.delete(key);
  return response;
}

async function copyOf(key: string, cache: Cache): Promise<Response | undefined> {
  const contact = Number(await (await cache.match(contactKey))?.text());
  // A clock that was put back counts as long ago.
  const since = Date.now() - contact;
  return since >= 0 && since < longestWithoutServer ? cache.match(key) : undefined;
}

function noteContact(cache: Cache): Promise<void> {
  return cache.put(contactKey, new Response(String(Date.now())));
}

async function forgetOldest(cache: Cache): Promise<void> {
  const visited = (await cache.keys()).filter(({ url }) => !url.includes('?') && !digests.has(pathOf(url)));
  for (const request of visited.slice(0, Math.max(0, visited.length - mostVisited))) await cache.delete(request);
}

/** Addresses without what does not change the page: `?order_id=…` fills blanks, and a folder is its first page. */
function keyOf(url: string): string {
  const bare = url.replace(/[?#].*$/, '');
  return bare.endsWith('/') ? `${bare}index.html` : bare;
}

function pathOf(url: string): string {
  return url.slice(scope.length);
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
