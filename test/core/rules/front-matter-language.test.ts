import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const check = (marked: string) => checkMarked('front-matter-language', marked);

describe('front-matter-language', () => {
  it('marks the first line of TOML', () => {
    const { expected, found, problems } = check('⟦front-matter-language|+++⟧\ntitle = "退款"\n+++\n\n正文。\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe(
      'The front matter is in TOML; it was not read and is never run. Rewrite it as YAML: “key: value” lines.',
    );
  });

  it('says that JavaScript is never run, and does not run it', () => {
    const { expected, found, problems } = check(
      '⟦front-matter-language|---js⟧\nmodule.exports = globalThis.wasRun = true\n---\n\n正文。\n',
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toContain('JavaScript');
    expect(Reflect.get(globalThis, 'wasRun')).toBeUndefined();
  });

  it('names JSON that is never closed', () => {
    const { expected, found, problems } = check('⟦front-matter-language|---json⟧\n{ "title": "退款" }\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe(
      'The front matter is in JSON and is never closed, so all of the file counts as text. Rewrite it as YAML between two lines of “---”.',
    );
  });

  it('accepts YAML, named or not, and none', () => {
    expect(check('---yaml\ntitle: 退款\n---\n').found).toEqual([]);
    expect(check('---\ntitle: 退款\n---\n').found).toEqual([]);
    expect(check('正文。\n').found).toEqual([]);
  });
});
