import type { Section } from '../model/playbook.js';
import { isEmptySection } from './outline-levels.js';
import { defineRule } from './rule.js';

export const emptySection = defineRule({
  code: 'empty-section',
  severity: 'warning',
  description: {
    'zh-Hans': '标题下面没有内容。',
    'zh-Hant': '標題下面沒有內容。',
    en: 'A heading has nothing under it.',
  },
  rationale: {
    'zh-Hans': '客服点进来却什么都没有，等于没写。请补上内容，或删掉这个标题。',
    'zh-Hant': '客服點進來卻什麼都沒有，等於沒寫。請補上內容，或刪掉這個標題。',
    en: 'An agent who follows it finds nothing. Write what belongs there, or remove the heading.',
  },
  example: { wrong: '# 国际漫游\n\n## 怎么开通\n\n## 资费\n\n每天 25 元。\n', right: '# 国际漫游\n\n## 资费\n\n每天 25 元。\n' },
  fixable: false,
  messages: {
    empty: {
      'zh-Hans': '“{heading}”下面没有内容。请补上，或删掉这个标题。',
      'zh-Hant': '「{heading}」下面沒有內容。請補上，或刪掉這個標題。',
      en: 'There is nothing under “{heading}”. Write something, or remove the heading.',
    },
    unnamed: {
      'zh-Hans': '这个标题没有文字，下面也没有内容。请删掉。',
      'zh-Hant': '這個標題沒有文字，下面也沒有內容。請刪掉。',
      en: 'This heading has no words and nothing under it. Remove it.',
    },
  },
  check(playbook, { report }) {
    const visit = (section: Section): void => {
      const { heading } = section;
      if (heading && isEmptySection(playbook, section)) {
        report(heading.text === '' ? 'unnamed' : 'empty', { at: heading.textSpan, values: { heading: heading.text } });
      }
      section.sections.forEach(visit);
    };
    const [first, ...others] = playbook.root.sections;
    // A title above sections of its own level is a title, not an empty section.
    const isTitle = first?.depth === 1 && others.length > 0 && isEmptySection(playbook, first);
    for (const section of isTitle ? others : playbook.root.sections) visit(section);
  },
});
