import { describe, expect, it } from 'vitest';
import { searchDocuments } from '../../../src/core/search/documents.js';
import { search } from '../../../src/core/search/engine.js';
import { createSearchIndex, updateIndex } from '../../../src/core/search/search-index.js';
import { knowledgeBaseOf } from '../../support/knowledge-base.js';
import { readSample } from '../../support/sample.js';

const index = createSearchIndex(searchDocuments(readSample()));
const meant = (text: string, oneForEachSubject = 'zh-Hans') => search(index, { text, oneForEachSubject }).suggestion;

describe('did you mean', () => {
  it.each([
    ['退宽', '退款'],
    ['退宽多久到账', '退款多久到账'],
    ['话废争议', '话费争议'],
    ['款退申请', '退款申请'],
    ['应急预按', '应急预案'],
    ['tuikuna', '退款'],
    ['refnud', 'refund'],
    ['eifund', undefined],
    ['broadbnad', 'broadband'],
  ])('%s: %s', (typed, expected) => {
    expect(meant(typed)).toBe(expected);
  });

  it('writes in the script of the reader', () => {
    const files = {
      'a.md': '---\nid: a\nlang: zh-Hans\ntitle: 账单\naliases: [牡丹卡]\n---\n',
      'b.md': '---\nid: b\nlang: zh-Hant\ntitle: 帳單\n---\n',
    };
    const both = createSearchIndex(searchDocuments(knowledgeBaseOf(files)));
    expect(search(both, { text: '帳丹', oneForEachSubject: 'zh-Hant' }).suggestion).toBe('帳單');
    expect(search(both, { text: '帳丹', oneForEachSubject: 'zh-Hans' }).suggestion).toBe('账单');
  });

  it('says nothing where every word is known, begun, or pinyin', () => {
    for (const text of ['退款', '退款申请', 'refu', 'refund', 'tuikuan', 'tuik', 'tksq', 'SIM', '5G', '', '！？', '怎么退']) {
      expect([text, meant(text)]).toEqual([text, undefined]);
    }
  });

  it('says nothing where nothing is near', () => {
    for (const text of ['qqqzzz', '龘靐齉爩', 'xylophone']) expect([text, meant(text)]).toEqual([text, undefined]);
  });

  it('proposes only what finds something under the same filters', () => {
    expect(search(index, { text: '退宽', types: ['policy'] }).suggestion).toBe('退款');
    expect(search(index, { text: '退宽', tags: ['没有的标签'] }).suggestion).toBe(undefined);
  });

  it('knows what playbooks are called now', () => {
    const files = { 'a.md': '---\nid: a\ntitle: 充值优惠\n---\n充值送话费。\n' };
    const before = createSearchIndex(searchDocuments(knowledgeBaseOf(files)));
    expect(search(before, { text: '代扣协意' }).suggestion).toBe(undefined);
    const added = knowledgeBaseOf({ 'b.md': '---\nid: b\ntitle: 代扣协议\naliases: [生意]\n---\n签约。\n' });
    const after = updateIndex(before, 1, searchDocuments(added));
    expect(search(after, { text: '代扣协意' }).suggestion).toBe('代扣协议');
  });
});
