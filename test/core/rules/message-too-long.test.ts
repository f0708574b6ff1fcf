import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const code = 'message-too-long';
const check = (marked: string, others = {}) => checkMarked(code, marked, others);
const han = (count: number) => '退'.repeat(count);

describe(code, () => {
  it('counts wording below an SMS heading, up to two parts', () => {
    const { expected, found, problems } = check(
      `## 开场\n\n### 短信\n\n> ${han(134)}\n\n#### VIP\n\n⟦message-too-long|> ${han(135)}⟧\n\n### 电话\n\n> ${han(200)}\n`,
    );
    expect(found).toEqual(expected);
    expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'This text message has 135 characters and is sent in 3 parts. Keep it within 2 parts (134 characters).'],
    ]);
  });

  it('counts all wording of a playbook that is for SMS only', () => {
    expect(check(`---\nchannels: [sms]\n---\n⟦message-too-long|> ${han(135)}⟧\n`)).toSatisfy(agrees);
    expect(check(`---\nchannels: [sms, chat]\n---\n> ${han(135)}\n`)).toSatisfy(agrees);
  });

  it('counts placeholders by their examples, variables and snippets by what they stand for', () => {
    const head = `---\nplaceholders:\n  a: { example: ${han(10)} }\n---\n## SMS\n\n`;
    const others = {
      'playbook.config.yaml': `variables: { company: { name: ${han(20)} } }\n`,
      's.md': `---\nid: s\nplaceholders:\n  b: { example: ${han(9)} }\n---\n{{b}}\n`,
      'long.md': `---\nid: long\n---\n> ${han(140)}\n`,
    };
    expect(check(`${head}> ${han(104)}{{a}}{{company.name}}\n`, others)).toSatisfy(agrees);
    expect(check(`${head}⟦message-too-long|> ${han(105)}{{ a }}{{company.name}}⟧\n`, others)).toSatisfy(agrees);
    expect(check(`${head}⟦message-too-long|> ${han(105)}{{a}}\n>\n> ::include{id=s}\n>\n> ${han(10)}⟧\n`, others)).toSatisfy(agrees);
    expect(check(`${head}⟦message-too-long|::include{id=long}⟧\n`, others)).toSatisfy(agrees);
  });

  it('names the few characters that make a plain message dear', () => {
    expect(check(`## SMS\n\n⟦message-too-long|> We’re sorry. ${'a'.repeat(130)}⟧\n`).problems[0]?.message).toBe(
      'Because of “’” a part of this text message holds only 67 characters, and it is sent in 3 parts. Without them a part holds 153.',
    );
  });

  it('survives embeds that go in circles', () => {
    expect(check('---\nid: a\n---\n## SMS\n\n> ::include{id=a}\n\n::include{id=a}\n').found).toEqual([]);
  });

  it('survives a few lines of embeds that would make an endless text', () => {
    const embeds = (next: number) => `::include{id=s${next}}\n\n`.repeat(20);
    const snippets = Array.from({ length: 12 }, (_item, index) => [`s${index}.md`, `---\nid: s${index}\n---\n\n${embeds(index + 1)}`]);
    const others = { ...Object.fromEntries(snippets), 's12.md': '---\nid: s12\n---\n\n> 三天内到账。\n' };
    expect(check(`## SMS\n\n${embeds(0)}`, others).found).toEqual([]);
  });
});

function agrees({ expected, found }: ReturnType<typeof check>): boolean {
  expect(found).toEqual(expected);
  return true;
}
