import { defineRule } from './rule.js';
import { reportOf, unknownValues } from './vocabulary-values.js';

export const unknownChannel = defineRule({
  code: 'unknown-channel',
  severity: 'error',
  description: {
    'zh-Hans': '渠道不在配置里。',
    'zh-Hant': '管道不在設定裡。',
    en: 'A channel is not one of the config’s.',
  },
  rationale: {
    'zh-Hans': '按渠道筛选时，写错的渠道找不到这一篇。请写配置里的渠道编号，或把它加进 playbook.config.yaml。',
    'zh-Hant': '依管道篩選時，寫錯的管道找不到這一篇。請寫設定裡的管道編號，或把它加進 playbook.config.yaml。',
    en: 'A filter by channel misses the playbook. Use a channel id of the config, or add it to playbook.config.yaml.',
  },
  example: {
    wrong: '---\nid: script-x\nchannels: [phone, 在线]\n---\n\n正文。\n',
    right: '---\nid: script-x\nchannels: [phone, chat]\n---\n\n正文。\n',
  },
  fixable: true,
  messages: {
    label: {
      'zh-Hans': '渠道要写编号：“{written}”请写成“{id}”。',
      'zh-Hant': '管道要寫編號：「{written}」請寫成「{id}」。',
      en: 'Channels are written by id: “{written}” is “{id}”.',
    },
    near: {
      'zh-Hans': '没有渠道“{written}”。是不是想写“{id}”？',
      'zh-Hant': '沒有管道「{written}」。是否要寫「{id}」？',
      en: 'There is no channel “{written}”. Did you mean “{id}”?',
    },
    unknown: {
      'zh-Hans': '没有渠道“{written}”。可用的渠道：{ids}。',
      'zh-Hant': '沒有管道「{written}」。可用的管道：{ids}。',
      en: 'There is no channel “{written}”. The channels are: {ids}.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const { channels } = knowledgeBase.config;
    const fields = playbook.type === 'case' ? ['channels', 'channel'] : ['channels'];
    for (const value of unknownValues(playbook, fields, channels)) report(value.kind, reportOf(value, channels));
  },
});
