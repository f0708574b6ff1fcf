import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestChunk, splitText } from '../../../src/site/machine/chunks.js';
import { siteOf } from '../support.js';

const page = `---
id: page
title: 退款
summary: 七天内可退。
tags: [退款]
---

开头。

## 开场

### 电话

> 您好。

## 期限

${'一二三四五六七八九。'.repeat(250)}
`;

describe('chunks for retrieval', () => {
  it('are one to a section with its place, long ones in parts', async () => {
    const site = await siteOf({ 'page.md': page }, { formats: ['json'] });
    const lines = (site.get('chunks/0001.jsonl') ?? '').trimEnd().split('\n');
    const chunks: { id: string; section: string[]; url: string; text: string; title: string }[] = lines.map((line) => JSON.parse(line));
    expect(chunks.map(({ id, section, url }) => [id, section, url])).toEqual([
      ['page', [], 'pages/page.html'],
      ['page#电话', ['开场', '电话'], `pages/page.html#${encodeURIComponent('电话')}`],
      ['page#期限', ['期限'], `pages/page.html#${encodeURIComponent('期限')}`],
      ['page#期限~2', ['期限'], `pages/page.html#${encodeURIComponent('期限')}`],
      ['page#期限~3', ['期限'], `pages/page.html#${encodeURIComponent('期限')}`],
    ]);
    expect(chunks[0]?.text).toBe('七天内可退。\n\n开头。');
    expect(chunks[1]?.text).toBe('> 您好。');
    expect(chunks[2]?.text.endsWith('。')).toBe(true);
    expect(chunks.every(({ text }) => text.length <= longestChunk)).toBe(true);
    const index = JSON.parse(site.get('playbooks.json') ?? '');
    expect(index.chunks).toEqual(['chunks/0001.jsonl']);
    expect(index.playbooks).toEqual([
      {
        id: 'page',
        type: 'article',
        title: '退款',
        lang: 'zh-Hans',
        summary: '七天内可退。',
        tags: ['退款'],
        state: 'in-force',
        page: 'pages/page.html',
        markdown: 'pages/page.md',
      },
    ]);
  });

  it('are cut into files of about a megabyte', async () => {
    const files = Object.fromEntries(
      [...Array(20).keys()].map((number) => [`p${number}.md`, `---\nid: p${number}\n---\n\n${'字'.repeat(70_000)}\n`]),
    );
    const site = await siteOf(files, { formats: ['json'] });
    const names = [...site.keys()].filter((path) => path.startsWith('chunks/'));
    expect(names).toEqual(['chunks/0001.jsonl', 'chunks/0002.jsonl']);
    expect(names.every((name) => (site.get(name) ?? '').length <= 1024 * 1024)).toBe(true);
  });

  it('keep every word in its order and are never longer than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('退', '款', '。', '. ', '\n', '\n\n', '𠮷', 'ab'), maxLength: 400 }),
        fc.integer({ min: 4, max: 60 }),
        (text, most) => {
          const parts = splitText(text, most);
          expect(parts.every((part) => part.length <= most && part !== '' && !/\p{Surrogate}/u.test(part))).toBe(true);
          const bare = (words: string) => words.replace(/\s/g, '');
          expect(bare(parts.join(''))).toBe(bare(text));
        },
      ),
    );
  });
});
