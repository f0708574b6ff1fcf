import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const code = 'personal-data';
const check = (marked: string, others = {}) => checkMarked(code, marked, others);

describe(code, () => {
  it.each([
    [
      'mobile',
      '客户王某⟦personal-data|13812345678⟧来电，⟦personal-data|138 1234 5678⟧，⟦personal-data|+86-138-1234-5678⟧，⟦personal-data|１３８１２３４５６７８⟧',
    ],
    ['Taiwan mobile', '客戶⟦personal-data|0912-345-678⟧或⟦personal-data|0912345678⟧'],
    ['landline', '⟦personal-data|010-62345678⟧ ⟦personal-data|(0755) 82345678⟧ ⟦personal-data|02-2345-6789⟧'],
    ['identity card', '证件⟦personal-data|11010519491231002X⟧，错的 110105194912310021'],
    ['Taiwan identity number', '身分證⟦personal-data|A123456789⟧，錯的 A123456788'],
    ['bank card', '卡号⟦personal-data|6222 0212 3456 7894⟧、⟦personal-data|4111111111111111⟧，错的 4111111111111112'],
    ['mobile after a word that only begins like “no.”', 'nobody ⟦personal-data|13812345678⟧, now ⟦personal-data|13912345678⟧'],
    ['e-mail', '写信到⟦personal-data|wang.lei@qq.com⟧，示例 a@example.com、b@help.example'],
    [
      'autolink',
      '<⟦personal-data|wang@qq.com⟧> [电话](⟦personal-data|tel:⟧)'.replace('⟦personal-data|tel:⟧', 'tel:⟦personal-data|13812345678⟧'),
    ],
  ])('marks a %s', (_, marked) => {
    const { expected, found } = check(`${marked}\n`);
    expect(found).toEqual(expected);
  });

  it('says what it is', () => {
    expect(check('13812345678 a@b.cn\n').problems.map((problem) => problem.message)).toEqual([
      '“13812345678” looks like a mobile number. Use a placeholder, or mask it.',
      '“a@b.cn” is an e-mail address. Put the company’s own under variables in the config, and remove or mask others.',
    ]);
  });

  it.each([
    ['order numbers', '订单号 XH20261122001，订单：13812345678，单号为 4111111111111111，order no. 13912345678，快递单号 4111111111111111'],
    ['numbers inside others', 'SN13812345678 13812345678901 138123456789 v1.13812345678 13812345678-1'],
    ['masked numbers', '138xxxx0000 138****5678 A12345****'],
    ['dates, times, amounts and hotlines', '2026-11-22 14:05，128.00 元，400-000-0000，10086，2026-2027 年，P1 5m'],
    ['placeholders and code', '{{13812345678}} `13812345678`\n\n```\n13812345678\n```'],
    ['at signs', '@客服 a@b x@@y.com @wang.lei'],
  ])('leaves alone %s', (_, text) => {
    expect(check(`${text}\n`).found).toEqual([]);
  });

  it('leaves alone what the config makes public', () => {
    const config = { 'playbook.config.yaml': 'variables: { hotline: "010-62345678", mail: help@xinghai.cn }\n' };
    expect(check('(010) 62345678 help@xinghai.cn\n', config).found).toEqual([]);
  });

  it('reads front matter, but not ids and hashes', () => {
    const { expected, found } = check(
      '---\nid: "13812345678"\nsource_blob: "13812345678"\nutterances: [我的号码是⟦personal-data|13812345678⟧]\nplaceholders:\n  phone: { example: ⟦personal-data|13912345678⟧ }\n  other: { example: "⟦personal-data|13712345678⟧" }\n---\n正文\n',
    );
    expect(found).toEqual(expected);
  });

  it('stays quick on long runs', () => {
    expect(check(`${'a'.repeat(200_000)}\n\n${'1'.repeat(200_000)}\n\n${'@'.repeat(20_000)}\n`).found).toEqual([]);
  });
});
