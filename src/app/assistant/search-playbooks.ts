import { findEntry, type VocabularyEntry } from '../../core/config/vocabulary.js';
import { lifeOn } from '../../core/life.js';
import type { Locale } from '../../core/model/locale.js';
import type { SearchFilters, SearchQuery } from '../../core/model/search.js';
import { type AssistantAnswer, approvalNote, approvalOf, framed } from './answer.js';
import type { AssistantContent } from './content.js';
import { type SayToAssistant, speakToAssistant } from './words.js';

/** Most hits of one answer, and how many there are when nobody says. */
export const mostHits = 20;
export const usualHits = 8;
/** Most characters of a query that are looked at. */
const longestQuery = 500;

/** Filters are names or labels. */
export interface PlaybookQuestion extends SearchFilters {
  readonly query: string;
  /** BCP 47: of translations of one subject, only this one. */
  readonly prefer?: string | undefined;
  readonly limit?: number | undefined;
}

interface FoundPlaybook {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  /** Heading of the best section and its anchor; empty for the page itself. */
  readonly section: string;
  readonly anchor: string;
  readonly excerpt: string;
  readonly expired: boolean;
  /** Where review is on: the approved revision that was searched. */
  readonly revision?: number;
  /** ISO 8601. */
  readonly approvedOn?: string;
}

export interface FoundPlaybooks {
  readonly total: number;
  readonly playbooks: readonly FoundPlaybook[];
}

/** Finds playbooks for an assistant, best first, with the search of the help site. Never fails: the answer says what is wrong. */
export function searchPlaybooks(
  content: AssistantContent,
  question: PlaybookQuestion,
  { locale, today }: { readonly locale: Locale; readonly today: string },
): AssistantAnswer<FoundPlaybooks> {
  const say = speakToAssistant(locale);
  const text = question.query.slice(0, longestQuery).trim();
  if (text === '') return { text: say('emptyQuery') };
  const filters = readFilters(content, question, say);
  if ('problem' in filters) return { text: filters.problem };
  const limit = Math.max(1, Math.min(mostHits, Math.floor(question.limit ?? usualHits)));
  const { hits, total, nearestOnly } = content.session.searchShown({ ...filters.query, text, today, limit }, today);
  const found = hits.map(({ id, path, title, type, lang, section, anchor, excerpt }): FoundPlaybook => {
    const playbook = content.shown.playbooks.get(path);
    const revision = content.reviews?.get(path)?.revision;
    return {
      id,
      path,
      title,
      type,
      lang,
      section,
      anchor,
      excerpt: excerpt.map((part) => part.text).join(''),
      expired: playbook !== undefined && lifeOn(playbook, today).validity === 'expired',
      ...(revision && { revision: revision.number, approvedOn: revision.approvedOn }),
    };
  });
  const note = approvalNote(content, say);
  if (found.length === 0) return { text: `${say('foundNothing', { query: text })}\n${note}`, data: { total: 0, playbooks: [] } };
  const lines = found.map((hit, index) => describeHit(hit, index + 1, content, locale, say));
  const head = `${say(nearestOnly ? 'foundNearest' : 'found', { query: text, total, shown: found.length })}\n${note}`;
  return { text: `${head}\n\n${framed(lines.join('\n\n'), say)}`, data: { total, playbooks: found } };
}

function describeHit(hit: FoundPlaybook, number: number, content: AssistantContent, locale: Locale, say: SayToAssistant): string {
  const type = content.shown.types.get(hit.type)?.label[locale] ?? hit.type;
  const approval = approvalOf(content, hit.path, say);
  return [
    `${number}. ${say('headOfPlaybook', { title: hit.title, id: hit.id, type, lang: hit.lang, path: hit.path })}`,
    ...(approval === '' ? [] : [approval]),
    ...(hit.expired ? [say('expired')] : []),
    ...(hit.section === '' ? [] : [`# ${hit.section} (#${hit.anchor})`]),
    ...(hit.excerpt === '' ? [] : [hit.excerpt]),
  ]
    .map((line) => line.replace(/\s*[\r\n]+\s*/g, ' '))
    .join('\n   ');
}

/** Filters name a type, channel or tier by its id or by what people call it. Unknown ones would find nothing without a word why. */
function readFilters(
  { shown }: AssistantContent,
  question: PlaybookQuestion,
  say: SayToAssistant,
): { readonly query: Omit<SearchQuery, 'text'> } | { readonly problem: string } {
  const { config, types } = shown;
  let problem: string | undefined;
  const refuse = (filter: string, value: string, choices: Iterable<string>): string[] => {
    problem ??= say('unknownChoice', { filter, value: value.slice(0, 100), choices: [...choices].slice(0, 60).join(say('listSeparator')) });
    return [];
  };
  const entries = (filter: string, known: readonly VocabularyEntry[], values: readonly string[] = []) =>
    values.flatMap(
      (value) =>
        findEntry(known, value)?.id ??
        refuse(
          filter,
          value,
          known.map(({ id }) => id),
        ),
    );
  const all = [...shown.playbooks.values()];
  const oneOf = (filter: string, known: ReadonlySet<string>, values: readonly string[] = []) =>
    values.flatMap((value) => [...known].find((name) => name.toLowerCase() === value.toLowerCase()) ?? refuse(filter, value, known));
  const typeNames = new Set([...types.keys(), ...all.map(({ type }) => type)]);
  const byLabel = (value: string) => [...types.values()].find(({ label }) => Object.values(label).includes(value))?.name ?? value;
  const languages = new Set([...config.languages, ...all.map(({ lang }) => lang)]);
  const query = {
    types: oneOf('types', typeNames, question.types?.map(byLabel)),
    channels: entries('channels', config.channels, question.channels),
    tiers: entries('tiers', config.tiers, question.tiers),
    languages: oneOf('languages', languages, question.languages),
    tags: question.tags ?? [],
    products: question.products ?? [],
    ...(question.prefer !== undefined && { oneForEachSubject: question.prefer }),
  };
  return problem === undefined ? { query } : { problem };
}
