import type { Command } from 'commander';
import { Option } from 'commander';
import type { OpenSearch } from '../../app/open-search.js';
import { findEntry, type VocabularyEntry } from '../../core/config/vocabulary.js';
import type { Validity } from '../../core/life.js';
import type { ExcerptPart, SearchField, SearchHit, SearchQuery, SearchResult } from '../../core/model/search.js';
import { isRecord } from '../../core/parse/fields.js';
import { fold } from '../../core/search/fold.js';
import { readLines } from '../../node/read-lines.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { openKnowledgeBaseSearch } from '../knowledge-base-folder.js';
import { invalidChoice, jsonOption, parseWholeNumber, repeatableOption, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { printable } from '../terminal.js';
import type { Word } from '../words.js';

interface SearchOptions {
  readonly root?: string;
  readonly type: readonly string[];
  readonly channel: readonly string[];
  readonly tier: readonly string[];
  readonly lang: readonly string[];
  readonly tag: readonly string[];
  readonly product: readonly string[];
  readonly limit: number;
  readonly today?: string;
  readonly json?: true;
  readonly batch?: true;
}

export function addSearch(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('search')
    .description(say('searchSummary'))
    .argument('[query...]', say('queryArgument'))
    .option('--root <dir>', say('rootOption'))
    .addOption(repeatableOption('--type <type>', say('typeFilter')))
    .addOption(repeatableOption('--channel <channel>', say('channelFilter')))
    .addOption(repeatableOption('--tier <tier>', say('tierFilter')))
    .addOption(repeatableOption('--lang <lang>', say('langFilter')))
    .addOption(repeatableOption('--tag <tag>', say('tagFilter')))
    .addOption(repeatableOption('--product <product>', say('productFilter')))
    .addOption(new Option('--limit <number>', say('limitOption')).default(10, '10').argParser(parseWholeNumber('--limit', 1, 1000)))
    .addOption(todayOption(context))
    .addOption(jsonOption(context))
    .option('--batch', say('batchOption'))
    .action(async (query: readonly string[], options: SearchOptions) =>
      context.end(await (options.batch ? searchBatch(query, options, context) : search(query, options, context))),
    );
  addExamples(
    command,
    context,
    'playbook search 退款',
    'playbook search "refund" --channel chat --tier vip --limit 3 --json',
    'playbook search --batch < queries.jsonl',
  );
}

async function search(words: readonly string[], options: SearchOptions, context: Context): Promise<ExitCode> {
  if (words.length === 0)
    throw new Failure('missingArgument', { name: 'query' }, { word: 'seeHelp', values: { command: 'playbook search' } });
  const text = words.join(' ');
  if (text.trim() === '') throw new Failure('emptyQuery');
  const opened = await openKnowledgeBaseSearch(options.root, options, context);
  const today = options.today ?? context.today();
  const query = { ...readQuery(text, options, opened, context), today };
  const result = opened.search(query);
  const hits = result.hits.map((hit) => ({ ...hit, validity: opened.validityOn(hit.path, today) }));
  context.terminal.write(
    options.json
      ? `${JSON.stringify({ query: result.query, total: result.total, nearestOnly: result.nearestOnly, suggestion: result.suggestion, facets: result.facets, hits: hits.map(hitAsJson) }, undefined, 2)}\n`
      : formatHits(query, result, hits, opened, context),
  );
  return 0;
}

/** Answers each line of standard input, JSON `{id, text}`, with a line `{id, hits}`: ids of playbooks, best first. */
async function searchBatch(words: readonly string[], options: SearchOptions, context: Context): Promise<ExitCode> {
  const { terminal, say } = context;
  if (words.length > 0) throw new Failure('batchWithQuery');
  const opened = await openKnowledgeBaseSearch(options.root, options, context);
  const filters = { ...readQuery('', options, opened, context), today: options.today ?? context.today() };
  let exitCode: ExitCode = 0;
  let number = 0;
  for await (const line of readLines(process.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const question = readQuestion(line);
    if ('problem' in question) {
      terminal.note(`${terminal.noteColors.red('✖')} ${say('batchLine', { line: number, problem: say(question.problem) })}\n`);
      exitCode = 1;
      continue;
    }
    const hits = opened.search({ ...filters, text: question.text }).hits.map((hit) => hit.id);
    terminal.write(`${JSON.stringify({ id: question.id, hits })}\n`);
  }
  return exitCode;
}

type Question = { readonly id: string | number; readonly text: string } | { readonly problem: Word };

function readQuestion(line: string): Question {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { problem: 'batchNotJson' };
  }
  if (!isRecord(data)) return { problem: 'batchNotObject' };
  const { id, text } = data;
  if (typeof id !== 'string' && typeof id !== 'number') return { problem: 'batchNoId' };
  return typeof text === 'string' ? { id, text } : { problem: 'batchNoText' };
}

/** Filters name a type, channel, tier or language by its id, or by what people call it. */
function readQuery(text: string, options: SearchOptions, { config, types, used }: OpenSearch, context: Context): SearchQuery {
  const entryId = (option: string, entries: readonly VocabularyEntry[]) => (value: string) => {
    const entry = findEntry(entries, value);
    if (!entry) {
      throw invalidChoice(
        option,
        value,
        entries.map(({ id }) => id),
        context,
      );
    }
    return entry.id;
  };
  const oneOf = (option: string, choices: ReadonlySet<string>) => (value: string) => {
    const found = [...choices].find((choice) => choice.toLowerCase() === value.toLowerCase());
    if (found === undefined) throw invalidChoice(option, value, choices, context);
    return found;
  };
  const byLabel = (value: string) => [...types.values()].find(({ label }) => Object.values(label).includes(value))?.name ?? value;
  return {
    text,
    types: options.type.map(byLabel).map(oneOf('--type', new Set([...types.keys(), ...used.types]))),
    channels: options.channel.map(entryId('--channel', config.channels)),
    tiers: options.tier.map(entryId('--tier', config.tiers)),
    languages: options.lang.map(oneOf('--lang', new Set([...config.languages, ...used.languages]))),
    tags: options.tag,
    products: options.product,
    limit: options.limit,
  };
}

interface ShownHit extends SearchHit {
  readonly validity: Validity;
}

function hitAsJson({ id, title, type, lang, path, validity, section, anchor, score, excerpt, matched }: ShownHit) {
  return { id, title, type, lang, path, validity, section, anchor, score, excerpt: plain(excerpt), matched };
}

function plain(parts: readonly ExcerptPart[]): string {
  return parts.map((part) => part.text).join('');
}

function formatHits(
  query: SearchQuery,
  { total, suggestion, nearestOnly }: SearchResult,
  hits: readonly ShownHit[],
  { types }: OpenSearch,
  { terminal, say, locale }: Context,
): string {
  const meant = suggestion === undefined ? '' : `${say('didYouMean', { name: printable(suggestion) })}\n`;
  const filters = [query.types, query.channels, query.tiers, query.languages, query.tags, query.products];
  const isFiltered = filters.some((filter) => (filter?.length ?? 0) > 0);
  const nothing = `${say('noHits', { query: printable(query.text) })}\n${meant}${say(isFiltered ? 'noHitsFiltered' : 'noHitsAdvice')}\n`;
  if (hits.length === 0) return nothing;
  const { colors } = terminal;
  const blocks = hits.map((hit, index) => {
    const place = [
      printable(hit.path) + (hit.anchor === '' ? '' : `#${printable(hit.anchor)}`),
      ...(hit.section === '' ? [] : [printable(hit.section)]),
    ];
    const type = types.get(hit.type)?.label[locale] ?? printable(hit.type);
    return [
      `${index + 1}. ${colors.bold(printable(hit.title))}  ${colors.dim(printable(hit.id))}${hit.validity === 'in-force' ? '' : `  ${colors.yellow(say(validityWords[hit.validity]))}`}`,
      `   ${[type, printable(hit.lang), place.join(' › ')].join(' · ')}`,
      ...(hit.excerpt.length === 0
        ? []
        : [`   ${hit.excerpt.map((part) => (part.match ? colors.bold(printable(part.text)) : printable(part.text))).join('')}`]),
      `   ${colors.dim(whyMatched(hit, query.text, say))}`,
    ].join('\n');
  });
  if (nearestOnly) return `${nothing}\n${[say('nearestHits'), ...blocks.slice(0, mostNearest)].join('\n\n')}\n`;
  const count = total > hits.length ? say('hitsFound', { total, shown: hits.length }) : say('hitsAll', { total });
  return `${meant === '' ? '' : `${meant}\n`}${[...blocks, count].join('\n\n')}\n`;
}

/** Pages that are shown where nothing was found. */
const mostNearest = 3;

const validityWords: Readonly<Record<Exclude<Validity, 'in-force'>, Word>> = {
  'not-yet': 'hitNotYet',
  expired: 'hitExpired',
  retired: 'hitRetired',
};

const fieldWords: Readonly<Record<SearchField, Word>> = {
  id: 'fieldId',
  title: 'fieldTitle',
  names: 'fieldNames',
  utterances: 'fieldUtterances',
  heading: 'fieldHeading',
  wording: 'fieldWording',
  body: 'fieldBody',
  pinyin: 'fieldPinyin',
};

function whyMatched(hit: SearchHit, query: string, say: Context['say']): string {
  if (hit.matched.length === 0) return say('matchedNearly');
  const terms = joinPairs(hit.matched, fold(query)).map(({ term, fields }) => {
    const names = fields.map((field) => say(fieldWords[field]));
    return say('matchedIn', { term: printable(term), fields: names.join(say('listSeparator')) });
  });
  return say('matched', { terms: terms.join(say('clauseSeparator')) });
}

/**
 * The index holds Chinese as pairs of characters. Pairs that overlap in the query and were found in the same fields are one
 * again; one that was found in fewer places than the pair before it says nothing new.
 */
function joinPairs(matched: SearchHit['matched'], query: string): SearchHit['matched'] {
  const placed = matched.map((match) => ({ ...match, at: query.indexOf(match.term) })).sort((a, b) => a.at - b.at);
  const joined: (SearchHit['matched'][number] & { readonly at: number })[] = [];
  for (const match of placed) {
    const last = joined.at(-1);
    const overlap = last && match.at >= 0 && last.at >= 0 ? last.at + last.term.length - match.at : 0;
    if (!last || overlap <= 0 || !match.fields.every((field) => last.fields.includes(field))) joined.push(match);
    else if (match.fields.length === last.fields.length) {
      joined[joined.length - 1] = { ...last, term: last.term + match.term.slice(Math.min(overlap, match.term.length)) };
    }
  }
  return joined;
}
