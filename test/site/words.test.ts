import { describe, expect, it } from 'vitest';
import { courseWords } from '../../src/site/words/course.js';
import { feedbackWords } from '../../src/site/words/feedback.js';
import { findingWords } from '../../src/site/words/finding.js';
import { flowWords } from '../../src/site/words/flow.js';
import { homeWords } from '../../src/site/words/home.js';
import { listWords } from '../../src/site/words/lists.js';
import { machineWords } from '../../src/site/words/machine.js';
import { offlineWords } from '../../src/site/words/offline.js';
import { runReportWords, runWords } from '../../src/site/words/run.js';
import { usingWords } from '../../src/site/words/using.js';
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

  it('say what their own file says: no text takes the place of another', () => {
    const parts = [courseWords, feedbackWords, findingWords, flowWords, homeWords, listWords, machineWords, offlineWords, usingWords];
    for (const part of parts) expect(siteWords).toMatchObject(part);
    expect(siteWords.keyBlock['zh-Hans']).toBe('复制这个编号的话术（加 Shift 带格式）；在流程里选第几个回答');
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
