import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const config = {
  'playbook.config.yaml':
    'roles: [agent, supervisor, { id: tech, label: { zh-Hans: 技术值班, en: Technical on-call }, aliases: [技术部] }]\n',
};

describe('unknown-role', () => {
  const marked =
    '1. 通知。:owner[主管]:within[5m]\n2. 排查。:owner[⟦unknown-role|技术直班⟧]\n3. 回电。:owner[⟦unknown-role|老王⟧]\n4. 记录。⟦unknown-role|:owner[]⟧\n';

  it('marks labels that name no role', () => {
    const { expected, found, problems } = checkMarked('unknown-role', marked, config);
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'There is no role “技术直班”. Did you mean “技术值班”?',
      'There is no role “老王”. The roles are: 客服专员, 主管, 技术值班.',
      'Name the role in the brackets, as in :owner[客服专员].',
    ]);
  });

  it('writes the nearest name', () => {
    const { text, left } = mendMarked('unknown-role', marked, config);
    expect(text).toContain(':owner[技术值班]');
    expect(left).toHaveLength(2);
  });

  it('accepts ids, labels in any language and aliases', () => {
    expect(
      checkMarked('unknown-role', '1. 甲 :owner[tech]\n2. 乙 :owner[technical on-call]\n3. 丙 :owner[技术部]\n', config).found,
    ).toEqual([]);
  });
});
