import { setField } from '../edit/set-field.js';
import type { Playbook } from '../model/playbook.js';
import { defineRule, type Report } from './rule.js';

export const translationStale = defineRule({
  code: 'translation-stale',
  severity: 'warning',
  description: {
    'zh-Hans': '原文改过了，译文还没有跟上。',
    'zh-Hant': '原文改過了，譯文還沒有跟上。',
    en: 'The original has changed since it was translated.',
  },
  rationale: {
    'zh-Hans': '两种语言说的不一样，客户就会听到不同的承诺。请照原文更新译文，再把 source_blob 改成所译的版本。',
    'zh-Hant': '兩種語言說的不一樣，客戶就會聽到不同的承諾。請照原文更新譯文，再把 source_blob 改成所譯的版本。',
    en: 'Customers hear different promises in two languages. Update the translation, then set source_blob to the version it translates.',
  },
  example: {
    wrong: '---\nid: policy-x-en\nlang: en\ntranslation_of: policy-x\nsource_blob: "000000000000"\n---\n\nText.\n',
    right: '---\nid: policy-x-en\nlang: en\ntranslation_of: policy-x\nsource_blob: "91c22f32403b"\n---\n\nText.\n',
    files: { 'policy-x.md': '---\nid: policy-x\n---\n\n正文。\n' },
  },
  fixable: true,
  needsAllPlaybooks: true,
  // Whether a translation still fits its original is for a reader of both to say.
  fixedOnlyByHand: true,
  messages: {
    stale: {
      'zh-Hans': '原文“{title}”在翻译之后改过（现在是 {blob}）。请照原文更新，再改 source_blob。',
      'zh-Hant': '原文「{title}」在翻譯之後改過（現在是 {blob}）。請照原文更新，再改 source_blob。',
      en: 'The original “{title}” has changed since this translation (it is now {blob}). Update the text, then source_blob.',
    },
    noBlob: {
      'zh-Hans': '没有写 source_blob，不知道译的是“{title}”的哪个版本。',
      'zh-Hant': '沒有寫 source_blob，不知道譯的是「{title}」的哪個版本。',
      en: 'Without source_blob nobody knows which version of “{title}” this translates.',
    },
    noSource: {
      'zh-Hans': '写了 source_blob，却没有写 translation_of。请写上原文的编号。',
      'zh-Hant': '寫了 source_blob，卻沒有寫 translation_of。請寫上原文的編號。',
      en: 'There is a source_blob but no translation_of. Add the id of the original.',
    },
    source: { 'zh-Hans': '原文在这里', 'zh-Hant': '原文在這裡', en: 'The original is here' },
  },
  check(playbook, { knowledgeBase, report }) {
    const { translationOf, sourceBlob } = playbook.fields;
    const { nodes } = playbook.frontMatter;
    const blobNode = nodes.get('/source_blob');
    if (translationOf === undefined) {
      if (blobNode) report('noSource', { at: blobNode.key ?? blobNode.value });
      return;
    }
    // An original that does not exist is broken-link's to report.
    const source = knowledgeBase.withId(translationOf)[0];
    if (!source || source === playbook) return;
    const blob = source.blob.slice(0, 12);
    const isCurrent = sourceBlob !== undefined && sourceBlob.length >= 7 && source.blob.startsWith(sourceBlob.toLowerCase());
    if (isCurrent) return;
    const fix = findFix(playbook, blob);
    report(sourceBlob === undefined ? 'noBlob' : 'stale', {
      at: blobNode?.value ?? nodes.get('/translation_of')?.value ?? { start: 0, end: 0 },
      values: { title: source.title, blob },
      related: [{ path: source.path, at: source.frontMatter.nodes.get('/title')?.value ?? { start: 0, end: 0 }, message: 'source' }],
      ...(fix && { fix }),
    });
  },
});

function findFix(playbook: Playbook, blob: string): Report['fix'] | undefined {
  const edit = setField(playbook, 'source_blob', `"${blob}"`);
  return (
    edit && {
      title: {
        'zh-Hans': '译文已核对，记为原文 {blob} 的译文',
        'zh-Hant': '譯文已核對，記為原文 {blob} 的譯文',
        en: 'The translation is checked: it matches {blob}',
      },
      edits: [edit],
    }
  );
}
