import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * Ranking measured on collections with known answers: `node test/bench/search.mjs <folder>…`, each with queries.jsonl
 * {id, text}, qrels.tsv (query, document, relevance) and corpus.jsonl {id, title, text, lang}; without a corpus, that of
 * `--corpus <folder>`. Beside it, in the same run, plain BM25 (k1 1.2, b 0.75) over pairs of characters and whole words.
 * Also known-item search: each of 500 titles, typed as it is, should give its own document.
 */
const args = process.argv.slice(2);
const corpusAt = args.indexOf('--corpus');
const otherCorpus = corpusAt < 0 ? undefined : args.splice(corpusAt, 2)[1];
if (args.length === 0) {
  console.log('skipped: no folder given. Usage: npm run bench:search -- <folder>… [--corpus <folder>]');
  process.exit(0);
}

const holds = (folder, name) => folder !== undefined && existsSync(join(folder, name));
const isCollection = (folder) => holds(folder, 'queries.jsonl') && (holds(folder, 'corpus.jsonl') || holds(otherCorpus, 'corpus.jsonl'));
const other = args.filter((folder) => !isCollection(folder));
if (other.length > 0) {
  console.error(`No collection with queries.jsonl and a corpus.jsonl, its own or by --corpus: ${other.join(', ')}`);
  process.exit(2);
}

const bundle = mkdtempSync(join(tmpdir(), 'playbook-search-'));
await build({
  stdin: {
    contents: [
      "export { search } from './src/core/search/engine.ts';",
      "export { openIndex } from './src/core/search/search-index.ts';",
      "export { fold } from './src/core/search/fold.ts';",
      "export { termsOf } from './src/core/search/tokenize.ts';",
      "export { writeIndex } from './src/core/search/write-index.ts';",
    ].join('\n'),
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: join(bundle, 'search.mjs'),
  logLevel: 'error',
});
const { openIndex, search, termsOf, writeIndex } = await import(pathToFileURL(join(bundle, 'search.mjs')).href);
rmSync(bundle, { recursive: true });

console.log('collection               engine      nDCG@10  MRR@10  recall@10  index s  load s  ms/query  MB (gzip)');
for (const folder of args) measure(folder);

function measure(folder) {
  const corpus = readLines(existsSync(join(folder, 'corpus.jsonl')) ? folder : otherCorpus, 'corpus.jsonl').map((line) => JSON.parse(line));
  const queries = readLines(folder, 'queries.jsonl').map((line) => JSON.parse(line));
  const relevant = new Map();
  for (const line of readLines(folder, 'qrels.tsv')) {
    const [query, document, relevance] = line.split('\t');
    if (Number(relevance) > 0) relevant.set(query, (relevant.get(query) ?? new Map()).set(document, Number(relevance)));
  }
  const name = basename(folder).padEnd(24);

  const [parts, indexSeconds] = timed(() => writeIndex(toDocuments(corpus)));
  const data = JSON.stringify([...parts]);
  const [index, loadSeconds] = timed(() => openIndex(new Map(JSON.parse(data))));
  const [runs, querySeconds] = timed(() =>
    queries.map(({ id, text }) => [id, search(index, { text, limit: 10 }).hits.map((hit) => hit.id)]),
  );
  const size = `${(data.length / 1e6).toFixed(1)} (${(gzipSync(data).length / 1e6).toFixed(1)})`;
  print(name, 'playbook', score(runs, relevant), indexSeconds, loadSeconds, querySeconds / queries.length, size);

  const [plain, plainSeconds] = timed(() => plainBm25(corpus));
  const [plainRuns, plainQuerySeconds] = timed(() => queries.map(({ id, text }) => [id, plain(text)]));
  print(name, 'plain BM25', score(plainRuns, relevant), plainSeconds, 0, plainQuerySeconds / queries.length, '');

  const titles = new Map();
  for (const { id, title } of corpus) titles.set(title, [...(titles.get(title) ?? []), id]);
  const unique = [...titles].filter(([title, ids]) => ids.length === 1 && title.length > 1);
  const sample = unique.filter((_, number) => number % Math.max(1, Math.floor(unique.length / 500)) === 0);
  const ranks = sample.map(([title, [id]]) => search(index, { text: title, limit: 10 }).hits.findIndex((hit) => hit.id === id) + 1);
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, ranks.length);
  console.log(`${name} known item by title: MRR ${reciprocal.toFixed(3)} over ${sample.length} titles of ${corpus.length} documents`);
}

function readLines(folder, file) {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function timed(work) {
  const started = process.hrtime.bigint();
  const result = work();
  return [result, Number(process.hrtime.bigint() - started) / 1e9];
}

function toDocuments(corpus) {
  return {
    entries: corpus.map(({ id, title, lang }) => ({
      id,
      title,
      lang: lang ?? '',
      type: 'article',
      path: id,
      shortCode: '',
      product: '',
      channels: [],
      tiers: [],
      tags: [],
      summary: '',
      validTo: '',
      usefulness: 4,
      subject: id,
      names: [],
      utterances: [],
      readings: [],
    })),
    sections: corpus.map(({ text }, entry) => ({ entry, section: '', anchor: '', wording: '', body: text })),
    synonyms: [],
  };
}

function score(runs, relevant) {
  const found = new Map(runs);
  const sum = { ndcg: 0, mrr: 0, recall: 0 };
  for (const [query, documents] of relevant) {
    const run = (found.get(query) ?? []).slice(0, 10);
    const gains = run.map((id) => documents.get(id) ?? 0);
    const discounted = (values) => values.reduce((total, gain, index) => total + (2 ** gain - 1) / Math.log2(index + 2), 0);
    const ideal = [...documents.values()].sort((a, b) => b - a).slice(0, 10);
    sum.ndcg += discounted(gains) / discounted(ideal);
    const first = gains.findIndex((gain) => gain > 0);
    sum.mrr += first < 0 ? 0 : 1 / (first + 1);
    sum.recall += gains.filter((gain) => gain > 0).length / documents.size;
  }
  return Object.fromEntries(Object.entries(sum).map(([key, value]) => [key, value / relevant.size]));
}

function print(name, engine, { ndcg, mrr, recall }, indexSeconds, loadSeconds, querySeconds, size) {
  const figures = [
    ndcg.toFixed(3).padStart(9),
    mrr.toFixed(3).padStart(7),
    recall.toFixed(3).padStart(10),
    indexSeconds.toFixed(1).padStart(8),
    loadSeconds.toFixed(2).padStart(7),
    (querySeconds * 1000).toFixed(1).padStart(9),
  ];
  console.log(`${name} ${engine.padEnd(10)}${figures.join(' ')}  ${size}`);
}

/** Textbook BM25 over title and text as one field. Gives the ten best ids. */
function plainBm25(corpus) {
  const postings = new Map();
  const lengths = corpus.map(({ title, text }, number) => {
    const counts = new Map();
    const { words } = termsOf(`${title}\n${text}`);
    for (const term of words) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      if (!postings.has(term)) postings.set(term, []);
      postings.get(term).push([number, count]);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (text) => {
    const scores = new Map();
    for (const term of termsOf(text).words) {
      const list = postings.get(term) ?? [];
      const rarity = Math.log(1 + (corpus.length - list.length + 0.5) / (list.length + 0.5));
      for (const [number, count] of list) {
        scores.set(
          number,
          (scores.get(number) ?? 0) + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * lengths[number]) / average)),
        );
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([number]) => corpus[number].id);
  };
}
