import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/config.js';
import { createKnowledgeBase } from '../../../src/core/knowledge-base.js';
import type { SourceText } from '../../../src/core/model/playbook.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { builtInTypes } from '../../../src/core/types/index.js';
import { checkMarked, problemsOf } from '../../support/knowledge-base.js';

function check(source: SourceText, locale: 'zh-Hans' | 'en' = 'en') {
  const { config } = readConfig(undefined);
  const playbooks = [parsePlaybook('page.md', source, config.defaultLanguage)];
  const knowledgeBase = createKnowledgeBase({ config, types: builtInTypes, playbooks, files: [] });
  return problemsOf(knowledgeBase, 'page.md', locale).filter((problem) => problem.code === 'unparsable-file');
}

describe('unparsable-file', () => {
  it('says how large a file is that was not read', () => {
    expect(check({ text: '', tooLarge: 3_145_728 }, 'zh-Hans').map(({ message }) => message)).toEqual([
      '文件有 3.0 MB，超过 2 MB，没有读取。请拆成几篇，图片单独存放。',
    ]);
  });

  it('marks the first character that is not UTF-8', () => {
    const [problem] = check({ text: '退款\ufffd\ufffd说明\n', invalidAt: 2 });
    expect(problem?.range.start.offset).toBe(2);
    expect(problem?.message).toBe('From here on the file is not UTF-8, so characters may be wrong. Save it as UTF-8.');
  });

  it('marks the start of a body that is nested too deep or too dense, and no section is missed there', () => {
    const deep = checkMarked('unparsable-file', `---\ntype: response\n---\n⟦unparsable-file|>⟧${' >'.repeat(150)} 退款\n`);
    expect(deep.found).toEqual(deep.expected);
    expect(deep.problems[0]?.message).toContain('deeper than 100 levels');
    expect(checkMarked('missing-section', deep.text).found).toEqual([]);
    const dense = checkMarked('unparsable-file', `⟦unparsable-file|*⟧${'*a_'.repeat(4000)}\n`);
    expect(dense.found).toEqual(dense.expected);
    expect(dense.problems[0]?.message).toContain('more than 4096 marks');
  });

  it('says nothing about a sound file', () => {
    expect(check({ text: '# 退款\n\n正文。\n' })).toEqual([]);
  });
});
