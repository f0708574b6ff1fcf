import { relative, resolve, sep } from 'node:path';
import { comparePage } from '../app/comparison.js';
import type { Review } from '../app/review.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Playbook } from '../core/model/playbook.js';
import { type AssetBlobs, removedBlob } from '../core/model/review.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import { changedAssets } from '../core/review/assets.js';
import { idAt, readIdentity } from '../core/review/identity.js';
import { resolveCommit } from '../node/git/resolve-commit.js';
import type { Context } from './context.js';
import { didYouMean, Failure } from './failure.js';
import { openKnowledgeBase } from './knowledge-base-folder.js';
import { closest } from './options.js';
import type { ComparedRevisions } from './report/comparison/comparison-report.js';
import { openReviewAt } from './review-folder.js';
import { printable } from './terminal.js';

export interface RevisionOptions {
  /** `approved`, `working-tree`, or a name that git knows. */
  readonly from?: string;
  readonly to?: string;
  readonly root?: string;
  readonly today?: string;
}

interface Revision {
  /** Undefined when the playbook is not there in this revision. */
  readonly text: string | undefined;
  readonly name: string;
  readonly path?: string;
  /** Pictures and files that were approved with it. */
  readonly assets?: AssetBlobs;
}

/** A playbook in two revisions: by default what was approved last, or what was committed last where nothing is reviewed, and what is in the folder. */
export async function comparedRevisions(named: string, options: RevisionOptions, context: Context): Promise<ComparedRevisions> {
  const { session, folder } = await openKnowledgeBase(options.root, options, context);
  const { knowledgeBase } = session;
  const present = findPlaybook(named, knowledgeBase, folder.root, context);
  const id = present?.id ?? named;
  const { review } = await openReviewAt(folder.root, { today: session.settings.today }, context);
  const lookUp: LookUp = {
    id,
    present,
    context,
    resolve: (name) => resolveCommit(folder.root, name),
    review,
  };
  const isReviewed = review.policy.config.review.mode !== 'off';
  const before = await revision(options.from ?? (isReviewed ? 'approved' : 'HEAD'), lookUp);
  const after = await revision(options.to ?? 'working-tree', lookUp);
  if (before.assets && options.to === undefined) noteOtherAssets(before.assets, lookUp);
  const path = present?.path ?? after.path ?? before.path;
  if (path === undefined) {
    const near = closest(
      id,
      [...knowledgeBase.playbooks.values()].map((playbook) => playbook.id),
    );
    throw new Failure('noSuchPlaybook', { id: named }, ...didYouMean(near));
  }
  const shown = present ?? parsePlaybook(path, { text: after.text ?? before.text ?? '' }, knowledgeBase.config.defaultLanguage);
  return {
    ...comparePage(knowledgeBase, path, before.text, after.text),
    knowledgeBase,
    id,
    title: shown.title,
    path,
    before: before.text,
    after: after.text,
    names: { before: before.name, after: after.name },
  };
}

/** Pictures are not compared; that the last commit has others must not stay unsaid where the words are the same. */
function noteOtherAssets(approved: AssetBlobs, { id, review, context: { say, terminal } }: LookUp): void {
  const file = review.present.get(id)?.find(({ path }) => path === review.states.get(id)?.path);
  const changed = file ? changedAssets(approved, review.wordingAt(file).assets) : [];
  if (changed.length > 0) {
    terminal.note(`${say('reviewOtherAssets', { files: changed.map(printable).join(say('listSeparator')) })}\n`);
  }
}

function findPlaybook(named: string, knowledgeBase: KnowledgeBase, root: string, { currentFolder }: Context): Playbook | undefined {
  const path = relative(root, resolve(currentFolder, named)).split(sep).join('/');
  return knowledgeBase.withId(named)[0] ?? knowledgeBase.playbooks.get(path);
}

interface LookUp {
  readonly id: string;
  /** The playbook as it is in the folder. */
  readonly present: Playbook | undefined;
  readonly review: Review;
  readonly resolve: (name: string) => Promise<string | undefined>;
  readonly context: Context;
}

async function revision(name: string, lookUp: LookUp): Promise<Revision> {
  const { id, present, review, context } = lookUp;
  const { say } = context;
  if (name === 'working-tree') {
    return { text: present?.text, name: say('nameWorkingTree'), ...(present && { path: present.path }) };
  }
  if (name === 'approved') {
    const published = review.states.get(id)?.published;
    if (!published) return { text: undefined, name: say('nameNone') };
    const text = published.blob === removedBlob ? undefined : await review.readText(published.blob);
    return {
      text,
      name: say('nameApproved', { number: published.number, blob: published.blob.slice(0, 8) }),
      path: published.path,
      assets: published.assets,
    };
  }
  const commit = await lookUp.resolve(name);
  if (commit === undefined) throw new Failure('noSuchRevision', { revision: name });
  const shortName = commit.startsWith(name) ? commit.slice(0, 8) : `${name} (${commit.slice(0, 8)})`;
  return { ...(await textAt(commit, lookUp)), name: shortName };
}

/** The playbook in a commit: at the place where it is now, or wherever its id was. */
async function textAt(commit: string, { id, present, review }: LookUp): Promise<Pick<Revision, 'text' | 'path'>> {
  const tree = await review.history.tree(commit);
  const isIt = (path: string, text: string) => idAt(path, readIdentity(text)) === id;
  const samePlace = present && tree.get(present.path);
  if (present && samePlace !== undefined) {
    const text = await review.readText(samePlace);
    if (text !== undefined && isIt(present.path, text)) return { text, path: present.path };
  }
  const pages = [...tree].filter(([path]) => /\.(?:md|markdown)$/i.test(path));
  const texts = await review.readTexts(pages.map(([, blob]) => blob));
  for (const [path, blob] of pages) {
    const text = texts.get(blob);
    if (text !== undefined && isIt(path, text)) return { text, path };
  }
  return { text: undefined };
}
