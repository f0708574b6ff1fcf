import { describe, expect, it } from 'vitest';
import type { ChangeClass, RevisionSize } from '../../src/core/model/comparison.js';
import { compare } from '../../src/core/review/compare/compare.js';
import { marked, outline, policy } from './compare-texts.js';

interface Example {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
  readonly size: RevisionSize;
  /** Words of the first change. */
  readonly words?: string;
}

const examples: readonly Example[] = [
  {
    name: 'a deadline',
    from: '3 个工作日内原路',
    to: '5 个工作日内原路',
    changes: ['changed paragraph (政策内容): number'],
    size: 'major',
    words: '客户申请退款后，我们会在 [-3-]{+5+} 个工作日内原路退回。',
  },
  {
    name: 'the same deadline in Chinese numerals',
    from: '3 个工作日内原路',
    to: '三个工作日内原路',
    changes: ['changed paragraph (政策内容): wording'],
    size: 'minor',
  },
  {
    name: 'the same number in full-width digits',
    from: '3 个工作日内原路',
    to: '３ 个工作日内原路',
    changes: ['changed paragraph (政策内容): wording'],
    size: 'minor',
  },
  {
    name: 'a unit',
    from: '3 个工作日内原路',
    to: '3 天内原路',
    changes: ['changed paragraph (政策内容): number'],
    size: 'major',
  },
  {
    name: 'a limit that became a delay',
    from: '3 个工作日内原路',
    to: '3 个工作日后原路',
    changes: ['changed paragraph (政策内容): number'],
    size: 'major',
  },
  {
    name: 'an amount in a table',
    from: '¥500',
    to: '¥800',
    changes: ['changed row (金额与期限): number'],
    size: 'major',
    words: '| 质量问题 | ¥[-500-]{+800+} | 24小时 |',
  },
  {
    name: 'a row of a table',
    from: '| 不喜欢 | ¥200 | 7 天 |\n',
    to: '| 不喜欢 | ¥200 | 7 天 |\n| 发错货 | 全额 | 当天 |\n',
    changes: ['added row (金额与期限): wording'],
    size: 'minor',
  },
  {
    name: 'words',
    from: '请留意短信通知',
    to: '请您留意短信',
    changes: ['changed wording (对客说明): wording'],
    size: 'minor',
    words: '> 您好，您的退款已经受理，请{+您+}留意短信[-通知-]。',
  },
  {
    name: 'a negation',
    from: '不要向客户承诺',
    to: '要向客户承诺',
    changes: ['changed paragraph (政策内容): wording'],
    size: 'major',
  },
  {
    name: 'a time limit of a step',
    from: ':within[5m]',
    to: ':within[30m]',
    changes: ['changed step (处置步骤): steps'],
    size: 'major',
    words: '核对订单 {{order_id}} :owner[客服专员] :within[[-5-]{+30+}m]',
  },
  {
    name: 'who does a step',
    from: ':owner[主管]',
    to: ':owner[经理]',
    changes: ['changed step (处置步骤): steps'],
    size: 'major',
  },
  {
    name: 'the order of steps',
    from: '2. 登记退款原因 :owner[客服专员]\n3. 提交财务复核 :owner[主管] :within[2h]',
    to: '2. 提交财务复核 :owner[主管] :within[2h]\n3. 登记退款原因 :owner[客服专员]',
    changes: ['moved step (处置步骤): steps'],
    size: 'major',
  },
  {
    name: 'a blank',
    from: '核对订单 {{order_id}}',
    to: '核对订单 {{order_no}}',
    changes: ['changed step (处置步骤): placeholder'],
    size: 'minor',
  },
  {
    name: 'how a blank is declared',
    from: 'label: 订单号 }',
    to: 'label: 订单编号 }',
    changes: ['changed field placeholders: placeholder, metadata'],
    size: 'minor',
  },
  {
    name: 'a field',
    from: 'owner: 客服知识组',
    to: 'owner: 售后知识组',
    changes: ['changed field owner: metadata'],
    size: 'minor',
    words: 'owner: [-客服-]{+售后+}知识组',
  },
  {
    name: 'a number in the title',
    from: 'title: 七天无理由',
    to: 'title: 十天无理由',
    changes: ['changed field title: number, metadata'],
    size: 'major',
  },
  {
    name: 'the last day of validity',
    from: 'valid_to: 2027-01-31\n',
    to: '',
    changes: ['removed field valid_to: number, metadata'],
    size: 'major',
  },
  {
    name: 'the escalation',
    from: '转主管处理',
    to: '转经理处理',
    changes: ['changed paragraph (升级): escalation, wording'],
    size: 'major',
  },
  {
    name: 'an added section',
    from: '## 升级\n',
    to: '## 例外情形\n\n定制商品不退，运费 12 元由客户承担。\n\n## 升级\n',
    changes: ['added section (例外情形): number, section, wording'],
    size: 'major',
  },
  {
    name: 'a removed section',
    from: '## 升级\n\n金额超过权限时转主管处理。\n',
    to: '',
    changes: ['removed section (升级): escalation, section, wording'],
    size: 'major',
  },
  {
    name: 'a moved section',
    from: '## 处置步骤\n\n1. 核对订单 {{order_id}} :owner[客服专员] :within[5m]\n2. 登记退款原因 :owner[客服专员]\n3. 提交财务复核 :owner[主管] :within[2h]\n\n## 对客说明\n\n> 您好，您的退款已经受理，请留意短信通知。\n',
    to: '## 对客说明\n\n> 您好，您的退款已经受理，请留意短信通知。\n\n## 处置步骤\n\n1. 核对订单 {{order_id}} :owner[客服专员] :within[5m]\n2. 登记退款原因 :owner[客服专员]\n3. 提交财务复核 :owner[主管] :within[2h]\n',
    changes: ['moved section (对客说明): section'],
    size: 'minor',
  },
  {
    name: 'a heading',
    from: '## 政策内容',
    to: '## 规定',
    changes: ['changed heading (规定): wording'],
    size: 'minor',
  },
  {
    name: 'the level of a heading',
    from: '## 对客说明',
    to: '### 对客说明',
    changes: ['changed heading (处置步骤 › 对客说明): section'],
    size: 'minor',
  },
  {
    name: 'emphasis',
    from: '不要向客户承诺',
    to: '**不要**向客户承诺',
    changes: ['changed paragraph (政策内容): formatting'],
    size: 'formatting',
  },
  {
    name: 'a word struck out',
    from: '原路退回',
    to: '~~原路~~退回',
    changes: ['changed paragraph (政策内容): wording'],
    size: 'minor',
  },
  { name: 'blank lines', from: '\n\n## 升级', to: '\n\n\n\n## 升级', changes: ['changed text: formatting'], size: 'formatting' },
  {
    name: 'a comment',
    from: '## 升级\n',
    to: '<!-- 待法务确认 -->\n\n## 升级\n',
    changes: ['added comment (对客说明): metadata'],
    size: 'minor',
  },
  {
    name: 'a list of steps that became a plain list',
    from: '3. 提交财务复核',
    to: '- 提交财务复核',
    changes: ['changed step (处置步骤): steps'],
    size: 'major',
  },
];

