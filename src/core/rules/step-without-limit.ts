import { outlinedSections } from '../content/sections.js';
import { readSteps } from '../content/steps.js';
import { duration } from '../types/fields.js';
import { changeTo } from './change-to.js';
import { defineRule } from './rule.js';
import { firstLine } from './step-without-owner.js';

export const stepWithoutLimit = defineRule({
  code: 'step-without-limit',
  severity: 'error',
  description: {
    'zh-Hans': '处置步骤没有写时限，或者时限写法不对。',
    'zh-Hant': '處置步驟沒有寫時限，或時限寫法不正確。',
    en: 'A step has no time limit, or one that cannot be read.',
  },
  rationale: {
    'zh-Hans': '倒计时和演练都按时限走。写成数字加单位：m 分钟、h 小时、d 天、w 周，例如 :within[5m]。',
    'zh-Hant': '倒數計時和演練都依時限進行。請寫成數字加單位：m 分鐘、h 小時、d 天、w 週，例如 :within[5m]。',
    en: 'Countdowns and drills run by the limit. Write a number and a unit: m minutes, h hours, d days, w weeks, as in :within[5m].',
  },
  example: {
    wrong: '---\ntype: protocol\n---\n## 处置步骤\n\n1. 核对告警并定级。 :owner[值班主管]\n',
    right: '---\ntype: protocol\n---\n## 处置步骤\n\n1. 核对告警并定级。 :owner[值班主管] :within[5m]\n',
  },
  fixable: true,
  messages: {
    missing: {
      'zh-Hans': '这一步没有时限。请加上时限，例如 :within[5m]。',
      'zh-Hant': '這一步沒有時限。請加上時限，例如 :within[5m]。',
      en: 'This step has no time limit. Add one, such as :within[5m].',
    },
    invalid: {
      'zh-Hans': '时限“{limit}”读不出来。请写数字加单位，例如 5m、2h、1d。',
      'zh-Hant': '時限「{limit}」讀不出來。請寫數字加單位，例如 5m、2h、1d。',
      en: 'The limit “{limit}” cannot be read. Write a number and a unit, such as 5m, 2h or 1d.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    const type = knowledgeBase.typeOf(playbook);
    for (const { section } of outlinedSections(playbook, type, (outline) => outline.content?.steps?.limit === true)) {
      for (const { within, item } of readSteps(section)) if (within === undefined) report('missing', { at: firstLine(playbook, item) });
    }
    for (const { name, label, start, end } of playbook.directives) {
      if (name !== 'within' || duration.safeParse(label.trim()).success) continue;
      const meant = asDuration(label);
      report('invalid', {
        at: { start, end },
        values: { limit: label },
        ...(meant !== undefined && { fix: changeTo({ start, end }, meant, `:within[${meant}]`) }),
      });
    }
  },
});

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:m|min|mins|minute|minutes|分|分钟|分鐘)$/, 'm'],
  [/^(?:h|hr|hrs|hour|hours|时|時|小时|小時|个小时|個小時)$/, 'h'],
  [/^(?:d|day|days|天|日)$/, 'd'],
  [/^(?:w|week|weeks|周|週|星期)$/, 'w'],
];

/** `5 分钟` as `5m`; undefined when it is not one number and one unit. */
function asDuration(label: string): string | undefined {
  const [, amount, unit = ''] = /^(\d{1,5})\s*(\D+)$/.exec(label.normalize('NFKC').trim().toLowerCase()) ?? [];
  const found = units.find(([names]) => names.test(unit.trim()));
  return amount === undefined || !found ? undefined : amount + found[1];
}
