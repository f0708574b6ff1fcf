import { describe, expect, it } from 'vitest';
import { checkMarked, knowledgeBaseOf, mendMarked, problemsOf, takeExpectations } from '../../support/knowledge-base.js';

const code = 'forbidden-wording';
const config = {
  'playbook.config.yaml': `forbiddenWording:
  - { pattern: 保证, replacement: 我们会尽力, lang: zh-Hans, reason: 没有人能担保。 }
  - { pattern: 一定能, lang: zh-Hans }
  - { pattern: 百分百, replacement: 我们会尽力 }
  - { pattern: sure, replacement: likely, lang: en }
  - { pattern: '\\b(100 ?%|absolutely)(?: certain)?', regex: true, lang: en }
  - { pattern: '退.{1,4}全額', regex: true, lang: zh-Hant }
`,
};
const check = (marked: string) => checkMarked(code, marked, config);
const page = (lang: string, body: string) => `---\nlang: ${lang}\n---\n${body}`;

describe(code, () => {
  it('marks words in wording only', () => {
    const { expected, found, problems } = check(
      page(
        'zh-Hans',
        '我们保证。\n\n> 我们⟦forbidden-wording|保证⟧到账，⟦forbidden-wording|一定能⟧退。\n\n- 保证\n  > 嵌套的⟦forbidden-wording|保证⟧\n',
      ),
    );
    expect(found).toEqual(expected);
    expect(problems.slice(0, 2).map((problem) => problem.message)).toEqual([
      '“保证” must not be said to customers; say for instance “我们会尽力”. 没有人能担保。',
      '“一定能” must not be said to customers.',
    ]);
  });

  it('matches both Chinese scripts, full width and any case, with words and with patterns', () => {
    expect(check(page('zh-TW', '> 我們⟦forbidden-wording|保證⟧，⟦forbidden-wording|退費全額⟧\n'))).toSatisfy(agrees);
    expect(check(page('zh-Hans', '> 我们⟦forbidden-wording|退你全额⟧\n'))).toSatisfy(agrees);
    expect(
      check(page('en-GB', '> ⟦forbidden-wording|ＳＵＲＥ⟧, ⟦forbidden-wording|Absolutely certain⟧ or ⟦forbidden-wording|100%⟧\n')),
    ).toSatisfy(agrees);
  });

  it('goes by the language of the text: the page’s, or that of a heading above', () => {
    expect(
      check(page('zh-Hans', '## 开场\n\n> sure 100%\n\n### English\n\n> ⟦forbidden-wording|sure⟧ 保证 ⟦forbidden-wording|百分百⟧\n')),
    ).toSatisfy(agrees);
  });

  it('sees through emphasis and line breaks, but not through placeholders, and takes whole words of spaced scripts', () => {
    expect(check(page('zh-Hans', '> ⟦forbidden-wording|一**定**能⟧ ⟦forbidden-wording|百\n> 分百⟧ 一{{x}}定能 一\n>\n> 定能\n'))).toSatisfy(
      agrees,
    );
    expect(check(page('en', '> We measure, ensure, are ⟦forbidden-wording|absolutely\n> certain⟧. abs{{x}}olutely\n'))).toSatisfy(agrees);
  });

  it('leaves the never-say section alone', () => {
    const text =
      '---\ntype: script\nlang: zh-Hans\n---\n## 开场\n\n> ⟦forbidden-wording|保证⟧\n\n## 不要说\n\n> 保证\n\n## 升级\n\n> ⟦forbidden-wording|保证⟧\n';
    expect(check(text)).toSatisfy(agrees);
  });

  it('writes the replacement, but not into the other script', () => {
    const { text, left } = mendMarked(code, page('zh-Hans', '> 我们保**证**今天，百分百\n'), config);
    expect(text).toBe(page('zh-Hans', '> 我们我们会尽力**今天，我们会尽力\n'));
    expect(left).toEqual([]);
    expect(check(page('zh-Hant', '> 保證\n')).problems.map((problem) => problem.fix)).toEqual([undefined]);
  });

  it('reports a pattern that is not RE2 at its place in the config, and goes on', () => {
    const { text, expected } = takeExpectations(
      'forbiddenWording:\n  - { pattern: 保证 }\n  - { pattern: ⟦forbidden-wording|"(?=x)"⟧, regex: true }\n  - { pattern: "(?=x)" }\n',
    );
    const knowledgeBase = knowledgeBaseOf({ 'playbook.config.yaml': text, 'page.md': '> 保证\n' });
    const problems = problemsOf(knowledgeBase, 'playbook.config.yaml').filter((problem) => problem.code === code);
    expect(problems.map(({ range }) => ({ code, start: range.start.offset, end: range.end.offset }))).toEqual(expected);
    expect(problems[0]?.message).toBe(
      'This is not a valid RE2 pattern (no look-around, no back-references, at most 1000 characters), so it is not checked. Correct it.',
    );
    expect(problemsOf(knowledgeBase, 'page.md').filter((problem) => problem.code === code)).toHaveLength(1);
  });
});

function agrees({ expected, found }: ReturnType<typeof check>): boolean {
  expect(found).toEqual(expected);
  return true;
}
