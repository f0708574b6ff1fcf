import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixPlaybook } from '../../src/core/edit/apply-fix.js';
import { markdownText } from '../support/arbitrary.js';
import { knowledgeBaseOf, today } from '../support/knowledge-base.js';

const others = {
  'playbook.config.yaml':
    'forbiddenWording: [{ pattern: 百分百, replacement: 我们会尽力 }, { pattern: "b+", regex: true, replacement: bb }]\n',
  'b.md': '---\nid: b\ntype: snippet\n---\n见 [[a]] {{x}}\n',
};

function fix(text: string) {
  const knowledgeBase = knowledgeBaseOf({ ...others, 'a.md': text });
  const playbook = knowledgeBase.playbooks.get('a.md');
  if (!playbook) throw new Error('no a.md');
  return { before: playbook, ...fixPlaybook(knowledgeBase, playbook, { locale: 'zh-Hans', today }) };
}

describe('fixing any text', () => {
  it('twice gives what fixing once gave, and never makes a file unreadable', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const once = fix(text);
        const twice = fix(once.text);
        expect(twice.text).toBe(once.text);
        expect(twice.before.problems.length).toBeLessThanOrEqual(once.before.problems.length);
        if (once.applied === 0) expect(once.text).toBe(once.before.text);
      }),
      { numRuns: 300 },
    );
  });
});
