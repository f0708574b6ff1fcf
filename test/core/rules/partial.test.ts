import { describe, expect, it } from 'vitest';
import { createKnowledgeBase, type KnowledgeBase } from '../../../src/core/knowledge-base.js';
import type { Playbook } from '../../../src/core/model/playbook.js';
import { rules } from '../../../src/core/rules/index.js';
import { checkPlaybook } from '../../../src/core/rules/run.js';
import { knowledgeBaseOf, today } from '../../support/knowledge-base.js';
import { readSample } from '../../support/sample.js';

const settings = { locale: 'zh-Hans', today } as const;

/** What is said of a playbook while no other is known. */
function saidAlone({ config, types, files }: KnowledgeBase, playbook: Playbook) {
  const alone = createKnowledgeBase({ config, types: types.values(), files, playbooks: [playbook] });
  return checkPlaybook(alone, playbook, { ...settings, isPartial: true });
}

const examples = rules.flatMap(({ code, example }) =>
  example.path === undefined || example.path.endsWith('.md')
    ? [example.wrong, example.right].map((text) => ({
        name: code,
        knowledgeBase: knowledgeBaseOf({ ...example.files, [example.path ?? 'a.md']: text }),
      }))
    : [],
);

describe('while other playbooks are not known', () => {
  it.each([{ name: 'the sample', knowledgeBase: readSample() }, ...examples])(
    'nothing is said that is not true: $name',
    ({ knowledgeBase }) => {
      for (const playbook of knowledgeBase.playbooks.values()) {
        const all = checkPlaybook(knowledgeBase, playbook, settings);
        for (const problem of saidAlone(knowledgeBase, playbook)) expect(all).toContainEqual(problem);
      }
    },
  );

  it('all is said that needs no other playbook', () => {
    const needsAll = new Set(rules.filter((rule) => rule.needsAllPlaybooks).map(({ code }) => code));
    const text = '---\ntype: skript\nid: 退款\n---\n\n# 退款\n\n[[no-such-page]] {{没有}}\n';
    const knowledgeBase = knowledgeBaseOf({ 'a.md': text, 'b.md': '---\nid: b\n---\n\n[[退款]]\n' });
    const playbook = knowledgeBase.playbooks.get('a.md');
    const all = playbook ? checkPlaybook(knowledgeBase, playbook, settings) : [];
    const said = playbook ? saidAlone(knowledgeBase, playbook) : [];
    expect(said).toEqual(all.filter(({ code }) => !needsAll.has(code)));
    expect(said.length).toBeGreaterThan(1);
    expect(all.map(({ code }) => code)).toContain('broken-link');
  });
});
