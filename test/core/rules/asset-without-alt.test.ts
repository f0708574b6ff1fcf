import { describe, expect, it } from 'vitest';
import { checkMarked } from '../../support/knowledge-base.js';

describe('asset-without-alt', () => {
  it('marks pictures without words, and with a file name for words', () => {
    const { expected, found, problems } = checkMarked(
      'asset-without-alt',
      '流程：⟦asset-without-alt|![](a.svg)⟧ ⟦asset-without-alt|![ ](a.svg)⟧ ⟦asset-without-alt|![步骤1.png](a.svg)⟧\n',
    );
    expect(found).toEqual(expected);
    expect(problems.map(({ message, severity }) => [severity, message])).toEqual([
      ['warning', 'The picture “a.svg” has no alternative text. Say between the brackets what it shows.'],
      ['warning', 'The picture “a.svg” has no alternative text. Say between the brackets what it shows.'],
      ['warning', '“步骤1.png” is only a file name. Say what the picture shows.'],
    ]);
  });

  it('accepts words, and silence with a reason', () => {
    const text = '![通知链](a.svg)\n\n![](line.svg) <!-- playbook-ignore asset-without-alt: 装饰线 -->\n';
    expect(checkMarked('asset-without-alt', text).found).toEqual([]);
  });
});
