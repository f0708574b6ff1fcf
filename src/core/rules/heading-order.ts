import { withSubsections } from '../content/sections.js';
import type { Section } from '../model/playbook.js';
import { defineRule, type SpanEdit } from './rule.js';

export const headingOrder = defineRule({
  code: 'heading-order',
  severity: 'warning',
  description: {
    'zh-Hans': '标题跳过了一级。',
    'zh-Hant': '標題跳過了一級。',
    en: 'A heading skips a level.',
  },
  rationale: {
    'zh-Hans': '目录和屏幕阅读器按标题级别走。跳过一级，读的人会以为漏了一节。',
    'zh-Hant': '目錄和螢幕閱讀器依標題級別走。跳過一級，讀的人會以為漏了一節。',
    en: 'Tables of contents and screen readers follow the levels; after a skipped one, readers think that a section is missing.',
  },
  example: { wrong: '## 资费\n\n#### 流量包\n\n每天 25 元。\n', right: '## 资费\n\n### 流量包\n\n每天 25 元。\n' },
  fixable: true,
  messages: {
    skipped: {
      'zh-Hans': '“{heading}”是第 {depth} 级标题，上面是第 {above} 级，中间跳过了。请改成第 {right} 级。',
      'zh-Hant': '「{heading}」是第 {depth} 級標題，上面是第 {above} 級，中間跳過了。請改成第 {right} 級。',
      en: '“{heading}” is a heading of level {depth} below one of level {above}. Make it level {right}.',
    },
    tooDeep: {
      'zh-Hans': '“{heading}”是第 {depth} 级标题，上面却没有第 {right} 级。请改成第 {right} 级。',
      'zh-Hant': '「{heading}」是第 {depth} 級標題，上面卻沒有第 {right} 級。請改成第 {right} 級。',
      en: '“{heading}” is a heading of level {depth} with none of level {right} above it. Make it level {right}.',
    },
  },
  check(playbook, { report }) {
    const visit = (section: Section, above: number): void => {
      const { heading } = section;
      // The title may stand in the front matter, so that the text begins with level 2.
      const right = above === 0 ? 2 : above + 1;
      if (heading && heading.depth > right) {
        report(above === 0 ? 'tooDeep' : 'skipped', {
          at: heading.textSpan,
          values: { heading: heading.text, depth: heading.depth, above, right },
          fix: {
            title: { 'zh-Hans': '改成第 {right} 级', 'zh-Hant': '改成第 {right} 級', en: 'Make it level {right}' },
            edits: raise(section, heading.depth - right),
          },
        });
      }
      for (const child of section.sections) visit(child, section.depth);
    };
    for (const section of playbook.root.sections) visit(section, 0);
  },
});

/** Takes `levels` marks from a heading and all below it. Headings of level 3 and deeper are always written with `#`. */
function raise(section: Section, levels: number): readonly SpanEdit[] {
  return withSubsections(section).flatMap(({ heading }) =>
    heading ? [{ start: heading.start, end: heading.start + levels, newText: '' }] : [],
  );
}
