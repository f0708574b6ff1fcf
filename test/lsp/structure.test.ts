import { describe, expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { applyTo, type Document, positionIn, richEditor, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer({ options: { showReferencesCommand: 'playbook.showReferences' } });
const flat = useLanguageServer({ locale: 'en', capabilities: { textDocument: {} }, options: { spaceBetweenScripts: true } });

const refreshing = useLanguageServer({
  capabilities: {
    workspace: { ...richEditor.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  },
});

const files = {
  'playbook.config.yaml': 'variables: { company: { phone: "400-000-0000" } }\n',
  '政策/refund.md':
    '---\nid: policy-refund\ntype: policy\ntitle: 退款政策\n---\n\n## 适用范围\n\n全部订单。\n\n## 期限\n\n七天内可以退款。\n',
  'b.md': '# 乙\n\n[[policy-refund]] 与 [退款](政策/refund.md)\n',
  'pic.svg': '<svg/>',
};

async function open(marked: string, at = server()): Promise<Document> {
  const folder = await at.openFolder(files);
  return folder.open('a.md', marked);
}

describe('symbols', () => {
  const text = '---\ntype: script\n---\n\n## 开场\n\n### 电话\n\n> 𠮷您好。\n\n## 结束语\n\n> 再见。\n';

  it('of a file are its sections', async () => {
    const document = await open(text);
    const symbols = await document.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    const show = (symbol: DocumentSymbol): unknown => [
      symbol.name,
      document.textOf(symbol.selectionRange),
      (symbol.children ?? []).map(show),
    ];
    expect(symbols.map(show)).toEqual([
      ['开场', '开场', [['电话', '电话', []]]],
      ['结束语', '结束语', []],
    ]);
    expect(symbols[0] && document.textOf(symbols[0].range)).toBe('## 开场\n\n### 电话\n\n> 𠮷您好。\n\n');
  });

  it('are flat for an editor that knows no tree', async () => {
    const symbols = await (await open(text, flat())).ask<SymbolInformation[]>('textDocument/documentSymbol');
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['开场', undefined],
      ['电话', '开场'],
      ['结束语', undefined],
    ]);
  });

  it('of the workspace are found as the site finds pages: by words, the other script, pinyin', async () => {
    const document = await open('# 甲\n\n好。\n');
    const find = async (query: string) =>
      (await document.folder.server.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).filter(({ location }) =>
        location.uri.startsWith(document.folder.uri('.').replace(/\.$/, '')),
      );
    for (const query of ['退款', '退款政策', 'tuikuan', 'policy-refund']) {
      expect((await find(query))[0], query).toMatchObject({ containerName: '政策/refund.md' });
    }
    expect(await find('量子')).toEqual([]);
    expect((await find('')).map(({ name }) => name)).toEqual(['甲', '乙', '退款政策']);
  });
});

describe('document links', () => {
  it('lead to pages, lines of headings, files and embeds; what leads nowhere or is unsafe is no link', async () => {
    const document = await open(
      '😀[[policy-refund#期限]] [x](政策/refund.md) ![图](pic.svg) [y](https://example.com/) [z](none.md) [w](javascript:alert(1)) [o](../../etc/passwd)\n\n::include{id=policy-refund}\n',
    );
    const page = document.folder.uri('政策/refund.md');
    const links = await document.ask<DocumentLink[]>('textDocument/documentLink');
    expect(links.map(({ range, target }) => [document.textOf(range), target])).toEqual([
      ['policy-refund#期限', `${page}#L11`],
      ['政策/refund.md', page],
      ['https://example.com/', 'https://example.com/'],
      ['pic.svg', document.folder.uri('pic.svg')],
      ['::include{id=policy-refund}', page],
    ]);
  });
});

describe('folding', () => {
  it('of front matter, sections, blocks and comments', async () => {
    const document = await open('---\nid: a\n---\n\n## 开场\n\n> 甲\n> 乙\n\n<!-- 说明\n第二行 -->\n\n## 结束\n\n丙\n');
    const ranges = await document.ask<FoldingRange[]>('textDocument/foldingRange');
    expect(ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
      [0, 2, 'region'],
      [4, 10, undefined],
      [12, 14, undefined],
      [6, 7, undefined],
      [9, 10, 'comment'],
    ]);
  });
});

describe('selection', () => {
  const grow = async (marked: string) => {
    const document = await open(marked);
    const at = positionIn(document.text, document.caret);
    const [first] = await document.ask<SelectionRange[]>('textDocument/selectionRange', { positions: [at] });
    const texts: string[] = [];
    for (let range = first; range; range = range.parent) texts.push(document.textOf(range.range));
    return texts;
  };

  it('grows from a name to the page', async () => {
    const text = '## 开场\n\n> 𠮷订单 {{order‸_id}} 好。\n\n## 结束\n';
    const plain = text.replace('‸', '');
    expect(await grow(text)).toEqual([
      'order_id',
      '{{order_id}}',
      '𠮷订单 {{order_id}} 好。',
      '> 𠮷订单 {{order_id}} 好。',
      '## 开场\n\n> 𠮷订单 {{order_id}} 好。',
      plain,
    ]);
  });

  it('grows from a cell to its table', async () => {
    expect((await grow('| 甲 | 乙 |\n|---|---|\n| 丙‸丁 | 戊 |\n')).slice(0, 3)).toEqual([
      '丙丁',
      '| 丙丁 ',
      '| 甲 | 乙 |\n|---|---|\n| 丙丁 | 戊 |',
    ]);
  });

  it('grows from a field of the front matter', async () => {
    expect((await grow('---\nid: a\ntags: [退‸款]\n---\n')).slice(0, 3)).toEqual(['退款', '[退款]', 'tags: [退款]']);
  });
});

