import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

describe('heading-order', () => {
  it('marks a heading that skips a level, and raises it with all below it', () => {
    const marked = '## 资费\n\n#### ⟦heading-order|流量包⟧ ##\n\n每天。\n\n##### 用法\n\n说明。\n\n### 合约\n\n说明。\n';
    const { expected, found, problems } = checkMarked('heading-order', marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“流量包” is a heading of level 4 below one of level 2. Make it level 3.');
    expect(mendMarked('heading-order', marked)).toEqual({
      text: '## 资费\n\n### 流量包 ##\n\n每天。\n\n#### 用法\n\n说明。\n\n### 合约\n\n说明。\n',
      left: [],
    });
  });

  it('marks a first heading that is too deep', () => {
    const { expected, found, problems } = checkMarked('heading-order', '---\ntitle: 资费\n---\n#### ⟦heading-order|流量包⟧\n\n每天。\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('“流量包” is a heading of level 4 with none of level 2 above it. Make it level 2.');
    expect(mendMarked('heading-order', '#### 一\n\n无。\n\n### 二\n\n无。\n')).toEqual({
      text: '## 一\n\n无。\n\n### 二\n\n无。\n',
      left: [],
    });
  });

  it('accepts any step back, and headings inside quotes', () => {
    expect(checkMarked('heading-order', '# 一\n\n## 二\n\n### 三\n\n> #### 信\n\n# 四\n').found).toEqual([]);
    expect(checkMarked('heading-order', '## 一\n\n### 二\n\n## 三\n').found).toEqual([]);
  });
});
