import { describe, expect, it } from 'vitest';
import { runReportWords, runWords } from '../../src/site/words/run.js';
import { isWordKey, sayDuration, sayIn, siteWords } from '../../src/site/words.js';

const allWords = { ...siteWords, ...runWords, ...runReportWords };

describe('words of the site', () => {
  it('have the same blanks in every language, and nothing empty', () => {
    for (const [key, words] of Object.entries(allWords)) {
      const blanks = Object.values(words).map((text) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort());
      expect({ key, blanks: blanks.slice(1) }).toEqual({ key, blanks: [blanks[0], blanks[0]] });
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
    }
  });

  it('traditional Chinese has no simplified characters that its readers would stumble over', () => {
    for (const { 'zh-Hant': text } of Object.values(allWords)) expect(text).not.toMatch(/[们这边来见页题误说话时间应该链选择务语关闭为]/u);
  });

  it('say durations', () => {
    expect(['5m', '2h', '90d', '1w', '随时'].map((duration) => sayDuration(sayIn('zh-Hant'), duration))).toEqual([
      '5 分鐘',
      '2 小時',
      '90 天',
      '1 週',
      '随时',
    ]);
  });

  it('know their keys', () => {
    expect([isWordKey('outcome.resolved'), isWordKey('constructor')]).toEqual([true, false]);
  });
});
