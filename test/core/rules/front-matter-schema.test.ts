import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const check = (marked: string) => checkMarked('front-matter-schema', marked);
const mend = (marked: string) => mendMarked('front-matter-schema', marked);
const messages = (marked: string) => check(marked).problems.map((problem) => problem.message);

describe('front-matter-schema', () => {
  it('marks an unknown key and renames a misspelled one', () => {
    const marked = '---\ntype: script\n⟦front-matter-schema|titel⟧: 退款\n⟦front-matter-schema|心情⟧: 好\n---\n';
    const { expected, found } = check(marked);
    expect(found).toEqual(expected);
    expect(messages(marked)).toEqual(['Unknown field “titel”. Did you mean “title”?', 'Unknown field “心情”.']);
    const { text, left } = mend(marked);
    expect(text).toBe('---\ntype: script\ntitle: 退款\n心情: 好\n---\n');
    expect(left.map(({ message }) => message)).toEqual(['Unknown field “心情”.']);
  });

  it('does not rename onto a key that is there already', () => {
    expect(check('---\ntype: script\ntitle: 退款\ntitel: 退款\n---\n').problems[0]?.fix).toBeUndefined();
  });

  it('marks a value that is none of the choices and writes the nearest', () => {
    const marked =
      '---\ntype: script\nrisk: ⟦front-matter-schema|hihg⟧\nplaceholders:\n  金额: { type: ⟦front-matter-schema|amuont⟧ }\n---\n';
    const { expected, found } = check(marked);
    expect(found).toEqual(expected);
    expect(messages(marked)[0]).toBe('“risk” must be one of: low, medium, high. Did you mean “high”?');
    expect(mend(marked)).toEqual({
      text: '---\ntype: script\nrisk: high\nplaceholders:\n  金额: { type: amount }\n---\n',
      left: [],
    });
  });

  it('puts a number that should be a text in quotes', () => {
    const marked = '---\nid: ⟦front-matter-schema|123⟧\ntype: script\ntitle: ⟦front-matter-schema|2026⟧\n---\n';
    expect(check(marked).found).toEqual(check(marked).expected);
    expect(messages(marked)[1]).toBe('“title” has the wrong kind of value; it should be text.');
    expect(mend(marked)).toEqual({ text: '---\nid: "123"\ntype: script\ntitle: "2026"\n---\n', left: [] });
  });

  it('says how dates, lengths of time and ids are written', () => {
    const marked =
      '---\nid: ⟦front-matter-schema|-退款⟧\ntype: script\nvalid_from: ⟦front-matter-schema|2026-02-30⟧\nreview_every: ⟦front-matter-schema|半年⟧\nchannels: ⟦front-matter-schema|{}⟧\n---\n';
    expect(check(marked).found).toEqual(check(marked).expected);
    expect(messages(marked)).toEqual([
      '“id” is not written as expected: letters, digits and . _ - / only, with a letter or digit first.',
      '“valid_from” is not written as expected: a date such as 2026-11-22.',
      '“review_every” is not written as expected: a length of time such as 30m, 2h or 90d.',
      '“channels” has the wrong kind of value; it should be a list of texts.',
    ]);
  });

  it('marks an end before the beginning', () => {
    const marked = '---\ntype: policy\nvalid_from: 2026-11-01\nvalid_to: ⟦front-matter-schema|2026-10-31⟧\n---\n';
    expect(check(marked).found).toEqual(check(marked).expected);
    expect(messages(marked)).toEqual(['It ends on 2026-10-31, before it begins on 2026-11-01. Correct one of the two.']);
  });

  it('accepts fields of their own in files without a type, but not slips of known ones', () => {
    const marked = '---\nlayout: page\nweight: 3\nms.date: 2020-01-01\n⟦front-matter-schema|tag⟧: [售后]\n---\n';
    expect(check(marked).found).toEqual(check(marked).expected);
    expect(messages(marked)).toEqual(['Unknown field “tag”. Did you mean “tags”?']);
  });

  it('checks the common fields of a type nobody knows', () => {
    const marked = '---\ntype: 菜谱\n辣度: 3\nvalid_to: ⟦front-matter-schema|明天⟧\n---\n';
    expect(check(marked).found).toEqual(check(marked).expected);
  });

  it('accepts empty fields and a single text for a list', () => {
    expect(check('---\nid: script-x\ntype: script\nowner:\ntags:\nchannels: phone\n---\n').found).toEqual([]);
  });
});
