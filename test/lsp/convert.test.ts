import { expect, it } from 'vitest';
import type { ConvertAnswer, TranslateAnswer } from '../../src/lsp/protocol.js';
import { useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();

const text = '---\nid: refund\ntitle: 退款\nlang: zh-Hans\n---\n\n😀软件发短信，`软件`。\n';

it('converts what is selected, with exact places', async () => {
  const folder = await server().openFolder({ 'a.md': text });
  const document = await folder.open('a.md', text);
  const answer = await document.ask<ConvertAnswer>('playbook/convert', {
    range: { start: { line: 6, character: 4 }, end: { line: 6, character: 7 } },
  });
  expect(answer).toEqual({
    to: 'zh-Hant',
    edits: [{ range: { start: { line: 6, character: 4 }, end: { line: 6, character: 7 } }, newText: '發簡訊' }],
  });
  const all = await document.ask<ConvertAnswer>('playbook/convert');
  expect('edits' in all && all.edits.map(({ newText }) => newText)).toEqual(['😀軟體發簡訊，']);
});

it('proposes a translation of the text in the editor, and says why there is none', async () => {
  const folder = await server().openFolder({ 'a.md': text, 'e.md': '---\nid: e\ntitle: E\nlang: en\n---\n\nA.\n' });
  const document = await folder.open('a.md', text);
  await folder.type('a.md', text.replace('title: 退款', 'title: 退款到账'));
  const answer = await document.ask<TranslateAnswer>('playbook/translate');
  expect(answer).toMatchObject({ to: 'zh-Hant', uri: folder.uri('a-zh-hant.md'), text: expect.stringContaining('title: 退款入帳\n') });
  const english = await folder.open('e.md', '---\nid: e\ntitle: E\nlang: en\n---\n\nA.\n');
  expect(await english.ask<TranslateAnswer>('playbook/translate')).toEqual({
    problem: '“E”的语言是 en，只有中文手册才能转换。请检查它的 lang。',
  });
});
