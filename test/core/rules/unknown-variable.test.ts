import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const config = { 'playbook.config.yaml': 'variables: { hotline: "95000", company: { phone: "400" } }\n' };

describe('unknown-variable', () => {
  it('marks a dotted name without a value', () => {
    const { expected, found, problems } = checkMarked(
      'unknown-variable',
      '> {{company.phone}} {{hotline}} {{order_id}} ⟦unknown-variable|{{公司.电话}}⟧ ⟦unknown-variable|{{ company.fone }}⟧\n',
      config,
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'The config has no variable “公司.电话”. Define it under variables in playbook.config.yaml.',
      'The config has no variable “company.fone”. Did you mean “company.phone”?',
    ]);
  });

  it('mends a slip', () => {
    const { text, left } = mendMarked('unknown-variable', '> {{ company.fone }}\n', config);
    expect(text).toBe('> {{ company.phone }}\n');
    expect(left).toEqual([]);
  });
});
