import { z } from 'zod';
import { commonFields } from './fields.js';
import { defineType } from './playbook-type.js';
import { templates } from './templates/snippet.js';

export const snippet = defineType({
  name: 'snippet',
  label: { 'zh-Hans': '通用片段', 'zh-Hant': '共用片段', en: 'Snippet' },
  description: {
    'zh-Hans': '嵌入到其他手册里的一段文字',
    'zh-Hant': '嵌入到其他手冊裡的一段文字',
    en: 'A piece of text that other playbooks embed',
  },
  icon: 'symbol-snippet',
  fields: z.strictObject({
    ...commonFields,
  }),
  outline: {
    sections: [],
  },
  templates,
});
