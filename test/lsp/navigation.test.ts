import { describe, expect, it } from 'vitest';
import type { DocumentHighlight, Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { applyWorkspaceEdit, textIn, useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();
const links = useLanguageServer({ capabilities: { textDocument: { definition: { linkSupport: true } } } });

const files = {
  'playbook.config.yaml': 'variables:\n  company:\n    phone: "400-000-0000"\n',
  'policies/refund.md':
    '---\nid: policy-refund\ntitle: 退款政策\n---\n\n## 期限\n\n七天。见 [本节](#期限)。\n\n## 期限\n\n又一节，[上](#期限-1)。\n',
  'b.md':
    '---\nid: b\nrelated: [policy-refund]\n---\n\n𠮷😀 [[policy-refund#期限]] [退款](policies/refund.md#期限-1) [退](./policies/refund)\n\n请拨 {{company.phone}}。\n',
  'c.md': '---\nid: c\ntranslation_of: "policy-refund"\n---\n\n::include{id=policy-refund}\n\n[退款][r]\n\n[r]: policies/refund.md#期限\n',
} as const;

async function open(path: keyof typeof files | 'a.md', marked: string) {
  const folder = await server().openFolder(files);
  const document = await folder.open(path, marked);
  const texts: Record<string, string> = { ...files, [path]: document.text };
  const show = ({ uri, range }: Location) => `${folder.path(uri)}: ${textIn(texts[folder.path(uri)] ?? '', range)}`;
  return { folder, document, texts, show };
}

async function getDefinition(marked: string) {
  const { document, show } = await open('a.md', marked);
  return (await document.ask<Location[]>('textDocument/definition')).map(show);
}

async function getReferences(path: keyof typeof files | 'a.md', marked: string, includeDeclaration = true) {
  const { document, show } = await open(path, marked);
  return (await document.ask<Location[]>('textDocument/references', { context: { includeDeclaration } })).map(show);
}

async function rename(path: keyof typeof files | 'a.md', marked: string, newName: string) {
  const { folder, document, texts } = await open(path, marked);
  const prepared = await document
    .ask<{ placeholder: string }>('textDocument/prepareRename')
    .catch((error: Error) => ({ placeholder: error.message }));
  const result = await document
    .ask<WorkspaceEdit>('textDocument/rename', { newName })
    .then((edit) => applyWorkspaceEdit(folder, edit, texts))
    .catch((error: Error) => error.message);
  return { old: prepared.placeholder, result };
}

describe('definition', () => {
  it('of a link is the page or its heading', async () => {
    expect(await getDefinition('见 [[policy-re‸fund]]\n')).toEqual(['policies/refund.md: 退款政策']);
    expect(await getDefinition('😀见 [[policy-refund#期‸限]]\n')).toEqual(['policies/refund.md: 期限']);
    expect(await getDefinition('[退‸款](policies/refund.md)\n')).toEqual(['policies/refund.md: 退款政策']);
    expect(await getDefinition('::include{id=policy-re‸fund}\n')).toEqual(['policies/refund.md: 退款政策']);
    expect(await getDefinition('[[no‸ne]]\n')).toEqual([]);
  });

  it('of a placeholder is its declaration, of a variable its place in the config', async () => {
    expect(await getDefinition('---\nplaceholders:\n  订单号: { type: text }\n---\n\n> 𠮷{{订单‸号}}\n')).toEqual(['a.md: 订单号']);
    expect(await getDefinition('{{company.ph‸one}}\n')).toEqual(['playbook.config.yaml: phone']);
  });

  it('says what it is the definition of, where the editor wants to know', async () => {
    const folder = await links().openFolder(files);
    const document = await folder.open('a.md', '😀见 [[policy-re‸fund]]\n');
    const [link] = await document.ask<LocationLink[]>('textDocument/definition');
    expect(link?.originSelectionRange && document.textOf(link.originSelectionRange)).toBe('policy-refund');
  });
});

describe('references', () => {
  it('to a page are those by id, by embed and by path', async () => {
    const all = [
      'b.md: policy-refund',
      'b.md: policy-refund',
      'c.md: "policy-refund"',
      'c.md: policy-refund',
      'policies/refund.md: policy-refund',
      'b.md: policies/refund.md',
      'b.md: ./policies/refund',
      'c.md: [退款][r]',
    ];
    expect(await getReferences('policies/refund.md', files['policies/refund.md'].replace('policy-', 'policy‸-'))).toEqual(all);
    expect(await getReferences('b.md', files['b.md'].replace('(policies/ref', '(policies/ref‸'), false)).toEqual(
      all.filter((one) => !one.startsWith('policies')),
    );
  });

  it('to a heading are the anchors that name it, not those of one with the same words', async () => {
    expect(await getReferences('policies/refund.md', files['policies/refund.md'].replace('## 期限', '## 期‸限'))).toEqual([
      'b.md: 期限',
      'c.md: [退款][r]',
      'policies/refund.md: 期限',
      'policies/refund.md: 期限',
    ]);
  });

  it('to a variable are its uses', async () => {
    expect(await getReferences('a.md', '{{company.pho‸ne}}\n')).toEqual([
      'playbook.config.yaml: phone',
      'a.md: company.phone',
      'b.md: company.phone',
    ]);
  });

  it('in one file are marked', async () => {
    const { document } = await open('a.md', '> {{x‸}} {{y}} {{x}}\n');
    const marks = await document.ask<DocumentHighlight[]>('textDocument/documentHighlight');
    expect(marks.map(({ range }) => range.start.character)).toEqual([4, 16]);
  });
});

describe('rename', () => {
  it('an id, with everything that names it', async () => {
    const { old, result } = await rename('b.md', files['b.md'].replace('[[policy-re', '[[policy-re‸'), 'policy-return');
    expect(old).toBe('policy-refund');
    expect(result).toEqual({
      'policies/refund.md': files['policies/refund.md'].replace('id: policy-refund', 'id: policy-return'),
      'b.md': files['b.md'].replaceAll('policy-refund', 'policy-return'),
      'c.md': files['c.md'].replace('"policy-refund"', 'policy-return').replace('id=policy-refund', 'id=policy-return'),
    });
  });

  it('refuses an id that is taken or is none', async () => {
    const marked = files['b.md'].replace('[[policy-re', '[[policy-re‸');
    expect((await rename('b.md', marked, 'c')).result).toBe('编号“c”已有手册在用，请换一个。');
    expect((await rename('b.md', marked, 'a b')).result).toMatch(/^“a b”不能作编号/);
  });

  it('a heading, with every link to it and to those whose anchors follow', async () => {
    const { old, result } = await rename('policies/refund.md', files['policies/refund.md'].replace('## 期限', '## 期‸限'), '退款 时限');
    expect(old).toBe('期限');
    expect(result).toEqual({
      'policies/refund.md': files['policies/refund.md']
        .replace('## 期限', '## 退款 时限')
        .replace('(#期限)', '(#退款-时限)')
        .replace('(#期限-1)', '(#期限)'),
      'b.md': files['b.md'].replace('#期限]]', '#退款-时限]]').replace('#期限-1', '#期限'),
      'c.md': files['c.md'].replace('#期限', '#退款-时限'),
    });
  });

  it('a heading from a link to it', async () => {
    expect((await rename('b.md', files['b.md'].replace('#期限-1', '#期‸限-1'), '例外')).result).toMatchObject({
      'policies/refund.md': files['policies/refund.md'].replace('## 期限\n\n又', '## 例外\n\n又').replace('#期限-1', '#例外'),
    });
  });

  it('a placeholder, in the snippet it is shared with too', async () => {
    const folder = await server().openFolder({
      's.md': '---\nid: s\ntype: snippet\nplaceholders: { order_id: { type: text } }\n---\n\n{{order_id}}\n',
      'other.md': '---\nid: other\n---\n{{order_id}}\n',
    });
    const document = await folder.open(
      'a.md',
      '---\nplaceholders:\n  order_id: { type: text }\n---\n\n𠮷{{ord‸er_id}}\n\n::include{id=s}\n',
    );
    const edit = await document.ask<WorkspaceEdit>('textDocument/rename', { newName: '订单号' });
    const texts = {
      'a.md': document.text,
      's.md': '---\nid: s\ntype: snippet\nplaceholders: { order_id: { type: text } }\n---\n\n{{order_id}}\n',
    };
    expect(applyWorkspaceEdit(folder, edit, texts)).toEqual({
      'a.md': texts['a.md'].replaceAll('order_id', '订单号'),
      's.md': texts['s.md'].replaceAll('order_id', '订单号'),
    });
  });

  it('a variable, in the config too', async () => {
    expect((await rename('a.md', '{{company.pho‸ne}}\n', 'company.hotline')).result).toEqual({
      'playbook.config.yaml': files['playbook.config.yaml'].replace('phone', 'hotline'),
      'a.md': '{{company.hotline}}\n',
      'b.md': files['b.md'].replace('company.phone', 'company.hotline'),
    });
    expect((await rename('a.md', '{{company.pho‸ne}}\n', 'firm.phone')).result).toMatch(/^“firm\.phone”不行/);
  });

  it('a variable, from the config', async () => {
    const marked = files['playbook.config.yaml'].replace('phone', 'pho‸ne');
    const { old, result } = await rename('playbook.config.yaml', marked, '热线');
    expect(old).toBe('company.phone');
    expect(result).toEqual({
      'playbook.config.yaml': files['playbook.config.yaml'].replace('phone', '热线'),
      'b.md': files['b.md'].replace('company.phone', 'company.热线'),
    });
    expect(await getReferences('playbook.config.yaml', marked)).toEqual(['playbook.config.yaml: phone', 'b.md: company.phone']);
    expect((await rename('playbook.config.yaml', `‸${files['playbook.config.yaml']}`, 'x')).result).toMatch(/^这里没有可以改名的内容/);
  });

  it('a file, from a link to it', async () => {
    const { old, result } = await rename('b.md', files['b.md'].replace('(policies/ref', '(policies/ref‸'), '政策/退款.md');
    expect(old).toBe('policies/refund.md');
    expect(result).toEqual({
      'policies/refund.md → 政策/退款.md': '',
      'b.md': files['b.md'].replace('(policies/refund.md', '(政策/退款.md').replace('./policies/refund', './政策/退款'),
      'c.md': files['c.md'].replace('policies/refund.md', '政策/退款.md'),
    });
  });

  it('of ordinary words is refused in words', async () => {
    expect((await rename('a.md', '您‸好\n', 'x')).old).toMatch(/^这里没有可以改名的内容/);
  });
});
