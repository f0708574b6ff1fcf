import type { Link } from '../model/playbook.js';
import { isAssetPath } from '../paths.js';
import { changeToNearestFile } from './change-to.js';
import { defineRule } from './rule.js';

export const missingAsset = defineRule({
  code: 'missing-asset',
  severity: 'error',
  description: {
    'zh-Hans': '图片或附件不存在，或者不在知识库里。',
    'zh-Hant': '圖片或附件不存在，或不在知識庫裡。',
    en: 'A picture or file does not exist, or lies outside the knowledge base.',
  },
  rationale: {
    'zh-Hans': '帮助页要能离线打开，只带知识库里的文件，也不向其他网站取图。把文件放进知识库，再用相对路径引用。',
    'zh-Hant': '說明頁要能離線開啟，只帶知識庫裡的檔案，也不向其他網站取圖。請把檔案放進知識庫，再用相對路徑引用。',
    en: 'The help pages work offline, carry only files of the knowledge base and load nothing from other hosts. Put the file into the knowledge base and refer to it by a relative path.',
  },
  example: {
    wrong: '![退款时间线](assets/timelime.svg)\n',
    right: '![退款时间线](assets/timeline.svg)\n',
    files: { 'assets/timeline.svg': '' },
  },
  fixable: true,
  messages: {
    missing: {
      'zh-Hans': '文件“{target}”不存在。',
      'zh-Hant': '檔案「{target}」不存在。',
      en: 'The file “{target}” does not exist.',
    },
    notPicture: {
      'zh-Hans': '“{target}”不是图片。',
      'zh-Hant': '「{target}」不是圖片。',
      en: '“{target}” is not a picture.',
    },
    outside: {
      'zh-Hans': '图片“{target}”在知识库文件夹之外，不会导出。请把它复制到知识库里。',
      'zh-Hant': '圖片「{target}」在知識庫資料夾之外，不會匯出。請把它複製到知識庫裡。',
      en: 'The picture “{target}” lies outside the knowledge base and is not exported. Copy it into the knowledge base.',
    },
    remote: {
      'zh-Hans': '图片“{target}”在别的网站上，帮助页不从其他网站取图。请下载到知识库里。',
      'zh-Hant': '圖片「{target}」在別的網站上，說明頁不從其他網站取圖。請下載到知識庫裡。',
      en: 'The picture “{target}” is on another host, and the help pages load nothing from other hosts. Save it into the knowledge base.',
    },
    unsafe: {
      'zh-Hans': '不允许“{scheme}:”开头的图片地址。请改用知识库里的图片文件。',
      'zh-Hant': '不允許「{scheme}:」開頭的圖片位址。請改用知識庫裡的圖片檔。',
      en: 'Picture addresses that start with “{scheme}:” are not allowed. Use a picture file of the knowledge base.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const missing = ({ target, targetSpan: at }: Pick<Link, 'target' | 'targetSpan'>, path: string): void =>
      report('missing', { at, values: { target }, ...changeToNearestFile(playbook, { target, at, path }, knowledgeBase.files) });
    for (const image of playbook.images) {
      const target = knowledgeBase.resolveLink(playbook, { target: image.target, form: 'markdown' });
      const at = image.targetSpan;
      const values = { target: image.target };
      if (target.kind === 'missing') missing(image, target.path);
      if (target.kind === 'playbook') report('notPicture', { at, values });
      if (target.kind === 'outside') report('outside', { at, values });
      if (target.kind === 'external') report('remote', { at, values });
      if (target.kind === 'unsafe') report('unsafe', { at, values: { scheme: target.scheme } });
    }
    for (const link of playbook.links) {
      const target = knowledgeBase.resolveLink(playbook, link);
      if (link.form !== 'markdown' || target.kind !== 'missing' || !isAssetPath(target.path)) continue;
      missing(link, target.path);
    }
  },
});
