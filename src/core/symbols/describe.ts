import type { KnowledgeBase } from '../knowledge-base.js';
import { fillMessage, type Locale, type Localized } from '../model/locale.js';
import type { Playbook, Section } from '../model/playbook.js';

const words = {
  owner: { 'zh-Hans': '负责：{owner}', 'zh-Hant': '負責：{owner}', en: 'Owner: {owner}' },
  validTo: { 'zh-Hans': '有效至 {day}', 'zh-Hant': '有效至 {day}', en: 'Valid until {day}' },
  expired: { 'zh-Hans': '已于 {day} 失效', 'zh-Hant': '已於 {day} 失效', en: 'Expired on {day}' },
  notYet: { 'zh-Hans': '{day} 起生效', 'zh-Hant': '{day} 起生效', en: 'Valid from {day}' },
} as const satisfies Readonly<Record<string, Localized>>;

/** A playbook in a few lines of Markdown: title, type, language, owner, validity, summary. */
export function playbookCard(playbook: Playbook, knowledgeBase: KnowledgeBase, locale: Locale, today: string): string {
  const { fields, lang, id } = playbook;
  const type = knowledgeBase.typeOf(playbook)?.label[locale] ?? playbook.type;
  const say = (word: keyof typeof words, values: Readonly<Record<string, string>>) => fillMessage(words[word][locale], values);
  const facts = [type, lang, `\`${id}\``, ...(fields.owner === undefined ? [] : [say('owner', { owner: plain(fields.owner) })])];
  if (fields.validFrom !== undefined && fields.validFrom > today) facts.push(say('notYet', { day: fields.validFrom }));
  if (fields.validTo !== undefined) facts.push(say(fields.validTo < today ? 'expired' : 'validTo', { day: fields.validTo }));
  return [`**${plain(playbook.title)}**`, facts.join(' · '), ...(fields.summary === undefined ? [] : [plain(fields.summary)])].join('\n\n');
}

/** The Markdown that a playbook's page begins with, at most so many lines. */
export function excerptOf(playbook: Playbook, lines: number): string {
  return firstLines(playbook.text.slice(playbook.bodyStart), lines);
}

/** The same of what stands under a heading. */
export function sectionExcerpt(playbook: Playbook, anchor: string, lines: number): string | undefined {
  const section = findSection(playbook.root, (candidate) => candidate.heading?.anchor === anchor);
  return section && firstLines(playbook.text.slice(section.start, section.end), lines);
}

function findSection(section: Section, isWanted: (candidate: Section) => boolean): Section | undefined {
  if (isWanted(section)) return section;
  for (const child of section.sections) {
    const found = findSection(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

function firstLines(text: string, most: number): string {
  const lines = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  const shown = lines.slice(0, most);
  // A block of code that is cut must not swallow what follows.
  const isOpen = shown.filter((line) => /^\s*(?:```|~~~)/.test(line)).length % 2 === 1;
  return [...shown, ...(isOpen ? ['```'] : []), ...(lines.length > most ? ['…'] : [])].join('\n');
}

/** A text of a user inside Markdown, without effect there. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`);
}
