import { describe, expect, it } from 'vitest';
import { searchDocuments } from '../../../src/core/search/documents.js';
import { search } from '../../../src/core/search/engine.js';
import { createSearchIndex } from '../../../src/core/search/search-index.js';
import { knowledgeBaseOf } from '../../support/knowledge-base.js';

const knowledgeBase = knowledgeBaseOf({
  'refund.md':
    '---\nid: script-refund\ntype: script\ntitle: 退款申请安抚\nshort_code: tk1\nchannels: [phone]\nutterances: [钱什么时候退给我]\n---\n## 开场\n\n> 您好，请问订单号是多少？\n\n## 解决方案\n\n> 退款会在三个工作日内原路退回。\n',
  'sms.md': '---\nid: sms\ntype: response\ntitle: 簡訊通知\nlang: zh-Hant\n---\n## 內容\n\n> 您的網路已經恢復。\n',
  'fault.md': '---\nid: fault\ntype: article\ntitle: Router lamps\nlang: en\n---\nThe routers blink. A café Ｗi-Fi is slow. 裹\n',
});
const index = createSearchIndex(searchDocuments(knowledgeBase));
const ids = (text: string, filter = {}) => search(index, { text, ...filter }).hits.map((hit) => hit.id);

describe('search', () => {
  it('finds any two characters, and a single one wherever it stands in a run', () => {
    expect(ids('款申')).toEqual(['script-refund']);
    expect(ids('抚')).toEqual(['script-refund']);
    expect(ids('裹')).toEqual(['fault']);
  });

  it('finds one script by the other', () => {
    expect(ids('网路')).toEqual(['sms']);
    expect(ids('工作日內')).toEqual(['script-refund']);
  });

  it('finds words whatever their case, width, accent, number or one wrong letter', () => {
    for (const query of ['ROUTER', 'wi-fi', 'cafe', 'lamp', 'rputers']) expect(ids(query), query).toEqual(['fault']);
  });

  it('gives the best section and marks what matched', () => {
    const [hit] = search(index, { text: '原路退回' }).hits;
    expect(hit?.section).toBe('解决方案');
    expect(hit?.anchor).toBe('解决方案');
    expect(hit?.excerpt.filter((part) => part.match).map((part) => part.text)).toEqual(['原路退回']);
    expect(hit?.matched).toEqual([{ term: '原路退回', fields: ['wording'] }]);
  });

  it('puts an exact short code first and filters by facets', () => {
    expect(ids('TK1')[0]).toBe('script-refund');
    expect(ids('退款', { channels: ['chat'] })).toEqual([]);
    expect(ids('退款', { types: ['script'], channels: ['phone'] })).toEqual(['script-refund']);
  });

  it('finds a script by what the customer says', () => {
    expect(ids('我的钱到底什么时候能退给我啊')[0]).toBe('script-refund');
  });

  it('answers any text without a syntax error', () => {
    for (const text of ['', ' ', '"', '-', '*', 'a:b"c -', '\u0000', '😀']) expect(() => search(index, { text })).not.toThrow();
  });
});
