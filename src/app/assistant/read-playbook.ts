import type { LinkTarget } from '../../core/knowledge-base.js';
import { lifeOn } from '../../core/life.js';
import { decode, splitAnchor } from '../../core/link-address.js';
import type { Locale } from '../../core/model/locale.js';
import type { Heading, Playbook, Section } from '../../core/model/playbook.js';
import { withoutComments } from '../../core/parse/yaml.js';
import { linkAddress } from '../../core/paths.js';
import { nearest } from '../../core/schema/nearest.js';
import { readableText } from '../../site/machine/resolved-text.js';
import { sayIn } from '../../site/words.js';
import { type AssistantAnswer, approvalNote, approvalOf, framed } from './answer.js';
import type { AssistantContent } from './content.js';
import { type SayToAssistant, speakToAssistant } from './words.js';

/** Most characters of a text that one answer holds. */
const longestRead = 24_000;
/** Headings that an answer lists. */
const mostSections = 80;

export interface ReadQuestion {
  /** Id, or path in the knowledge base. */
  readonly playbook: string;
  /** Heading or anchor. */
  readonly section?: string | undefined;
  /** Where to go on in a text that was longer than an answer, in UTF-16 code units of it. */
  readonly offset?: number | undefined;
}

export interface ReadPlaybook {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly expired: boolean;
  readonly sections: readonly { readonly heading: string; readonly anchor: string; readonly depth: number }[];
  readonly markdown: string;
  /** Characters of the whole text, and where it goes on if this is not all. */
  readonly total: number;
  readonly next?: number;
  readonly revision?: number;
  /** ISO 8601. */
  readonly approvedOn?: string;
}

/** Gives an assistant a playbook or one of its sections as Markdown. Never fails: the answer says what is wrong. */
export function readPlaybook(
  content: AssistantContent,
  question: ReadQuestion,
  { locale, today }: { readonly locale: Locale; readonly today: string },
): AssistantAnswer<ReadPlaybook> {
  const say = speakToAssistant(locale);
  const found = findPlaybook(content, question.playbook.trim(), say);
  if (typeof found === 'string') return { text: found };
  const section = question.section === undefined || question.section.trim() === '' ? undefined : findSection(found, question.section);
  if (section === undefined && question.section !== undefined && question.section.trim() !== '') {
    const sections = found.headings.map(({ text }) => text).slice(0, mostSections);
    const values = { title: found.title, section: question.section.slice(0, 200) };
    return { text: say('unknownSection', { ...values, sections: sections.join(say('listSeparator')) || say('noSections') }) };
  }
  const body = readableText(found, { knowledgeBase: content.shown, say: sayIn(locale), addressOf: addressToRead });
  const markdown = section
    ? body.between(section.start, section.end).trim()
    : frontMatterOf(found) + body.between(found.bodyStart, found.text.length).trim();
  const offset = Math.max(0, Math.floor(question.offset ?? 0));
  if (offset > 0 && offset >= markdown.length) return { text: say('offsetBeyond', { total: markdown.length }) };
  const end = endOfPart(markdown, offset);
  const part = markdown.slice(offset, end);
  const { id, path, title, type, lang } = found;
  const revision = content.reviews?.get(path)?.revision;
  const isExpired = lifeOn(found, today).validity === 'expired';
  const data: ReadPlaybook = {
    id,
    path,
    title,
    type,
    lang,
    expired: isExpired,
    sections: found.headings.slice(0, mostSections).map(({ text, anchor, depth }) => ({ heading: text, anchor, depth })),
    markdown: part,
    total: markdown.length,
    ...(end < markdown.length && { next: end }),
    ...(revision && { revision: revision.number, approvedOn: revision.approvedOn }),
  };
  const approval = approvalOf(content, path, say);
  const isChanged = ['changed', 'changes-requested'].includes(content.reviews?.get(path)?.state ?? '');
  const typeLabel = content.shown.types.get(type)?.label[locale] ?? type;
  const inside = [
    say('headOfPlaybook', { title, id, type: typeLabel, lang, path }),
    ...(approval === '' ? [] : [approval]),
    ...(data.sections.length === 0 ? [] : [sectionsLine(found.headings, say)]),
    '',
    part,
  ];
  return {
    text: [
      approvalNote(content, say),
      ...(isChanged ? [say('changedSince')] : []),
      ...(isExpired ? [say('expired')] : []),
      framed(inside.join('\n'), say),
      ...(end < markdown.length ? [say('continueAt', { total: markdown.length, next: end })] : []),
    ].join('\n'),
    data,
  };
}

