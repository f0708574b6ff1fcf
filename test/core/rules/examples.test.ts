import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/core/rules/index.js';
import { checkMarked } from '../../support/knowledge-base.js';

describe.each(rules.map((rule) => [rule.code, rule] as const))('the example of %s', (code, { example }) => {
  it('is reported where it is wrong and clean where it is right', () => {
    expect(checkMarked(code, example.wrong, example.files, example.path).found).not.toEqual([]);
    expect(checkMarked(code, example.right, example.files, example.path).found).toEqual([]);
  });
});
