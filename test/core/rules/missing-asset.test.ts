import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const files = { 'assets/steps.svg': '', 'docs/表单.pdf': '', 'b.md': '' };
const check = (marked: string, path = 'page.md') => checkMarked('missing-asset', marked, files, path);

describe('missing-asset', () => {
  it('marks the target of a picture or a link to a file that does not exist', () => {
    const { expected, found, problems } = check('![步骤](⟦missing-asset|assets/none.svg⟧) 下载[表单](⟦missing-asset|docs/none.docx⟧)\n');
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('The file “assets/none.svg” does not exist.');
  });

  it('refuses pictures outside, on other hosts, inline, and pages', () => {
    const { expected, found, problems } = check(
      '![一](⟦missing-asset|../secret.png⟧) ![二](⟦missing-asset|https://example.com/x.png⟧) ![三](⟦missing-asset|data:image/png;base64,AA⟧) ![四](⟦missing-asset|b.md⟧)\n',
    );
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'The picture “../secret.png” lies outside the knowledge base and is not exported. Copy it into the knowledge base.',
      'The picture “https://example.com/x.png” is on another host, and the help pages load nothing from other hosts. Save it into the knowledge base.',
      'Picture addresses that start with “data:” are not allowed. Use a picture file of the knowledge base.',
      '“b.md” is not a picture.',
    ]);
  });

  it('accepts files of the knowledge base, pages, and leaves missing pages to broken-link', () => {
    expect(
      check('![步骤](assets/steps.svg) [表单](docs/%E8%A1%A8%E5%8D%95.pdf) [页](b.md) [无](none.md) [站](https://example.com/x.pdf)\n')
        .found,
    ).toEqual([]);
    expect(checkMarked('broken-link', '[表单](none.pdf) [无](⟦broken-link|none.md⟧)\n')).toMatchObject({ found: [{ start: 19 }] });
  });

  it('mends a path to the file of that name, and a slip', () => {
    const { text, left } = mendMarked('missing-asset', '![一](steps.svg) ![二](../assets/stepps.svg)\n', files, 'flows/page.md');
    expect(text).toBe('![一](../assets/steps.svg) ![二](../assets/steps.svg)\n');
    expect(left).toEqual([]);
  });
});
