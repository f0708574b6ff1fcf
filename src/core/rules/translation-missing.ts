import { defineRule } from './rule.js';

export const translationMissing = defineRule({
  code: 'translation-missing',
  severity: 'info',
  description: {
    'zh-Hans': '手册还没有某种语言的译文。',
    'zh-Hant': '手冊還沒有某種語言的譯文。',
    en: 'A playbook is not translated into all languages.',
  },
  rationale: {
    'zh-Hans': '知识库里有多种语言时，用另一种语言的客服只能看到原文。需要时请补上译文，并写 translation_of。',
    'zh-Hant': '知識庫裡有多種語言時，用另一種語言的客服只能看到原文。需要時請補上譯文，並寫 translation_of。',
    en: 'Agents who work in another language see only the original. Translate it where needed, with translation_of.',
  },
  example: {
    wrong: '---\nid: policy-x\ntype: policy\nlang: zh-Hans\n---\n\n正文。\n',
    right: '---\nid: policy-y\ntype: policy\nlang: zh-Hans\n---\n\n正文。\n',
    files: { 'y-en.md': '---\nid: policy-y-en\ntype: policy\nlang: en\ntranslation_of: policy-y\n---\n\nText.\n' },
  },
  fixable: false,
  needsAllPlaybooks: true,
  messages: {
    missing: {
      'zh-Hans': '还没有这些语言的译文：{languages}。',
      'zh-Hant': '還沒有這些語言的譯文：{languages}。',
      en: 'Not translated yet into: {languages}.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const { config, translatedInto } = knowledgeBase;
    if (config.languages.length < 2 || !playbook.hasOwnId || playbook.type === 'snippet') return;
    if (playbook.fields.translationOf !== undefined) return;
    const there = new Set(knowledgeBase.translations(playbook).map(({ lang }) => lang));
    // A language into which nothing is translated yet is a plan, not a gap.
    const missing = config.languages.filter((language) => translatedInto.has(language) && !there.has(language));
    if (missing.length === 0) return;
    const { nodes } = playbook.frontMatter;
    const at = nodes.get('/lang')?.value ?? nodes.get('/id')?.value ?? { start: 0, end: 0 };
    report('missing', { at, values: { languages: missing.join(', ') } });
  },
});
