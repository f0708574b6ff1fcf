import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareDecision, unknownPeople } from '../../app/decide.js';
import { decode } from '../../node/folder.js';
import { BranchMovedError, commitNewFile, NoIdentityError, whoCommits } from '../../node/git/commit-file.js';
import type { ReviewedFolder } from '../../node/reviewed-folder.js';
import { createFile } from '../../node/write-file.js';
import type { CallPlace, NotWritten, ReviewCalls } from './calls.js';
import { isWritable, type ReviewDesk } from './review-desk.js';

/** Writes a decision and commits it alone, as `playbook review` does, or says why not. */
export async function decide(
  desk: ReviewDesk,
  { id, kind, at, note, reviewers, commit }: ReviewCalls['decide']['given'],
  place: CallPlace,
): Promise<ReviewCalls['decide']['answer']> {
  const opened = await desk.open(place);
  const { root, review } = opened;
  const by = await identityOf(root);
  if ('refusal' in by) return by;
  const prepared = await prepareDecision(review, { id, kind, by, at, note, reviewers }, (path) => readWritten(root, path));
  if ('refusal' in prepared) return prepared;
  const written = await write(opened, prepared, commit);
  if ('refusal' in written) return written;
  const after = commit ? (await desk.open(place)).review.states.get(id) : undefined;
  return {
    file: prepared.file,
    ...written,
    ...(after && { state: after }),
    unknownPeople: unknownPeople(review, prepared.decision.reviewers),
  };
}

/** Who commits here. */
export async function identityOf(root: string): Promise<{ readonly name: string; readonly email: string } | NotWritten> {
  try {
    return await whoCommits(root);
  } catch (error) {
    if (error instanceof NoIdentityError) return { refusal: 'no-identity' };
    throw error;
  }
}

async function readWritten(root: string, path: string): Promise<string | undefined> {
  const content = await readFile(join(root, path)).catch(() => undefined);
  return content && decode(content).text;
}

/** Writes one new file of the knowledge base, and commits it alone if asked to. */
export async function write(
  { root, history }: ReviewedFolder,
  { file, text, message }: { readonly file: string; readonly text: string; readonly message: string },
  commit: boolean,
): Promise<{ readonly commit?: string } | NotWritten> {
  if (!(await isWritable(root)) || (commit && !(await isWritable(history.gitFolder)))) return { refusal: 'not-writable' };
  try {
    if (commit) return { commit: await commitNewFile(history, root, file, text, message) };
    await createFile(root, file, text);
    return {};
  } catch (error) {
    if (error instanceof BranchMovedError) return { refusal: 'moved' };
    if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) {
      return { refusal: 'not-writable' };
    }
    throw error;
  }
}
