import { nearest } from '../schema/nearest.js';
import type { PlaybookType } from '../types/playbook-type.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';

export const unknownType = defineRule({
  code: 'unknown-type',
  severity: 'error',
  description: {
    'zh-Hans': '没有这个类型。',
    'zh-Hant': '沒有這個類型。',
    en: 'There is no such type.',
  },
  rationale: {
    'zh-Hans': '类型决定一篇手册要有哪些小节和字段。类型写错，就什么都没检查。请改成现有类型，或在 schemas 文件夹里定义它。',
    'zh-Hant': '類型決定一篇手冊要有哪些小節和欄位。類型寫錯，就什麼都沒檢查。請改成現有類型，或在 schemas 資料夾裡定義它。',
    en: 'The type says which sections and fields a playbook must have; with a wrong one nothing is checked. Use an existing type, or define it in the schemas folder.',
  },
  example: {
    wrong: '---\nid: article-roaming\ntype: artcle\n---\n\n正文。\n',
    right: '---\nid: article-roaming\ntype: article\n---\n\n正文。\n',
  },
  fixable: true,
  messages: {
    near: {
      'zh-Hans': '没有类型“{written}”。是不是想写“{nearest}”？',
      'zh-Hant': '沒有類型「{written}」。是否要寫「{nearest}」？',
      en: 'There is no type “{written}”. Did you mean “{nearest}”?',
    },
    unknown: {
      'zh-Hans': '没有类型“{written}”。可用的类型：{types}。',
      'zh-Hant': '沒有類型「{written}」。可用的類型：{types}。',
      en: 'There is no type “{written}”. The types are: {types}.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    if (!playbook.hasOwnType || knowledgeBase.typeOf(playbook)) return;
    const written = playbook.type;
    const at = playbook.frontMatter.nodes.get('/type')?.value ?? { start: 0, end: 0 };
    const near = nearestType(written, knowledgeBase.types);
    if (near === undefined) report('unknown', { at, values: { written, types: [...knowledgeBase.types.keys()].join(', ') } });
    else {
      report('near', { at, values: { written, nearest: near }, fix: changeTo(at, near) });
    }
  },
});

/** By label in any language (话术 means script), else by spelling. */
function nearestType(written: string, types: ReadonlyMap<string, PlaybookType>): string | undefined {
  const wanted = written.toLowerCase();
  const labelled = [...types.values()].find((type) => Object.values(type.label).some((label) => label.toLowerCase() === wanted));
  return labelled?.name ?? nearest(written, types.keys());
}
