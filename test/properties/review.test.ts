import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import { isDecisionPath, parseDecision } from '../../src/core/review/decision.js';
import { readIdentity } from '../../src/core/review/identity.js';
import { emptyLedger, enter } from '../../src/core/review/ledger.js';
import type { Ledger } from '../../src/core/review/ledger-data.js';
import { effectOrder, firstParents } from '../../src/core/review/order.js';
import { reviewStates } from '../../src/core/review/states.js';
import { markdownText } from '../support/arbitrary.js';
import { asCommits, changesOf, historyOf, type ModelHistory, pageIds, type Step, steps } from '../support/history-model.js';

const removed = '0'.repeat(40);

/** The slow way: sets of ancestors, every rule as it is said in docs/architecture.md, where so many people must approve. */
function publishedSlowly(history: ModelHistory, id: string, count: number): readonly string[] {
  const { commits, head, texts } = history;
  const order: number[] = [];
  const visit = (number: number): void => {
    if (order.includes(number)) return;
    for (const parent of commits[number]?.parents ?? []) visit(parent);
    order.push(number);
  };
  visit(head);
  const ancestors = (number: number, found = new Set<number>()): ReadonlySet<number> => {
    found.add(number);
    for (const parent of commits[number]?.parents ?? []) if (!found.has(parent)) ancestors(parent, found);
    return found;
  };
  const isOf = (blob: string | undefined) => blob !== undefined && (texts.get(blob) ?? '').includes(`\nid: ${id}\n`);
  const versions: { readonly commit: number; readonly blob: string }[] = [];
  const decisions: {
    readonly commit: number;
    readonly file: string;
    readonly blob: string;
    readonly by: string;
    readonly approves: boolean;
  }[] = [];
  const spoilt: { readonly commit: number; readonly file: string; readonly isEdit: boolean }[] = [];
  for (const commit of order) {
    const changes = changesOf(history, commit);
    const pages = changes.filter(({ path }) => !isDecisionPath(path));
    const now = pages.filter(({ after }) => isOf(after));
    if (now.length > 0) versions.push(...now.map(({ after = '' }) => ({ commit, blob: after })));
    else if (pages.some(({ before }) => before.some(isOf))) versions.push({ commit, blob: removed });
    for (const { path, before, after } of changes.filter((change) => isDecisionPath(change.path))) {
      const decision = after === undefined ? undefined : parseDecision(texts.get(after) ?? '');
      if (before.length > 0) spoilt.push({ commit, file: path, isEdit: after !== undefined });
      else if (decision?.id === id)
        decisions.push({ commit, file: path, blob: decision.blob, by: decision.by, approves: decision.kind === 'approved' });
    }
  }
  const published: { readonly blob: string; readonly introduced: number; readonly writers: readonly string[] }[] = [];
  const counted: { readonly commit: number; readonly blob: string; readonly by: string; readonly approves: boolean }[] = [];
  for (const { commit, file, blob, by, approves } of decisions) {
    const last = published.at(-1);
    const isLater = (other: number) => order.indexOf(other) >= order.indexOf(commit);
    const isVoid = spoilt.some(
      (mark) => mark.file === file && isLater(mark.commit) && (mark.isEdit || commits[mark.commit]?.writers[0] === by),
    );
    if (isVoid || commits[commit]?.writers[0] !== by) continue;
    const isPublished = last?.blob === blob;
    const behind = last ? ancestors(last.introduced) : new Set<number>();
    const seen = ancestors(commit);
    const found = versions.filter(
      (version) => version.blob === blob && seen.has(version.commit) && (isPublished || !behind.has(version.commit)),
    );
    if (found.length === 0) continue;
    const arrived = versions.filter((version) => order.indexOf(version.commit) <= order.indexOf(commit));
    const writers = isPublished
      ? last.writers
      : arrived
          .filter(
            (version) =>
              version.blob === blob || (found.some(({ commit: at }) => ancestors(at).has(version.commit)) && !behind.has(version.commit)),
          )
          .flatMap((version) => commits[version.commit]?.writers ?? []);
    if (approves && writers.includes(by)) continue;
    counted.push({ commit, blob, by, approves });
    if (!approves || isPublished) continue;
    // What somebody said last about this text holds, if the text was there.
    const heard = new Map(counted.filter((decision) => decision.blob === blob).map((decision) => [decision.by, decision]));
    const present = [...heard.values()].filter((decision) => found.some((version) => ancestors(decision.commit).has(version.commit)));
    if (present.some((decision) => !decision.approves)) continue;
    if (present.filter((decision) => !writers.includes(decision.by)).length < count) continue;
    published.push({ blob, introduced: found.at(-1)?.commit ?? commit, writers });
  }
  return published.map(({ blob }) => blob);
}

