import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const code = 'step-without-limit';
const head = '---\ntype: protocol\n---\n## 处置步骤\n\n';

describe(code, () => {
  it('marks a step without a limit, and a limit that is no length of time', () => {
    const { expected, found, problems } = checkMarked(
      code,
      `${head}1. 定级。 :owner[主管] :within[5m]\n⟦step-without-limit|2. 宣布。 :owner[主管]⟧\n3. 通知 ⟦step-without-limit|:within[尽快]⟧\n`,
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'This step has no time limit. Add one, such as :within[5m].',
      'The limit “尽快” cannot be read. Write a number and a unit, such as 5m, 2h or 1d.',
    ]);
  });

  it('reads limits wherever they stand, but asks for them only where the type asks', () => {
    const { expected, found } = checkMarked(code, '1. 打开 App\n2. 等 ⟦step-without-limit|:within[一会儿]⟧\n');
    expect(found).toEqual(expected);
  });

  it('mends a number with a unit in words', () => {
    const { text, left } = mendMarked(
      code,
      `${head}1. 一 :within[５ 分钟]\n2. 二 :within[2小時]\n3. 三 :within[1 Day]\n4. 四 :within[2 週]\n`,
    );
    expect(text).toBe(`${head}1. 一 :within[5m]\n2. 二 :within[2h]\n3. 三 :within[1d]\n4. 四 :within[2w]\n`);
    expect(left).toEqual([]);
  });
});
