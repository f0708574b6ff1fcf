import { isAssetPath } from '../paths.js';
import { changeToNearestFile, changeToNearestId } from './change-to.js';
import { idReferences, intendedId } from './references.js';
import { defineRule } from './rule.js';

export const brokenLink = defineRule({
  code: 'broken-link',
  severity: 'error',
  description: {
    'zh-Hans': '链接指向不存在或不允许的地方。',
    'zh-Hant': '連結指向不存在或不允許的地方。',
    en: 'A link leads nowhere, or where it may not.',
  },
  rationale: {
    'zh-Hans': '通话中点到死链接，客户就在等。把链接改到现有的手册，或删掉它。',
    'zh-Hant': '通話中點到失效連結，客戶就在等。把連結改到現有的手冊，或刪掉它。',
    en: 'A customer waits while the agent meets a dead link. Point it at an existing playbook, or remove it.',
  },
  example: { wrong: '[退款政策](no-such-file.md)\n', right: '[退款政策](https://example.com/)\n' },
  fixable: true,
  needsAllPlaybooks: true,
  fixedOnlyByHand: true,
  messages: {
    missing: {
      'zh-Hans': '链接的目标“{target}”不存在。',
      'zh-Hant': '連結的目標「{target}」不存在。',
      en: 'The link’s target “{target}” does not exist.',
    },
    missingId: {
      'zh-Hans': '没有编号为“{target}”的手册。',
      'zh-Hant': '沒有編號為「{target}」的手冊。',
      en: 'There is no playbook with the id “{target}”.',
    },
    outside: {
      'zh-Hans': '链接“{target}”指到知识库文件夹之外，这不允许。',
      'zh-Hant': '連結「{target}」指到知識庫資料夾之外，這不允許。',
      en: 'The link “{target}” leaves the knowledge base, which is not allowed.',
    },
    unsafe: {
      'zh-Hans': '不允许“{scheme}:”开头的链接，导出时会去掉。',
      'zh-Hant': '不允許「{scheme}:」開頭的連結，匯出時會移除。',
      en: 'Links that start with “{scheme}:” are not allowed and are removed on export.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const link of playbook.links) {
      const target = knowledgeBase.resolveLink(playbook, link);
      const at = link.targetSpan;
      // A picture or document that is not there is missing-asset's to report.
      const isPage = target.kind === 'missing' && link.form === 'markdown' && !isAssetPath(target.path);
      if (isPage)
        report('missing', {
          at,
          values: { target: link.target },
          ...changeToNearestFile(playbook, { ...link, at, path: target.path }, knowledgeBase.playbooks.keys()),
        });
      if (target.kind === 'outside') report('outside', { at, values: { target: link.target } });
      if (target.kind === 'unsafe') report('unsafe', { at, values: { scheme: target.scheme } });
    }
    for (const { id, at, from } of idReferences(playbook)) {
      const exists = knowledgeBase.withId(id).length > 0 || intendedId(knowledgeBase, id) !== undefined;
      // What replaces a retired playbook is missing-replacement's, the pages of a course are course-page's.
      if (exists || from === 'include' || from === 'replaced_by' || from === 'course') continue;
      report('missingId', { at, values: { target: id }, ...changeToNearestId(playbook, { id, at }, knowledgeBase) });
    }
  },
});
