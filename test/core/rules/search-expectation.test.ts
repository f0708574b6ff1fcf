import { describe, expect, it } from 'vitest';
import { checkSupportFiles } from '../../../src/core/rules/run.js';
import { type Files, knowledgeBaseOf, problemsOf, searchOf, takeExpectations, today } from '../../support/knowledge-base.js';

const page = (id: string, title: string, more: string, body: string) => `---\nid: ${id}\ntitle: ${title}\n${more}---\n${body}\n`;

/** `refund` and four more that speak of refunds once; `bill` does not. */
const playbooks: Files = {
  'refund.md': page('policy-refund', '退款政策', 'lang: zh-Hans\n', '七天内可以退款。'),
  'en.md': page('policy-refund-en', 'Refund policy', 'lang: en\n', 'You may return it within seven days.'),
  'bill.md': page('article-bill', '账单怎么看', '', '账单每月一日出。'),
  'parcel.md': page('flow-parcel', '丢件处理', 'type: flow\n', '包裹丢了，查不到时给客户退款。'),
  'visit.md': page('article-visit', '上门安装', '', '师傅没有来，费用可以退款。'),
  'other.md': page('article-other', '其他费用', '', '重复收取的费用都可以原路退款。'),
};

function check(marked: string, locale: 'zh-Hans' | 'zh-Hant' | 'en' = 'en') {
  const { text, expected } = takeExpectations(marked);
  const problems = problemsOf(knowledgeBaseOf({ ...playbooks, 'queries.yaml': text }), 'queries.yaml', locale);
  const found = problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset }));
  return { expected, found, problems, messages: problems.map((problem) => problem.message) };
}

describe('search-expectation', () => {
  it('is content with what is found', () => {
    const queries = `
- query: 退款政策
  first: [policy-refund, policy-refund-en]
  top3: policy-refund
  never: [article-bill]
- { query: tuikuan, top3: [policy-refund] }
- { query: refund, first: policy-refund-en, language: en }
- { query: 退款, first: flow-parcel, type: [flow, case] }
`;
    expect(check(queries).messages).toEqual([]);
  });

  it('says what came first instead, at the id that should have', () => {
    const { expected, found, messages, problems } = check('- query: 退款政策\n  first: ⟦search-expectation|flow-parcel⟧\n');
    expect(found).toEqual(expected);
    expect(messages).toEqual(['For “退款政策”, “policy-refund” comes first; “flow-parcel” should, and is not among the first ten.']);
    expect(problems.map(({ severity, range }) => [severity, range.start.line])).toEqual([['warning', 2]]);
    expect(check('- { query: 退款, first: flow-parcel }', 'zh-Hans').messages).toEqual([
      expect.stringMatching(/^搜“退款”，排第一的是“policy-refund”；应是“flow-parcel”，它排第 [2-5]。$/),
    ]);
  });

  it('takes any of several for the first, and marks them all where none is', () => {
    expect(check('- { query: 退款政策, first: [flow-parcel, policy-refund] }').messages).toEqual([]);
    const { expected, found, messages } = check('- query: 账单怎么看\n  first: [⟦search-expectation|flow-parcel, policy-refund⟧]\n');
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      'For “账单怎么看”, “article-bill” comes first; “flow-parcel / policy-refund” should, and is not among the first ten.',
    ]);
  });

  it('wants all of top3 among the first three, and names each that is not', () => {
    const { expected, found, messages } = check(
      '- query: 退款\n  top3:\n    - policy-refund\n    - ⟦search-expectation|article-bill⟧\n    - ⟦search-expectation|policy-refund-en⟧\n',
      'zh-Hant',
    );
    expect(found).toEqual(expected);
    expect(messages[0]).toMatch(/^搜尋「退款」，前十篇裡沒有「article-bill」。前三是：policy-refund、[a-z-]+、[a-z-]+。$/);
  });

  it('gives the place of one that is found too late', () => {
    // Four playbooks have the word, so one of them is fourth.
    const messages = ['policy-refund', 'flow-parcel', 'article-visit', 'article-other'].flatMap(
      (id) => check(`- { query: 退款, top3: ${id} }`).messages,
    );
    expect(messages).toEqual([
      expect.stringMatching(/^For “退款”, “[a-z-]+” is number 4, not among the first three: policy-refund, [a-z-]+, [a-z-]+\.$/),
    ]);
  });

  it('marks what should stay away', () => {
    const { expected, found, messages } = check('- query: 退款政策\n  never: [article-bill, ⟦search-expectation|policy-refund⟧]\n');
    expect(found).toEqual(expected);
    expect(messages).toEqual(['For “退款政策”, “policy-refund” is number 1; it should not be among the first ten.']);
  });

  it('says that nothing is found', () => {
    expect(check('- { query: 漫游, first: policy-refund, top3: article-bill, never: flow-parcel }').messages).toEqual([
      'Nothing is found for “漫游”; “policy-refund” should be.',
      'Nothing is found for “漫游”; “article-bill” should be.',
    ]);
  });

  it('marks ids that no playbook has, and proposes one that is near, never to be changed unasked', () => {
    const { expected, found, messages, problems } = check(
      '- query: 退款政策\n  first: [policy-refund, ⟦search-expectation|policy-refnud⟧]\n  never: ⟦search-expectation|没有这篇⟧\n',
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      'There is no playbook with the id “policy-refnud”. Did you mean “policy-refund”?',
      'There is no playbook with the id “没有这篇”.',
    ]);
    expect(problems[0]?.fix).toMatchObject({ title: 'Change to “policy-refund”', edits: [{ newText: 'policy-refund' }] });
    expect(problems[1]?.fix).toBeUndefined();
  });

  it('marks filters that let nothing through, and expects nothing of them', () => {
    const { expected, found, messages } = check(
      '- { query: 退款, first: policy-refund, language: ⟦search-expectation|zh-hans⟧ }\n- { query: 退款, first: policy-refund, type: ⟦search-expectation|政策⟧ }\n',
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual(['No playbook has the language “zh-hans”. Did you mean “zh-Hans”?', 'No playbook has the type “政策”.']);
  });

  it('holds a playbook whose time is over against the day that counts as today', () => {
    const text = (validTo: string) => page(validTo, '退费办法', `valid_to: ${validTo}\n`, '账户余额原路退费。');
    const knowledgeBase = knowledgeBaseOf({
      'a.md': text('2026-01-31'),
      'b.md': text('2027-01-31'),
      'queries.yaml': '- { query: 余额退费, first: 2027-01-31 }\n',
    });
    const on = (day: string) => checkSupportFiles(knowledgeBase, { locale: 'en', today: day }, searchOf(knowledgeBase));
    expect(on(today)).toEqual([]);
    expect(on('2026-01-31').map(({ message }) => message)).toEqual([
      'For “余额退费”, “2026-01-31” comes first; “2027-01-31” should, and is number 2.',
    ]);
  });
});

