import { readComparisonStyle, readSiteAssets } from '../node/site-assets.js';
import type { SiteAssets } from '../site/build-site.js';
import { Failure } from './failure.js';

/** The site's browser code and styles; they lie beside the program in every whole installation. */
export async function siteAssets(): Promise<SiteAssets> {
  return readSiteAssets().catch(explainMissing);
}

/** The styles of a page that compares two revisions. */
export async function comparisonStyle(): Promise<string> {
  return readComparisonStyle().catch(explainMissing);
}

function explainMissing(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new Failure('brokenInstall');
  throw error;
}
