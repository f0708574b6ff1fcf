import { gitBlob } from '../../core/parse/blob.js';
import type { AssistantContent } from './content.js';
import type { SayToAssistant } from './words.js';

/** What an assistant is told: text for the model, and the same as plain data where there is any. */
export interface AssistantAnswer<Data> {
  readonly text: string;
  /** Absent when the question could not be answered; `text` then says why and what to do. */
  readonly data?: Data;
}

/**
 * Frames text that people wrote, so that a model takes it for data. The mark that ends it comes from the text itself: nobody
 * can write a text that holds its own mark.
 */
export function framed(content: string, say: SayToAssistant): string {
  const mark = `----- ${gitBlob(content).slice(0, 20)} -----`;
  return `${say('dataBegins', { mark })}\n${mark}\n${content}\n${mark}`;
}

/** Under which rule content is given: only what was approved, or whatever the folder holds. */
export function approvalNote({ reviews, withheld }: AssistantContent, say: SayToAssistant): string {
  if (!reviews) return say('reviewOff');
  return withheld === 0 ? say('approvedOnly') : `${say('approvedOnly')} ${say('withheld', { count: withheld })}`;
}

/** How the text of a page was approved, in words; empty where review is off. */
export function approvalOf({ reviews }: AssistantContent, path: string, say: SayToAssistant): string {
  const review = reviews?.get(path);
  if (!review?.revision) return '';
  const { number, approvedOn, approvers } = review.revision;
  return say('revision', { number, day: approvedOn, people: approvers.join(say('listSeparator')) });
}
