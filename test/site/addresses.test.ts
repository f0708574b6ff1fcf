import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddresses, safeName } from '../../src/site/addresses.js';
import { knowledgeBaseOf } from '../support/knowledge-base.js';

const withId = (id: string) => `---\nid: ${JSON.stringify(id)}\ntitle: x\n---\n`;

describe('addresses of pages', () => {
  it.each([
    ['script-refund', /^script-refund$/],
    ['退款话术', /^page-[0-9a-f]{12}$/],
    ['scripts/退款 v2', /^scripts-v2-[0-9a-f]{12}$/],
    ['Refund', /^refund-[0-9a-f]{12}$/],
    ['con', /^con-[0-9a-f]{12}$/],
    ['../../etc/passwd', /^etc-passwd-[0-9a-f]{12}$/],
    ['.', /^page-[0-9a-f]{12}$/],
  ])('%s', (id, name) => {
    expect(safeName(id)).toMatch(name);
  });

  it('depend on the id alone, not on what else is there', () => {
    const alone = knowledgeBaseOf({ 'a.md': withId('退款') });
    const among = knowledgeBaseOf({ '0.md': withId('Refund'), 'a.md': withId('退款'), 'b.md': withId('refund') });
    const address = (knowledgeBase: typeof alone) => {
      const [playbook] = knowledgeBase.withId('退款');
      return playbook && createAddresses(knowledgeBase).playbook(playbook);
    };
    expect(address(among)).toBe(address(alone));
  });

  it('keep two files with one id apart; the first keeps the plain address', () => {
    const knowledgeBase = knowledgeBaseOf({ 'a.md': withId('refund'), 'b.md': withId('refund') });
    const addresses = createAddresses(knowledgeBase);
    const [first, second] = [...knowledgeBase.playbooks.values()].map(addresses.playbook);
    expect(first).toBe('pages/refund.html');
    expect(second).toMatch(/^pages\/refund-b-[0-9a-f]{12}\.html$/);
  });

  it('are ASCII, and never the same for two names, whatever a file system folds', () => {
    const names = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('a', 'A', 'é', 'e\u0301', 'ß', 'ss', 'K', 'k', '退款', 'con', 'a-000000000000'),
      ),
    );
    fc.assert(
      fc.property(names, (list) => {
        const different = [...new Set(list)];
        const safe = different.map((name) => safeName(name));
        expect(new Set(safe.map((name) => name.toLowerCase().normalize('NFKC'))).size).toBe(different.length);
        for (const name of safe) expect(name).toMatch(/^[a-z0-9][a-z0-9_-]{0,79}$/);
      }),
    );
  });
});

describe('addresses of languages and assets', () => {
  const addresses = createAddresses(knowledgeBaseOf({ 'playbook.config.yaml': 'languages: [zh-Hans, zh-Hant, ZH-hant, "../en"]\n' }));

  it('the first language has the plain address, others their tag', () => {
    expect(addresses.home('zh-Hans')).toBe('index.html');
    expect(addresses.home('zh-Hant')).toBe('index.zh-Hant.html');
    expect(addresses.type('script', 'zh-Hant')).toBe('types/script.zh-Hant.html');
  });

  it('a tag that differs by case or is no tag gets a safe name', () => {
    expect(addresses.home('ZH-hant')).toMatch(/^index\.zh-hant-[0-9a-f]{12}\.html$/);
    expect(addresses.home('../en')).toMatch(/^index\.en-[0-9a-f]{12}\.html$/);
  });

  it('assets keep a readable name and their kind', () => {
    expect(addresses.asset('assets/流程图 1.SVG')).toMatch(/^assets\/1-[0-9a-f]{12}\.svg$/);
    expect(addresses.asset('a.png')).toBe('assets/a.png');
  });
});
