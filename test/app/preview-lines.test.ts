import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/app/session.js';
import { SitePages } from '../../src/app/site-pages.js';
import { today } from '../support/knowledge-base.js';

/** The lines that a preview's blocks say they come from, each with the first words there. */
async function linesOf(files: Readonly<Record<string, string>>, path: string): Promise<readonly (readonly [number, string])[]> {
  const source = {
    list: async () => Object.keys(files).map((name) => ({ path: name })),
    read: async (name: string) => ({ text: files[name] ?? '' }),
  };
  const session = await openSession(source, { locale: 'zh-Hans', today });
  const { html = '' } = new SitePages().page(session, path, { withSourceLines: true }) ?? {};
  expect(new SitePages().page(session, path)?.html.replace(' data-offline=""', '')).toBe(html.replace(/ data-line="\d+"/g, ''));
  return [...html.matchAll(/<(\w+)[^>]* data-line="(\d+)"[^>]*>([^<]*)/g)].map(([, tag, line, words]) => [
    Number(line),
    words?.trim() || `<${tag}>`,
  ]);
}

describe('source lines of a preview', () => {
  it('are those of the file, front matter counted, and leave the page as it is', async () => {
    const text =
      '---\nid: a\ntype: article\ntitle: 甲\nlang: zh-Hans\n---\n\n第一段。\n\n## 标题\n\n- 其一\n- 其二😀\n\n> 您好。\n\n| 头 |\n| - |\n| 格 |\n';
    expect(await linesOf({ 'a.md': text }, 'a.md')).toEqual([
      [7, '第一段。'],
      [11, '其一'],
      [12, '其二😀'],
      [14, '<blockquote>'],
      [14, '您好。'],
      [16, '<tr>'],
      [18, '<tr>'],
    ]);
  });

  it('pass over what is embedded, and cannot be forged', async () => {
    const files = {
      'a.md': '<p data-line="900">甲</p>\n\n::include{id=b}\n\n末段。\n',
      'b.md': '---\nid: b\ntype: snippet\ntitle: 乙\nlang: zh-Hans\n---\n\n片段的话。\n',
    };
    const lines = await linesOf(files, 'a.md');
    expect(lines.map(([line]) => line)).not.toContain(900);
    expect(lines.find(([, words]) => words === '末段。')?.[0]).toBe(4);
    expect(lines.some(([, words]) => words.startsWith('片段'))).toBe(false);
  });
});
