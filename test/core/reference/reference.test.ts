import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { queriesSchema } from '../../../src/core/config/queries-schema.js';
import { locales } from '../../../src/core/model/locale.js';
import { buildReference } from '../../../src/core/reference/index.js';
import { configJsonSchema, queriesJsonSchema, typeSchema } from '../../../src/core/reference/json-schemas.js';
import { block, plain, table } from '../../../src/core/reference/markdown.js';
import { rules } from '../../../src/core/rules/index.js';
import { builtInTypes } from '../../../src/core/types/index.js';

const files = buildReference();

describe('the reference', () => {
  it('has a page for each rule with all its messages in each language', () => {
    for (const rule of rules) {
      const text = files.get(`docs/rules/${rule.code}.md`) ?? '';
      expect(files.get('docs/rules.md')).toContain(`(rules/${rule.code}.md)`);
      for (const words of Object.values(rule.messages))
        for (const locale of locales) expect(text).toContain(plain(words[locale]).replace(/\|/g, '\\|'));
    }
  });

  it('has a page for each type with all its headings and fields', () => {
    for (const type of builtInTypes) {
      const text = files.get(`docs/types/${type.name}.md`) ?? '';
      expect(files.get('docs/types.md')).toContain(`(types/${type.name}.md)`);
      for (const section of type.outline.sections) for (const heading of section.headings['zh-Hant'] ?? []) expect(text).toContain(heading);
      for (const field of type.fieldNames) expect(text).toContain(`| \`${field}\` |`);
    }
  });

  it('is the same each time', () => {
    expect([...buildReference()]).toEqual([...files]);
  });
});

describe('the JSON Schemas', () => {
  const validate = (schema: object, data: unknown) => new Validator(structuredClone(schema), '2020-12').validate(data).valid;

  it('have a title and descriptions in English, and no id', () => {
    for (const [path, text] of files) {
      if (!path.startsWith('schemas/')) continue;
      expect(JSON.parse(text)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: expect.any(String) });
      expect(text).not.toMatch(/"(?:\$id|meaning)"/);
    }
  });

  it.each(builtInTypes.map((type) => [type.name, type] as const))('say the same of %s as its type does', (name, type) => {
    const examples: readonly Record<string, unknown>[] = [
      {},
      { id: '退款', type: name, title: '退款', tags: '售后', channels: ['sms', 1], valid_from: '2026-11-22', review_every: '90d' },
      { placeholders: { order_id: { type: 'text', required: true, example: 1 } } },
      { placeholders: { order_id: { typ: 'text' } } },
      { risk: 'huge' },
      { review_every: '90 days' },
      { titel: '退款' },
      { tags: { a: 1 } },
    ];
    const verdicts = examples.map((example) => type.validate(example).length === 0);
    expect(verdicts).toEqual([true, true, true, false, false, false, false, false]);
    expect(examples.map((example) => validate(typeSchema(type), example))).toEqual(verdicts);
  });

  it('accept a config, with variables as deep as they go', () => {
    expect(
      validate(configJsonSchema(), {
        title: '星海',
        variables: { company: { phone: { a: '400' }, floors: 3 } },
        rules: { 'orphan-page': 'off' },
      }),
    ).toBe(true);
    expect(validate(configJsonSchema(), { variables: { company: ['400'] } })).toBe(false);
    expect(validate(configJsonSchema(), { languges: [] })).toBe(false);
  });

  it('say the same of expected search results as the check does', () => {
    const entries: readonly unknown[] = [
      { query: '退款', first: 'policy-refund' },
      { query: '退款', first: ['policy-refund', 'flow-refund'], never: 'article-bill', language: 'zh-Hans', type: ['policy', 'flow'] },
      { query: '退款' },
      { first: 'policy-refund' },
      { query: '', first: 'policy-refund' },
      { query: '退款', top3: ['a', 'b', 'c', 'd'] },
      { query: '退款', first: 'policy-refund', lang: 'zh-Hans' },
    ];
    const verdicts = entries.map((entry) => queriesSchema.safeParse([entry]).success);
    expect(verdicts).toEqual([true, true, false, false, false, false, false]);
    expect(entries.map((entry) => validate(queriesJsonSchema(), [entry]))).toEqual(verdicts);
  });
});

describe('the Markdown of the reference', () => {
  it('keeps text from being markup', () => {
    expect(plain('写 <b> 或 *x* [y] {z}')).toBe('写 \\<b\\> 或 \\*x\\* \\[y\\] {z}');
    expect(table(['a'], [['b|c\nd']])).toBe('| a |\n| --- |\n| b\\|c<br>d |');
    expect(block('markdown', '````\nx\n````\n')).toBe('`````markdown\n````\nx\n````\n`````');
  });
});
