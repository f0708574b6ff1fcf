import { describe, expect, it } from 'vitest';
import { gitBlob } from '../../../src/core/parse/blob.js';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

const source = '---\nid: policy-refund\ntitle: 退款政策\n---\n\n七天内可退。\n';
const blob = gitBlob(source);
const others = { 'source.md': source };
const check = (marked: string) => checkMarked('translation-stale', marked, others);
const page = (blobLine: string) => `---\nid: policy-refund-en\ntranslation_of: policy-refund\n${blobLine}---\n\nText.\n`;

describe('translation-stale', () => {
  it('marks a blob that is not the source’s, says where the source is, and writes the current one', () => {
    const marked = page('source_blob: ⟦translation-stale|"0123456789ab"⟧\n');
    const { expected, found, problems } = check(marked);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe(
      `The original “退款政策” has changed since this translation (it is now ${blob.slice(0, 12)}). Update the text, then source_blob.`,
    );
    expect(problems[0]?.related?.[0]).toMatchObject({ path: 'source.md', range: { start: { line: 3, column: 8 } } });
    expect(mendMarked('translation-stale', marked, others)).toEqual({ text: page(`source_blob: "${blob.slice(0, 12)}"\n`), left: [] });
  });

  it('asks for a blob where there is none', () => {
    const { expected, found, problems } = check(page('').replace('of: policy-refund\n', 'of: ⟦translation-stale|policy-refund⟧\n'));
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('Without source_blob nobody knows which version of “退款政策” this translates.');
    expect(mendMarked('translation-stale', page(''), others).left).toEqual([]);
  });

  it('asks for the original of a blob', () => {
    const { expected, found, problems } = check(`---\n⟦translation-stale|source_blob⟧: "${blob}"\n---\n`);
    expect(found).toEqual(expected);
    expect(problems[0]?.message).toBe('There is a source_blob but no translation_of. Add the id of the original.');
  });

  it('accepts any prefix of the source’s blob, and leaves a missing original to broken-link', () => {
    expect(check(page(`source_blob: "${blob.slice(0, 7)}"\n`)).found).toEqual([]);
    expect(check(page(`source_blob: "${blob}"\n`)).found).toEqual([]);
    expect(check(page(`source_blob: "${blob.slice(0, 3)}"\n`)).found).toHaveLength(1);
    expect(check('---\ntranslation_of: nobody\n---\n').found).toEqual([]);
  });
});
