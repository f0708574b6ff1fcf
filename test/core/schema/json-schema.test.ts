import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonSchema } from '../../../src/core/schema/json-schema.js';
import { schemaMessage } from '../../../src/core/schema/problem.js';

/** Problems as `path: message`. */
function check(schema: unknown, data: unknown, locale: 'zh-Hans' | 'en' = 'en') {
  const read = readJsonSchema(schema);
  expect(read.problems).toEqual([]);
  return read.validate(data).map((problem) => `/${problem.path.join('/')}: ${schemaMessage(problem, locale)}`);
}

const ticket = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    code: { type: 'string', pattern: '^TK\\d+$', description: '受理编号，TK 开头' },
    level: { enum: ['low', 'medium', 'high'] },
    amount: { type: 'number', minimum: 0, exclusiveMaximum: 1000 },
    names: { type: 'array', items: { type: 'string', minLength: 2 }, maxItems: 2, uniqueItems: true },
    day: { type: 'string', format: 'date' },
    contact: { $ref: '#/$defs/contact' },
    when: {
      oneOf: [
        { type: 'string', minLength: 3 },
        { type: 'array', items: { type: 'string' } },
      ],
    },
  },
  required: ['code'],
  additionalProperties: false,
  $defs: { contact: { type: 'object', required: ['role'], properties: { role: { const: '主管' } } } },
} as const;

