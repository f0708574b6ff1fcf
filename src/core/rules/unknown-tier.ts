import { defineRule } from './rule.js';
import { reportOf, unknownValues } from './vocabulary-values.js';

export const unknownTier = defineRule({
  code: 'unknown-tier',
  severity: 'error',
  description: {
    'zh-Hans': '客户等级不在配置里。',
    'zh-Hant': '客戶等級不在設定裡。',
    en: 'A customer tier is not one of the config’s.',
  },
  rationale: {
    'zh-Hans': '按客户等级筛选时，写错的等级找不到这一篇。请写配置里的等级编号，或把它加进 playbook.config.yaml。',
    'zh-Hant': '依客戶等級篩選時，寫錯的等級找不到這一篇。請寫設定裡的等級編號，或把它加進 playbook.config.yaml。',
    en: 'A filter by tier misses the playbook. Use a tier id of the config, or add it to playbook.config.yaml.',
  },
  example: {
    wrong: '---\nid: script-x\ntiers: [大客户]\n---\n\n正文。\n',
    right: '---\nid: script-x\ntiers: [key-account]\n---\n\n正文。\n',
  },
  fixable: true,
  messages: {
    label: {
      'zh-Hans': '客户等级要写编号：“{written}”请写成“{id}”。',
      'zh-Hant': '客戶等級要寫編號：「{written}」請寫成「{id}」。',
      en: 'Tiers are written by id: “{written}” is “{id}”.',
    },
    near: {
      'zh-Hans': '没有客户等级“{written}”。是不是想写“{id}”？',
      'zh-Hant': '沒有客戶等級「{written}」。是否要寫「{id}」？',
      en: 'There is no tier “{written}”. Did you mean “{id}”?',
    },
    unknown: {
      'zh-Hans': '没有客户等级“{written}”。可用的等级：{ids}。',
      'zh-Hant': '沒有客戶等級「{written}」。可用的等級：{ids}。',
      en: 'There is no tier “{written}”. The tiers are: {ids}.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const { tiers } = knowledgeBase.config;
    for (const value of unknownValues(playbook, ['tiers'], tiers)) report(value.kind, reportOf(value, tiers));
  },
});
