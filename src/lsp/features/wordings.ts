import { comparePage } from '../../app/comparison.js';
import type { Playbook } from '../../core/model/playbook.js';
import { removedBlob } from '../../core/model/review.js';
import { parsePlaybook } from '../../core/parse/playbook.js';
import { classLabels, sizeLabels } from '../../core/review/compare/labels.js';
import { readComparisonStyle } from '../../node/site-assets.js';
import { comparisonPage } from '../../site/comparison/comparison-page.js';
import type { Client } from '../client.js';
import type { OpenFolder } from '../open-folder.js';
import type { ComparisonAnswer, RevisionEntry, Revisions, RevisionText, WordingName } from '../protocol.js';
import type { WordingText } from '../review/calls.js';
import type { Reviews } from '../review/reviews.js';
import { whoDecided } from './review.js';

/** A reviewed file that is asked about. */
export interface Subject {
  readonly folder: OpenFolder;
  readonly id: string;
  readonly title: string;
  /** As it is in the editor; absent where its file is gone, or is no playbook. */
  readonly playbook?: Playbook;
}

/** The approved wordings, newest first. */
export async function listRevisions({ folder, id, title }: Subject, reviews: Reviews, { locale, say }: Client): Promise<Revisions | null> {
  const found = await reviews.call(folder, 'revisions', { id });
  if (!found) return { id, title, revisions: [] };
  const entries = found.revisions.map(({ revision, change }): RevisionEntry => {
    const { number, blob, path, day, commit, approvals } = revision;
    const classes = change.classes.map((name) => classLabels[name][locale]).join(say('listSeparator'));
    return {
      ...{ number, path, day, commit },
      ...(blob !== removedBlob && { blob }),
      approvers: approvals.map(whoDecided),
      notes: approvals.flatMap(({ decision }) => decision.note ?? []),
      ...{ size: change.size, classes: change.classes },
      sizeLabel: [sizeLabels[change.size][locale], ...(classes === '' ? [] : [classes])].join(' · '),
    };
  });
  return { id, title, revisions: entries.reverse(), ...(found.committed !== undefined && { committed: found.committed }) };
}

/** The text of a wording, from the editor or the history. */
export async function textOfWording(
  { folder, id, playbook }: Subject,
  wording: WordingName,
  reviews: Reviews,
  client: Client,
): Promise<RevisionText | null> {
  if (wording === 'working-tree') {
    return playbook ? { text: playbook.text, path: playbook.path, blob: playbook.blob, name: client.say('editorText') } : null;
  }
  const found = await reviews.call(folder, 'text', { id, wording });
  return found ? { text: found.text, path: found.path, blob: found.blob, name: nameOf(found, wording, client) } : null;
}

function nameOf({ revision, blob }: WordingText, wording: WordingName, { say }: Client): string {
  if (revision) return say('revisionOn', { number: revision.number, day: revision.day });
  return wording === 'committed' ? say('committedText') : blob.slice(0, 8);
}

/** Two wordings rendered side by side, as a page of its own. Null if there is neither. */
export async function compareWordings(
  subject: Subject,
  from: WordingName,
  to: WordingName,
  reviews: Reviews,
  client: Client,
): Promise<ComparisonAnswer | null> {
  const { folder, title, playbook } = subject;
  const told = (wording: WordingName) => textOfWording(subject, wording, reviews, client);
  const [before, after] = await Promise.all([told(from), told(to)]);
  const path = playbook?.path ?? after?.path ?? before?.path;
  if (path === undefined) return null;
  const { knowledgeBase, settings } = folder.session;
  // A removed wording is told as an empty text.
  const [old, now] = [before, after].map((text) => (text === null || text.blob === removedBlob ? undefined : text.text));
  const shown = playbook ?? parsePlaybook(path, { text: now ?? old ?? '' }, knowledgeBase.config.defaultLanguage);
  const none = client.say('noText');
  return {
    title,
    html: comparisonPage({
      ...comparePage(knowledgeBase, shown.path, old, now),
      names: { before: before?.name ?? none, after: after?.name ?? none },
      style: await readComparisonStyle(),
      accent: knowledgeBase.config.accent,
      locale: client.locale,
      today: settings.today,
    }),
  };
}
