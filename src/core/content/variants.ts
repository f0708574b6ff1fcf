import type { Config } from '../config/config.js';
import { findEntry, type VocabularyEntry } from '../config/vocabulary.js';
import { nearestLocale } from '../model/locale.js';
import type { Playbook, Section } from '../model/playbook.js';

export interface Variant {
  readonly kind: 'channel' | 'tier' | 'language';
  /** Id of the channel or tier in the config, or the language's tag. */
  readonly id: string;
  /** Its name in the playbook's language. */
  readonly label: string;
  readonly section: Section;
}

/**
 * The subsections of a section whose heading names a channel, tier or language. Only direct subsections:
 * a variant may have variants of its own, which reading its `section` gives.
 */
export function readVariants(playbook: Playbook, section: Section, config: Config): readonly Variant[] {
  const locale = nearestLocale(playbook.lang);
  const vocabularies = [
    { kind: 'channel', entries: config.channels },
    { kind: 'tier', entries: config.tiers },
    { kind: 'language', entries: languages },
  ] as const;
  return section.sections.flatMap((subsection): Variant[] => {
    const name = subsection.heading?.text ?? '';
    for (const { kind, entries } of vocabularies) {
      const entry = findEntry(entries, name);
      if (entry) return [{ kind, id: entry.id, label: entry.label[locale], section: subsection }];
    }
    return [];
  });
}

/** The language of the text at an offset: that of the innermost heading above it that names one, else the playbook's. */
export function languageAt(playbook: Playbook, offset: number): string {
  const within = (section: Section): string | undefined => {
    const inner = section.sections.find((candidate) => offset >= candidate.start && offset < candidate.end);
    return (inner && within(inner)) ?? findEntry(languages, section.heading?.text ?? '')?.id;
  };
  return within(playbook.root) ?? playbook.lang;
}

/** Languages a heading may name. */
const languages: readonly VocabularyEntry[] = [
  {
    id: 'zh-Hans',
    label: { 'zh-Hans': '简体中文', 'zh-Hant': '簡體中文', en: 'Simplified Chinese' },
    aliases: ['简体', '簡體', '中文（简体）', '中文（簡體）', 'zh-CN'],
  },
  {
    id: 'zh-Hant',
    label: { 'zh-Hans': '繁体中文', 'zh-Hant': '繁體中文', en: 'Traditional Chinese' },
    aliases: ['繁体', '繁體', '中文（繁体）', '中文（繁體）', '正體中文', 'zh-TW', 'zh-HK'],
  },
  { id: 'en', label: { 'zh-Hans': '英文', 'zh-Hant': '英文', en: 'English' }, aliases: ['英语', '英語'] },
];
