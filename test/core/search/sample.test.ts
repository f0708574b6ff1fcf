import fc from 'fast-check';
import { Converter } from 'opencc-js';
import taiwanWords from 'opencc-js/dict/TWPhrasesRev';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import type { ExcerptPart, SearchQuery } from '../../../src/core/model/search.js';
import { searchDocuments } from '../../../src/core/search/documents.js';
import { search } from '../../../src/core/search/engine.js';
import { fold, foldCharacters, foldWithSource } from '../../../src/core/search/fold.js';
import { createSearchIndex } from '../../../src/core/search/search-index.js';
import { queryTerms, termsOf } from '../../../src/core/search/tokenize.js';
import { markdownText } from '../../support/arbitrary.js';
import { readSample } from '../../support/sample.js';

/** Searching the sample knowledge base, held against oracles that go through all of its texts. */
const documents = searchDocuments(readSample());
const index = createSearchIndex(documents);
const everything = Number.MAX_SAFE_INTEGER;
const hitsOf = (text: string, more: Partial<SearchQuery> = {}) => search(index, { text, limit: everything, ...more }).hits;
const idsOf = (text: string, more: Partial<SearchQuery> = {}) => hitsOf(text, more).map((hit) => hit.id);

const { entries } = documents;
/** All that each playbook says, one text a field. */
const textsOf = entries.map((entry, number) => [
  entry.title,
  ...entry.names,
  ...entry.utterances,
  entry.summary,
  ...documents.sections.filter((section) => section.entry === number).flatMap(({ section, wording, body }) => [section, wording, body]),
]);
/** As it is folded, and as it was written but for the script: a regional word may be cut where folding puts another. */
const wholeText = new Map(
  entries.map(({ id }, number) => {
    const text = (textsOf[number] ?? []).join('\n');
    return [id, `${fold(text)}\n${foldCharacters(text)}`];
  }),
);
const isChinese = (text: string) => /^\p{Script=Han}+$/u.test(text);

const playbook = fc.nat({ max: entries.length - 1 });
/** A stretch of any text of any playbook, and that playbook's id. */
const stretch = (longest: number) =>
  fc.tuple(playbook, fc.nat(), fc.nat(), fc.integer({ min: 2, max: longest })).map(([number, which, where, length]) => {
    const texts = (textsOf[number] ?? []).filter((text) => text.length >= 2);
    const text = texts[which % texts.length] ?? '';
    const start = where % (text.length - 1);
    return { id: entries[number]?.id ?? '', text: text.slice(start, start + length) };
  });

describe('the beginning of a title by its initials', () => {
  it('wly finds 物流延误 before 无理由, which a page is also called', () => {
    const titles = hitsOf('wly', { languages: ['zh-Hans'] }).map(({ title }) => title);
    expect(titles.slice(0, 2).toSorted()).toEqual(['物流延误安抚', '物流延误应急预案']);
    expect(titles).toContain('退款政策');
  });
});

describe('a query of which no word stands anywhere', () => {
  const outcome = (text: string, more: Partial<SearchQuery> = {}) => {
    const { hits, nearestOnly } = search(index, { text, ...more });
    return nearestOnly ? 'nearest' : hits.length > 0 ? 'found' : 'nothing';
  };

  it.each(['外星人', '量子纠缠', '火锅', '红烧肉怎么做', '世界杯谁赢了', '給我講個笑話'])(
    '%s finds pages that come near, and says so',
    (query) => {
      expect(outcome(query)).toBe('nearest');
    },
  );

  it('asdfgh finds nothing at all', () => {
    expect(outcome('asdfgh')).toBe('nothing');
  });

  it.each(['退', '退款', '退费', 'tk', 'tuikuan', 'tui kuan', 'wly', 'refnud', 'outtage', 'esim', '"退款"', '外星人退款'])(
    '%s finds',
    (query) => {
      expect(outcome(query)).toBe('found');
    },
  );

  it('is told of the pages that a filter lets through', () => {
    expect(outcome('电子发票')).toBe('found');
    expect(outcome('电子发票', { types: ['retrospective'] })).toBe('nearest');
  });
});