function sectionsLine(headings: readonly Heading[], say: SayToAssistant): string {
  return say('sections', {
    sections: headings
      .slice(0, mostSections)
      .map(({ text, anchor }) => `${text} (#${anchor})`)
      .join(say('listSeparator')),
  });
}

/** Front matter as it is written, since it holds the blanks, channels and dates; but for what writers tell each other in it. */
function frontMatterOf({ frontMatter, text }: Playbook): string {
  const { span } = frontMatter;
  return span ? `---\n${withoutComments(text.slice(span.start, span.end)).trim()}\n---\n\n` : '';
}

/** Links lead where an assistant can read on: to the path of a playbook. */
function addressToRead(target: LinkTarget): string | undefined {
  switch (target.kind) {
    case 'playbook':
      return linkAddress(target.playbook.path) + (target.anchorFound && target.anchor !== '' ? `#${linkAddress(target.anchor)}` : '');
    case 'file':
      return linkAddress(target.path);
    case 'external':
      return target.url;
    default:
      return undefined;
  }
}

/** The end of a part that begins at an offset: after a whole line where the part has more than one, never inside a character. */
function endOfPart(text: string, offset: number): number {
  const limit = offset + longestRead;
  if (limit >= text.length) return text.length;
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > offset) return line;
  const isInside = /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '');
  return isInside ? limit - 1 : limit;
}

/** The playbook of an id or path; otherwise why there is none. */
function findPlaybook({ shown, withdrawn }: AssistantContent, name: string, say: SayToAssistant): Playbook | string {
  const linked = decode(splitAnchor(name).address);
  const byPath = shown.playbooks.get(name) ?? shown.playbooks.get(`${shown.config.content}/${name}`) ?? shown.playbooks.get(linked);
  if (byPath) return byPath;
  const gone = withdrawn.find(({ playbook }) => playbook.id === name || playbook.path === name);
  if (gone) {
    const { successor } = gone;
    return say('withdrawn', { name: name.slice(0, 200), near: successor ? say('successor', { name: successor.id }) : '' });
  }
  const withId = shown.withId(name);
  const [only] = withId;
  if (only && withId.length === 1) return only;
  if (only) {
    const paths = withId.map(({ path }) => path).slice(0, 20);
    return say('ambiguousPlaybook', { name, paths: paths.join(say('listSeparator')) });
  }
  const ids = [...shown.playbooks.values()].map(({ id }) => id);
  const meant = shown.idsLike(name)[0] ?? nearest(name.slice(0, 200), ids);
  return say('unknownPlaybook', { name: name.slice(0, 200), near: meant === undefined ? '' : say('didYouMean', { name: meant }) });
}

/** A section with everything under it, by anchor or by heading without regard to case and spaces. */
function findSection(playbook: Playbook, name: string): Section | undefined {
  const wanted = normalize(name.replace(/^#+/, ''));
  const sections: Section[] = [];
  const collect = (section: Section) => {
    sections.push(section);
    section.sections.forEach(collect);
  };
  collect(playbook.root);
  return (
    sections.find(({ heading }) => heading !== undefined && normalize(heading.anchor) === wanted) ??
    sections.find(({ heading }) => heading !== undefined && normalize(heading.text) === wanted)
  );
}

function normalize(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
