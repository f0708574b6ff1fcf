import { folderListing, folderOf, isIndexPage } from '../content/folder-listing.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { isRetired } from '../life.js';
import type { Playbook } from '../model/playbook.js';
import { defineRule } from './rule.js';

export const orphanPage = defineRule({
  code: 'orphan-page',
  severity: 'info',
  description: {
    'zh-Hans': '没有任何手册用到或链接到这一篇。',
    'zh-Hant': '沒有任何手冊用到或連結到這一篇。',
    en: 'No playbook embeds this one or links to it.',
  },
  rationale: {
    'zh-Hans': '没有嵌入到任何地方的片段，客服看不到。没有类型、标签和链接的页面，只能碰巧搜到。请嵌入、链接、加标签，或删掉。',
    'zh-Hant': '沒有嵌入到任何地方的片段，客服看不到。沒有類型、標籤和連結的頁面，只能碰巧搜到。請嵌入、連結、加標籤，或刪掉。',
    en: 'A snippet that nothing embeds reaches no agent, and a page without type, tags or links is found by chance only. Embed, link or tag it, or remove it.',
  },
  example: {
    wrong: '---\nid: snippet-x\ntype: snippet\n---\n\n七天内可以退。\n',
    right: '---\nid: snippet-y\ntype: snippet\n---\n\n七天内可以退。\n',
    files: { 'user.md': '::include{id=snippet-y}\n' },
  },
  fixable: false,
  needsAllPlaybooks: true,
  messages: {
    snippet: {
      'zh-Hans': '没有手册嵌入这个片段。请用 ::include{id={id}} 嵌入，或删掉它。',
      'zh-Hant': '沒有手冊嵌入這個片段。請用 ::include{id={id}} 嵌入，或刪掉它。',
      en: 'No playbook embeds this snippet. Embed it with ::include{id={id}}, or remove it.',
    },
    page: {
      'zh-Hans': '没有页面链接到这一篇，目录 {index} 里也没有它。请加上链接或标签。',
      'zh-Hant': '沒有頁面連結到這一篇，目錄 {index} 裡也沒有它。請加上連結或標籤。',
      en: 'Nothing links here, not even {index}, which lists this folder. Add a link or a tag.',
    },
  },
  check(playbook, { knowledgeBase, today, report }) {
    if (isRetired(playbook, today)) return;
    if (playbook.type === 'snippet') {
      if (!isEmbedded(playbook, knowledgeBase)) {
        const { nodes } = playbook.frontMatter;
        report('snippet', {
          at: nodes.get('/id')?.value ?? nodes.get('/type')?.value ?? { start: 0, end: 0 },
          values: { id: playbook.id },
        });
      }
      return;
    }
    // What has a type or a tag is found by it.
    if (playbook.hasOwnType || playbook.fields.tags.length > 0 || isIndexPage(playbook.path)) return;
    if (knowledgeBase.linkedFrom(playbook).size > 0 || knowledgeBase.embeddedIn(playbook).size > 0) return;
    const index = folderListing(knowledgeBase, folderOf(playbook.path));
    if (!index) return;
    const [heading] = playbook.headings;
    report('page', {
      at: playbook.frontMatter.nodes.get('/title')?.value ?? heading?.textSpan ?? { start: playbook.bodyStart, end: playbook.bodyStart },
      values: { index: index.path },
    });
  },
});

/** A translated snippet is used where its original is. */
function isEmbedded(snippet: Playbook, knowledgeBase: KnowledgeBase): boolean {
  return knowledgeBase.translations(snippet).some((one) => knowledgeBase.embeddedIn(one).size > 0);
}