describe('what a change touches', () => {
  it.each(examples)('$name', ({ from, to, changes, size, words }) => {
    expect(policy).toContain(from);
    const after = policy.replace(from, to);
    const found = compare(policy, after);
    expect(outline(found)).toEqual(changes);
    expect(found.size).toBe(size);
    if (words !== undefined) expect(found.changes[0] && marked(found.changes[0])).toBe(words);
  });

  it('says where each change stands in both texts', () => {
    const after = policy.replace('3 个工作日', '5 个工作日').replace('¥200', '¥300');
    const places = compare(policy, after).changes.map(({ before, after: now }) => [
      policy.slice(before.start, before.end),
      after.slice(now.start, now.end),
    ]);
    expect(places).toEqual([
      ['客户申请退款后，我们会在 3 个工作日内原路退回。', '客户申请退款后，我们会在 5 个工作日内原路退回。'],
      ['| 不喜欢 | ¥200 | 7 天 |', '| 不喜欢 | ¥300 | 7 天 |'],
    ]);
  });

  it('says where something absent would stand', () => {
    const after = policy.replace('不要向客户承诺到账的具体时间。\n\n', '');
    const [change] = compare(policy, after).changes;
    expect(change?.kind).toBe('removed');
    expect(change && after.slice(0, change.after.start).endsWith('原路退回。')).toBe(true);
    expect(change && change.after.start === change.after.end).toBe(true);
  });

  it('recognises a paragraph that went to another section', () => {
    const after = policy
      .replace('不要向客户承诺到账的具体时间。\n\n', '')
      .replace('## 升级\n', '## 升级\n\n不要向客户承诺到账的具体时间。\n');
    expect(outline(compare(policy, after))).toEqual(['moved paragraph (升级): escalation, wording']);
  });

  it('recognises a section under another heading and another level by what it holds', () => {
    const after = policy.replace('## 对客说明', '### 统一说法');
    expect(outline(compare(policy, after))).toEqual(['changed heading (处置步骤 › 统一说法): section, wording']);
  });

  it('tells a whole file that came or went, with the classes of all it holds', () => {
    const added = compare(undefined, policy);
    expect(outline(added)).toEqual(['added page: number, steps, escalation, section, placeholder, metadata, wording']);
    expect(added.size).toBe('major');
    expect(outline(compare(policy, undefined))).toEqual([
      'removed page: number, steps, escalation, section, placeholder, metadata, wording',
    ]);
    expect(compare(undefined, undefined)).toEqual({ changes: [], classes: [], size: 'none' });
  });

  it('sees where an answer of a flow leads, and an end that escalates', () => {
    const flow = (target: string, outcome: string) =>
      `---\nid: flow-refund\ntype: flow\nlang: zh-Hans\n---\n\n## 流程\n\n### 签收了吗\n\n- [签收了](#${target})\n- [没有](#b)\n\n### A\n\n:outcome[${outcome}]\n\n### B\n\n:outcome[callback]\n`;
    expect(outline(compare(flow('a', 'resolved'), flow('b', 'resolved')))).toEqual(['changed item (流程 › 签收了吗): steps']);
    expect(outline(compare(flow('a', 'resolved'), flow('a', 'escalated')))).toEqual(['changed paragraph (流程 › A): steps, escalation']);
  });

  it('compares English by words', () => {
    const english = (body: string) => `---\nid: policy-refund-en\ntype: policy\nlang: en\n---\n\n## Rules\n\n${body}\n`;
    const found = compare(english('We refund within three business days.'), english('We refund you within five business days.'));
    expect(outline(found)).toEqual(['changed paragraph (Rules): number, wording']);
    expect(found.changes[0] && marked(found.changes[0])).toBe('We refund {+you +}within [-three-]{+five+} business days.');
    expect(compare(english('We can refund it.'), english('We cannot refund it.')).size).toBe('major');
  });

  it('knows Taiwan’s headings and numbers', () => {
    const chinese = (body: string) => `---\nid: policy-refund-zh-hant\ntype: policy\nlang: zh-Hant\n---\n\n## 金額與期限\n\n${body}\n`;
    expect(outline(compare(chinese('三個工作天內退款，最高 NT$500。'), chinese('五個工作天內退款，最高 NT$500。')))).toEqual([
      'changed paragraph (金額與期限): number',
    ]);
  });
});

