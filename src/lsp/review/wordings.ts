import type { Review } from '../../app/review.js';
import { revisionSizes } from '../../app/revision-sizes.js';
import { type Revision, removedBlob } from '../../core/model/review.js';
import type { WordingName } from '../protocol.js';
import type { ReviewCalls, WordingText } from './calls.js';

/** The approved wordings of a reviewed file, oldest first, with what each changed. */
export async function revisions(review: Review, id: string): Promise<ReviewCalls['revisions']['answer']> {
  const judgement = review.judgements.get(id);
  if (!judgement) return undefined;
  const sizes = await revisionSizes(review, judgement.revisions);
  const committed = review.states.get(id)?.blob;
  return {
    revisions: judgement.revisions.map((revision) => ({
      revision,
      change: sizes.get(revision.number) ?? { size: 'none', classes: [] },
    })),
    ...(committed !== undefined && { committed }),
  };
}

/** The text of a wording in the history; undefined if there is none of that name. What was removed is empty. */
export async function wordingText(review: Review, id: string, wording: WordingName): Promise<WordingText | undefined> {
  const state = review.states.get(id);
  const found = review.judgements.get(id)?.revisions ?? [];
  const revision = typeof wording === 'number' ? found.find(({ number }) => number === wording) : undefined;
  if (typeof wording === 'number') return revision && textOfRevision(review, revision);
  if (wording === 'approved') return state?.published && textOfRevision(review, state.published);
  const blob = wording === 'committed' ? state?.blob : wording;
  if (blob === undefined || !isKnown(review, id, blob)) return undefined;
  const published = found.findLast((candidate) => candidate.blob === blob);
  if (published) return textOfRevision(review, published);
  const text = await review.readText(blob);
  return text === undefined ? undefined : { text, blob, path: state?.path ?? '' };
}

async function textOfRevision(review: Review, { number, day, blob, path }: Revision): Promise<WordingText | undefined> {
  const text = blob === removedBlob ? '' : await review.readText(blob);
  return text === undefined ? undefined : { text, blob, path, revision: { number, day } };
}

/** Only wordings of this file are told: a blob could be anything that is in the repository. */
function isKnown({ ledger, states }: Review, id: string, blob: string): boolean {
  return states.get(id)?.blob === blob || (ledger.subjects.get(id) ?? []).some((event) => event.kind === 'version' && event.blob === blob);
}
