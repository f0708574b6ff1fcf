import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const code = 'step-without-owner';

describe(code, () => {
  it('marks the first line of a step without an owner, and an empty owner', () => {
    const { expected, found, problems } = checkMarked(
      code,
      '---\ntype: protocol\n---\n## 处置步骤\n\n1. 定级。 :owner[值班主管] :within[5m]\n   1. 细节\n2. ⟦step-without-owner|:owner[]⟧ 宣布\n\n### 第二阶段\n\n⟦step-without-owner|1. 恢复。 :within[1h]⟧\n   - 拨测\n\n- 不是步骤\n',
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'Write the role between the brackets.',
      'This step names nobody to do it. Add :owner[role].',
    ]);
  });

  it('asks only where the type asks', () => {
    expect(checkMarked(code, '---\ntype: article\n---\n## 操作步骤\n\n1. 打开 App\n').found).toEqual([]);
    expect(checkMarked(code, '---\ntype: protocol\n---\n## 复盘安排\n\n1. 开会\n').found).toEqual([]);
  });
});
