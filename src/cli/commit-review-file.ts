import { BranchMovedError, commitNewFile, type Identity, NoIdentityError, whoCommits } from '../node/git/commit-file.js';
import { Failure } from './failure.js';
import type { OpenReviewFolder } from './review-folder.js';

/** Who commits here. Fails in words where git does not know. */
export async function identityOf(root: string): Promise<Identity> {
  try {
    return await whoCommits(root);
  } catch (error) {
    if (error instanceof NoIdentityError) throw new Failure('reviewNoIdentity');
    throw error;
  }
}

/** Commits a new file of the knowledge base alone; gives the commit. Fails in words if the branch moved meanwhile. */
export async function commitReviewFile({ history, root }: OpenReviewFolder, path: string, text: string, message: string): Promise<string> {
  try {
    return await commitNewFile(history, root, path, text, message);
  } catch (error) {
    if (error instanceof BranchMovedError) throw new Failure('reviewMoved');
    throw error;
  }
}
