import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

describe('duplicate-heading', () => {
  it('marks the later of two siblings with the same words and names the first', () => {
    const { expected, found, problems } = checkMarked(
      'duplicate-heading',
      '# 漫游\n\n## 资费\n\n一。\n\n## ⟦duplicate-heading|**资费**⟧\n\n二。\n\n## ⟦duplicate-heading|资费⟧\n',
    );
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The heading “资费” is already there (line 3). Merge the two, or say what differs.');
    expect(problems[0]?.related?.[0]?.range.start).toMatchObject({ line: 3, column: 4 });
  });

  it('accepts the same words under different headings', () => {
    expect(checkMarked('duplicate-heading', '## 开场\n\n### 电话\n\n一。\n\n## 结束\n\n### 电话\n\n二。\n').found).toEqual([]);
  });

  it('compares the words, without the HTML anchors around them', () => {
    const page = '## <a name="a"></a>範例\n\n一。\n\n## ⟦duplicate-heading|<a name="b"></a>範例⟧\n\n二。\n';
    const { expected, found, problems } = checkMarked('duplicate-heading', page);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toContain('“範例”');
  });
});
