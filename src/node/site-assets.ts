import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The site's browser code and styles, which the build puts beside the program. */
export async function readSiteAssets(): Promise<{ readonly script: string; readonly style: string }> {
  const folder = new URL(import.meta.url.includes('/src/node/') ? '../../dist/site/' : './site/', import.meta.url);
  const read = (name: string) => readFile(fileURLToPath(new URL(name, folder)), 'utf8');
  return { script: await read('site.js'), style: await read('site.css') };
}
