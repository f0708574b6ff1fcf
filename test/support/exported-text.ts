import { exportSite } from '../../src/app/export.js';
import { publishedFiles } from '../../src/app/published.js';
import { idsByPath, revisionTexts } from '../../src/app/revision-texts.js';
import { openSession } from '../../src/app/session.js';
import { reviewsOfPublished } from '../../src/app/site-reviews.js';
import { siteFormats } from '../../src/core/config/site-formats.js';
import type { Repository } from './repository.js';

/** An export of approved content: each file's text by its path, pictures and documents as Latin-1. */
export async function exportedFiles(repository: Repository, at?: string, today = '2026-11-22'): Promise<ReadonlyMap<string, string>> {
  const review = await repository.review(at);
  const published = await publishedFiles(review);
  const session = await openSession(published.files, { locale: 'zh-Hans', today });
  const exported = new Map<string, string>();
  // What searches read stays text, so that a word in it would be seen.
  const assets = {
    script: '',
    searchScript: '',
    style: '',
    historyStyle: '',
    features: { run: { script: '', style: '' }, flow: { script: '', style: '' }, course: { script: '', style: '' } },
    pack: (text: string) => text,
  };
  const site = exportSite(session, assets, {
    reviews: reviewsOfPublished(published, review),
    revisionTexts: revisionTexts(review, idsByPath(session.knowledgeBase.playbooks)),
    formats: siteFormats,
  });
  for await (const file of site) {
    if ('content' in file) exported.set(file.path, file.content);
    else {
      await review.history.read([published.blobs.get(file.copyOf) ?? ''], (_blob, content) => {
        exported.set(file.path, Buffer.from(content).toString('latin1'));
      });
    }
  }
  return exported;
}

/** Every byte of an export of approved content, in one text, names of files included. */
export async function exportedText(repository: Repository, at?: string, today?: string): Promise<string> {
  return [...(await exportedFiles(repository, at, today))].flat().join('\n');
}
