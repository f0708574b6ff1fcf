import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../src/vscode/command-line-refusal.js';

describe('why the command line would not', () => {
  it('is what it says last behind its mark, with its advice', () => {
    const said =
      '1/40\n15:04:05 更新完成，共 40 篇手册\n✖ 没有权限写入 site。\n✖ 端口 4860 到 4910 都被占用。\n请关闭不再需要的预览，再试一次。\n';
    expect(readRefusal(said)).toBe('端口 4860 到 4910 都被占用。\n请关闭不再需要的预览，再试一次。');
    expect(readRefusal('✖ 没有权限写入 site。\n')).toBe('没有权限写入 site。');
  });

  it.each([
    ['nothing', ''],
    [
      'a crash of the program',
      'node:internal/modules/cjs/loader:1228\n  throw err;\nError: Cannot find module\n    at Module._load (node:internal:1)\n',
    ],
    ['a mark in a text', '15:04:05 “退款 ✖ 换货”已更新\n'],
    ['a mark alone', '✖ \n'],
  ])('is nothing if it printed %s', (_name, printed) => {
    expect(readRefusal(printed)).toBeUndefined();
  });
});
