import { describe, expect, it } from 'vitest';
import { type Files, knowledgeBaseOf, searchOf, today } from '../../support/knowledge-base.js';

const page = (id: string, title: string, more: readonly string[], body: string) =>
  `---\n${[`id: ${id}`, `title: ${title}`, ...more].join('\n')}\n---\n${body}\n`;

/** Ids in the order they are found. Files are named so that their order is never that of the result. */
function found(files: Files, text: string, config = ''): readonly string[] {
  const search = searchOf(knowledgeBaseOf({ 'playbook.config.yaml': config, ...files }));
  return search({ text, today, limit: 100 }).hits.map((hit) => hit.id);
}

/** Pages that have nothing to do with any query, so that words are as rare as in a real knowledge base. */
const others: Files = Object.fromEntries(
  ['安装预约', '网速测试', '积分兑换', '门店地址', '招聘信息', '节日问候', '会员等级', '天气提醒'].map((title, index) => [
    `other-${index}.md`,
    page(`other-${index}`, title, [], `${title}的办法见公司网站。`),
  ]),
);

describe('the order of hits', () => {
  it('goes from the name to the passing mention', () => {
    const files = {
      ...others,
      'a-mention.md': page('mention', '上门维修', [], '师傅没有来，客户可以改约，也可以投诉，费用照单退回，详情见补偿办法。'),
      'b-heading.md': page('heading', '客户情绪激动', [], '先倾听。\n\n## 客户要投诉\n\n请主管接听，并约定回电时间。'),
      'c-title.md': page('title', '投诉分级', [], '按影响分四级。'),
      'd-whole.md': page('whole', '投诉', [], '先记录，再分级。'),
      'e-code.md': page('code', '转接办法', ['short_code: 投诉'], '转给主管。'),
    };
    expect(found(files, '投诉')).toEqual([
      // Its short code is what was typed: someone who knows it wants this and nothing else.
      'code',
      // It is called just that.
      'whole',
      // It is called that and more.
      'title',
      // A part of it is about that.
      'heading',
      // It says the word once, among others.
      'mention',
    ]);
  });

  it('prefers the page that has all words of the query to one that repeats a single word', () => {
    const files = {
      ...others,
      'a.md': page('repeats', '宽带', [], '宽带宽带宽带，宽带。宽带宽带宽带，宽带。'),
      'b.md': page('all', '宽带夜间断线', [], '夜间断线时先看光猫。'),
    };
    // Three words of three; one word, however often.
    expect(found(files, '宽带 夜间 断线')).toEqual(['all', 'repeats']);
  });

  it('weighs a rare word more than a common one', () => {
    const common = Object.fromEntries(['甲', '乙', '丙', '丁'].map((name) => [`c-${name}.md`, page(name, name, [], '费用在账单里。')]));
    const files = {
      ...others,
      ...common,
      'a.md': page('common', '杂项', [], '费用说明。'),
      'z.md': page('rare', '别项', [], '清关说明。'),
    };
    // Six pages speak of 费用, one of 清关, so 清关 says what is looked for.
    expect(found(files, '费用清关')[0]).toBe('rare');
  });

  it('prefers the shorter of two pages that say the same once', () => {
    const files = {
      ...others,
      'a.md': page('long', '甲', [], `补寄配件。${'这里还讲了别的许多事情，与所问的无关。'.repeat(20)}`),
      'b.md': page('short', '乙', [], '补寄配件。'),
    };
    // What is said once in a short text is more of what that text is about.
    expect(found(files, '补寄配件')).toEqual(['short', 'long']);
  });

  it('finds what customers say by other words around it', () => {
    const files = {
      ...others,
      'a.md': page('mention', '话费明细', [], '客户上个月出国的费用列在国际业务一栏。'),
      'b.md': page('said', '漫游资费', ['utterances: [下周去泰国手机怎么上网]'], '按天计费。'),
    };
    // The sentence shares 去泰国, 手机 and 上网 with what is written there, and nothing with the other.
    expect(found(files, '我爸妈月底去泰国，他们手机能上网吗')[0]).toBe('said');
  });

  it('puts what is over behind what is in force, and never leaves it out', () => {
    const text = '满一百减十元。';
    const files = {
      ...others,
      'a.md': page('over', '双十一优惠', ['valid_to: 2025-11-12'], text),
      'b.md': page('in-force', '双十一优惠', ['valid_to: 2026-11-30'], text),
    };
    expect(found(files, '双十一优惠')).toEqual(['in-force', 'over']);
  });

  it('keeps the order of paths where nothing tells two pages apart', () => {
    const files = { ...others, 'a.md': page('z', '停机保号', [], '每月五元。'), 'b.md': page('a', '停机保号', [], '每月五元。') };
    expect(found(files, '停机保号')).toEqual(['z', 'a']);
  });

  it('begins with the word that is being typed, before it is finished', () => {
    const files = {
      ...others,
      'a.md': page('compensation', 'Compensation limits', ['lang: en'], 'What an agent may give.'),
      'b.md': page('complaint', 'Complaint ladder', ['lang: en'], 'Who takes over.'),
    };
    expect(found(files, 'compe')).toEqual(['compensation']);
    expect(found(files, 'comp').toSorted()).toEqual(['compensation', 'complaint']);
  });

  it('does not hide pages that speak of a thing behind the one that is called so', () => {
    const files = {
      ...others,
      'a.md': page('whole', '退款', [], '七天内可退款。退款走原路。'),
      'b.md': page('mention', '丢件处理', ['type: flow'], '查不到的包裹给客户退款。'),
    };
    expect(found(files, '退款')).toEqual(['whole', 'mention']);
    const search = searchOf(knowledgeBaseOf(files));
    // The filter takes the best hit away; what is left is judged by itself.
    expect(search({ text: '退款', types: ['flow'] })).toMatchObject({
      total: 1,
      hits: [{ id: 'mention' }],
      facets: { types: { flow: 1 } },
    });
  });
});

