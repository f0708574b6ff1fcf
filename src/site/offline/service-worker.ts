import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SiteFile } from '../site-file.js';
import { serviceWorkerAddress } from './addresses.js';

/** Characters up to which the whole site is kept on every computer that opens it; of a larger one what was visited is. */
const mostKept = 12 * 1024 * 1024;

/**
 * Passes the files of a site on and adds its service worker, which is another one as soon as any text of the site is: browsers
 * take that for a newer version. It names the files that are kept without being visited.
 */
export async function* withServiceWorker(files: AsyncIterable<SiteFile>, script: string): AsyncGenerator<SiteFile> {
  const all = sha256.create();
  const kept: { path: string; digest: string; isFrame: boolean }[] = [];
  let length = 0;
  for await (const file of files) {
    yield file;
    if (!('content' in file)) {
      all.update(utf8ToBytes(`${file.path}\n`));
      continue;
    }
    const digest = bytesToHex(sha256(utf8ToBytes(file.content))).slice(0, 16);
    all.update(utf8ToBytes(`${file.path} ${digest}\n`));
    if (!/\.(?:html|js|css|svg)$/.test(file.path)) continue;
    length += file.content.length;
    kept.push({ path: file.path, digest, isFrame: !file.path.includes('/') });
  }
  const version = bytesToHex(all.update(utf8ToBytes(script)).digest()).slice(0, 16);
  const shown = kept.filter(({ isFrame }) => length <= mostKept || isFrame).map(({ path, digest }) => [path, digest]);
  yield { path: serviceWorkerAddress, content: `self.playbookOffline=${JSON.stringify({ version, files: shown })};\n${script}` };
}
