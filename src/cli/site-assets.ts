import type { SiteAssets } from '../app/export.js';
import { readSiteAssets } from '../node/site-assets.js';
import { Failure } from './failure.js';

/** The site's browser code and styles; they lie beside the program in every whole installation. */
export async function siteAssets(): Promise<SiteAssets> {
  return readSiteAssets().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Failure('brokenInstall');
    throw error;
  });
}
