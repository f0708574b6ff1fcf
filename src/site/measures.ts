import { readingSeconds } from '../core/content/reading-seconds.js';
import { countSms } from '../core/sms.js';
import type { Say } from './words.js';

/** How the length of a wording counts: what is sent as SMS in parts that are paid for, what is said on the phone in seconds. */
export const measureKinds = ['sms', 'spoken', 'text'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** The length of a wording in words for the reader; the same at export and as the agent fills it in. */
export function measureWords(text: string, kind: MeasureKind, say: Say): string {
  const characters = say('characters', { count: [...text.replace(/\s*\n\s*/g, '')].length });
  if (kind === 'text') return characters;
  if (kind === 'spoken') return `${characters} · ${say('seconds', { count: readingSeconds(text) })}`;
  const { segments, units, room } = countSms(text);
  return `${characters} · ${say('segments', { count: segments })} · ${say('segmentsRoom', { units, room })}`;
}
