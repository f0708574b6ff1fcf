import { type PlacedText, type QueryExpectation, queriesFileName, readQueries } from '../config/queries.js';
import { yamlScalar } from '../edit/set-field.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Span } from '../model/text.js';
import { nearest } from '../schema/nearest.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';

/** How many hits count: nobody looks further. */
const looked = 10;

export const searchExpectation = defineRule({
  code: 'search-expectation',
  severity: 'warning',
  description: {
    'zh-Hans': '检索结果与 queries.yaml 里的期望不符。',
    'zh-Hant': '搜尋結果與 queries.yaml 裡的期望不符。',
    en: 'A search does not find what queries.yaml expects.',
  },
  rationale: {
    'zh-Hans':
      '客服通话时只看前几条结果。在知识库根目录的 queries.yaml 里写下真实的问法（query）和应排第一（first，列表中任一篇即可）、应在前三（top3）、不该进前十（never）的手册编号，可用 language、type 限定范围；以后改标题、加手册都会按它重新检查。没达到时，给该手册补上客户的说法（utterances）、关键词（keywords）或在配置里加同义词；如果期望已经过时，就改期望。',
    'zh-Hant':
      '客服通話時只看前幾筆結果。在知識庫根目錄的 queries.yaml 裡寫下真實的問法（query）和應排第一（first，清單中任一篇即可）、應在前三（top3）、不該進前十（never）的手冊編號，可用 language、type 限定範圍；以後改標題、加手冊都會按它重新檢查。沒達到時，替該手冊補上客戶的說法（utterances）、關鍵詞（keywords），或在設定裡加同義詞；如果期望已經過時，就改期望。',
    en: 'During a call an agent looks at the first few hits only. In queries.yaml at the root of the knowledge base, write real queries and the ids that should come first (first; of a list, any), be among the first three (top3) or stay out of the first ten (never), narrowed by language and type where that helps; every later change is held against them. Where one fails, give the playbook the words customers use (utterances), keywords, or a synonym in the config; or correct an expectation that is out of date.',
  },
  example: {
    path: queriesFileName,
    files: {
      'policy-refund.md': '---\nid: policy-refund\ntitle: 退款政策\n---\n七天内可以退款。\n',
      'article-bill.md': '---\nid: article-bill\ntitle: 账单怎么看\n---\n账单每月一日出。\n',
    },
    wrong: '- query: 退款\n  first: article-bill\n',
    right: '- query: 退款\n  first: policy-refund\n  never: article-bill\n',
  },
  fixable: true,
  fixedOnlyByHand: true,
  messages: {
    first: {
      'zh-Hans': '搜“{query}”，排第一的是“{found}”；应是“{expected}”，它排第 {rank}。',
      'zh-Hant': '搜尋「{query}」，排第一的是「{found}」；應是「{expected}」，它排第 {rank}。',
      en: 'For “{query}”, “{found}” comes first; “{expected}” should, and is number {rank}.',
    },
    firstMissing: {
      'zh-Hans': '搜“{query}”，排第一的是“{found}”；应是“{expected}”，前十篇里没有它。',
      'zh-Hant': '搜尋「{query}」，排第一的是「{found}」；應是「{expected}」，前十篇裡沒有它。',
      en: 'For “{query}”, “{found}” comes first; “{expected}” should, and is not among the first ten.',
    },
    top3: {
      'zh-Hans': '搜“{query}”，“{expected}”排第 {rank}，不在前三。前三是：{found}。',
      'zh-Hant': '搜尋「{query}」，「{expected}」排第 {rank}，不在前三。前三是：{found}。',
      en: 'For “{query}”, “{expected}” is number {rank}, not among the first three: {found}.',
    },
    top3Missing: {
      'zh-Hans': '搜“{query}”，前十篇里没有“{expected}”。前三是：{found}。',
      'zh-Hant': '搜尋「{query}」，前十篇裡沒有「{expected}」。前三是：{found}。',
      en: 'For “{query}”, “{expected}” is not among the first ten. The first three: {found}.',
    },
    nothing: {
      'zh-Hans': '搜“{query}”什么也没有找到；应找到“{expected}”。',
      'zh-Hant': '搜尋「{query}」什麼也沒有找到；應找到「{expected}」。',
      en: 'Nothing is found for “{query}”; “{expected}” should be.',
    },
    never: {
      'zh-Hans': '搜“{query}”，“{unwanted}”排第 {rank}；前十篇里不该有它。',
      'zh-Hant': '搜尋「{query}」，「{unwanted}」排第 {rank}；前十篇裡不該有它。',
      en: 'For “{query}”, “{unwanted}” is number {rank}; it should not be among the first ten.',
    },
    unknownId: {
      'zh-Hans': '没有编号为“{written}”的手册。',
      'zh-Hant': '沒有編號為「{written}」的手冊。',
      en: 'There is no playbook with the id “{written}”.',
    },
    nearId: {
      'zh-Hans': '没有编号为“{written}”的手册。是不是想写“{nearest}”？',
      'zh-Hant': '沒有編號為「{written}」的手冊。是否要寫「{nearest}」？',
      en: 'There is no playbook with the id “{written}”. Did you mean “{nearest}”?',
    },
    unknownFilter: {
      'zh-Hans': '没有 {field} 为“{written}”的手册。',
      'zh-Hant': '沒有 {field} 為「{written}」的手冊。',
      en: 'No playbook has the {field} “{written}”.',
    },
    nearFilter: {
      'zh-Hans': '没有 {field} 为“{written}”的手册。是不是想写“{nearest}”？',
      'zh-Hant': '沒有 {field} 為「{written}」的手冊。是否要寫「{nearest}」？',
      en: 'No playbook has the {field} “{written}”. Did you mean “{nearest}”?',
    },
  },
  checkSupportFile(file, { knowledgeBase, today, locale, report, search }) {
    if (file.path !== queriesFileName) return;
    const names = namesIn(knowledgeBase);
    const isKnown = ({ text }: PlacedText) => names.ids.has(text);
    for (const expectation of readQueries(file.text, file.path).expectations) {
      const unknown = unknownNames(expectation, names);
      for (const { text: written, at, field, known } of unknown) {
        const near = nearest(written, known);
        const kind = field === 'id' ? 'Id' : 'Filter';
        if (near === undefined) report(`unknown${kind}`, { at, values: { written, field } });
        else report(`near${kind}`, { at, values: { written, field, nearest: near }, fix: changeTo(at, near, yamlScalar(near)) });
      }
      const first = expectation.first.filter(isKnown);
      const top3 = expectation.top3.filter(isKnown);
      const never = expectation.never.filter(isKnown);
      // A filter that lets nothing through would fail everything else.
      if (first.length + top3.length + never.length === 0 || unknown.some(({ field }) => field !== 'id')) continue;
      const { query, languages, types } = expectation;
      const filters = { languages: languages.map(({ text }) => text), types: types.map(({ text }) => text) };
      const hits = search({ text: query, ...filters, limit: looked, today }).hits.map((hit) => hit.id);
      const rankOf = (id: string) => hits.indexOf(id) + 1;
      const [best] = hits;

      const ranks = first.map(({ text }) => rankOf(text)).filter((rank) => rank > 0);
      const rank = Math.min(...ranks);
      if (first.length > 0 && rank !== 1) {
        const values = { query, expected: first.map(({ text }) => text).join(' / '), found: best ?? '', rank };
        report(best === undefined ? 'nothing' : ranks.length > 0 ? 'first' : 'firstMissing', { at: spanOf(first), values });
      }
      for (const { text, at } of top3) {
        const place = rankOf(text);
        if (place >= 1 && place <= 3) continue;
        const values = { query, expected: text, found: hits.slice(0, 3).join(locale === 'en' ? ', ' : '、'), rank: place };
        report(best === undefined ? 'nothing' : place > 0 ? 'top3' : 'top3Missing', { at, values });
      }
      for (const { text, at } of never) {
        if (rankOf(text) > 0) report('never', { at, values: { query, unwanted: text, rank: rankOf(text) } });
      }
    }
  },
});

interface Names {
  readonly ids: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

function namesIn({ playbooks, config, types }: KnowledgeBase): Names {
  const all = [...playbooks.values()];
  return {
    ids: new Set(all.map(({ id }) => id)),
    languages: new Set([...config.languages, ...all.map(({ lang }) => lang)]),
    types: new Set([...types.keys(), ...all.map(({ type }) => type)]),
  };
}

/** Texts that name nothing, each with the names it could have been. */
function unknownNames({ first, top3, never, languages, types }: QueryExpectation, names: Names) {
  const missing = (texts: readonly PlacedText[], field: 'id' | 'language' | 'type', known: ReadonlySet<string>) =>
    texts.filter(({ text }) => !known.has(text)).map(({ text, at }) => ({ text, at, field, known }));
  return [
    ...missing([...first, ...top3, ...never], 'id', names.ids),
    ...missing(languages, 'language', names.languages),
    ...missing(types, 'type', names.types),
  ];
}

function spanOf(places: readonly PlacedText[]): Span {
  return { start: Math.min(...places.map(({ at }) => at.start)), end: Math.max(...places.map(({ at }) => at.end)) };
}
