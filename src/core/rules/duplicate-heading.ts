import type { Heading, Section } from '../model/playbook.js';
import { positionAt } from '../model/text.js';
import { defineRule } from './rule.js';

export const duplicateHeading = defineRule({
  code: 'duplicate-heading',
  severity: 'warning',
  description: {
    'zh-Hans': '同一级里有两个相同的标题。',
    'zh-Hant': '同一級裡有兩個相同的標題。',
    en: 'Two headings side by side have the same words.',
  },
  rationale: {
    'zh-Hans': '目录里分不清哪个是哪个，链接也只会跳到第一个。请合并，或把标题写具体。',
    'zh-Hant': '目錄裡分不清哪個是哪個，連結也只會跳到第一個。請合併，或把標題寫具體。',
    en: 'Nobody can tell them apart in a table of contents, and links reach only the first. Merge them or say what differs.',
  },
  example: {
    wrong: '## 资费\n\n每天 25 元。\n\n## 资费\n\n每月 99 元。\n',
    right: '## 按天资费\n\n每天 25 元。\n\n## 按月资费\n\n每月 99 元。\n',
  },
  fixable: false,
  messages: {
    duplicate: {
      'zh-Hans': '标题“{heading}”前面已经有了（第 {line} 行）。请合并，或写得具体些。',
      'zh-Hant': '標題「{heading}」前面已經有了（第 {line} 行）。請合併，或寫得具體些。',
      en: 'The heading “{heading}” is already there (line {line}). Merge the two, or say what differs.',
    },
    first: { 'zh-Hans': '第一个在这里', 'zh-Hant': '第一個在這裡', en: 'The first one is here' },
  },
  check(playbook, { report }) {
    const lineOf = (heading: Heading): number => positionAt(playbook.lineStarts, heading.start, playbook.text.length).line;
    const visit = (sections: readonly Section[]): void => {
      const seen = new Map<string, Heading>();
      for (const { heading, sections: children } of sections) {
        visit(children);
        if (!heading || heading.text === '') continue;
        const words = heading.text.normalize('NFKC').toLowerCase();
        const first = seen.get(words);
        if (!first) seen.set(words, heading);
        else {
          report('duplicate', {
            at: heading.textSpan,
            values: { heading: heading.text, line: lineOf(first) },
            related: [{ at: first.textSpan, message: 'first' }],
          });
        }
      }
    };
    visit(playbook.root.sections);
  },
});