describe('beside the text', () => {
  it('a lens says how many pages use this one, and lists the places', async () => {
    const folder = await server().openFolder(files);
    const document = await folder.open('政策/refund.md', files['政策/refund.md']);
    const [lens] = await document.ask<CodeLens[]>('textDocument/codeLens');
    expect(lens).toMatchObject({ command: { title: '用于 1 篇', command: 'playbook.showReferences' } });
    expect(lens?.command?.arguments?.[2]).toEqual([
      { uri: folder.uri('b.md'), range: { start: { line: 2, character: 2 }, end: { line: 2, character: 15 } } },
      { uri: folder.uri('b.md'), range: { start: { line: 2, character: 25 }, end: { line: 2, character: 37 } } },
    ]);
    const [unused] = await (await folder.open('c.md', '# 丙\n')).ask<CodeLens[]>('textDocument/codeLens');
    expect(unused?.command).toEqual({ title: '没有页面用到', command: '' });
  });

  it('lenses and hints are asked for again when other files change them', async () => {
    const own = refreshing();
    const folder = await own.openFolder(files);
    const document = await folder.open('政策/refund.md', files['政策/refund.md']);
    await folder.open('playbook.config.yaml', files['playbook.config.yaml']);
    await folder.open('b.md', files['b.md']);
    await own.problems(document.uri, 1);
    await own.refreshed('inlayHint');
    await own.refreshed('codeLens');
    await folder.type('b.md', '# 乙\n');
    await own.refreshed('codeLens');
    const [lens] = await document.ask<CodeLens[]>('textDocument/codeLens');
    expect(lens?.command?.title).toBe('没有页面用到');
    await folder.type('playbook.config.yaml', 'variables: { company: { phone: "1" } }\n');
    await own.refreshed('inlayHint');
  });

  it('hints give values of variables and the seconds of phone wording, of other channels none', async () => {
    const text =
      '---\ntype: script\nchannels: [phone, chat]\n---\n\n## 开场\n\n### 电话\n\n> 请拨{{company.phone}}，我们马上为您办理退款手续。\n\n### 在线\n\n> 您好，请稍等。\n';
    const document = await open(text);
    const range = { start: { line: 0, character: 0 }, end: positionIn(text, text.length) };
    const hints = await document.ask<InlayHint[]>('textDocument/inlayHint', { range });
    expect(hints.map(({ label, position }) => [label, position.line, position.character])).toEqual([
      ['= 400-000-0000', 9, 21],
      ['约 6 秒', 9, 35],
    ]);
    const top = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    expect(await document.ask('textDocument/inlayHint', { range: top })).toEqual([]);
  });

  it('tokens colour placeholders, variables and directives', async () => {
    const text = '> 😀{{order_id}} {{company.phone}}\n\n1. 安抚 :owner[主管] :within[5m]\n\n::include{id=x}\n';
    const document = await open(text);
    const { data } = await document.ask<SemanticTokens>('textDocument/semanticTokens/full');
    const lines = text.split('\n');
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let index = 0; index < data.length; index += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
      line += down;
      character = down > 0 ? right : character + right;
      found.push(
        `${['parameter', 'variable', 'decorator', 'string'][type]}${modifiers ? ' readonly' : ''}: ${lines[line]?.slice(character, character + length)}`,
      );
    }
    expect(found).toEqual([
      'parameter: order_id',
      'variable readonly: company.phone',
      'decorator: :owner',
      'string: 主管',
      'decorator: :within',
      'string: 5m',
      'decorator: ::include',
    ]);
  });
});

describe('formatting', () => {
  const format = async (text: string, at = server(), options = {}) => {
    const document = await open(text, at);
    const edits = await document.ask<TextEdit[]>('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true, ...options } });
    return applyTo(document.text, edits);
  };

  it('orders the front matter as its type does, comments with their fields', async () => {
    expect(
      await format(
        '---\ntags: [退款]\n# 谁负责\nowner: 客服组\nplaceholders:\n  x: { type: text }\nmine: 1\ntitle: 甲\nid: a\n---\n\n正文\n',
      ),
    ).toBe('---\nid: a\ntitle: 甲\n# 谁负责\nowner: 客服组\ntags: [退款]\nplaceholders:\n  x: { type: text }\nmine: 1\n---\n\n正文\n');
  });

  it('leaves alone what is in order, and front matter that cannot be read', async () => {
    for (const text of [
      '---\nid: a\ntitle: 甲\n---\n\nVIP客户\n',
      '---\ntitle: 甲\nid: [\n---\n\n正文\n',
      '---\n{ title: 甲, id: a }\n---\n',
    ]) {
      expect(await format(text)).toBe(text);
    }
  });

  it('puts spaces between Chinese and Latin where asked for, but not in headings, ids and placeholders', async () => {
    const text = '## VIP客户\n\n> 给VIP客户𠮷打400电话，{{订单id}}，见[[甲a]]。\n';
    expect(await format(text, server(), { spaceBetweenScripts: true })).toBe(
      '## VIP客户\n\n> 给 VIP 客户𠮷打 400 电话，{{订单id}}，见[[甲a]]。\n',
    );
    expect(await format(text, flat())).toContain('给 VIP 客户');
    expect(await format(text)).toBe(text);
  });
});
