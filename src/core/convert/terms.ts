import type { Config } from '../config/config.js';
import { foldScript } from '../script-fold.js';

/** A word of the mainland in simplified characters, and what Taiwan says instead, in traditional ones. */
type TermPair = readonly [simplified: string, traditional: string];

export interface Terms {
  readonly both: readonly TermPair[];
  /** Only from simplified to traditional: the traditional word means more than the simplified one. */
  readonly toTraditional: readonly TermPair[];
}

/** Words of contact centres that a general dictionary misses or takes for something else, `simplified traditional` each. */
const both = [
  '复盘 覆盤|标杆 標竿|营业厅 門市|社交媒体 社群媒體|账号 帳號|账户 帳戶|账单 帳單|到账 入帳|出账 出帳|账期 帳期|质量 品質|反馈 回饋',
  '审核 審核|渠道 管道|话费 電話費|订单号 訂單編號|充值 儲值|二维码 QR Code|充电宝 行動電源|宕机 當機|上门 到府|发货 出貨|包邮 免運',
  '运营商 電信業者|工作日 工作天|服务水平 服務水準|停机 停話|携号转网 攜碼|客服热线 客服專線|在线路 在線路|注销 註銷|电子邮件 電子郵件',
].join('|');
const toTraditional =
  '套餐 方案|坐席 客服人員|死机 當機|光猫 數據機|用户 用戶|个人信息 個人資料|手机号 手機號碼|手机号码 手機號碼|网点 據點';

function readPairs(entries: string): readonly TermPair[] {
  return entries.split('|').map((entry): TermPair => {
    const at = entry.indexOf(' ');
    return [entry.slice(0, at), entry.slice(at + 1)];
  });
}

/**
 * The field's words and those of a knowledge base: what its channels, tiers and roles are called in both scripts, and synonyms
 * of which exactly one is written in traditional characters and exactly one Chinese one in others. A knowledge base's own words go first.
 */
export function termsOf({ channels, tiers, roles, synonyms }: Config): Terms {
  const labels = [...channels, ...tiers, ...roles].map(({ label }): TermPair => [label['zh-Hans'], label['zh-Hant']]);
  const named = synonyms.flatMap(({ from, to }): TermPair[] => {
    const words = [...new Set([...from, ...to])].filter(isChinese);
    const traditional = words.filter((word) => foldScript(word) !== word);
    const others = words.filter((word) => foldScript(word) === word);
    const [one] = others;
    const [other] = traditional;
    return one !== undefined && other !== undefined && others.length === 1 && traditional.length === 1 ? [[one, other]] : [];
  });
  const own = [...labels, ...named].filter(([simplified, traditional]) => isChinese(simplified) && isChinese(traditional));
  return { both: [...own, ...readPairs(both)], toTraditional: readPairs(toTraditional) };
}

/** Words of one character stand inside too many others. */
function isChinese(word: string): boolean {
  return /^[\p{Script=Han}\p{L}\p{N} ]{2,}$/u.test(word) && /\p{Script=Han}/u.test(word);
}
