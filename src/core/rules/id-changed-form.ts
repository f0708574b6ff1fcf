import { yamlScalar } from '../edit/set-field.js';
import { changeTo } from './change-to.js';
import { idReferences, intendedId } from './references.js';
import { defineRule } from './rule.js';

export const idChangedForm = defineRule({
  code: 'id-changed-form',
  severity: 'error',
  description: {
    'zh-Hans': '引用的编号与现有编号只差大小写、全半角、下划线、连字符或空格。',
    'zh-Hant': '引用的編號與現有編號只差大小寫、全半形、底線、連字號或空格。',
    en: 'An id differs from an existing one only in case, width, underscores, hyphens or spaces.',
  },
  rationale: {
    'zh-Hans': '编号要一字不差才算同一个。写法变了，链接和嵌入就断了。请照现有编号改。',
    'zh-Hant': '編號要一字不差才算同一個。寫法變了，連結和嵌入就斷了。請照現有編號改。',
    en: 'Ids match only when they are the same to the letter; links and embeds break otherwise. Write it as it exists.',
  },
  example: {
    wrong: '---\nid: article-roaming\ntype: article\n---\n\n另见[[Article_Roaming]]。\n',
    right: '---\nid: article-roaming\ntype: article\n---\n\n另见[[article-roaming]]。\n',
  },
  fixable: true,
  messages: {
    form: {
      'zh-Hans': '没有编号“{written}”，现有的是“{id}”。',
      'zh-Hant': '沒有編號「{written}」，現有的是「{id}」。',
      en: 'There is no id “{written}”; the existing one is “{id}”.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const { id: written, at, from } of idReferences(playbook)) {
      const id = intendedId(knowledgeBase, written);
      if (id === undefined) continue;
      const inFrontMatter = from === 'related' || from === 'course' || from === 'translation_of' || from === 'replaced_by';
      report('form', { at, values: { written, id }, fix: changeTo(at, id, inFrontMatter ? yamlScalar(id) : id) });
    }
  },
});
