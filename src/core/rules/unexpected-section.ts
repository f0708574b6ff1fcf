import type { SectionOutline } from '../model/outline.js';
import type { Playbook } from '../model/playbook.js';
import { nearest } from '../schema/nearest.js';
import { canonicalHeading, type MatchedSection, normalizeHeading } from '../types/match-outline.js';
import { changeTo } from './change-to.js';
import { outlineLevels } from './outline-levels.js';
import { defineRule } from './rule.js';

export const unexpectedSection = defineRule({
  code: 'unexpected-section',
  severity: 'warning',
  description: {
    'zh-Hans': '小节多了，或不属于这个类型。',
    'zh-Hant': '小節多了，或不屬於這個類型。',
    en: 'A section occurs too often, or the type has no place for it.',
  },
  rationale: {
    'zh-Hans': '同样的内容分在两处，客服只会看到一处。请合并，或改成类型里有的标题。',
    'zh-Hant': '同樣的內容分在兩處，客服只會看到一處。請合併，或改成類型裡有的標題。',
    en: 'An agent sees only one of two places for the same thing. Merge them, or use a heading that the type has.',
  },
  example: {
    wrong:
      '---\nid: response-x\ntype: response\n---\n## 使用场景\n\n客户查询进度。\n\n## 标准回复\n\n> 正在为您查询。\n\n## 回复内容\n\n> 请您稍候。\n',
    right: '---\nid: response-x\ntype: response\n---\n## 使用场景\n\n客户查询进度。\n\n## 标准回复\n\n> 正在为您查询。\n\n> 请您稍候。\n',
  },
  fixable: true,
  messages: {
    tooMany: {
      'zh-Hans': '“{heading}”和前面的“{first}”是同一个小节，最多 {max} 个。请合并。',
      'zh-Hant': '「{heading}」和前面的「{first}」是同一個小節，最多 {max} 個。請合併。',
      en: '“{heading}” is the same section as “{first}” above; at most {max} allowed. Merge them.',
    },
    first: { 'zh-Hans': '第一个在这里', 'zh-Hant': '第一個在這裡', en: 'The first one is here' },
    unlisted: {
      'zh-Hans': '这个类型没有小节“{heading}”。可用的有：{headings}。',
      'zh-Hant': '這個類型沒有小節「{heading}」。可用的有：{headings}。',
      en: 'The type has no section “{heading}”. It has: {headings}.',
    },
    misspelled: {
      'zh-Hans': '这个类型没有小节“{heading}”。是不是想写“{nearest}”？',
      'zh-Hant': '這個類型沒有小節「{heading}」。是否要寫「{nearest}」？',
      en: 'The type has no section “{heading}”. Did you mean “{nearest}”?',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const { outline, sections } of outlineLevels(knowledgeBase, playbook)) {
      for (const { first, extra, max } of findExtras(sections)) {
        const heading = extra.section.heading;
        const firstHeading = first.section.heading;
        if (!heading || !firstHeading) continue;
        report('tooMany', {
          at: heading.textSpan,
          values: { heading: heading.text, first: firstHeading.text, max },
          related: [{ at: firstHeading.textSpan, message: 'first' }],
        });
      }
      if (outline.others !== false) continue;
      for (const { section, outline: listed } of sections) {
        const { heading } = section;
        if (listed || !heading) continue;
        const at = heading.textSpan;
        const near = nearestHeading(heading.text, outline.sections);
        const values = { heading: heading.text, nearest: near ?? '', headings: listHeadings(outline.sections, playbook) };
        if (near === undefined) report('unlisted', { at, values });
        else {
          report('misspelled', { at, values, fix: changeTo(at, near) });
        }
      }
    }
  },
});

/** Sections beyond what the outline allows. Headings with the very same words are left to the rule duplicate-heading. */
function findExtras(sections: readonly MatchedSection[]): readonly { first: MatchedSection; extra: MatchedSection; max: number }[] {
  const seen = new Map<SectionOutline, { readonly first: MatchedSection; readonly headings: Set<string>; count: number }>();
  return sections.flatMap((match) => {
    const { outline, section } = match;
    if (!outline) return [];
    const heading = section.heading?.text ?? '';
    const before = seen.get(outline);
    if (!before) {
      seen.set(outline, { first: match, headings: new Set([heading]), count: 1 });
      return [];
    }
    const max = outline.max ?? Math.max(1, outline.min ?? 0);
    const isExtra = before.count >= max && !before.headings.has(heading);
    before.count += 1;
    before.headings.add(heading);
    return isExtra ? [{ first: before.first, extra: match, max }] : [];
  });
}

function nearestHeading(text: string, outlines: readonly SectionOutline[]): string | undefined {
  // In a heading of one or two characters each character is the meaning.
  if (normalizeHeading(text).length < 3) return undefined;
  return nearest(
    text,
    outlines.flatMap((outline) => Object.values(outline.headings).flat()),
  );
}

function listHeadings(outlines: readonly SectionOutline[], playbook: Playbook): string {
  return outlines.map((outline) => canonicalHeading(outline, playbook.lang)).join(', ');
}
