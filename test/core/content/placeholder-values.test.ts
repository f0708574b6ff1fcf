import { describe, expect, it } from 'vitest';
import { checkValue, type ValueRule } from '../../../src/core/content/placeholder-values.js';

const rule = (type: ValueRule['type'], more: Partial<ValueRule> = {}): ValueRule => ({
  type,
  required: true,
  choices: [],
  formats: [],
  ...more,
});

describe('what an agent fills in', () => {
  it.each([
    ['amount', '128', '128'],
    ['amount', '１２８．５０', '128.50'],
    ['amount', ' 1,280.00 ', '1,280.00'],
    ['number', '-3', '-3'],
    ['date', '2026-11-29', '2026-11-29'],
    ['date', '2026/2/28', '2026/2/28'],
    ['date', '2024年2月29日', '2024年2月29日'],
    ['date', '2月29日', '2月29日'],
    ['date', '11 月 29 號', '11 月 29 號'],
    ['time', '14：05', '14:05'],
    ['time', '2:05 pm', '2:05 pm'],
    ['time', '14点30分', '14点30分'],
    ['phone', '138****5678', '138****5678'],
    ['phone', '+886 2 1234-5678', '+886 2 1234-5678'],
    ['code', 'PI-2026-031', 'PI-2026-031'],
    ['code', 'XH 2026 1122', 'XH20261122'],
    ['text', ' 今天\n18 点 ', '今天 18 点'],
  ] as const)('takes as %s: %s', (type, typed, value) => {
    expect(checkValue(rule(type), typed)).toEqual({ value });
  });

  it.each([
    ['amount', '¥128'],
    ['amount', '128.005'],
    ['amount', '12,80'],
    ['amount', '-5'],
    ['amount', '一百'],
    ['number', '3 天'],
    ['date', '2026-02-30'],
    ['date', '2025年2月29日'],
    ['date', '2026-11/29'],
    ['date', '11/29'],
    ['date', '明天'],
    ['time', '24:00'],
    ['time', '14:60'],
    ['time', '13:00 pm'],
    ['phone', '1234'],
    ['phone', '客服电话'],
    ['code', '-XH'],
    ['code', 'XH?1'],
  ] as const)('refuses as %s: %s', (type, typed) => {
    expect(checkValue(rule(type), typed).problem).toBe(type);
  });

  it('asks only for what is required', () => {
    expect(checkValue(rule('amount'), ' ')).toEqual({ value: '', problem: 'missing' });
    expect(checkValue(rule('amount', { required: false }), '')).toEqual({ value: '' });
  });

  it('takes only what can be chosen', () => {
    const choices = ['待出库', '运输中'];
    expect(checkValue(rule('choice', { choices }), '运输中')).toEqual({ value: '运输中' });
    expect(checkValue(rule('choice', { choices }), '丢了')).toEqual({ value: '丢了', problem: 'choice' });
  });

  it('holds an order number against its formats, and writes it as they do', () => {
    const formats = ['XH###########', 'D-@##'];
    expect(checkValue(rule('code', { formats }), 'xh20261122001')).toEqual({ value: 'XH20261122001' });
    expect(checkValue(rule('code', { formats }), 'ｄ-Ａ１２')).toEqual({ value: 'D-A12' });
    expect(checkValue(rule('code', { formats }), 'XH2026112200').problem).toBe('format');
    expect(checkValue(rule('code', { formats }), 'XH2026112200a').problem).toBe('format');
    expect(checkValue(rule('code', { formats }), 'D-1A2').problem).toBe('format');
  });
});
