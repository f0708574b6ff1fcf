import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRun } from '../../../src/core/protocol-run/read-run.js';
import { mergeEntries, type RunEntry, runBounds } from '../../../src/core/protocol-run/run.js';
import { readSpan } from '../../../src/core/protocol-run/span.js';
import { nextStep, statusOf, urgencyOf } from '../../../src/core/protocol-run/status.js';
import { minute, runOf, sampleProtocol, T0 } from '../../site/run/support.js';

const protocol = sampleProtocol('protocols/protocol-system-outage.md');

describe('a protocol', () => {
  it('is read with its matrix, times and steps', () => {
    expect(protocol.cells).toEqual([
      ['P1', 'P1', 'P2'],
      ['P1', 'P2', 'P3'],
      ['P2', 'P3', 'P4'],
    ]);
    expect(protocol.priorities.map(({ id, level, respond, update }) => [id, level, respond, update?.every])).toEqual([
      ['P1', 1, 5 * minute, 30 * minute],
      ['P2', 2, 15 * minute, 60 * minute],
      ['P3', 3, 120 * minute, 240 * minute],
      ['P4', 4, 1440 * minute, 1440 * minute],
    ]);
    expect(protocol.steps).toHaveLength(12);
    expect(protocol.steps[3]).toEqual({
      key: protocol.steps[3]?.key,
      number: 4,
      text: '报出故障代码、受影响业务、开始时间，给出能否绕行；没有结论也要说“仍在定位”。',
      owner: '技术值班',
      within: 15 * minute,
      record: '故障代码、影响范围、绕行办法',
    });
    expect(new Set(protocol.steps.map(({ key }) => key)).size).toBe(12);
  });

  it.each([
    ['5m', 5],
    ['5 分钟', 5],
    ['每 30 分鐘', 30],
    ['1 小时 30 分钟', 90],
    ['半小时', 30],
    ['4 hours', 240],
    ['２４ 小時', 1440],
    ['每天一次', 1440],
    ['day', 1440],
    ['1.5 h', 90],
    ['立即', undefined],
    ['m', undefined],
    ['', undefined],
  ])('%s is a length of time', (text, minutes) => {
    expect(readSpan(text)).toBe(minutes === undefined ? undefined : minutes * minute);
  });
});

describe('how a run stands', () => {
  it('follows from its entries: the last word on each step counts', () => {
    const [first, second] = protocol.steps;
    const run = runOf(protocol, [
      [1, { kind: 'step', step: first?.key ?? '', done: true }],
      [2, { kind: 'step', step: first?.key ?? '', done: false }],
      [3, { kind: 'step', step: second?.key ?? '', done: true }],
      [4, { kind: 'note', step: 'gone1', text: '旧步骤' }],
      [5, { kind: 'graded', priority: 'P3' }],
      [6, { kind: 'message', title: '首次通知', text: '' }],
    ]);
    const status = statusOf(run, protocol);
    expect(status.steps.map(({ done }) => done !== undefined).slice(0, 3)).toEqual([false, true, false]);
    expect(status.priority?.id).toBe('P3');
    expect(status.response).toEqual({ deadline: T0 + 120 * minute });
    expect(status.update).toEqual({ deadline: T0 + 246 * minute, last: T0 + 6 * minute });
    expect(status.gone.map(({ key, number }) => [key, number])).toEqual([['gone1', undefined]]);
    expect(nextStep(status.steps)?.step.number).toBe(1);
  });

  it('warns in the last fifth of the time, between one minute and ten', () => {
    const at = (minutes: number, limit: number) => urgencyOf(T0 + limit * minute, T0, T0 + minutes * minute);
    expect([at(3.9, 5), at(4, 5), at(5, 5)]).toEqual(['open', 'soon', 'late']);
    expect([at(23, 30), at(24, 30)]).toEqual(['open', 'soon']);
    expect([at(1429, 1440), at(1430, 1440)]).toEqual(['open', 'soon']);
  });
});

describe('records of one run', () => {
  const entries = fc
    .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{4}$/), at: fc.integer({ min: T0, max: T0 + 50 }) }), {
      selector: ({ id }) => id,
      maxLength: 20,
    })
    .map((list) => list.map((entry): RunEntry => ({ ...entry, kind: 'taken-over' })));

  it('join to the same in whatever order, and joining again changes nothing', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 20 }), (all, at) => {
        const [one, other] = [all.slice(0, at + 3), all.slice(at)];
        const joined = mergeEntries(one, other);
        expect(mergeEntries(other, one)).toEqual(joined);
        expect(mergeEntries(joined, one)).toEqual(joined);
        expect(joined).toHaveLength(all.length);
      }),
    );
  });
});

describe('a run from elsewhere', () => {
  const good = runOf(protocol, [[1, { kind: 'note', text: '一\n二' }]]);

  it('is the same when it was ours', () => {
    expect(readRun(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it('loses what would disguise its text, and what it does not know', () => {
    const strange = { ...good, more: 1, entries: [{ ...good.entries[0], by: 'a\u202eb\u0000c', extra: '<b>' }] };
    expect(readRun(strange)?.entries[0]).toEqual({ ...good.entries[0], by: 'a b c' });
  });

  it.each([
    ['no object', 'x'],
    ['another format', { ...good, format: 2 }],
    ['no entries', { ...good, entries: [] }],
    ['too many entries', { ...good, entries: Array(runBounds.entries + 1).fill(good.entries[0]) }],
    ['an entry twice', { ...good, entries: [good.entries[0], good.entries[0]] }],
    ['time that runs back', { ...good, entries: [good.entries[0], { ...good.entries[1], at: 5 }] }],
    ['no first grade', { ...good, entries: [good.entries[1]] }],
    ['a kind that is none', { ...good, entries: [good.entries[0], { ...good.entries[1], kind: 'constructor' }] }],
    ['a time that is none', { ...good, entries: [{ ...good.entries[0], at: 1e300 }] }],
    ['a name that is none', { ...good, id: '../x' }],
  ])('is refused with %s', (_, value) => {
    expect(readRun(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readRun(value)));
    fc.assert(fc.property(fc.anything(), fc.anything(), (entry, id) => void readRun({ ...good, id, entries: [good.entries[0], entry] })));
  });
});
