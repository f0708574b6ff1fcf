import { defineRule } from './rule.js';

export const assetWithoutAlt = defineRule({
  code: 'asset-without-alt',
  severity: 'warning',
  description: {
    'zh-Hans': '图片没有替代文字。',
    'zh-Hant': '圖片沒有替代文字。',
    en: 'A picture has no alternative text.',
  },
  rationale: {
    'zh-Hans':
      '看不到图的人（读屏、离线、打印）和检索都靠这句话知道图里是什么。写在方括号里；纯装饰的图请用 playbook-ignore 注释写明理由。',
    'zh-Hant':
      '看不到圖的人（螢幕閱讀、離線、列印）和搜尋都靠這句話知道圖裡是什麼。請寫在方括號裡；純裝飾的圖請用 playbook-ignore 註解寫明理由。',
    en: 'Readers who cannot see the picture, and search, know it by these words only. Write them between the square brackets; silence the rule with a playbook-ignore comment and a reason where a picture merely decorates.',
  },
  example: {
    wrong: '![](steps.svg)\n',
    right: '![路由器指示灯：红灯闪烁表示断网](steps.svg)\n',
    files: { 'steps.svg': '' },
  },
  fixable: false,
  messages: {
    empty: {
      'zh-Hans': '图片“{target}”没有替代文字。请在方括号里写图上有什么。',
      'zh-Hant': '圖片「{target}」沒有替代文字。請在方括號裡寫圖上有什麼。',
      en: 'The picture “{target}” has no alternative text. Say between the brackets what it shows.',
    },
    fileName: {
      'zh-Hans': '“{alt}”只是文件名。请写图上有什么。',
      'zh-Hant': '「{alt}」只是檔名。請寫圖上有什麼。',
      en: '“{alt}” is only a file name. Say what the picture shows.',
    },
  },
  check(playbook, { report }) {
    for (const image of playbook.images) {
      const alt = image.alt.trim();
      if (alt === '') report('empty', { at: image, values: { target: image.target } });
      else if (/^\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i.test(alt)) report('fileName', { at: image, values: { alt } });
    }
  },
});
