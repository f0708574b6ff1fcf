import { type Config, readConfig } from '../../src/core/config/config.js';
import { queriesFileName, readQueries } from '../../src/core/config/queries.js';
import { applyEdits } from '../../src/core/edit/apply-edits.js';
import { entriesOf, feedbackFolder, summarize } from '../../src/core/feedback/feedback.js';
import { createKnowledgeBase, type KnowledgeBase } from '../../src/core/knowledge-base.js';
import type { Diagnostic } from '../../src/core/model/diagnostic.js';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import type { Search } from '../../src/core/rules/rule.js';
import { checkPlaybook, checkSupportFiles } from '../../src/core/rules/run.js';
import { searchDocuments } from '../../src/core/search/documents.js';
import { search } from '../../src/core/search/engine.js';
import { createSearchIndex, type SearchIndex } from '../../src/core/search/search-index.js';
import { builtInTypes } from '../../src/core/types/index.js';

/** Markdown files by path; everything else (`.yaml` config aside) only exists. */
export type Files = Readonly<Record<string, string>>;

export const today = '2026-11-22';

/** A knowledge base in memory. `playbook.config.yaml` is read as the config, `queries.yaml` as expected search results, what lies below `.playbook/feedback` as imported feedback; other names that do not end in `.md` are plain files. */
export function knowledgeBaseOf(files: Files): KnowledgeBase {
  const { config, file } = readConfig(files['playbook.config.yaml']);
  const queries = files[queriesFileName];
  const names = Object.keys(files).filter((path) => path !== 'playbook.config.yaml');
  return createKnowledgeBase({
    config,
    types: builtInTypes,
    playbooks: names.filter((path) => path.endsWith('.md')).map((path) => readPlaybook(path, files[path] ?? '', config)),
    files: names.filter((path) => !path.endsWith('.md')),
    feedback: summarize(entriesOf(names.filter((path) => path.startsWith(`${feedbackFolder}/`)).map((path) => files[path] ?? ''))),
    supportFiles: [...(file ? [file] : []), ...(queries === undefined ? [] : [readQueries(queries).file])],
  });
}

function readPlaybook(path: string, text: string, config: Config) {
  return parsePlaybook(path, { text }, config.defaultLanguage);
}

export function problemsOf(knowledgeBase: KnowledgeBase, path: string, locale: 'zh-Hans' | 'zh-Hant' | 'en' = 'en'): readonly Diagnostic[] {
  const playbook = knowledgeBase.playbooks.get(path);
  return playbook
    ? checkPlaybook(knowledgeBase, playbook, { locale, today })
    : checkSupportFiles(knowledgeBase, { locale, today }, searchOf(knowledgeBase)).filter((problem) => problem.path === path);
}

/** Searches a knowledge base; the index is built when it is first needed. */
export function searchOf(knowledgeBase: KnowledgeBase): Search {
  let index: SearchIndex | undefined;
  return (query) => {
    index ??= createSearchIndex(searchDocuments(knowledgeBase));
    return search(index, query);
  };
}

export interface Expectation {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Takes `⟦code|marked text⟧` out of a text and says where each mark was. `⟦code|⟧` marks an empty range. */
export function takeExpectations(marked: string): { readonly text: string; readonly expected: readonly Expectation[] } {
  const expected: Expectation[] = [];
  const open: { code: string; start: number }[] = [];
  let text = '';
  for (let index = 0; index < marked.length; ) {
    const begin = /^⟦([a-z-]+)\|/.exec(marked.slice(index, index + 60));
    if (begin) {
      open.push({ code: begin[1] ?? '', start: text.length });
      index += begin[0].length;
    } else if (marked[index] === '⟧') {
      const mark = open.pop();
      if (!mark) throw new Error('⟧ without ⟦code|');
      expected.push({ ...mark, end: text.length });
      index += 1;
    } else {
      text += marked[index];
      index += 1;
    }
  }
  return { text, expected: sortExpectations(expected) };
}

/** What one rule finds in a file whose text marks it, beside what the marks say; compare with `expect(found).toEqual(expected)`. */
export function checkMarked(code: string, marked: string, others: Files = {}, path = 'page.md') {
  const { text, expected } = takeExpectations(marked);
  const knowledgeBase = knowledgeBaseOf({ ...others, [path]: text });
  const problems = problemsOf(knowledgeBase, path).filter((problem) => problem.code === code);
  const found = sortExpectations(problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset })));
  return { text, expected, found, problems };
}

/** Applies the fix of the first problem a rule finds, checks again, and so on until none has a fix. */
export function mendMarked(code: string, marked: string, others: Files = {}, path = 'page.md') {
  let { text } = takeExpectations(marked);
  for (let round = 0; round < 100; round += 1) {
    const problems = problemsOf(knowledgeBaseOf({ ...others, [path]: text }), path).filter((problem) => problem.code === code);
    const fix = problems.find((problem) => problem.fix)?.fix;
    if (!fix) return { text, left: problems };
    text = applyEdits(text, fix.edits);
  }
  throw new Error('The fixes never end');
}

function sortExpectations(list: readonly Expectation[]): readonly Expectation[] {
  return [...list].sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}
