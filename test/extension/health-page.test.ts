import { describe, expect, it } from 'vitest';
import type { Health, Problems } from '../../src/lsp/protocol.js';
import { healthBody } from '../../src/vscode/health/health-page.js';

const say = (text: string, ...values: readonly (string | number)[]) =>
  text.replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)]));

const none = { total: 0, offset: 0, entries: [] };
const health: Health = {
  uri: 'file:///kb',
  today: '2026-11-22',
  statistics: {
    playbooks: 2,
    types: {},
    languages: {},
    owners: {},
    freshness: { retired: 0, expired: 0, overdue: 0, 'review-due': 0, 'not-yet-valid': 0, 'no-date': 0, current: 2 },
    size: { han: 0, words: 0 },
    sections: [],
    translations: [],
  },
  due: none,
  unused: none,
  withoutOwner: none,
  withoutSummary: none,
  languages: [],
  types: [],
  lives: [],
};
const problems: Problems = { uri: 'file:///kb', ...none, counts: { error: 0, warning: 0, info: 0 }, rules: [], waiting: 0 };

describe('the health of a knowledge base', () => {
  it('says of each list that nothing is missing', () => {
    const html = healthBody('星海', health, problems, say);
    expect(html).toContain('<h1>Health of 星海</h1>');
    for (const words of ['Nothing is due.', 'Every playbook has an owner.', 'Every playbook has a summary.', 'No problems.'])
      expect(html).toContain(words);
    expect(html).not.toContain('<button');
  });

  it('does not call good what was not checked yet', () => {
    const waiting = healthBody('星海', health, { ...problems, waiting: 37 }, say);
    expect(waiting).toContain('<section><h2>Problems by rule</h2><p class="quiet">still to be checked: 37</p></section>');
    expect(waiting).toContain('<li><strong>0</strong><span>errors</span></li>');
    const rules = [{ code: 'broken-link', description: '链接失效', severity: 'error' as const, problems: 1, files: 1 }];
    const some = healthBody('星海', health, { ...problems, rules, waiting: 37 }, say);
    expect(some).toContain('<h2>Problems by rule · still to be checked: 37 <span class="count">1</span></h2>');
  });

  it('leads from each row to its file, and escapes what people wrote', () => {
    const due = {
      total: 300,
      offset: 0,
      entries: [
        {
          kind: 'review' as const,
          day: '2026-11-01',
          days: -21,
          id: 'a',
          title: '<b>"退款',
          lang: 'zh-Hans',
          path: 'a.md',
          uri: 'file:///kb/a"b.md',
        },
      ],
    };
    const rules = [{ code: 'broken-link', description: '链接失效', severity: 'error' as const, problems: 3, files: 2 }];
    const html = healthBody('星海', { ...health, due }, { ...problems, rules }, say);
    expect(html).toContain(
      '<button type="button" data-open="file:///kb/a&quot;b.md"><span class="name">&lt;b>&quot;退款</span><span class="more pressing">2026-11-01 · 21 days overdue</span></button>',
    );
    expect(html).toContain('and 299 more');
    expect(html).toContain('<span class="name">链接失效</span><span class="more">broken-link · problems: 3, files: 2</span>');
  });
});
