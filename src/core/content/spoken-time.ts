import { findEntry } from '../config/vocabulary.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook, Section } from '../model/playbook.js';
import { readingSeconds } from './reading-seconds.js';
import { readSpokenTexts, type SpokenText } from './spoken-text.js';

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
