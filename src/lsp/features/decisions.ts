import { describeMissing, refusalValues } from '../../app/describe-review.js';
import { HistoryError } from '../../app/ports.js';
import { type DecisionKind, removedBlob } from '../../core/model/review.js';
import type { Client } from '../client.js';
import { readText, readTexts, readWish } from '../params.js';
import type { DecisionAnswer, DecisionRefusal } from '../protocol.js';
import type { Decided } from '../review/calls.js';
import type { Reviews } from '../review/reviews.js';
import { nameIn, problemMessage } from './review.js';
import type { Subject } from './wordings.js';

/** Decides about the committed wording of a playbook and says what happened. */
export async function decide(
  subject: Subject,
  kind: DecisionKind,
  params: unknown,
  reviews: Reviews,
  client: Client,
): Promise<DecisionAnswer> {
  const { folder, id, title, playbook } = subject;
  const refuse = (refusal: DecisionRefusal, message: string): DecisionAnswer => ({ isDone: false, refusal, message });
  if (playbook && (await folder.isUnsaved(playbook.path))) return refuse('unsaved', client.say('refusal-unsaved', { title }));
  const note = readText(params, 'note');
  const showPeople = async (): Promise<(person: string) => string> => {
    const review = await reviews.settled(folder);
    return review.availability === 'ready' ? nameIn(review.head) : (person) => person;
  };
  try {
    const answer = await reviews.call(folder, 'decide', {
      ...{ id, kind, at: new Date().toISOString(), reviewers: readTexts(params, 'reviewers') ?? [] },
      ...(note !== undefined && note.trim() !== '' && { note }),
      commit: readWish(params, 'commit'),
    });
    if ('refusal' in answer) {
      const values = { title, ...('values' in answer && refusalValues(answer, client.say, await showPeople())) };
      const near = 'near' in answer && answer.near !== undefined ? ` ${client.say('didYouMean', { name: answer.near })}` : '';
      return refuse(answer.refusal, `${client.say(`refusal-${answer.refusal}`, values)}${near}`);
    }
    await reviews.refresh(folder);
    return {
      isDone: true,
      message: messageOf(answer, kind, title, await showPeople(), client),
      ...(answer.commit !== undefined && { commit: answer.commit }),
      file: answer.file,
      ...(answer.state && { state: answer.state.state }),
      warnings: answer.unknownPeople.map(({ person, near }) =>
        [client.say('unknownPerson', { person }), ...(near === undefined ? [] : [client.say('didYouMean', { name: near })])].join(' '),
      ),
    };
  } catch (error) {
    if (error instanceof HistoryError) return refuse('no-history', problemMessage(error, client));
    throw error;
  }
}

function messageOf(
  { commit, file, state }: Decided,
  kind: DecisionKind,
  title: string,
  show: (person: string) => string,
  { say }: Client,
): string {
  if (commit === undefined) return say('done-written', { file });
  if (kind !== 'approved') return say(`done-${kind}`, { title });
  const missing = state?.missing.map((entry) => describeMissing(entry, say, show)) ?? [];
  if (missing.length > 0) return say('done-approved-more', { title, missing: missing.join(say('clauseSeparator')) });
  return state?.published?.blob === removedBlob
    ? say('done-removed', { title })
    : say('done-approved', { title, number: state?.published?.number ?? 1 });
}
