import { beforeAll, describe, expect, it } from 'vitest';
import { translateScript } from '../../../src/app/translate.js';
import { readConfig } from '../../../src/core/config/config.js';
import { convertedSpans } from '../../../src/core/convert/convert-playbook.js';
import { type ConvertText, scriptConverter } from '../../../src/core/convert/script-converter.js';
import { termsOf } from '../../../src/core/convert/terms.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { type Files, knowledgeBaseOf } from '../../support/knowledge-base.js';

let toTraditional: ConvertText;
let toSimplified: ConvertText;
beforeAll(async () => {
  const { config } = readConfig('synonyms:\n  - [投诉, 客訴, complaint]\n  - [退款, 退钱, refund]\n');
  toTraditional = await scriptConverter('zh-Hant', termsOf(config));
  toSimplified = await scriptConverter('zh-Hans', termsOf(config));
});

describe('words of a contact centre', () => {
  it.each([
    ['请把短信里的验证码告诉我', '請把簡訊裡的驗證碼告訴我', 'phrases, not only characters'],
    ['营业厅和在线客服', '門市和線上客服', 'what channels are called'],
    ['这是复盘，不是复印', '這是覆盤，不是影印', 'the field’s word for a review afterwards'],
    ['退款到账前，账单还在审核', '退款入帳前，帳單還在審核', 'not 稽核'],
    ['客户投诉，有人退款退钱', '客戶客訴，有人退款退錢', 'synonyms of the knowledge base, where they are a pair'],
    ['他说：“请说‘是’。”', '他說：「請說『是』。」', 'quotation marks'],
    ['在线路上', '在線路上', 'a word that another word begins with'],
    ['头发、发货、理发、后天、皇后、里面、公里', '頭髮、出貨、理髮、後天、皇后、裡面、公里', 'one character that stands for two'],
    ['𠮷野家😀 PIN-1 {n}', '𠮷野家😀 PIN-1 {n}', 'what is no simplified Chinese'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  it('the other way round, where it is one word', () => {
    expect(toSimplified('「簡訊」、門市、標竿案例、入帳、客訴、網路寬頻、線上')).toBe(
      '“短信”、营业厅、标杆案例、到账、投诉、网络宽带、在线',
    );
    expect(toSimplified('解決方案')).toBe('解决方案');
  });
});

/** The text with what is converted in ⟦⟧. */
function marked(text: string, within?: { readonly start: number; readonly end: number }): string {
  const edits = convertedSpans(parsePlaybook('a.md', { text }, 'zh-Hans'), toTraditional, within);
  return [...edits]
    .reverse()
    .reduce((result, { start, end, newText }) => `${result.slice(0, start)}⟦${newText}⟧${result.slice(end)}`, text);
}

describe('what is converted', () => {
  it.each([
    ['words, but not code', '软件 `软件`\n\n    软件\n\n```\n软件\n```\n', '⟦軟體 ⟧`软件`\n\n    软件\n\n```\n软件\n```\n'],
    ['words of a link, not its address', '[软件](软件.md#软件 "软件")\n', '[⟦軟體⟧](软件.md#软件 "软件")\n'],
    ['words of a link by id, not the id', '[[软件]] [[软件|软件]]\n', '[[软件]] [[软件|⟦軟體⟧]]\n'],
    ['neither placeholders nor variables', '软件{{软件}}软件{{公司.软件}}\n', '⟦軟體⟧{{软件}}⟦軟體⟧{{公司.软件}}\n'],
    ['no HTML', '<div title="软件">\n\n软件\n', '<div title="软件">\n\n⟦軟體⟧\n'],
    ['what a picture shows', '![软件](软件.png)\n', '![⟦軟體⟧](软件.png)\n'],
    ['a directive’s words, not its name', '1. 重启 :owner[总监]\n', '1. ⟦重啟 ⟧:owner[⟦總監⟧]\n'],
    ['no id of a snippet', '::include{id=软件}\n', '::include{id=软件}\n'],
    [
      'names in the front matter stay',
      '---\nid: 软件\ntags: [软件]\nrelated: [软件]\ntitle: "软件"\n---\n',
      '---\nid: 软件\ntags: [⟦軟體⟧]\nrelated: [软件]\ntitle: ⟦"軟體"⟧\n---\n',
    ],
    [
      'labels of placeholders, not their names',
      '---\nplaceholders:\n  单号: { label: 单号, type: text }\n---\n',
      '---\nplaceholders:\n  单号: { label: ⟦單號⟧, type: text }\n---\n',
    ],
  ])('%s', (_name, text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('a selection only', () => {
    const text = '😀软件，软件。\n';
    expect(marked(text, { start: 4, end: 6 })).toBe('😀软件⟦，軟⟧件。\n');
  });
});

describe('a translation', () => {
  const files: Files = {
    'flow.md':
      '---\nid: flow-x\ntype: flow\ntitle: 软件\nlang: zh-Hans\nshort_code: r1\nreviewed_on: 2026-11-01\nrelated: [policy-x, only-here]\n---\n\n## 流程\n\n### 软件坏了吗？\n\n- [是](#重启软件)\n- [看政策](policy.md#期限)\n\n### 重启软件\n\n::include{id=policy-x}\n\n![图](a.svg)\n',
    'policy.md': '---\nid: policy-x\ntype: policy\ntitle: 政策\nlang: zh-Hans\n---\n\n## 期限\n\n七天。\n',
    'hant/policy.md':
      '---\nid: policy-x-hk\ntype: policy\ntitle: 政策\nlang: zh-Hant\ntranslation_of: policy-x\n---\n\n## 期間\n\n七天。\n',
    'only.md': '---\nid: only-here\ntitle: 甲\nlang: zh-Hans\n---\n\n甲。\n',
    'a.svg': '',
  };

  it('names its original and its version, and leads to translations and to its own headings', async () => {
    const knowledgeBase = knowledgeBaseOf(files);
    const playbook = knowledgeBase.playbooks.get('flow.md');
    if (!playbook) throw new Error('no flow.md');
    expect(await translateScript(knowledgeBase, playbook)).toEqual({
      to: 'zh-Hant',
      id: 'flow-x-zh-hant',
      path: 'hant/flow-zh-hant.md',
      text: `---\nid: flow-x-zh-hant\ntype: flow\ntitle: 軟體\nlang: zh-Hant\ntranslation_of: flow-x\nsource_blob: "${playbook.blob.slice(0, 12)}"\nrelated: [policy-x-hk, only-here]\n---\n\n## 流程\n\n### 軟體壞了嗎？\n\n- [是](#重啟軟體)\n- [看政策](policy.md#期間)\n\n### 重啟軟體\n\n::include{id=policy-x-hk}\n\n![圖](../a.svg)\n`,
    });
  });

  it('is not made twice, nor of another language', async () => {
    const knowledgeBase = knowledgeBaseOf({ ...files, 'en.md': '---\nid: e\nlang: en\n---\n\nA.\n' });
    const ask = (path: string) => {
      const playbook = knowledgeBase.playbooks.get(path);
      if (!playbook) throw new Error(`no ${path}`);
      return translateScript(knowledgeBase, playbook);
    };
    expect(await ask('policy.md')).toEqual({ problem: 'translated', to: 'zh-Hant', path: 'hant/policy.md' });
    expect(await ask('hant/policy.md')).toEqual({ problem: 'translated', to: 'zh-Hans', path: 'policy.md' });
    expect(await ask('en.md')).toEqual({ problem: 'not-chinese', lang: 'en' });
  });

  it('of a file without front matter gets one, beside it, under a free name', async () => {
    const knowledgeBase = knowledgeBaseOf({ 'a/软件.md': '# 软件\n\n软件。\n', 'a/软件-zh-hant.md': '# 别的\n' });
    const playbook = knowledgeBase.playbooks.get('a/软件.md');
    if (!playbook) throw new Error('no playbook');
    expect(await translateScript(knowledgeBase, playbook)).toMatchObject({
      path: 'a/软件-zh-hant-2.md',
      text: `---\nid: a/软件-zh-hant-2\ntitle: 軟體\nlang: zh-Hant\ntranslation_of: a/软件\nsource_blob: "${playbook.blob.slice(0, 12)}"\n---\n\n# 軟體\n\n軟體。\n`,
    });
  });
});
