import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/core/content/personal-data.js';
import type { Locale } from '../../../src/core/model/locale.js';
import type { NewEntry, Run } from '../../../src/core/protocol-run/run.js';
import { plainMarkdown } from '../../../src/site/run/plain-markdown.js';
import { runRetrospective } from '../../../src/site/run/retrospective.js';
import { runLog } from '../../../src/site/run/run-log.js';
import { runWordsIn, sayFrom } from '../../../src/site/words/run.js';
import { knowledgeBaseOf, problemsOf } from '../../support/knowledge-base.js';
import { minute, runOf, sampleProtocol, T0, toLocal } from './support.js';

const editions = [
  { locale: 'zh-Hans', path: 'protocols/protocol-system-outage.md' },
  { locale: 'zh-Hant', path: 'zh-Hant/protocol-system-outage-zh-hant.md' },
  { locale: 'en', path: 'en/protocol-system-outage-en.md' },
] as const;

const sayIn = (locale: Locale) => sayFrom(runWordsIn(locale));

/** What check says of a retrospective that is dropped into the folder of its protocol. */
function check(run: Run, path: string, locale: Locale) {
  const protocol = sampleProtocol(path);
  const file = runRetrospective({ run, protocol, say: sayIn(locale), toLocal, now: T0 + 200 * minute });
  const at = `retrospectives/${file.name}`;
  const knowledgeBase = knowledgeBaseOf({
    'playbook.config.yaml': readFileSync('playbooks/playbook.config.yaml', 'utf8'),
    [path]: readFileSync(`playbooks/${path}`, 'utf8'),
    [at]: file.text,
  });
  return { text: file.text, type: knowledgeBase.playbooks.get(at)?.type, problems: problemsOf(knowledgeBase, at) };
}

