import type { KnowledgeBase } from '../knowledge-base.js';
import type { Include, Playbook } from '../model/playbook.js';
import { defineRule } from './rule.js';

export const includeCycle = defineRule({
  code: 'include-cycle',
  severity: 'error',
  description: {
    'zh-Hans': '手册绕一圈又嵌入了自己。',
    'zh-Hant': '手冊繞一圈又嵌入了自己。',
    en: 'A playbook embeds itself, directly or by way of others.',
  },
  rationale: {
    'zh-Hans': '嵌入绕成一圈就没有尽头，页面上只能断在中间。去掉其中一处嵌入，或改成链接。',
    'zh-Hant': '嵌入繞成一圈就沒有盡頭，頁面上只能斷在中間。請移除其中一處嵌入，或改成連結。',
    en: 'A circle of embeds has no end, so the page must break it off somewhere. Remove one of the embeds, or make it a link.',
  },
  example: {
    wrong: '---\nid: terms\ntitle: 退款条款\n---\n::include{id=terms}\n',
    right: '---\nid: terms\ntitle: 退款条款\n---\n> 七天内可以无理由退货。\n',
  },
  fixable: false,
  messages: {
    cycle: {
      'zh-Hans': '嵌入绕成了一圈：{chain}。请去掉其中一处。',
      'zh-Hant': '嵌入繞成了一圈：{chain}。請移除其中一處。',
      en: 'These embeds go in a circle: {chain}. Remove one of them.',
    },
    next: {
      'zh-Hans': '这一圈的下一处嵌入',
      'zh-Hant': '這一圈的下一處嵌入',
      en: 'The next embed of the circle',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const include of playbook.includes) {
      const way = wayBack(playbook, include, knowledgeBase);
      if (!way) continue;
      const chain = [playbook, ...way.map((step) => step.from), playbook].map((member) => member.title).join(' → ');
      report('cycle', {
        at: include,
        values: { chain },
        related: way.map((step) => ({ path: step.from.path, at: step.include, message: 'next' })),
      });
    }
  },
});

interface Step {
  readonly from: Playbook;
  readonly include: Include;
}

/** The shortest run of embeds that leads from what `include` embeds back to `home`; empty when it embeds `home` itself. */
function wayBack(home: Playbook, include: Include, knowledgeBase: KnowledgeBase): readonly Step[] | undefined {
  const first = knowledgeBase.resolveInclude(include);
  if (!first) return undefined;
  const ways = new Map<Playbook, readonly Step[]>([[first, []]]);
  for (const [here, way] of ways) {
    if (here === home) return way;
    for (const next of here.includes) {
      const target = knowledgeBase.resolveInclude(next);
      if (target && !ways.has(target)) ways.set(target, [...way, { from: here, include: next }]);
    }
  }
  return undefined;
}
