import type { Comparison } from '../core/model/comparison.js';
import { type Revision, removedBlob } from '../core/model/review.js';
import { compare } from '../core/review/compare/compare.js';
import type { PlaybookType } from '../core/types/playbook-type.js';
import type { Review } from './review.js';

/** How much each revision changed against the one before it, by its number; the first against nothing. */
export async function revisionSizes(
  review: Pick<Review, 'readTexts'>,
  revisions: readonly Revision[],
  types?: Iterable<PlaybookType>,
): Promise<ReadonlyMap<number, Pick<Comparison, 'size' | 'classes'>>> {
  const texts = await review.readTexts(revisions.map(({ blob }) => blob).filter((blob) => blob !== removedBlob));
  return new Map(
    revisions.map((revision, index) => {
      const before = revisions[index - 1];
      const { size, classes } = compare(before && texts.get(before.blob), texts.get(revision.blob), types ? { types } : {});
      return [revision.number, { size, classes }];
    }),
  );
}
