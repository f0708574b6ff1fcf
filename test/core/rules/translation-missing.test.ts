import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const config = { 'playbook.config.yaml': 'languages: [zh-Hans, zh-Hant, en]\n' };
const otherPair = {
  'b.md': '---\nid: b\nlang: zh-Hans\n---\n',
  'b-en.md': '---\nid: b-en\nlang: en\ntranslation_of: b\n---\n',
  'b-hant.md': '---\nid: b-hant\nlang: zh-Hant\ntranslation_of: b\n---\n',
};

describe('translation-missing', () => {
  it('names the missing languages once, at the original', () => {
    const { expected, found, problems } = checkMarked('translation-missing', '---\nid: a\nlang: ⟦translation-missing|zh-Hans⟧\n---\n', {
      ...config,
      ...otherPair,
    });
    expect(found).toEqual(expected);
    expect(problems[0]).toMatchObject({ severity: 'info', message: 'Not translated yet into: zh-Hant, en.' });
  });

  it('names only the languages that are not there, and marks the id where no language is written', () => {
    const { expected, found, problems } = checkMarked('translation-missing', '---\nid: ⟦translation-missing|a⟧\n---\n', {
      ...config,
      ...otherPair,
      'a-en.md': '---\nid: a-en\nlang: en\ntranslation_of: a\n---\n',
    });
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('Not translated yet into: zh-Hant.');
  });

  it('says nothing for languages into which nothing is translated, translations, snippets, files without an id, one language', () => {
    const check = (text: string, others: Readonly<Record<string, string>>) => checkMarked('translation-missing', text, others).found;
    expect(check('---\nid: a\n---\n', config)).toEqual([]);
    expect(check('---\nid: b-2\ntranslation_of: b\nlang: en\n---\n', { ...config, ...otherPair })).toEqual([]);
    expect(check('---\nid: a\ntype: snippet\n---\n', { ...config, ...otherPair })).toEqual([]);
    expect(check('# 页面\n', { ...config, ...otherPair })).toEqual([]);
    expect(check('---\nid: a\n---\n', { ...otherPair, 'playbook.config.yaml': 'languages: [zh-Hans]\n' })).toEqual([]);
  });
});
