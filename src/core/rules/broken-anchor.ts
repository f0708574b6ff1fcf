import { slug } from 'github-slugger';
import { nearest } from '../schema/nearest.js';
import { defineRule } from './rule.js';

export const brokenAnchor = defineRule({
  code: 'broken-anchor',
  severity: 'error',
  description: {
    'zh-Hans': '链接指向的小节标题不存在。',
    'zh-Hant': '連結指向的小節標題不存在。',
    en: 'A link points at a heading that does not exist.',
  },
  rationale: {
    'zh-Hans': '标题改名后，“#”后面的锚点就失效了：客服点开只到页首，流程的答案也走不下去。改成现有标题的锚点。',
    'zh-Hant': '標題改名後，「#」後面的錨點就失效：客服點開只到頁首，流程的答案也走不下去。請改成現有標題的錨點。',
    en: 'When a heading is renamed, the anchor after “#” stops working: the agent lands at the top of the page and a flow’s answer leads nowhere. Use the anchor of a heading that exists.',
  },
  example: { wrong: '## 退款条件\n\n见[条件](#退货条件)。\n', right: '## 退款条件\n\n见[条件](#退款条件)。\n' },
  fixable: true,
  messages: {
    here: {
      'zh-Hans': '本页没有锚点为“{anchor}”的标题。',
      'zh-Hant': '本頁沒有錨點為「{anchor}」的標題。',
      en: 'No heading on this page has the anchor “{anchor}”.',
    },
    there: {
      'zh-Hans': '《{title}》里没有锚点为“{anchor}”的标题。',
      'zh-Hant': '《{title}》裡沒有錨點為「{anchor}」的標題。',
      en: 'No heading in “{title}” has the anchor “{anchor}”.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const link of playbook.links) {
      const target = knowledgeBase.resolveLink(playbook, link);
      if (target.kind !== 'playbook' || target.anchorFound) continue;
      const { start, end } = link.targetSpan;
      const asWritten = playbook.text.slice(start, end) === link.target;
      const at = asWritten ? { start: start + link.target.indexOf('#') + 1, end } : link.targetSpan;
      const anchors = target.playbook.headings.map((heading) => heading.anchor).filter((anchor) => anchor !== '');
      const meant =
        anchors.find((anchor) => anchor === slug(target.anchor)) ??
        (target.anchor.length < shortest ? undefined : nearest(target.anchor, anchors));
      report(target.playbook === playbook ? 'here' : 'there', {
        at,
        values: { anchor: target.anchor, title: target.playbook.title },
        ...(asWritten &&
          meant !== undefined && {
            fix: {
              title: { 'zh-Hans': '改为“#{meant}”', 'zh-Hant': '改為「#{meant}」', en: 'Change to “#{meant}”' },
              values: { meant },
              edits: [{ ...at, newText: meant }],
            },
          }),
      });
    }
  },
});

/** Short headings differ on purpose: a flow's 是 is no slip for 否. */
const shortest = 4;