describe('every title', () => {
  it('is found by any two characters of it', () => {
    const pairs = entries.flatMap(({ id, title }) =>
      Array.from({ length: title.length - 1 }, (_, at) => ({ id, pair: title.slice(at, at + 2) })).filter(({ pair }) => isChinese(pair)),
    );
    expect(pairs.length).toBeGreaterThan(300);
    expect(pairs.filter(({ id, pair }) => !idsOf(pair).includes(id))).toEqual([]);
  });

  it('comes first when it is typed whole, itself or one of the same title', () => {
    const missed = entries.filter(({ title }) => fold(hitsOf(title)[0]?.title ?? '') !== fold(title));
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('is within five after two characters or a few initials, for most', () => {
    const isNear = (id: string, text: string, lang: string) => idsOf(text, { languages: [lang], limit: 5 }).includes(id);
    const outcomes = entries.map(({ id, title, lang }) => {
      const beginning = isNear(id, title.slice(0, 2), lang);
      const han = /^\p{Script=Han}{2,}/u.exec(title)?.[0] ?? '';
      const letters = han === '' ? '' : pinyin(han, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
      const initials = [2, 3, 4].map((length) => (letters.length < length ? undefined : isNear(id, letters.slice(0, length), lang)));
      return { id, beginning, initials, either: beginning || initials.includes(true) };
    });
    const share = (values: readonly (boolean | undefined)[]) => {
      const asked = values.filter((value) => value !== undefined);
      return asked.filter(Boolean).length / asked.length;
    };
    const shares = {
      beginning: share(outcomes.map(({ beginning }) => beginning)),
      initials2: share(outcomes.map(({ initials }) => initials[0])),
      initials3: share(outcomes.map(({ initials }) => initials[1])),
      initials4: share(outcomes.map(({ initials }) => initials[2])),
      either: share(outcomes.map(({ either }) => either)),
    };
    const shown = Object.entries(shares).map(([name, value]) => `${name} ${(value * 100).toFixed(1)} %`);
    console.info(`within five of ${outcomes.length} titles: ${shown.join(', ')}`);
    expect(outcomes.filter(({ either }) => !either).length / outcomes.length).toBeLessThanOrEqual(0.05);
    expect(shares.initials3).toBeGreaterThanOrEqual(0.95);
  });
});

describe('folding', () => {
  const word = fc.constantFrom(...taiwanWords.split('|').flatMap((entry) => entry.split(' ')));
  const anyText = fc.oneof(
    fc
      .array(fc.oneof(word, fc.constantFrom('的', '線', '上', '路', '文', '件', '帳', '覆', 'Ｗ', 'É', '한')), { maxLength: 8 })
      .map((parts) => parts.join('')),
    stretch(40).map(({ text }) => text),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('twice is folding once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same with the way back, which leads into the text and never backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWithSource(text);
        expect(folded.text).toBe(fold(text));
        let last = 0;
        for (let at = 0; at < folded.text.length; at += 1) {
          const { start, end } = folded.source(at, at + 1);
          expect(start >= last && start < end && end <= text.length).toBe(true);
          last = start;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the syllables of Korean apart', () => {
    expect(fold('환불')).not.toBe(fold('하부'));
  });
});

describe('both scripts', () => {
  const conversions = [
    { name: 'mainland to Taiwan', lang: 'zh-Hans', convert: Converter({ from: 'cn', to: 'twp' }) },
    { name: 'mainland to Taiwan, characters alone', lang: 'zh-Hans', convert: Converter({ from: 'cn', to: 'tw' }) },
    { name: 'mainland to Hong Kong', lang: 'zh-Hans', convert: Converter({ from: 'cn', to: 'hk' }) },
    { name: 'Taiwan to mainland', lang: 'zh-Hant', convert: Converter({ from: 'twp', to: 'cn' }) },
    { name: 'Hong Kong to mainland', lang: 'zh-Hant', convert: Converter({ from: 'hk', to: 'cn' }) },
  ];

  it.each(conversions)('find the same: $name', ({ lang, convert }) => {
    const queries = entries
      .filter((entry) => entry.lang === lang)
      .flatMap(({ title, names, utterances }) => [title, ...names, ...utterances])
      .filter((text) => convert(text) !== text);
    expect(queries.length).toBeGreaterThan(100);
    const outcome = (text: string) => {
      const { hits, total } = search(index, { text, limit: 10 });
      return [total, ...hits.map(({ id, score }) => `${id} ${score}`)];
    };
    expect(queries.filter((text) => JSON.stringify(outcome(convert(text))) !== JSON.stringify(outcome(text)))).toEqual([]);
  });

  it('find what Taiwan writes with other characters', () => {
    for (const [taiwan, mainland] of [
      ['帳單', '账单'],
      ['覆盤', '复盘'],
      ['身分證', '身份证'],
      ['系統當機', '系统宕机'],
      ['計畫', '计划'],
      ['等著', '等着'],
    ] as const) {
      expect(idsOf(taiwan), taiwan).toEqual(idsOf(mainland));
    }
  });
});

describe('any text of a playbook', () => {
  it('finds the playbook as a phrase, and only those that have it', () => {
    fc.assert(
      fc.property(stretch(12), ({ id, text }) => {
        const wanted = text.replace(/["“”「」『』\n]/g, '').trim();
        // A stretch that cuts a Latin word, a regional one or a numeral (五六百) is not what anyone would type.
        fc.pre(wanted === text && isChinese(wanted) && !/^[零一二两三四五六七八九十百千]|[零一二两三四五六七八九十百千]$/.test(wanted));
        fc.pre(wholeText.get(id)?.includes(fold(wanted)) === true);
        const ids = idsOf(`"${wanted}"`);
        expect(ids).toContain(id);
        expect(ids.filter((found) => !wholeText.get(found)?.includes(fold(wanted)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is kept away by an exclusion', () => {
    fc.assert(
      fc.property(stretch(4), ({ text }) => {
        fc.pre(isChinese(text));
        const left = idsOf(`客户 -${text}`);
        expect(left.filter((id) => wholeText.get(id)?.includes(fold(text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is shown of a hit', () => {
  const join = (parts: readonly ExcerptPart[]) => parts.map((part) => part.text).join('');
  /** Without synonyms a mark has a pair of the query's own characters; all of a regional word is marked where a part was found. */
  const plain = createSearchIndex({ ...documents, synonyms: [] });

  it('is a stretch of the source, and each mark stands for part of the query', () => {
    let marks = 0;
    fc.assert(
      fc.property(stretch(8), ({ text }) => {
        fc.pre(isChinese(text));
        const { words, characters } = queryTerms(text);
        const pairs = new Set(words);
        const isAsked = (character: string) => characters.includes(character);
        for (const hit of search(plain, { text, limit: 5 }).hits) {
          const number = entries.findIndex((entry) => entry.id === hit.id);
          const sources = [
            entries[number]?.summary ?? '',
            ...documents.sections
              .filter((section) => section.entry === number)
              .map(({ wording, body }) => [wording, body].filter((part) => part !== '').join('\n')),
          ].map((source) => source.replaceAll('\n', ' '));
          const excerpt = join(hit.excerpt);
          // The dots may be the source's own.
          const stretches = [excerpt, excerpt.replace(/^…/, ''), excerpt.replace(/…$/, ''), excerpt.replace(/^…|…$/g, '')];
          expect(sources.some((source) => stretches.some((candidate) => source.includes(candidate)))).toBe(true);
          expect(join(hit.titleParts)).toBe(hit.title);
          for (const { text: marked } of [...hit.excerpt, ...hit.titleParts].filter((part) => part.match)) {
            marks += 1;
            // Characters by themselves are marked only where the question words leave no two together.
            const parts = pairs.size > 0 ? termsOf(marked).words.filter((pair) => pairs.has(pair)) : [...fold(marked)].filter(isAsked);
            expect(parts, `${marked} for ${text}`).not.toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(marks).toBeGreaterThan(300);
  });

  it('marks what was typed wherever the title has it', () => {
    for (const { title } of entries) {
      const typed = /\p{Script=Han}{2}/u.exec(title)?.[0];
      if (typed === undefined) continue;
      const hit = hitsOf(`"${typed}"`).find((candidate) => candidate.title === title);
      expect(
        hit?.titleParts.some((part) => part.match && part.text.includes(typed)),
        `${typed} in ${title}`,
      ).toBe(true);
    }
  });
});

const phrase = /["“「『]/u;

describe('any query', () => {
  it('has an answer that agrees with itself', () => {
    const query = fc.oneof(
      markdownText,
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      stretch(30).map(({ text }) => text),
      stretch(12).map(({ text }) => `“${text}”`),
    );
    fc.assert(
      fc.property(query, fc.constantFrom(undefined, 'zh-Hans', 'zh-Hant', 'en'), (text, language) => {
        const languages = language === undefined ? [] : [language];
        const { hits, total, facets } = search(index, { text, languages, limit: everything });
        expect(hits.length).toBe(total);
        expect(new Set(hits.map((hit) => hit.id)).size).toBe(total);
        expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).toSorted((a, b) => b - a));
        expect(hits.every((hit) => language === undefined || hit.lang === language)).toBe(true);
        for (const filter of ['types', 'channels', 'tiers', 'tags', 'products', 'languages'] as const) {
          for (const [value, count] of Object.entries(facets[filter]).slice(0, 2)) {
            const chosen = search(index, { text, languages, [filter]: [value], limit: everything });
            // Whether a phrase stands as typed is only looked up in what is shown: other values may promise more, never less.
            if (phrase.test(text) && language !== undefined) expect(count).toBeGreaterThanOrEqual(chosen.total);
            else expect(`${filter} ${value} ${chosen.total}`).toBe(`${filter} ${value} ${count}`);
          }
        }
        expect(idsOf(text, { languages, limit: 3 })).toEqual(hits.slice(0, 3).map((hit) => hit.id));
      }),
      { numRuns: 300 },
    );
  });
});
