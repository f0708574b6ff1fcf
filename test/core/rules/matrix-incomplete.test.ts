import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

const code = 'matrix-incomplete';
const head = '---\ntype: protocol\n---\n## 分级矩阵\n\n';
const times = '\n| 优先级 | 响应时效 |\n| - | - |\n| P1 | 5 分钟 |\n| P2 |  |\n';

describe(code, () => {
  it('marks empty and unknown cells, priorities without a time, and rows and columns without a name', () => {
    const { expected, found, problems } = checkMarked(
      code,
      `${head}| 影响 | 高 |⟦matrix-incomplete|    ⟧|\n| - | - | - |\n| 大 | P1 | ⟦matrix-incomplete|待定⟧ |\n|⟦matrix-incomplete|    ⟧| p1 | ⟦matrix-incomplete|P2⟧ |\n| 小 |⟦matrix-incomplete| ⟧| ⟦matrix-incomplete|P7⟧ |\n${times}`,
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'This row or column has no name.',
      '“待定” is no priority. Known priorities: P1, P2.',
      'This row or column has no name.',
      'The priority “P2” has no response time. Give it one in this section’s second table or under priorities in the config.',
      'This cell is empty. Fill in a priority.',
      'The priority “P7” has no response time. Give it one in this section’s second table or under priorities in the config.',
    ]);
  });

  it('marks a row that is shorter or longer than the header', () => {
    const { expected, found, problems } = checkMarked(
      code,
      `${head}| 影响 | 高 | 低 |\n| - | - | - |\n⟦matrix-incomplete|| 大 | P1 |⟧\n⟦matrix-incomplete|| 小 | P1 | P1 | P1 |⟧\n${times}`,
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('This row has 2 cells but the header has 3; they should be equal.');
  });

  it('takes response times from the config, and looks at matrices only', () => {
    const config = { 'playbook.config.yaml': 'priorities: [{ id: 紧急, respondWithin: 5m }]\n' };
    expect(checkMarked(code, `${head}| 影响 | 高 |\n| - | - |\n| 大 | 紧急 |\n`, config).found).toEqual([]);
    expect(checkMarked(code, '---\ntype: protocol\n---\n## 联系人\n\n| 谁 | 电话 |\n| - | - |\n| 主管 |  |\n').found).toEqual([]);
  });
});
