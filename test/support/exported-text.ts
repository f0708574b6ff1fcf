import { exportSite } from '../../src/app/export.js';
import { publishedFiles } from '../../src/app/published.js';
import { openSession } from '../../src/app/session.js';
import { reviewsOfPublished } from '../../src/app/site-reviews.js';
import { siteFormats } from '../../src/core/config/site-formats.js';
import type { Repository } from './repository.js';

/** Every byte of an export of approved content, in one text, names of files included. */
export async function exportedText(repository: Repository, at?: string, today = '2026-11-22'): Promise<string> {
  const review = await repository.review(at);
  const published = await publishedFiles(review);
  const session = await openSession(published.files, { locale: 'zh-Hans', today });
  const parts: string[] = [];
  // What searches read stays text, so that a word in it would be seen.
  const assets = { script: '', searchScript: '', style: '', features: { run: { script: '', style: '' } }, pack: (text: string) => text };
  for await (const file of exportSite(session, assets, { reviews: reviewsOfPublished(published), formats: siteFormats })) {
    parts.push(file.path);
    if ('content' in file) parts.push(file.content);
    else {
      await review.history.read([published.blobs.get(file.copyOf) ?? ''], (_blob, content) =>
        parts.push(Buffer.from(content).toString('latin1')),
      );
    }
  }
  return parts.join('\n');
}
