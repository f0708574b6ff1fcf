import { describe, expect, it } from 'vitest';
import { countSms } from '../../src/core/sms.js';

describe('countSms', () => {
  it.each([
    ['', 'gsm-7', 0, 0],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    // 152 septets, then an extension character of two that does not fit the 153rd.
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'gsm-7', 305, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 306, 3],
    ['退'.repeat(70), 'ucs-2', 70, 1],
    ['退'.repeat(71), 'ucs-2', 71, 2],
    ['退'.repeat(134), 'ucs-2', 134, 2],
    ['退'.repeat(135), 'ucs-2', 135, 3],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
    // 66 units, then a pair that is not split.
    [`${'退'.repeat(66)}😀${'退'.repeat(66)}`, 'ucs-2', 134, 3],
  ] as const)('%#: %s', (text, encoding, units, segments) => {
    expect(countSms(text)).toMatchObject({ encoding, units, segments });
  });

  it('names what is outside the GSM alphabet, once', () => {
    expect(countSms('It’s “it’s” ñ').foreign).toEqual(['’', '“', '”']);
  });
});
