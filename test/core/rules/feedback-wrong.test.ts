import { describe, expect, it } from 'vitest';
import { affectedPaths } from '../../../src/core/affected.js';
import { feedbackFolder } from '../../../src/core/feedback/feedback.js';
import { parsePlaybook } from '../../../src/core/parse/playbook.js';
import { checkPlaybook } from '../../../src/core/rules/run.js';
import { checkMarked, type Files, knowledgeBaseOf, problemsOf, today } from '../../support/knowledge-base.js';

let number = 0;
function mark(quote: string, more: Readonly<Record<string, string>> = {}): string {
  number += 1;
  const id = number.toString(16).padStart(32, '0');
  const told = { version: 1, id, day: '2026-11-20', page: 'script-refund', revision: 'a1b2c3d4', kind: 'wrong' };
  return `${JSON.stringify({ ...told, quote, before: '', after: '', anchor: '', reason: 'incorrect', ...more })}\n`;
}

const feedback = (...lines: readonly string[]): Files => ({ [`${feedbackFolder}/a.ndjson`]: lines.join('') });
const front = '---\nid: script-refund\ntype: script\ntitle: 退款\nlang: zh-Hans\nplaceholders:\n  order_id: { type: text }\n---\n\n';
const check = (marked: string, ...lines: readonly string[]) => checkMarked('feedback-wrong', front + marked, feedback(...lines));