describe('readJsonSchema', () => {
  it('says what is wrong with each value, and where', () => {
    const data = {
      level: 'hihg',
      amount: 1000,
      names: ['张', '张', '李'],
      day: '2026-02-30',
      contact: { role: '经理' },
      when: 5,
      codee: 'TK1',
    };
    expect(check(ticket, data).sort()).toEqual([
      '/amount: “amount” is out of range: < 1000.',
      '/code: The required field “code” is missing.',
      '/codee: Unknown field “codee”. Did you mean “code”?',
      '/contact/role: “contact.role” must be one of: 主管.',
      '/day: “day” is not written as expected: a date such as 2026-11-22.',
      '/level: “level” must be one of: low, medium, high. Did you mean “high”?',
      '/names/0: “names.0” is out of range: ≥ 2 characters.',
      '/names/1: “names.1” is out of range: ≥ 2 characters.',
      '/names/2: “names.2” is out of range: ≥ 2 characters.',
      '/names: “names” is not valid: the list has the same item twice.',
      '/names: “names” is out of range: ≤ 2 items.',
      '/when: “when” has the wrong kind of value; it should be text or a list.',
    ]);
  });

  it('speaks Chinese', () => {
    expect(check(ticket, { code: 'X1', contact: {}, names: '张三' }, 'zh-Hans').sort()).toEqual([
      '/code: “code”的写法不对，应为受理编号，TK 开头 ^TK\\d+$。',
      '/contact/role: 缺少必填字段“contact.role”。',
      '/names: “names”的值类型不对，应为列表。',
    ]);
  });

  it('explains the form that fits the kind of value', () => {
    expect(check(ticket, { code: 'TK1', when: 'ab' })).toEqual(['/when: “when” is out of range: ≥ 3 characters.']);
    expect(check(ticket, { code: 'TK1', when: ['a', 2] })).toEqual(['/when/1: “when.1” has the wrong kind of value; it should be text.']);
    expect(check({ anyOf: [{ const: 'red' }, { const: 'green' }] }, 'gren')).toEqual([
      '/: “the file” must be one of: red, green. Did you mean “green”?',
    ]);
    expect(check({ oneOf: [{ type: 'number' }, { type: 'integer' }] }, 1)).toEqual([
      '/: “the file” is not valid: it fits several forms and must fit one.',
    ]);
  });

  it('follows conditions, lists by place, contains, and what other fields demand', () => {
    const schema = {
      properties: { kind: {}, list: { prefixItems: [{ type: 'string' }], items: { type: 'number' }, contains: { const: 7 } } },
      if: { properties: { kind: { const: 'refund' } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['amount'] },
      dependentRequired: { card: ['owner'] },
      patternProperties: { '^x-': { type: 'string' } },
      propertyNames: { maxLength: 8 },
    };
    expect(check(schema, { kind: 'refund', list: ['a', 'b'], card: '1', 'x-a': 1, 'very-long-name': 1 }).sort()).toEqual([
      '/amount: The required field “amount” is missing.',
      '/list/1: “list.1” has the wrong kind of value; it should be a number.',
      '/list: “list” is not valid: the list lacks an item that it must have.',
      '/owner: The required field “owner” is missing.',
      '/very-long-name: “very-long-name” is out of range: ≤ 8 characters.',
      '/x-a: “x-a” has the wrong kind of value; it should be text.',
    ]);
    expect(check(schema, { kind: 'ask', list: ['a', 7] })).toEqual([]);
  });

  it('reads keys with signs in them', () => {
    const schema = { type: 'object', properties: { 'a/b~c %25#': { type: 'string' } } };
    expect(readJsonSchema(schema).validate({ 'a/b~c %25#': 1 })[0]?.path).toEqual(['a/b~c %25#']);
    expect(check(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'), JSON.parse('{"__proto__": 1}'))).toHaveLength(1);
    expect(Reflect.get({}, 'type')).toBeUndefined();
  });

  it('says what is wrong with the schema itself', () => {
    const problems = (schema: unknown) =>
      readJsonSchema(schema).problems.map((problem) => `/${problem.path.join('/')}: ${schemaMessage(problem, 'en')}`);
    expect(problems({ type: 'strnig', properties: [], required: 'a', minLength: -1 })).toEqual([
      '/type: “type” must be one of: string, number, integer, boolean, array, object, null. Did you mean “string”?',
      '/properties: “properties” has the wrong kind of value; it should be a group of “key: value” lines.',
      '/required: “required” has the wrong kind of value; it should be a list of texts.',
      '/minLength: “minLength” has the wrong kind of value; it should be a whole number.',
    ]);
    expect(problems({ properties: { a: { pattern: '(?=x)' } }, patternProperties: { '(a)\\1': {} } })).toEqual([
      '/properties/a/pattern: “properties.a.pattern” is not written as expected: an RE2 pattern (no look-around, no back-references, at most 1000 characters).',
      '/patternProperties/(a)\\1: “patternProperties.(a)\\1” is not written as expected: an RE2 pattern (no look-around, no back-references, at most 1000 characters).',
    ]);
    expect(problems({ items: { $ref: 'https://example.com/other.json' } })).toEqual([
      '/items/$ref: “items.$ref” is not valid: it refers to a definition that is not in this file.',
    ]);
    expect(problems([])).toEqual(['/: “the file” has the wrong kind of value; it should be a JSON Schema (an object, true or false).']);
  });

  it('is not stopped by patterns, references and formats that never end', () => {
    const long = `${'a'.repeat(20_000)}!`;
    expect(check({ pattern: '^(a+)+$' }, long)).toHaveLength(1);
    expect(check({ patternProperties: { '^(a|a)*$': { type: 'string' } }, additionalProperties: false }, { [long]: 1 })).toHaveLength(1);
    expect(check({ format: 'url' }, `http://${long}`)).toEqual([]);
    expect(check({ format: 'email' }, `${long}@`)).toEqual([]);
    const laughs = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `d${index}`,
        { allOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] },
      ]),
    );
    const tooMuch = ['/: “the file” is not valid: the type’s definition is too complicated and the check was not finished.'];
    expect(check({ $ref: '#/$defs/d0', $defs: { ...laughs, d40: { type: 'string' } } }, 'x')).toEqual(tooMuch);
    expect(check({ $ref: '#' }, 'x')).toEqual(tooMuch);
    expect(
      check(
        { uniqueItems: true },
        Array.from({ length: 6000 }, (_, index) => index),
      ),
    ).toEqual(['/: “the file” is not valid: it has too many values and was not checked.']);
  });

  it('agrees with the library on what is valid', () => {
    const name = fc.constantFrom('a', 'b', 'ab', '退款');
    const leaf = fc.constantFrom<unknown>(true, false, {}, { type: 'string' }, { pattern: '^a' }, { const: 1 }, { required: ['a'] });
    const { whole } = fc.letrec<{ schema: unknown; whole: Record<string, unknown> }>((tie) => ({
      schema: fc.oneof({ maxDepth: 2 }, leaf, tie('whole')),
      whole: fc.record(
        {
          type: fc.constantFrom('string', 'number', 'array', 'object', ['string', 'object']),
          enum: fc.constant(['a', 1, '退款']),
          pattern: fc.constantFrom('^a', 'b$', '款', '^.{2}$', '[^a]'),
          minLength: fc.constant(2),
          maximum: fc.constant(3),
          required: fc.constantFrom(['a'], ['a', '退款']),
          properties: fc.dictionary(name, tie('schema'), { maxKeys: 2 }),
          patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$', '款'), tie('schema'), { maxKeys: 1 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          items: tie('schema'),
          contains: tie('schema'),
          uniqueItems: fc.boolean(),
          not: tie('schema'),
          anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          if: tie('schema'),
          else: tie('schema'),
          unevaluatedProperties: fc.constant(false),
        },
        { requiredKeys: [] },
      ),
    }));
    const data = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        name,
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(whole, data, (one, value) => {
        const theirs = new Validator(structuredClone(one), '2020-12', false).validate(value).valid;
        expect(readJsonSchema(one).validate(value).length === 0).toBe(theirs);
      }),
      { numRuns: 150 },
    );
  });
});
