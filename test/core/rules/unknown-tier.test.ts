import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

describe('unknown-tier', () => {
  it('marks tiers that the config does not have, and writes the ones that were meant', () => {
    const marked =
      '---\ntiers:\n  - new\n  - ⟦unknown-tier|大客户⟧\n  - ⟦unknown-tier|VIP⟧\n  - ⟦unknown-tier|exsiting⟧\n  - ⟦unknown-tier|黑钻⟧\n---\n';
    const { expected, found, problems } = checkMarked('unknown-tier', marked);
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'Tiers are written by id: “大客户” is “key-account”.',
      'Tiers are written by id: “VIP” is “vip”.',
      'There is no tier “exsiting”. Did you mean “existing”?',
      'There is no tier “黑钻”. The tiers are: new, existing, vip, key-account.',
    ]);
    const { text, left } = mendMarked('unknown-tier', marked);
    expect(text).toBe('---\ntiers:\n  - new\n  - key-account\n  - vip\n  - existing\n  - 黑钻\n---\n');
    expect(left).toHaveLength(1);
  });

  it('accepts the config’s ids', () => {
    expect(checkMarked('unknown-tier', '---\ntiers: [new, vip]\n---\n').found).toEqual([]);
  });
});
