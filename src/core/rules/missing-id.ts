import { setField, yamlScalar } from '../edit/set-field.js';
import { idFromPath } from '../ids.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook } from '../model/playbook.js';
import { defineRule } from './rule.js';

export const missingId = defineRule({
  code: 'missing-id',
  severity: 'warning',
  description: {
    'zh-Hans': '手册有类型，但没有编号。',
    'zh-Hant': '手冊有類型，但沒有編號。',
    en: 'A playbook has a type but no id.',
  },
  rationale: {
    'zh-Hans': '没有编号时，编号就是文件路径，文件一移动，指向它的链接和审核记录就断了。请写一个不再改动的编号。',
    'zh-Hant': '沒有編號時，編號就是檔案路徑，檔案一搬動，指向它的連結和審核紀錄就斷了。請寫一個不再變動的編號。',
    en: 'Without an id the path stands in for it, so links and review records break when the file moves. Give it an id that never changes.',
  },
  example: {
    wrong: '---\ntype: article\ntitle: 国际漫游\n---\n\n正文。\n',
    right: '---\nid: article-roaming\ntype: article\ntitle: 国际漫游\n---\n\n正文。\n',
  },
  fixable: true,
  messages: {
    missing: {
      'zh-Hans': '这一篇没有编号（id）。请写一个不再改动的编号，例如“{id}”。',
      'zh-Hant': '這一篇沒有編號（id）。請寫一個不再變動的編號，例如「{id}」。',
      en: 'This playbook has no id. Give it one that never changes, such as “{id}”.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    if (playbook.hasOwnId || !playbook.hasOwnType) return;
    const id = proposeId(playbook, knowledgeBase);
    const edit = setField(playbook, 'id', yamlScalar(id));
    const { nodes } = playbook.frontMatter;
    report('missing', {
      at: nodes.get('/id')?.key ?? nodes.get('/type')?.value ?? { start: 0, end: 0 },
      values: { id },
      ...(edit && {
        fix: { title: { 'zh-Hans': '写入编号“{id}”', 'zh-Hant': '寫入編號「{id}」', en: 'Add the id “{id}”' }, edits: [edit] },
      }),
    });
  },
});

/** An id from the file's name (the folder's for index and README) that no other playbook has. */
function proposeId(playbook: Pick<Playbook, 'path'>, knowledgeBase: KnowledgeBase): string {
  const base = idFromPath(playbook.path);
  const isTaken = (id: string) =>
    [id, ...knowledgeBase.idsLike(id)].some((like) => knowledgeBase.withId(like).some((other) => other.path !== playbook.path));
  let id = base;
  for (let number = 2; isTaken(id); number += 1) id = `${base}-${number}`;
  return id;
}
