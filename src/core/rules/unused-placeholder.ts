import { includesWithin } from '../content/embeds.js';
import { mentionedNames } from '../content/placeholders.js';
import { removePlaceholder } from '../edit/front-matter.js';
import { jsonPointer } from '../parse/yaml.js';
import { defineRule } from './rule.js';

export const unusedPlaceholder = defineRule({
  code: 'unused-placeholder',
  severity: 'warning',
  description: {
    'zh-Hans': '声明了的待填项没有用到。',
    'zh-Hant': '宣告了的待填項沒有用到。',
    en: 'A declared placeholder is used nowhere.',
  },
  rationale: {
    'zh-Hans': '填空表会多出一格，客服在通话中白填一次。删掉声明，或者在话术里用上。',
    'zh-Hant': '填空表會多出一格，客服在通話中白填一次。請刪掉宣告，或在話術裡用上。',
    en: 'The form shows a field that changes nothing, and agents fill it in during a call. Remove the declaration or use it in the wording.',
  },
  example: {
    wrong: '---\nplaceholders:\n  order_id: { type: text }\n---\n> 您的订单已受理。\n',
    right: '---\nplaceholders:\n  order_id: { type: text }\n---\n> 您的订单 {{order_id}} 已受理。\n',
  },
  fixable: true,
  messages: {
    unused: {
      'zh-Hans': '待填项“{name}”声明了但没有用到。',
      'zh-Hant': '待填項「{name}」宣告了但沒有用到。',
      en: 'The placeholder “{name}” is declared but never used.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const declared = playbook.fields.placeholders.map((definition) => definition.name);
    if (declared.length === 0) return;
    const { embedded } = includesWithin(playbook, { start: 0, end: playbook.text.length }, knowledgeBase);
    const used = new Set([playbook, ...embedded].flatMap((part) => [...mentionedNames(part)]));
    const unused = declared.filter((name) => !used.has(name));
    const group = playbook.frontMatter.nodes.get('/placeholders')?.key;
    for (const name of unused) {
      const node = playbook.frontMatter.nodes.get(jsonPointer(['placeholders', name]));
      const removal = removePlaceholder(playbook, name);
      // Where all are unused, each fix also claims the group's key: two of them cannot apply at once and leave it empty.
      const claim = unused.length > 1 && unused.length === declared.length && group;
      const edits = removal && claim ? [{ ...claim, newText: playbook.text.slice(claim.start, claim.end) }, ...removal] : removal;
      report('unused', {
        at: node?.key ?? node?.value ?? { start: 0, end: 0 },
        values: { name },
        ...(edits && {
          fix: {
            title: {
              'zh-Hans': '删除待填项“{name}”的声明',
              'zh-Hant': '刪除待填項「{name}」的宣告',
              en: 'Remove the declaration of “{name}”',
            },
            edits,
          },
        }),
      });
    }
  },
});
