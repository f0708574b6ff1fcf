import { describe, expect, it } from 'vitest';
import type { SourceText } from '../../../src/core/model/playbook.js';
import { gitBlob } from '../../../src/core/parse/blob.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';

const parse = (text: string, source: Partial<SourceText> = {}) => parsePlaybook('文件夹/a.md', { text, ...source }, 'zh-Hans');
const problems = (text: string, source: Partial<SourceText> = {}) =>
  parse(text, source).problems.map(({ code, reason, start, end }) => ({ code, reason, marked: text.slice(start, end) }));

describe('front matter', () => {
  it('gives fields, their places and the body', () => {
    const text = '---\nid: a\ntitle: 退款 # 备注\nchannels: [phone, chat]\n---\n\n正文\n';
    const playbook = parse(text);
    expect(playbook.id).toBe('a');
    expect(playbook.title).toBe('退款');
    expect(playbook.fields.channels).toEqual(['phone', 'chat']);
    const place = playbook.frontMatter.nodes.get('/channels/1')?.value;
    expect(text.slice(place?.start, place?.end)).toBe('chat');
    expect(text.slice(playbook.bodyStart)).toBe('\n正文\n');
    expect(playbook.root.blocks).toMatchObject([{ kind: 'paragraph', text: '正文' }]);
  });

  it('reads a last line that closes a bracket before CRLF', () => {
    const playbook = parsePlaybook('a.md', { text: '---\r\nid: a\r\ntags: [售后]\r\n---\r\n正文\r\n' }, 'zh-Hans');
    expect(playbook.problems).toEqual([]);
    expect(playbook.fields.tags).toEqual(['售后']);
  });

  it('keeps places right after a byte-order mark that stands before the body', () => {
    const text = '---\nid: a\n---\n\uFEFF# 标题\n\n订单 {{order_id}}\n';
    const playbook = parse(text);
    const [use] = playbook.placeholderUses;
    expect(text.slice(use?.start, use?.end)).toBe('{{order_id}}');
    expect(playbook.headings[0]?.text).toBe('标题');
  });

  it('is the same with CRLF', () => {
    const text = '---\r\nid: a\r\ntags:\r\n  - 售后\r\n---\r\n# 标题\r\n';
    const playbook = parse(text);
    expect([playbook.id, playbook.fields.tags, playbook.headings[0]?.text]).toEqual(['a', ['售后'], '标题']);
    expect(text.slice(playbook.bodyStart)).toBe('# 标题\r\n');
  });

  it('without front matter, id and title come from path and heading', () => {
    expect(parse('# 断网怎么办\n')).toMatchObject({ id: '文件夹/a', hasOwnId: false, type: 'article', title: '断网怎么办', bodyStart: 0 });
    expect(parse('')).toMatchObject({ title: 'a', problems: [] });
  });

  it.each([
    ['never closed', '---\ntitle: x\n\n正文', 'unclosed', '---'],
    ['a duplicate key', '---\ntitle: x\ntitle: y\n---\n', 'duplicateKey', 'title'],
    ['a tab', '---\na:\n\tb: 1\n---\n', 'tab', '\t'],
    ['an unclosed quote', '---\ntitle: "x\n---\n', 'unclosedQuote', '"'],
    ['a list instead of fields', '---\n- a\n---\n', 'notMapping', undefined],
    [
      'too many aliases',
      `---\na0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`).join('\n')}\n---\n`,
      'aliases',
      undefined,
    ],
    ['deep nesting', `---\na: ${'['.repeat(10_000)}\n---\n`, 'tooDeep', undefined],
    ['a huge block', `---\na: ${'x'.repeat(300_000)}\n---\n`, 'tooLarge', undefined],
  ])('%s is a problem at its place', (_name, text, reason, marked) => {
    const [problem] = problems(text);
    expect(problem?.code).toBe('yaml-syntax');
    expect(problem?.reason).toBe(reason);
    if (marked !== undefined) expect(problem?.marked.startsWith(marked)).toBe(true);
  });

  it.each([
    ['---js\nprocess.exit(1)\n---\nbody', 'js'],
    ['---javascript\nmodule.exports = {}\n---\nbody', 'javascript'],
    ['---json\n{"id": "a"}\n---\nbody', 'json'],
    ['---coffee\nid: 1\n---\nbody', 'coffee'],
    ['+++\nid = "a"\n+++\nbody', 'toml'],
  ])('in another language is said, never run: %j', (text, language) => {
    const playbook = parse(text);
    expect(playbook.problems).toMatchObject([{ code: 'front-matter-language', values: { language } }]);
    expect(playbook.hasOwnId).toBe(false);
    expect(playbook.text.slice(playbook.bodyStart)).toBe('body');
  });

  it('leaves a thematic break alone', () => {
    for (const text of ['---\n\nprose\n', '--- words\n', '----\na: b\n----\n'])
      expect(parse(text)).toMatchObject({ problems: [], bodyStart: 0 });
  });

  it('keeps dates as written and hostile keys as data', () => {
    const { data } = parse('---\nvalid_from: 2026-01-02\n__proto__: {polluted: yes}\nconstructor: x\n---\n').frontMatter;
    expect(data['valid_from']).toBe('2026-01-02');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('body', () => {
  it('nests sections and sorts blocks by what they are', () => {
    const { root, headings } = parse(
      'intro\n\n## 开场\n\n### 电话\n\n> 您好\n>\n> 请讲\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## 结束\n\n1. 一 :owner[主管] :within[5m]\n   - 子\n',
    );
    expect(headings.map((heading) => [heading.depth, heading.text, heading.anchor])).toEqual([
      [2, '开场', '开场'],
      [3, '电话', '电话'],
      [2, '结束', '结束'],
    ]);
    expect(root.sections.map((section) => section.heading?.text)).toEqual(['开场', '结束']);
    const [phone] = root.sections[0]?.sections ?? [];
    expect(phone?.blocks).toMatchObject([
      { kind: 'wording', text: '您好\n请讲' },
      { kind: 'table', headers: [{ text: 'a' }, { text: 'b' }], rows: [[{ text: '1' }, { text: '2' }]] },
    ]);
    const [list] = root.sections[1]?.blocks ?? [];
    expect(list).toMatchObject({ kind: 'list', ordered: true });
    expect(list?.kind === 'list' && list.items[0]?.directives.map(({ name, label }) => [name, label])).toEqual([
      ['owner', '主管'],
      ['within', '5m'],
    ]);
  });

  it('finds links, pictures, embeds and blanks with exact places', () => {
    const text =
      '[政策](../p.md#a "t") [[policy-x#b|见此]] ![图](i.svg) {{order_id}} `{{code}}` {{ 公司.电话 }}\n\n::include{id=refund}\n\n[r][ref]\n\n[ref]: r.md\n';
    const playbook = parse(text);
    expect(playbook.links.map((link) => [link.form, link.target, text.slice(link.targetSpan.start, link.targetSpan.end)])).toEqual([
      ['markdown', '../p.md#a', '../p.md#a'],
      ['id', 'policy-x#b', 'policy-x#b'],
      ['markdown', 'r.md', '[r][ref]'],
    ]);
    expect(playbook.images).toMatchObject([{ target: 'i.svg', alt: '图' }]);
    expect(playbook.includes.map(({ id }) => id)).toEqual(['refund']);
    expect(playbook.placeholderUses.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['order_id', '{{order_id}}'],
      ['公司.电话', '{{ 公司.电话 }}'],
    ]);
  });

  it('takes only its own directives; times and other colons are text', () => {
    const playbook = parse('在 12:30pm 到 host:port 之间 :smile: :owner[主管]\n\n:::row\n内容\n:::\n');
    expect(playbook.directives.map(({ name }) => name)).toEqual(['owner']);
    expect(playbook.root.blocks[0]).toMatchObject({ text: '在 12:30pm 到 host:port 之间 :smile: 主管' });
    expect(playbook.root.blocks[1]).toMatchObject({ kind: 'paragraph', text: '内容' });
  });

  it('counts Han characters and words', () => {
    expect(parse('5G套餐 and iPhone 15').size).toEqual({ han: 2, words: 4 });
  });
});

describe('files that cannot be read whole', () => {
  it('bytes that are not UTF-8, a file that is too large, one that cannot be opened', () => {
    expect(problems('好\uFFFD坏', { invalidAt: 1 })).toEqual([{ code: 'unparsable-file', reason: 'notUtf8', marked: '\uFFFD' }]);
    expect(problems('', { tooLarge: 20 * 1024 * 1024 })).toMatchObject([{ reason: 'tooLarge' }]);
    expect(problems('', { unreadable: true })).toMatchObject([{ reason: 'unreadable' }]);
  });

  it.each([
    ['quotes', `${'>'.repeat(10_000)}a`],
    ['lists on one line', `${'- '.repeat(10_000)}a`],
    ['lists, one a line', Array.from({ length: 1000 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['container directives', Array.from({ length: 1000 }, (_, n) => `${':'.repeat(1003 - n)}note`).join('\n')],
    ['lists, one after another', '- a\n\nb\n\n'.repeat(20_000)],
    ['quotes, one after another', '> 您好\n\n'.repeat(10_000)],
    ['lists of other marks', '- a\n* b\n'.repeat(5000)],
    ['lists in lists', '- a\n  - b\n'.repeat(10_000)],
    ['quotes in one list', '- a\n\n  > b\n\n'.repeat(10_000)],
    ['tags among words', 'long enough words <x-y>\n'.repeat(20_000)],
    ['brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['asterisks', '*'.repeat(50_000) + 'a' + '*'.repeat(50_000)],
    ['directives', ':a['.repeat(20_000)],
    ['footnote calls', '[^a]'.repeat(20_000)],
  ])('hostile nesting of %s is refused, not tried', (_name, text) => {
    expect(problems(text)).toMatchObject([{ code: 'unparsable-file' }]);
  });

  it('an ordinary nested list and a long table are not hostile', () => {
    const list = Array.from({ length: 20 }, (_, n) => `${'  '.repeat(n)}- 第 ${n} 层`).join('\n');
    const table = `| a | b |\n|---|---|\n${'| [退款](https://example.com/refund) | **重要** `code` |\n'.repeat(2000)}`;
    const long = `${'1. 步骤\n   - 要点\n   - 要点\n\n   > 话术\n   >\n   > 话术\n\n'.repeat(300)}${'- 一\n\n- 二\n'.repeat(3000)}`;
    expect(problems(`${list}\n\n${table}\n${long}`)).toEqual([]);
  });
});

describe('blob', () => {
  it('is what git names the content, with either line ending', () => {
    // printf '你好\n' | git hash-object --stdin
    for (const text of ['你好\n', '你好\r\n']) expect(gitBlob(text)).toBe('e6076a05b53658ebd812398523da7f38fc552aa1');
    expect(gitBlob('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });
});
