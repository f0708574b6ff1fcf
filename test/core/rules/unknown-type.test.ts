import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

describe('unknown-type', () => {
  it('marks a misspelled type, writes the nearest, and asks for no sections', () => {
    const marked = '---\nid: a\ntype: ⟦unknown-type|reponse⟧\n---\n\n正文。\n';
    const { expected, found, problems, text } = checkMarked('unknown-type', marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('There is no type “reponse”. Did you mean “response”?');
    expect(checkMarked('missing-section', text).found).toEqual([]);
    expect(mendMarked('unknown-type', marked)).toEqual({ text: '---\nid: a\ntype: response\n---\n\n正文。\n', left: [] });
  });

  it('knows a type by its label in either script', () => {
    expect(mendMarked('unknown-type', '---\ntype: 应急预案\n---\n').text).toBe('---\ntype: protocol\n---\n');
    expect(mendMarked('unknown-type', '---\ntype: 標準回覆\n---\n').text).toBe('---\ntype: response\n---\n');
  });

  it('lists the types when none is near', () => {
    const { problems } = checkMarked('unknown-type', '---\ntype: 菜谱\n---\n');
    expect(problems[0]?.message).toBe(
      'There is no type “菜谱”. The types are: script, response, protocol, flow, policy, article, case, retrospective, snippet.',
    );
    expect(problems[0]?.fix).toBeUndefined();
  });

  it('accepts the built-in types and files without one', () => {
    expect(checkMarked('unknown-type', '---\ntype: case\n---\n').found).toEqual([]);
    expect(checkMarked('unknown-type', '正文。\n').found).toEqual([]);
  });
});