describe('queries.yaml', () => {
  it('is checked like the config, at exact places; what is right still counts', () => {
    const { expected, found, messages } = check(
      [
        '- { query: 退款政策, first: ⟦search-expectation|article-bill⟧ }',
        '- { query: 退款, ⟦config-schema|frist⟧: policy-refund, top3: policy-refund }',
        '- { query: ⟦config-schema|退款⟧ }',
        '- ⟦config-schema|{⟧ first: policy-refund }',
        '- { query: ⟦config-schema|""⟧, first: policy-refund }',
        '- { query: 退款, first: ⟦config-schema|[]⟧ }',
        '- { query: 退款, top3: ⟦config-schema|[policy-refund, article-bill, flow-parcel, article-visit]⟧ }',
        '- { query: 退款, never: [⟦config-schema|1⟧] }',
        '- ⟦config-schema|退款⟧',
        '',
      ].join('\n'),
    );
    expect(messages).toEqual([
      'For “退款政策”, “policy-refund” comes first; “article-bill” should, and is not among the first ten.',
      'Unknown field “1.frist”. Did you mean “first”?',
      '“2.query” is not valid: it needs first, top3 or never.',
      'The required field “3.query” is missing.',
      '“4.query” is out of range: ≥ 1 characters.',
      '“5.first” is out of range: ≥ 1 items.',
      '“6.top3” is out of range: ≤ 3 items.',
      '“7.never.0” has the wrong kind of value; it should be text.',
      '“8” has the wrong kind of value; it should be a group of “key: value” lines.',
    ]);
    expect(found).toEqual(expected);
  });

  it('may be empty, and is no list otherwise only once', () => {
    expect(check('# 还没有\n').messages).toEqual([]);
    expect(check('query: 退款\n').messages).toEqual(['“the file” has the wrong kind of value; it should be a list.']);
    expect(check('- query: "退款\n').messages).toEqual(['This quote is never closed. Write another " after the text.']);
  });

  it('costs no index where it is not there', () => {
    const knowledgeBase = knowledgeBaseOf({ ...playbooks, 'playbook.config.yaml': 'title: 客服\n' });
    const search = () => expect.unreachable('nothing was to be searched');
    expect(checkSupportFiles(knowledgeBase, { locale: 'en', today }, search)).toEqual([]);
  });
});