describe('feedback-wrong', () => {
  it('marks the very words, whatever marks of Markdown and line breaks stand between them', () => {
    const { expected, found, problems } = check(
      '## 规则\n\n先看订单，**⟦feedback-wrong|七天**内可以\n[无理由退货⟧](a.md)，运费自理。\n',
      mark('七天内可以 无理由退货', { reason: 'outdated' }),
      mark('七天内可以无理由退货', { reason: 'incorrect', day: '2026-11-21' }),
      mark('七天内可以无理由退货', { reason: 'outdated' }),
    );
    expect(found).toEqual(expected);
    expect(problems.map(({ message }) => message)).toEqual([
      'Marked as wrong by readers 3 time(s) (incorrect 1, out of date 2), last on 2026-11-21. Check it and change it; if it is right, review the page.',
    ]);
  });

  it('says so in Chinese', () => {
    const files = { ...feedback(mark('七天内可退', { reason: 'unclear' })), 'a.md': `${front}七天内可退。\n` };
    const found = (locale: 'zh-Hans' | 'zh-Hant') =>
      problemsOf(knowledgeBaseOf(files), 'a.md', locale)
        .filter(({ code }) => code === 'feedback-wrong')
        .map(({ message }) => message);
    expect(found('zh-Hans')).toEqual(['读者 1 次把这里标为不对（看不明白 1），最近一次 2026-11-20。请核对后修改；原文没错就复核这一页。']);
    expect(found('zh-Hant')).toEqual(['讀者 1 次把這裡標為不對（看不明白 1），最近一次 2026-11-20。請核對後修改；原文沒錯就覆核這一頁。']);
  });

  it.each([
    ['a placeholder', '> 您的订单⟦feedback-wrong|{{ order_id }}已退款⟧。', mark('{{order_id}}已退款')],
    ['a number that was masked', '拨打⟦feedback-wrong|400-820-8820 转人工⟧。', mark('# 转人工')],
    ['another width and case', '请下载⟦feedback-wrong|ＡＰＰ 领取⟧。', mark('app领取')],
    ['a table', '| 期限 | 退款 |\n|---|---|\n| 七天 | ⟦feedback-wrong|全额⟧ |', mark('全额')],
    ['code, which is no running text', '输入 `⟦feedback-wrong|*#06#⟧` 查看。'.replace('*#06#', 'REFUND7'), mark('refund7')],
  ])('finds words with %s', (_name, text, line) => {
    const { expected, found } = check(`${text}\n`, line);
    expect(found).toEqual(expected);
  });

  it('tells which of several places is meant by what is around it, then by its section', () => {
    const text = (first: string, second: string) => `## 电话\n\n> 您好，${first}，请稍等。\n\n## 邮件\n\n> 尊敬的客户：${second}，谢谢。\n`;
    const words = '三天内到账';
    const marked = `⟦feedback-wrong|${words}⟧`;
    for (const [more, expectedText] of [
      [{ before: '尊敬的客户：', after: '，谢谢。' }, text(words, marked)],
      [{ before: '您好，', after: '，请稍等。', anchor: '邮件' }, text(marked, words)],
      [{ anchor: '邮件' }, text(words, marked)],
      [{}, text(marked, words)],
    ] as const) {
      const { expected, found } = check(expectedText, mark(words, more));
      expect(found).toEqual(expected);
    }
  });

  it('finds words that have moved, and says nothing of words that have changed since', () => {
    const { expected, found } = check('## 新的一节\n\n说明：⟦feedback-wrong|三天内到账⟧。\n', mark('三天内到账', { anchor: '旧的一节' }));
    expect(found).toEqual(expected);
    expect(check('## 规则\n\n五天内到账。\n', mark('三天内到账', { anchor: '规则' })).found).toEqual([]);
  });

  it('marks the likeliest block where the page still is the one that was shown, but says it in other words', () => {
    const text = `${front}## 步骤\n\n1. 先核对订单 :within[5m]\n2. 再转财务 :within[2h]\n`;
    const { blob } = parsePlaybook('page.md', { text }, 'zh-Hans');
    const place = (line: string) =>
      checkMarked('feedback-wrong', text, feedback(line)).found.map(({ start, end }) => text.slice(start, end));
    expect(place(mark('再转财务 2 小时', { revision: blob.slice(0, 8), anchor: '步骤' }))).toEqual(['2. 再转财务 :within[2h]']);
    expect(place(mark('复制 打印', { revision: blob.slice(0, 8), anchor: '步骤' }))).toEqual(['步骤']);
    expect(place(mark('复制 打印', { revision: blob.slice(0, 8) }))).toEqual(['退款']);
  });

  it('marks words of a snippet in its own file, and follows a change of either', () => {
    const snippet = (text: string) => `---\nid: terms\ntype: snippet\nlang: zh-Hans\n---\n\n${text}\n`;
    const files = {
      ...feedback(mark('签收后七天内'), mark('签收后七天内', { page: 'other' })),
      'page.md': `${front}::include{id=terms}\n`,
      'terms.md': snippet('签收后七天内可退。'),
    };
    const before = knowledgeBaseOf(files);
    const messages = (knowledgeBase: typeof before, path: string) =>
      problemsOf(knowledgeBase, path)
        .filter(({ code }) => code === 'feedback-wrong')
        .map(({ message }) => message);
    expect(messages(before, 'page.md')).toEqual([]);
    expect(messages(before, 'terms.md')).toEqual([
      'Marked as wrong by readers of “退款”, which embeds it, 1 time(s) (incorrect 1), last on 2026-11-20. Check it and change it; if it is right, review that page.',
    ]);
    const reviewed = files['page.md'].replace('lang: zh-Hans', 'lang: zh-Hans\nreviewed_on: 2026-11-21');
    const after = before.with({ playbooks: new Map([['page.md', parsePlaybook('page.md', { text: reviewed }, 'zh-Hans')]]) });
    expect(affectedPaths(before, after, ['page.md'])).toContain('terms.md');
    expect(messages(after, 'terms.md')).toEqual([]);
  });

  it('no longer counts marks from before the last review, and is silenced like any rule', () => {
    const reviewed = (day: string) => front.replace('lang:', `reviewed_on: ${day}\nlang:`);
    const found = (text: string) => checkMarked('feedback-wrong', text, feedback(mark('七天内可退'))).found.length;
    expect(found(`${reviewed('2026-11-20')}七天内可退。\n`)).toBe(1);
    expect(found(`${reviewed('2026-11-21')}七天内可退。\n`)).toBe(0);
    expect(found(`${front}七天内可退。 <!-- playbook-ignore feedback-wrong: 政策就是七天 -->\n`)).toBe(0);
    expect(found(`${front.replace('lang:', 'retired_on: 2026-01-01\nlang:')}七天内可退。\n`)).toBe(0);
  });

  it('goes by approvals where review is on', () => {
    const knowledgeBase = knowledgeBaseOf({ ...feedback(mark('七天内可退')), 'a.md': `${front}七天内可退。\n` });
    const playbook = knowledgeBase.playbooks.get('a.md') ?? expect.fail();
    const found = (day: string) =>
      checkPlaybook(knowledgeBase, playbook, { locale: 'en', today, reviewedOn: new Map([['script-refund', day]]) }).some(
        ({ code }) => code === 'feedback-wrong',
      );
    expect([found('2026-11-20'), found('2026-11-21')]).toEqual([true, false]);
  });

  it('counts an entry once, however often it was imported', () => {
    const line = mark('七天内可退');
    const { problems } = checkMarked('feedback-wrong', `${front}七天内可退。\n`, {
      [`${feedbackFolder}/a.ndjson`]: line + line,
      [`${feedbackFolder}/b.ndjson`]: line,
    });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(' 1 time(s)')]);
  });
});
