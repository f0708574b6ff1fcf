import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits.js';
import { knowledgeBaseOf, problemsOf, takeExpectations } from '../../support/knowledge-base.js';

const path = 'playbook.config.yaml';

function check(marked: string, locale: 'zh-Hans' | 'en' = 'en') {
  const { text, expected } = takeExpectations(marked);
  const problems = problemsOf(knowledgeBaseOf({ [path]: text }), path, locale);
  const found = problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset }));
  return { text, expected, found, problems, messages: problems.map((problem) => problem.message) };
}

describe('config-schema', () => {
  it('marks an unknown key and renames a misspelled one', () => {
    const { text, expected, found, messages, problems } = check('title: 客服\n⟦config-schema|langauges⟧: [en]\n⟦config-schema|主题⟧: 蓝\n');
    expect(found).toEqual(expected);
    expect(messages).toEqual(['Unknown field “langauges”. Did you mean “languages”?', 'Unknown field “主题”.']);
    const mended = applyEdits(text, problems[0]?.fix?.edits ?? []);
    expect(mended).toBe('title: 客服\nlanguages: [en]\n主题: 蓝\n');
    expect(check(mended).messages).toEqual(['Unknown field “主题”.']);
  });

  it('marks an active protocol that is none, and days that never come', () => {
    const { expected, found, messages } = check(
      'inForce:\n  - { protocol: ⟦config-schema|protocol-x⟧, from: 2026-11-22, to: ⟦config-schema|2026-11-20⟧, note: 大雪 }\n',
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      '“protocol-x” in inForce is the id of no protocol, so no banner appears. Write the id of a protocol.',
      'The last day 2026-11-20 is before the first day 2026-11-22, so no banner appears.',
    ]);
  });

  it('does not rename onto a key that is there', () => {
    expect(check('languages: [en]\nlangauges: [en]\n').problems[0]?.fix).toBeUndefined();
  });

  it('marks wrong values, deep ones too', () => {
    const { expected, found, messages } = check(
      'rules: { broken-link: ⟦config-schema|eror⟧ }\npriorities:\n  - { id: P1, respondWithin: ⟦config-schema|马上⟧ }\n',
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      '“rules.broken-link” must be one of: off, error, warning, info. Did you mean “error”?',
      '“priorities.0.respondWithin” is not written as expected: a length of time such as 30m, 2h or 90d.',
    ]);
  });

  it('marks the names of rules and roles that do not exist', () => {
    const marked =
      'rules:\n  ⟦config-schema|broken-lnik⟧: off\n  ⟦config-schema|my-rule⟧: off\nroles: [agent]\nescalation: [agent, ⟦config-schema|boss⟧]\n';
    const { text, expected, found, messages, problems } = check(marked);
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      'There is no rule “broken-lnik”. Did you mean “broken-link”?',
      'There is no rule “my-rule”.',
      '“boss” is a step of the escalation ladder but no role. Add it to roles.',
    ]);
    expect(check(applyEdits(text, problems[0]?.fix?.edits ?? [])).messages).toHaveLength(2);
  });

  it('marks YAML that cannot be read', () => {
    expect(check('title: "客服\n').messages).toEqual(['This quote is never closed. Write another " after the text.']);
    // What the rest seems to say is not reported beside it.
    expect(check('title: [客服\nlanguages: zh-Hans\n').messages).toEqual([
      'This bracket is never closed. Write “]” after the last value, and indent the lines in between, if any.',
    ]);
  });

  it('accepts a sound config', () => {
    expect(check('title: 客服\nlanguages: [zh-Hans, en]\nrules: { broken-link: off }\n').found).toEqual([]);
  });
});

describe('config-schema on review', () => {
  const check = (review: string) => {
    const { text, expected } = takeExpectations(`review:\n${review}\n`);
    const knowledgeBase = knowledgeBaseOf({ 'playbook.config.yaml': text });
    const problems = problemsOf(knowledgeBase, 'playbook.config.yaml');
    return {
      review: knowledgeBase.config.review,
      expected,
      found: problems.map(({ code, range }) => ({ code, start: range.start.offset, end: range.end.offset })),
      messages: problems.map(({ message }) => message),
    };
  };

  it('marks groups that do not exist and rules that nobody could satisfy', () => {
    const { expected, found, messages } = check(
      '  groups: { legal: [bob@example.com] }\n  rules:\n    - ⟦config-schema|{ type: policy, count: 2, groups: [legal] }⟧\n    - { groups: [⟦config-schema|法务⟧] }',
    );
    expect(found).toEqual(expected);
    expect(messages).toEqual([
      'This rule asks for 2 approvals, but its groups have 1 member(s) in all. Add members or ask for fewer.',
      'No group “法务” is in review.groups, so nobody could approve. Add it there with the e-mails of its members.',
    ]);
  });

  it('marks members that are no e-mail or could never sign', () => {
    const { expected, found } = check(
      '  require_signature: true\n  signers: { bob@example.com: ssh-ed25519 AAAA }\n  groups: { legal: [bob@example.com, ⟦config-schema|张三⟧, ⟦config-schema|carol@example.com⟧] }',
    );
    expect(found).toEqual(expected);
  });

  it('keeps review on when a part of it is wrong', () => {
    expect(check('  mode: required\n  rules: [{ typ: policy }]').review.mode).toBe('required');
    expect(check('  mode: advisory\n  rules: 1').review.mode).toBe('advisory');
    expect(check('  mode: requird').review.mode).toBe('required');
    expect(check('  mode: off\n  rules: [{ cout: 2 }]').review.mode).toBe('off');
  });
});
