import { prepareMessage, readThreads } from '../../app/threads.js';
import type { ReviewThread } from '../../core/model/thread.js';
import type { ReviewedFolder } from '../../node/reviewed-folder.js';
import { readThreadFiles } from '../../node/thread-files.js';
import type { ReviewCalls } from './calls.js';
import { identityOf, write } from './decide.js';

/** The conversations about a reviewed file, those that are not committed included. */
export async function threadsOf({ root, review }: ReviewedFolder, id: string): Promise<readonly ReviewThread[]> {
  return readThreads(review, id, await readThreadFiles(root, id));
}

/** Writes a message and commits it alone, or says why not. */
export async function say(opened: ReviewedFolder, { commit, ...wish }: ReviewCalls['say']['given']): Promise<ReviewCalls['say']['answer']> {
  const by = await identityOf(opened.root);
  if ('refusal' in by) return by;
  const prepared = prepareMessage(await threadsOf(opened, wish.id), { ...wish, by });
  if ('refusal' in prepared) return prepared;
  const written = await write(opened, prepared, commit);
  return 'refusal' in written ? written : { file: prepared.file, thread: prepared.thread, ...written };
}
