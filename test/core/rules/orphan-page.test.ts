import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const check = (marked: string, others: Readonly<Record<string, string>> = {}, path = 'page.md') =>
  checkMarked('orphan-page', marked, others, path);

describe('orphan-page', () => {
  it('marks a snippet that nothing embeds, though something links to it', () => {
    const { expected, found, problems } = check('---\nid: ⟦orphan-page|s⟧\ntype: snippet\n---\n七天。\n', { 'a.md': '[[s]]\n' });
    expect(found).toEqual(expected);
    expect(problems[0]).toMatchObject({
      severity: 'info',
      message: 'No playbook embeds this snippet. Embed it with ::include{id=s}, or remove it.',
    });
  });

  it('accepts a snippet that is embedded, or whose original is', () => {
    expect(check('---\nid: s\ntype: snippet\n---\n七天。\n', { 'a.md': '::include{id=s}\n' }).found).toEqual([]);
    const original = { 's.md': '---\nid: s\ntype: snippet\n---\n', 'a.md': '::include{id=s}\n' };
    expect(check('---\nid: s-en\ntype: snippet\ntranslation_of: s\n---\nSeven.\n', original).found).toEqual([]);
  });

  it('marks a page that the list of its folder leaves out', () => {
    const folder = { 'docs/index.md': '[a](a.md) [b](b.md) [c](c.md)\n', 'docs/a.md': '', 'docs/b.md': '', 'docs/c.md': '' };
    const { expected, found, problems } = check('# ⟦orphan-page|国际漫游⟧\n', folder, 'docs/d.md');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('Nothing links here, not even docs/index.md, which lists this folder. Add a link or a tag.');
    expect(check('# 国际漫游\n', { ...folder, 'other.md': '[d](docs/d.md)\n' }, 'docs/d.md').found).toEqual([]);
    expect(check('---\ntags: [漫游]\n---\n', folder, 'docs/d.md').found).toEqual([]);
    expect(check('---\ntype: article\n---\n', folder, 'docs/d.md').found).toEqual([]);
  });

  it('leaves folders alone that nobody lists', () => {
    expect(check('# 国际漫游\n', { 'docs/README.md': '[a](a.md)\n', 'docs/a.md': '' }, 'docs/d.md').found).toEqual([]);
    expect(check('# 国际漫游\n', {}, 'docs/README.md').found).toEqual([]);
  });
});
