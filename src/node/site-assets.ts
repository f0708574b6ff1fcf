import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { FeatureName } from '../site/addresses.js';
import type { SiteAssets } from '../site/build-site.js';

/** The site's browser code and styles, which the build puts beside the program. */
export async function readSiteAssets(): Promise<SiteAssets> {
  const feature = async (name: FeatureName) => ({ script: await readAsset(`${name}.js`), style: await readAsset(`${name}.css`) });
  return {
    script: await readAsset('site.js'),
    searchScript: await readAsset('search.js'),
    style: await readAsset('site.css'),
    serviceWorker: await readAsset('service-worker.js'),
    features: { run: await feature('run'), flow: await feature('flow'), course: await feature('course') },
    historyStyle: await readAsset('history.css'),
    pack,
  };
}

/** The styles of a page that compares two revisions. */
export async function readComparisonStyle(): Promise<string> {
  return readAsset('comparison.css');
}

function readAsset(name: string): Promise<string> {
  const folder = new URL(import.meta.url.includes('/src/node/') ? '../../dist/site/' : './site/', import.meta.url);
  return readFile(fileURLToPath(new URL(name, folder)), 'utf8');
}

function pack(text: string): string {
  return deflateRawSync(text).toString('base64');
}
