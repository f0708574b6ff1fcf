import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { comparePage } from '../../src/app/comparison.js';
import { type Locale, locales } from '../../src/core/model/locale.js';
import { comparisonPage } from '../../src/site/comparison/comparison-page.js';
import { markdownText } from '../support/arbitrary.js';
import { type Files, knowledgeBaseOf } from '../support/knowledge-base.js';
import { dangersIn } from './support.js';

function pageOf(before: string, after: string, files: Files = {}, locale: Locale = 'en'): string {
  const knowledgeBase = knowledgeBaseOf({ 'page.md': after, ...files });
  return comparisonPage({
    ...comparePage(knowledgeBase, 'page.md', before, after),
    names: { before: 'v1', after: 'v2' },
    style: 'del{color:red}',
    accent: '#0a6',
    locale,
    today: '2026-11-22',
  });
}

/** The cells of the rows of a kind: before, after, inline. */
function rows(html: string, kind: string): readonly (readonly string[])[] {
  return [...html.matchAll(new RegExp(`<div id="row-\\d+" class="row ${kind}"[^>]*>(.*?)</div></div>(?=<div id="row-|</div>)`, 'gs'))].map(
    (match) =>
      `${match[1]}</div>`
        .split(/<div class="(?:side[^"]*|inline)"[^>]*>/)
        .slice(1)
        .map((cell) => cell.replace(/<\/div>$/, '').replace(/<span class="side-name">[^<]*<\/span>/, '')),
  );
}

const policy = (body: string) => `---\nid: page\ntype: policy\ntitle: 退款政策\nlang: zh-Hans\n---\n\n## 政策内容\n\n${body}\n`;

describe('the page that compares two revisions', () => {
  it('marks words in both columns and inline', () => {
    const html = pageOf(policy('我们会在 3 个工作日内退款。'), policy('我们会在 5 个工作日内退款。'));
    expect(rows(html, 'changed')).toEqual([
      [
        '<p>我们会在 <del>3</del> 个工作日内退款。</p>',
        '<p>我们会在 <ins>5</ins> 个工作日内退款。</p>',
        '<p>我们会在 <del>3</del><ins>5</ins> 个工作日内退款。</p>',
      ],
    ]);
  });

  it('keeps a removed row a row, and words in their cells', () => {
    const table = (...lines: readonly string[]) => policy(['| 角色 | 上限 |', '|---|---|', ...lines].join('\n'));
    const html = pageOf(table('| 专员 | 50 元 |', '| 主管 | 200 元 |'), table('| 专员 | 80 元 |'));
    const [cells] = rows(html, 'changed');
    expect(cells?.[2]?.replace(/\n/g, '')).toContain(
      '<tr><td>专员</td><td><del>50</del><ins>80</ins> 元</td></tr><tr><td><del>主管</del></td><td><del>200 元</del></td></tr>',
    );
  });

  it('shows a conversion of script as such', () => {
    const html = pageOf(policy('处理您的订单'), policy('處理您的訂單'));
    expect(rows(html, 'changed')[0]?.[1]).toBe('<p><span class="converted">處理</span>您的<span class="converted">訂單</span></p>');
  });

  it('says that a block moved', () => {
    const html = pageOf(policy('甲甲甲\n\n乙乙乙\n\n丙丙丙'), policy('乙乙乙\n\n丙丙丙\n\n甲甲甲'));
    expect(rows(html, 'moved')).toHaveLength(2);
    expect(html).toContain('<span class="moved-note">moved</span>');
  });

  it('shows every page that a snippet reaches, directly or through others', () => {
    const snippet = (days: number) => `---\nid: terms\ntype: snippet\ntitle: 条款\n---\n> ${days} 天内退款。\n`;
    const html = pageOf(snippet(3), snippet(5), {
      'a.md': '---\nid: a\ntitle: 甲页\n---\n::include{id=terms}\n',
      'b.md': '---\nid: b\ntitle: 乙页\n---\n::include{id=a}\n',
      'c.md': '---\nid: c\ntitle: 丙页\n---\n[[terms]]\n',
    });
    expect(html).toContain('Pages it reaches (2)');
    expect(html).toMatch(/<summary[^>]*>甲页 <code>a<\/code>/);
    expect(html).toMatch(/<summary[^>]*>乙页 <code>b<\/code>/);
    expect(html).not.toContain('丙页');
    expect(html.match(/<del>3<\/del><ins>5<\/ins>/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('says so when nothing can be seen on the page', () => {
    const html = pageOf(policy('甲'), policy('甲').replace('type: policy', 'type: policy\nowner: 法务'));
    expect(html).toContain('The page looks the same');
    expect(html).toContain('owner');
  });

  it('links each change to a row that is there', () => {
    const html = pageOf(policy('甲一二三四\n\n乙一二三四'), policy('甲一二三五\n\n## 升级\n\n乙一二三六'));
    for (const [, target] of html.matchAll(/href="#(row-\d+)"/g)) expect(html).toContain(`id="${target}"`);
    expect([...html.matchAll(/href="#row-/g)].length).toBeGreaterThan(0);
  });

  it.each(locales)('speaks %s', (locale) => {
    const html = pageOf(policy('甲'), policy('乙'), {}, locale);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain({ 'zh-Hans': '左右对照', 'zh-Hant': '左右對照', en: 'Side by side' }[locale]);
  });
});

describe('safety of the page', () => {
  const styleOf = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const withoutOwnStyle = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '');

  it('allows its own style by its hash and nothing else', () => {
    const html = pageOf(policy('甲'), policy('乙'));
    const hash = createHash('sha256').update(styleOf(html)).digest('base64');
    expect(html.replaceAll('&#x27;', "'")).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|\sstyle=|\ssrc=|<link/);
  });

  it('lets nothing run, load or clobber, whatever the texts hold', () => {
    fc.assert(
      fc.property(markdownText, markdownText, (before, after) => {
        const html = pageOf(before, after);
        expect(dangersIn(withoutOwnStyle(html))).toEqual([]);
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
        expect(ids.filter((id) => !/^(?:row-\d+|page-\d+-\d+|comparison|view-sides|view-inline|only-changes)$/.test(id ?? ''))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(fromHtml(html).children.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