function enterAll(history: ModelHistory, head: number, before: Ledger = emptyLedger('')): Ledger {
  const commits = asCommits(history, head);
  const hash = history.commits[head]?.hash ?? '';
  const known = new Set(before.commits.map((commit) => commit.hash));
  const main = new Set(firstParents(hash, commits));
  const textOf = (blob: string) => history.texts.get(blob);
  return enter(
    before,
    hash,
    effectOrder(hash, commits, (candidate) => known.has(candidate)),
    (candidate) => main.has(candidate),
    textOf,
  );
}

function statesOf(history: ModelHistory, ledger: Ledger) {
  const tree = history.commits[history.head]?.tree ?? new Map<string, string>();
  return reviewStates(ledger, tree, { today: '2026-11-22', textOf: (blob) => history.texts.get(blob) });
}

const published = (reviewed: ReturnType<typeof statesOf>, id: string) =>
  reviewed.judgements.get(id)?.revisions.map(({ blob }) => blob) ?? [];

describe('approvals in random histories of several people', () => {
  it('are those that the slow way finds, after edits, moves, removals, merges, reverts, objections and forgeries', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(1, 2), (script: readonly Step[], count) => {
        const history = historyOf(script, count);
        const reviewed = statesOf(history, enterAll(history, history.head));
        for (const id of pageIds) {
          expect(published(reviewed, id)).toEqual(publishedSlowly(history, id, count));
          const state = reviewed.states.get(id);
          if (state?.state === 'approved') expect(state.blob).toBe(published(reviewed, id).at(-1));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('are the same whether the history is entered at once or continued from any commit of the branch', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (script, number) => {
        const history = historyOf(script);
        const main: number[] = [];
        for (let at: number | undefined = history.head; at !== undefined; at = history.commits[at]?.parents[0]) main.push(at);
        const first = enterAll(history, main[number % main.length] ?? 0);
        const continued = enterAll(history, history.head, first);
        const whole = enterAll(history, history.head);
        expect(continued.commits.map(({ hash }) => hash)).toEqual(whole.commits.map(({ hash }) => hash));
        for (const id of pageIds) {
          expect(statesOf(history, continued).states.get(id)).toEqual(statesOf(history, whole).states.get(id));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readIdentity', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'id: a',
      'id: b-1',
      'id: "q"',
      "id: 'q'",
      'id: 12',
      'id: true',
      'id:',
      'id: a b',
      'type: policy',
      'type: policy # x',
      'risk: high',
      'valid_to: 2026-12-31',
      'review_every: 90d',
      'review_every: 90',
      'retired_on: 2026-01-01 # x',
      'replaced_by: b',
      'tags: [a, b]',
      'tags: [1, true]',
      'tags: [退款]',
      'tags: a',
      'tags:',
      '  - a',
      '- a',
      'title: 标题',
      'title: "x',
      'x"',
      'summary: |',
      '  id: inner',
      'summary: >-',
      '? id',
      ': a',
      '<<: {id: z}',
      '&a',
      '*a',
      'placeholders:',
      '  order_id: { type: text, label: "订单 #1" }',
      '  x',
      '# id: c',
      '',
      '\tid: t',
      'id : spaced',
      '"id": quoted',
      '{id: flow}',
      '...',
      '---',
      'a: b: c',
      'utterances: [我要退款, "a, b"]',
      'product: 宽带：光纤',
      'lang: zh-Hans ',
    ),
    fc.string({ maxLength: 12 }),
  );
  const frontMatter = fc
    .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('---', '---yaml', '--- ', '+++', ' ---'))
    .map(([lines, end, mark]) => [mark, ...lines, mark.replace('yaml', ''), '', '正文', ''].join(end));

  it('reads what parsePlaybook reads, of any text', () => {
    fc.assert(
      fc.property(fc.oneof(frontMatter, markdownText), (text) => {
        const playbook = parsePlaybook('x.md', { text }, 'zh-Hans');
        const { id, type, tags, risk, life } = readIdentity(text);
        expect({ id, type, tags, risk, ...life }).toEqual({
          id: playbook.hasOwnId ? playbook.id : undefined,
          type: playbook.type,
          tags: playbook.fields.tags,
          risk: playbook.fields.risk,
          ...Object.fromEntries(
            (['validTo', 'reviewEvery', 'retiredOn', 'replacedBy'] as const).flatMap((key) =>
              playbook.fields[key] === undefined ? [] : [[key, playbook.fields[key]]],
            ),
          ),
        });
      }),
      { numRuns: 4000 },
    );
  });
});