describe('from one script to the other', () => {
  const classesOf = (before: string, after: string): readonly ChangeClass[] => compare(before, after).classes;

  it('is recognised for a whole page, and nothing else is claimed', () => {
    const simplified = '---\nid: a\ntitle: 退款申请\n---\n\n## 开场\n\n> 您好，我们会在 24 小时内处理您的订单。\n\n1. 核对“发票”\n';
    const traditional = '---\nid: a\ntitle: 退款申請\n---\n\n## 開場\n\n> 您好，我們會在 24 小時內處理您的訂單。\n\n1. 核對「發票」\n';
    const found = compare(simplified, traditional);
    expect(found.classes).toEqual(['metadata', 'script']);
    expect(found.size).toBe('minor');
    expect(found.changes.map(marked)).toContain(
      '> 您好，{我们会=>我們會}在 24 {小时=>小時}{内处理=>內處理}您的{订单=>訂單}。'.replace(
        '{小时=>小時}{内处理=>內處理}',
        '{小时内处理=>小時內處理}',
      ),
    );
  });

  it('hides no other change', () => {
    expect(classesOf('## 政策\n\n24 小时内处理订单\n', '## 政策\n\n48 小時內處理訂單\n')).toEqual(['number', 'script']);
    expect(classesOf('处理您的订单\n', '處理您的退單\n')).toEqual(['wording']);
    expect(classesOf('软件\n', '軟體\n')).toEqual(['wording']);
    expect(classesOf('软件\n', '軟件\n')).toEqual(['script']);
  });
});
