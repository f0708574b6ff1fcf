import type { SearchField, SearchHit, SearchQuery, SearchResult } from '../model/search.js';
import { excerptOf, highlight } from './excerpt.js';
import { fold, foldCharacters } from './fold.js';
import type { IndexPage } from './index-parts.js';
import { matchReading } from './pinyin.js';
import { contains, type ParsedQuery, parseQuery } from './query.js';
import { type Candidate, rank } from './rank.js';
import { pageOf, type SearchIndex } from './search-index.js';
import { suggest } from './suggest.js';

/** Finds playbooks, best first; each once, with its best section. Any text is a valid query. */
export function search(index: SearchIndex, query: SearchQuery): SearchResult {
  return searchParts(index, query).result;
}

/** A result as far as the parts that are there give it, and which parts it lacks. */
export interface SearchStep {
  readonly result: SearchResult;
  readonly missing: readonly string[];
}

/**
 * One step of a search over an index whose parts have to be fetched: whoever asks fetches what is missing and asks again,
 * until nothing is. With `names`, only titles, names and sayings are looked at, which needs little and comes first.
 */
export function searchParts(index: SearchIndex, query: SearchQuery, scope: 'names' | 'all' = 'all'): SearchStep {
  index.missing.clear();
  const parsed = parseQuery(query.text, index.base.synonyms);
  const { found, countFacets } = rank(index, parsed, query, scope);
  // Until the order is known, pages would be fetched that are not shown.
  const { hits, dropped } =
    index.missing.size > 0 ? { hits: [], dropped: new Set<number>() } : showHits(index, found, parsed, query.limit ?? 20);
  const suggestion = scope === 'all' && index.missing.size === 0 ? suggest(index, query) : undefined;
  return {
    result: {
      query: query.text,
      total: found.length - dropped.size,
      hits,
      ...(hits.length > 0 && !found.some(({ hasWord }) => hasWord) && { nearestOnly: true as const }),
      facets: countFacets(dropped),
      ...(suggestion !== undefined && { suggestion }),
    },
    missing: [...index.missing],
  };
}

/**
 * The first hits, and the numbers of those that turned out to be none. Whether a phrase stands as it was typed only the text tells, which is
 * read as far as hits are shown; of those behind, the terms of the phrase stand together in one text.
 */
function showHits(index: SearchIndex, found: readonly Candidate[], parsed: ParsedQuery, limit: number) {
  const hits: SearchHit[] = [];
  const dropped = new Set<number>();
  let waiting = 0;
  for (const candidate of found) {
    if (hits.length + waiting === limit) break;
    const page = pageOf(index, candidate.number);
    // A page that is not there yet has its place, so that not too many are asked for.
    if (!page) waiting += 1;
    else if (parsed.phrases.every((phrase) => hasPhrase(page, phrase))) hits.push(toHit(page, candidate, parsed));
    else dropped.add(candidate.number);
  }
  return { hits, dropped };
}

function hasPhrase({ entry, sections }: IndexPage, phrase: string): boolean {
  const texts = sections.flatMap(({ section, wording, body }) => [section, wording, body]);
  const text = [entry.title, ...entry.names, ...entry.utterances, entry.summary, ...texts].join('\n');
  return contains(fold(text), phrase) || contains(foldCharacters(text), phrase);
}

function toHit(page: IndexPage, { number, section: place, score }: Candidate, parsed: ParsedQuery): SearchHit {
  const { entry } = page;
  const document = place === undefined ? undefined : page.sections[place];
  const spoken = spokenWords(page, parsed).map(fold);
  const marks = [...new Set([...parsed.marks, ...spoken, ...(parsed.words.length === 0 ? parsed.characters : [])])];
  const text = [document?.wording, document?.body].filter((part) => part !== undefined && part !== '').join('\n');
  const folded = fold(text);
  const shown = marks.some((mark) => contains(folded, mark)) ? text : entry.summary || text;
  return {
    number,
    id: entry.id,
    title: entry.title,
    type: entry.type,
    lang: entry.lang,
    path: entry.path,
    section: document?.section ?? '',
    anchor: document?.anchor ?? '',
    score: Math.round(score * 1000) / 1000,
    titleParts: highlight(entry.title, marks),
    excerpt: excerptOf(shown, marks),
    matched: explain(page, document, marks, spoken),
  };
}

/** Chinese words that typed pinyin stands for on a page. */
function spokenWords({ entry }: IndexPage, { words, letters }: ParsedQuery): readonly string[] {
  const typed = [...words.filter((word) => /^[a-z]+$/.test(word)), ...(letters.length > 1 ? [letters] : [])];
  return [...new Set(typed)].flatMap((word) => matchReading(entry.readings, word));
}

function explain(
  { entry }: IndexPage,
  document: IndexPage['sections'][number] | undefined,
  marks: readonly string[],
  spoken: readonly string[],
): SearchHit['matched'] {
  const texts: readonly (readonly [SearchField, string])[] = [
    ['id', `${entry.id}\n${entry.shortCode}`],
    ['title', entry.title],
    ['names', entry.names.join('\n')],
    ['utterances', entry.utterances.join('\n')],
    ['heading', document?.section ?? ''],
    ['wording', document?.wording ?? ''],
    ['body', document?.body ?? ''],
  ];
  const folded = texts.map(([field, text]) => [field, fold(text)] as const);
  const found = marks.flatMap((term) => {
    const fields = folded.filter(([, text]) => contains(text, term)).map(([field]) => field);
    const all: readonly SearchField[] = spoken.includes(term) ? ['pinyin', ...fields] : fields;
    return all.length > 0 ? [{ term, fields: all }] : [];
  });
  // A word that was found whole stands for its parts.
  return found.filter(({ term }) => !found.some((other) => other.term !== term && other.term.includes(term)));
}
