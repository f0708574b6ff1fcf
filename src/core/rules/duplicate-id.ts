import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { defineRule } from './rule.js';

export const duplicateId = defineRule({
  code: 'duplicate-id',
  severity: 'error',
  description: {
    'zh-Hans': '多篇手册用了同一个编号。',
    'zh-Hant': '多篇手冊用了同一個編號。',
    en: 'Several playbooks have the same id.',
  },
  rationale: {
    'zh-Hans': '编号重复时，链接、嵌入和审核记录不知道指的是哪一篇。请给其中一篇换一个编号。',
    'zh-Hant': '編號重複時，連結、嵌入和審核紀錄不知道指的是哪一篇。請替其中一篇換一個編號。',
    en: 'Links, embeds and review records cannot tell which one is meant. Give one of them another id.',
  },
  example: {
    wrong: '---\nid: article-esim\ntype: article\n---\n\n国际漫游。\n',
    right: '---\nid: article-roaming\ntype: article\n---\n\n国际漫游。\n',
    files: { 'esim.md': '---\nid: article-esim\ntype: article\n---\n\neSIM。\n' },
  },
  fixable: false,
  messages: {
    duplicate: {
      'zh-Hans': '编号“{id}”还有 {count} 篇在用：{paths}。请换一个编号。',
      'zh-Hant': '編號「{id}」還有 {count} 篇在用：{paths}。請換一個編號。',
      en: 'The id “{id}” is also used by {paths}. Choose another.',
    },
    other: { 'zh-Hans': '这里也用了编号“{id}”', 'zh-Hant': '這裡也用了編號「{id}」', en: 'The id “{id}” is used here too' },
  },
  check(playbook, { knowledgeBase, report }) {
    const { id } = playbook;
    const others = knowledgeBase.withId(id).filter((other) => other.path !== playbook.path);
    // An id that is only a path gives way: the file that wrote the same id down is told.
    if (others.length === 0 || (!playbook.hasOwnId && others.some((other) => other.hasOwnId))) return;
    report('duplicate', {
      at: idPlace(playbook),
      values: {
        id,
        count: others.length,
        paths:
          others
            .slice(0, 3)
            .map((other) => other.path)
            .join(', ') + (others.length > 3 ? ', …' : ''),
      },
      related: others.slice(0, 20).map((other) => ({ path: other.path, at: idPlace(other), message: 'other', values: { id } })),
    });
  },
});

function idPlace(playbook: Playbook): Span {
  return playbook.frontMatter.nodes.get('/id')?.value ?? { start: 0, end: 0 };
}