describe('pinyin', () => {
  const files = {
    ...others,
    'a.md': page('apply', '退款申请', [], '填写表格。'),
    'b.md': page('bank', '银行行号', [], '汇款要写行号。'),
    'c.md': page('adjust', '重新调整', [], '调账单。'),
  };

  it.each([
    ['tuikuan', 'apply'],
    ['tuikuanshenq', 'apply'],
    ['tksq', 'apply'],
    ['TKS', 'apply'],
    ['shenqing', 'apply'],
    ['sq', 'apply'],
    // 行 is háng here and 重 chóng, 调 tiáo: read by the word they stand in.
    ['yinhang', 'bank'],
    ['yhhh', 'bank'],
    ['chongxin', 'adjust'],
    ['tiaozheng', 'adjust'],
  ])('%s finds %s', (query, id) => {
    expect(found(files, query)[0]).toBe(id);
  });

  it('shows which characters were meant', () => {
    const [hit] = searchOf(knowledgeBaseOf(files))({ text: 'kuansq' }).hits;
    expect(hit ?? 'none').toBe('none');
    const [whole] = searchOf(knowledgeBaseOf(files))({ text: 'shenqing' }).hits;
    expect(whole?.titleParts).toEqual([
      { text: '退款', match: false },
      { text: '申请', match: true },
    ]);
    expect(whole?.matched).toEqual([{ term: '申请', fields: ['pinyin', 'title'] }]);
  });
});

describe('phrases, exclusions and synonyms', () => {
  const files = {
    ...others,
    'a.md': page('refund', '退款到账', [], '退款三天到账。'),
    'b.md': page('apart', '退货', [], '到账以前先退货，款项另计。'),
    'c.md': page('hant', '入帳時間', ['lang: zh-Hant'], '退款到帳要三天。'),
  };

  it.each(['"退款到账"', '“退款到账”', '「退款到帳」', '『退款到帳』'])('%s must occur as it stands, in either script', (query) => {
    expect(found(files, query).toSorted()).toEqual(['hant', 'refund']);
  });

  it('-word must not occur anywhere in the page', () => {
    expect(found(files, '到账').toSorted()).toEqual(['apart', 'hant', 'refund']);
    expect(found(files, '到账 -退货').toSorted()).toEqual(['hant', 'refund']);
    expect(found(files, '到账 －退貨 -三天')).toEqual([]);
    expect(found(files, '-退货')).toEqual([]);
    // A hyphen within a word excludes nothing.
    expect(found({ 'w.md': page('wifi', 'Wi-Fi', ['lang: en'], 'Slow Wi-Fi.') }, 'wi-fi')).toEqual(['wifi']);
  });

  it('take words of other scripts from their beginning, the last perhaps unfinished', () => {
    const english = {
      'a.md': page('policies', 'Returns', ['lang: en'], 'Our refund policies are simple. Use the App下载 page.'),
      'b.md': page('apart', 'Policy', ['lang: en'], 'The policy says when a refund is due.'),
      'c.md': page('said', 'Money', ['lang: en', 'utterances: [what is your refund policy]'], 'See the rules.'),
    };
    expect(found(english, '"refund polic"').toSorted()).toEqual(['policies', 'said']);
    expect(found(english, '"refund policies"')).toEqual(['policies']);
    expect(found(english, '"fund policies"')).toEqual([]);
    expect(found(english, '"app下载"')).toEqual(['policies']);
    expect(found(english, 'refund -polic')).toEqual([]);
    expect(found(english, 'refund -simple').toSorted()).toEqual(['apart', 'said']);
  });

  const words = {
    ...others,
    'p.md': page('broadband', '寬頻', ['lang: zh-Hant'], '寬頻要預約。'),
    'q.md': page('fibre', '光纤', [], '光纤要预约。'),
    'r.md': page('english', 'Broadband', ['lang: en'], 'Book a visit.'),
  };

  it('take words of a group for each other, both ways, the written one first', () => {
    const config = 'synonyms: [[宽带, 光纤, broadband]]';
    expect(found(words, '光纤', config)[0]).toBe('fibre');
    expect(found(words, '光纤', config).toSorted()).toEqual(['broadband', 'english', 'fibre']);
    expect(found(words, '宽带', config)[0]).toBe('broadband');
    expect(found(words, 'Broadband', config).toSorted()).toEqual(['broadband', 'english', 'fibre']);
    expect(found(words, '光纤')).toEqual(['fibre']);
  });

  it('take words with from and to one way only', () => {
    const config = 'synonyms: [{ from: [上网], to: [宽带, 光纤] }]';
    expect(found(words, '上网', config).toSorted()).toEqual(['broadband', 'fibre']);
    expect(found(words, '上網', config).toSorted()).toEqual(['broadband', 'fibre']);
    const surf = { ...words, 's.md': page('surf', '上网', [], '打开手机。') };
    expect(found(surf, '宽带', config)).toEqual(['broadband']);
  });
});
