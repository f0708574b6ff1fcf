import type { BodyOutline } from '../model/outline.js';
import type { Section } from '../model/playbook.js';
import { canonicalHeading, matchOutline, topSections } from '../types/match-outline.js';
import { defineRule } from './rule.js';

export const missingSection = defineRule({
  code: 'missing-section',
  severity: 'error',
  description: {
    'zh-Hans': '缺少这个类型必须有的小节。',
    'zh-Hant': '缺少這個類型必須有的小節。',
    en: 'A section that the type requires is missing.',
  },
  rationale: {
    'zh-Hans': '客服按固定的小节找内容，缺一节就可能少说一句关键的话。',
    'zh-Hant': '客服依固定的小節找內容，少一節就可能少說一句關鍵的話。',
    en: 'Agents look for content by its fixed sections; a missing one may be the words they need.',
  },
  example: {
    wrong: '---\nid: response-x\ntype: response\ntitle: 查询\nlang: zh-Hans\n---\n## 使用场景\n\n客户查询。\n',
    right:
      '---\nid: response-x\ntype: response\ntitle: 查询\nlang: zh-Hans\n---\n## 使用场景\n\n客户查询。\n\n## 标准回复\n\n> 您好，正在为您查询。\n',
  },
  fixable: false,
  messages: {
    missing: {
      'zh-Hans': '缺少小节“{heading}”：{purpose}。',
      'zh-Hant': '缺少小節「{heading}」：{purpose}。',
      en: 'The section “{heading}” is missing: {purpose}.',
    },
  },
  check(playbook, { knowledgeBase, locale, report }) {
    const type = knowledgeBase.typeOf(playbook);
    if (!type || playbook.problems.some((problem) => problem.code === 'unparsable-file')) return;
    const visit = (sections: readonly Section[], outline: BodyOutline, at: { start: number; end: number }): void => {
      const matched = matchOutline(sections, outline);
      for (const wanted of outline.sections) {
        const found = matched.filter((match) => match.outline === wanted);
        if (found.length < (wanted.min ?? 0)) {
          report('missing', { at, values: { heading: canonicalHeading(wanted, playbook.lang), purpose: wanted.purpose?.[locale] ?? '' } });
        }
        for (const match of found)
          if (wanted.body) visit(match.section.sections, wanted.body, match.section.heading?.textSpan ?? match.section);
      }
    };
    const title = playbook.frontMatter.nodes.get('/type')?.value ?? { start: playbook.bodyStart, end: playbook.bodyStart };
    visit(topSections(playbook), type.outline, title);
  },
});
