import { findEntry } from '../config/vocabulary.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook, Section } from '../model/playbook.js';
import { readSpokenTexts, type SpokenText } from './spoken-text.js';

/** Seconds to say a text at a calm pace: 4.5 Han characters, 2.5 words or 4 digits a second. */
export function readingSeconds(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  const words = text.match(/[^\P{L}\p{Script=Han}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(han / 4.5 + words / 2.5 + digits / 4));
}

export interface SpokenTime {
  readonly message: SpokenText;
  readonly seconds: number;
}

/**
 * How long each wording takes that is said on the phone: what stands under a heading that names the phone, and in a playbook
 * for the phone what stands under no channel's heading.
 */
export function spokenTimes(playbook: Playbook, knowledgeBase: KnowledgeBase): readonly SpokenTime[] {
  const { channels } = knowledgeBase.config;
  const within = (section: Section, channel: string | undefined): readonly SpokenTime[] => {
    const own = findEntry(channels, section.heading?.text ?? '')?.id ?? channel;
    const isSpoken = own === undefined ? playbook.fields.channels.includes('phone') : own === 'phone';
    const messages = isSpoken ? readSpokenTexts(playbook, { ...section, sections: [] }, knowledgeBase) : [];
    return [
      ...messages.map((message) => ({ message, seconds: readingSeconds(message.text) })),
      ...section.sections.flatMap((child) => within(child, own)),
    ];
  };
  return within(playbook.root, undefined);
}
