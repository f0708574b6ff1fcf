import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { setField, yamlScalar } from '../../../src/core/edit/set-field.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';

function set(text: string, name: string, value: string) {
  const edit = setField(parsePlaybook('a.md', { text }, 'zh-Hans'), name, value);
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('setField', () => {
  it('adds a field as the first, with the line ends of the file', () => {
    expect(set('---\ntitle: 退款\n---\n正文\n', 'id', 'a')).toBe('---\nid: a\ntitle: 退款\n---\n正文\n');
    expect(set('---\r\ntitle: 退款\r\n---\r\n', 'id', 'a')).toBe('---\r\nid: a\r\ntitle: 退款\r\n---\r\n');
  });

  it('replaces a value, and fills in one that is empty', () => {
    expect(set('---\nid: "旧"  # 说明\ntitle: 退款\n---\n', 'id', 'a')).toBe('---\nid: a  # 说明\ntitle: 退款\n---\n');
    expect(set('---\nid:\ntitle: 退款\n---\n', 'id', 'a')).toBe('---\nid: a\ntitle: 退款\n---\n');
    expect(set('---\ntitle: 退款\nid :\n---\n', 'id', 'a')).toBe('---\ntitle: 退款\nid: a\n---\n');
  });

  it('gives up where no line can be added', () => {
    expect(set('正文\n', 'id', 'a')).toBeUndefined();
    expect(set('---\n{ title: 退款 }\n---\n', 'id', 'a')).toBeUndefined();
  });
});

describe('yamlScalar', () => {
  it('is read back as the same text, in lists too', () => {
    for (const text of [
      '退款',
      'script-refund',
      'a b',
      '42',
      'true',
      'Null',
      'no',
      'a: b',
      'a, b',
      '[x]',
      '#',
      '',
      ' a',
      'a ',
      '"',
      "it's",
      '-1',
      '1e3',
      '换\n行',
    ]) {
      expect(parse(`a: ${yamlScalar(text)}\n`)).toEqual({ a: text });
      expect(parse(`[${yamlScalar(text)}, b]`)).toEqual([text, 'b']);
    }
  });
});