describe('a retrospective from a run', () => {
  it.each(editions)('passes check in $locale, its first words already written', ({ locale, path }) => {
    const protocol = sampleProtocol(path);
    const [first, second, , fourth] = protocol.steps;
    const run = runOf(protocol, [
      [3, { kind: 'step', step: first?.key ?? '', done: true }, '王敏'],
      [4, { kind: 'note', step: first?.key ?? '', text: '两个来源都确认' }, '王敏'],
      [9, { kind: 'step', step: second?.key ?? '', done: true }],
      [12, { kind: 'message', title: '首次通知 短信', text: '您好' }],
      [14, { kind: 'step', step: fourth?.key ?? '', done: true }],
      [136, { kind: 'stopped' }, '李青'],
    ]);
    const { text, type, problems } = check(run, path, locale);
    expect(type).toBe('retrospective');
    expect(problems).toEqual([]);
    expect(text).toContain(`id: "retro-${protocol.id}-20261122-run0"`);
    expect(text).toContain('incident_date: "2026-11-22"');
    expect(text).toContain('| 14:05 | ');
    expect(text).toContain('两个来源都确认 | 王敏 |');
    // The second step was due after 5 minutes.
    expect(text).toMatch(/^- .*4:00.*$/m);
  });

  it('asks why it happened first, then about each step in words that stand well between quotation marks', () => {
    const protocol = sampleProtocol('protocols/protocol-system-outage.md');
    const ticks = protocol.steps.map(({ key }) => [3, { kind: 'step', step: key, done: true }] as const);
    const all = ticks.filter((_, index) => index !== 3);
    const { text } = check(runOf(protocol, [...all, [30, { kind: 'stopped' }]]), 'protocols/protocol-system-outage.md', 'zh-Hans');
    expect(text.split('## 五个为什么')[1]?.split('## ')[0]?.trim()).toBe(
      [
        '- 为什么发生？',
        '  - 待填：再问一次为什么',
        '- 为什么“报出故障代码、受影响业务、开始时间，给出能否绕行；没有结论也要说‘仍在定位’”没有完成？',
        '  - 待填：再问一次为什么',
      ].join('\n'),
    );
  });

  it('of a drill says so in its title, summary, text and tags', () => {
    const protocol = sampleProtocol('protocols/protocol-system-outage.md');
    const { text, problems } = check(runOf(protocol, [[1, { kind: 'stopped' }]], true), 'protocols/protocol-system-outage.md', 'zh-Hans');
    expect(problems).toEqual([]);
    expect(text).toContain('title: "【演练】2026-11-22 系统宕机应急预案复盘"');
    expect(text).toContain('summary: "【演练】P1 级');
    expect(text).toContain('tags: ["复盘","演练"]');
    expect(text).toContain('这是一次演练（DRILL），没有影响客户。');
  });

  it('passes check whatever was noted, and holds no personal data', () => {
    const protocol = sampleProtocol('protocols/protocol-system-outage.md');
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '| a |',
            '{{start_time}}',
            '{{nobody}}',
            '[x](http://evil.example)',
            '[[nowhere]]',
            '::include{id=none}',
            ':owner[谁]',
            ':within[5m]',
            '<script>',
            '![](x.png)',
            '# ',
            '---',
            '```',
            '13812345678',
            'a@b.com',
            '保证',
            '百分百',
            '\n\n',
            '> ',
            '<!-- playbook-',
            '\\',
            '1. ',
            '- [ ] ',
            'www.evil.example',
            '110101199003078515',
            '&amp;',
            ':::note',
          ),
          { minLength: 1, maxLength: 6 },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), nasty, (notes, by) => {
        const entries = notes.map((text, index): readonly [number, NewEntry, string] => [index + 1, { kind: 'note', text }, by]);
        const { text, problems } = check(runOf(protocol, entries), 'protocols/protocol-system-outage.md', 'zh-Hans');
        expect(problems).toEqual([]);
        expect(findPersonalData(text)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the log of a run', () => {
  it('says what, when and who, what was late, and every message in its words', () => {
    const protocol = sampleProtocol('protocols/protocol-system-outage.md');
    const [first, second] = protocol.steps;
    const run = runOf(protocol, [
      [7, { kind: 'step', step: first?.key ?? '', done: true }, '王敏'],
      [8, { kind: 'step', step: second?.key ?? '', done: true }],
      [9, { kind: 'step', step: second?.key ?? '', done: false }],
      [10, { kind: 'graded', priority: 'P2' }],
      [11, { kind: 'message', title: '首次通知 · 在线', text: '第一行\n第二行' }],
      [12, { kind: 'handed-over', to: '李青' }],
      [13, { kind: 'stopped' }],
    ]);
    const log = runLog({ run, protocol, say: sayIn('zh-Hans'), toLocal, now: T0 });
    expect(log).toContain('# 处置记录：系统宕机应急预案\n');
    expect(log).toContain('- 优先级：P2\n- 启动：2026-11-22 14:05:00\n- 结束：2026-11-22 14:18:00，历时 13 分钟\n');
    expect(log).toMatch(/\| 1 \| 核对两个独立来源.* \| 值班主管 \| 14:10 \| 14:12（超时 2:00） \|/);
    expect(log).toMatch(/\| 2 \| 打开时间线文档.* \| 记录员 \| 14:10 \| 未完成 \|/);
    expect(log).toContain('| 2026-11-22 14:05:00 | 启动预案，定级 P1（影响 大；紧急 高） | 王敏 |');
    expect(log).toContain('| 2026-11-22 14:14:00 | 撤回第 2 步的打勾 |  |');
    expect(log).toContain('| 2026-11-22 14:17:00 | 交给 李青 |  |');
    expect(log).toContain('### 2026-11-22 14:16:00 首次通知 · 在线\n\n> 第一行\n> 第二行\n');
    expect(log).not.toContain('演练');
    expect(runLog({ run: { ...run, isDrill: true }, protocol, say: sayIn('zh-Hant'), toLocal, now: T0 })).toMatch(
      /^# 演練 DRILL · 處置紀錄：系统宕机应急预案\n\n\*\*演練 DRILL：不是真實事件/,
    );
  });
});

describe('words as plain Markdown', () => {
  it('escape what would mean something, and leave the rest readable', () => {
    expect(plainMarkdown('14:05 宣布启动 (P1)，99% 失败。')).toBe('14:05 宣布启动 (P1)，99% 失败。');
    expect(plainMarkdown('a|b [x](y) {{z}} :owner[谁] http://e.example')).toBe(
      'a\\|b \\[x\\](y) \\{\\{z\\}\\} \\:owner\\[谁\\] http:\\//e.example',
    );
    expect(['# x', '- x', '1. x', '12) x', '+ x'].map(plainMarkdown)).toEqual(['\\# x', '\\- x', '1\\. x', '12\\) x', '\\+ x']);
  });
});
