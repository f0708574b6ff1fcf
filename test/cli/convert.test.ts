import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, response, run, useProgram } from '../support/command-line.js';

useProgram();

it('writes a translation beside the original, once, and never over another file', async () => {
  const root = folderOf({ 'a/refund.md': response('refund', '退款到账', '客户发短信来问。'), 'a/refund-zh-hant.md': '# 别的\n' });
  const first = await run(['convert', 'refund', '--locale', 'zh-Hans'], { cwd: root });
  expect(first).toEqual({ code: 0, stdout: 'a/refund-zh-hant-2.md\n', stderr: '这是按词典转换的，请读一遍再送审。\n' });
  const text = readFileSync(join(root, 'a/refund-zh-hant-2.md'), 'utf8');
  expect(text).toContain('id: refund-zh-hant-2\ntype: response\ntitle: 退款入帳\nlang: zh-Hant\ntranslation_of: refund\n');
  expect(text).toContain('客戶發簡訊來問。');
  expect(readFileSync(join(root, 'a/refund-zh-hant.md'), 'utf8')).toBe('# 别的\n');
  expect(await run(['convert', 'a/refund.md', '--locale', 'zh-Hans'], { cwd: root })).toEqual({
    code: 2,
    stdout: '',
    stderr: '✖ “退款到账”已有 zh-Hant 译文：a/refund-zh-hant-2.md。没有改动任何文件。\n',
  });
});

it('can only show the result, and says what cannot be converted', async () => {
  const root = folderOf({ 'a.md': response('refund', '退款到账'), 'e.md': '---\nid: callback\ntitle: Call back\nlang: en\n---\n\nA.\n' });
  const shown = await run(['convert', 'refund', '--print'], { cwd: root });
  expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('title: 退款入帳')]);
  expect((await run(['convert', 'callback'], { cwd: root })).stderr).toBe(
    '✖ The language of “Call back” is en; only Chinese playbooks can be converted. Check its lang.\n',
  );
  expect((await run(['convert', 'refnud'], { cwd: root })).stderr).toBe(
    '✖ There is no playbook with the id or path “refnud”.\nDid you mean “refund”?\n',
  );
});
