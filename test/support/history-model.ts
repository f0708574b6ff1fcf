import fc from 'fast-check';
import type { Commit, FileChange } from '../../src/core/model/history.js';
import type { DecisionKind } from '../../src/core/model/review.js';
import { gitBlob } from '../../src/core/parse/blob.js';
import { decisionPath, formatDecision, isDecisionPath } from '../../src/core/review/decision.js';

/** A commit of a history in memory, with its whole tree. */
export interface ModelCommit {
  readonly hash: string;
  readonly parents: readonly number[];
  readonly tree: ReadonlyMap<string, string>;
  readonly writers: readonly string[];
}

export interface ModelHistory {
  readonly commits: readonly ModelCommit[];
  /** Place of the head in `commits`. */
  readonly head: number;
  readonly texts: ReadonlyMap<string, string>;
}

export const pageIds = ['a', 'b'] as const;
const persons = ['ann', 'bea', 'cem', 'dan'].map((name) => `${name}@example.com`);
const person = fc.nat(persons.length - 1);
const branch = fc.nat(2);
const pageNumber = fc.nat(pageIds.length - 1);
const textNumber = fc.nat(3);

/** What people do in a repository, one commit each. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('edit'), branch, who: person, page: pageNumber, text: textNumber, with: fc.option(person) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve'), branch, who: person, page: pageNumber }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask-changes'), branch, who: person, page: pageNumber }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('approve-as'), branch, who: person, page: pageNumber, as: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('approve-text'), branch, who: person, page: pageNumber, text: textNumber }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move'), branch, who: person, page: pageNumber }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove'), branch, who: person, page: pageNumber }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit-decision'), branch, who: person, number: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop-decision'), branch, who: person, number: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('merge'), branch, who: person, from: branch, takes: fc.nat(15), text: fc.option(textNumber) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('branch'), branch, from: branch }) },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 24 });

export function pageText(id: string, text: number): string {
  return `---\nid: ${id}\n---\n\n文字${text}\n`;
}

/** The history that these steps make, where so many people must approve a text. Branch 0 is the one that counts. */
export function historyOf(script: readonly Step[], count = 1): ModelHistory {
  const commits: ModelCommit[] = [];
  const texts = new Map<string, string>();
  const store = (text: string): string => {
    texts.set(gitBlob(text), text);
    return gitBlob(text);
  };
  const commit = (parents: readonly number[], tree: ReadonlyMap<string, string>, ...writers: readonly string[]): number => {
    commits.push({ hash: String(commits.length + 1).padStart(40, '0'), parents, tree, writers: [...new Set(writers)] });
    return commits.length - 1;
  };
  for (const id of pageIds) for (let text = 0; text < 4; text += 1) store(pageText(id, text));
  const start = new Map(pageIds.map((id) => [`${id}.md`, gitBlob(pageText(id, 0))]));
  start.set('playbook.config.yaml', store(`review: { mode: required, rules: [{ count: ${count} }] }\n`));
  const root = commit([], start, persons[0] ?? '');
  const heads = [root, root, root];

  for (const [number, action] of script.entries()) {
    const at = heads[action.branch] ?? root;
    const tree = new Map(commits[at]?.tree);
    const pathOf = (id: string) =>
      [...tree].find(([path, blob]) => !isDecisionPath(path) && texts.get(blob)?.includes(`\nid: ${id}\n`))?.[0];
    const who = 'who' in action ? (persons[action.who] ?? '') : '';
    const writers = [who];
    const parents = [at];
    const decide = (id: string, blob: string, by: string, kind: DecisionKind = 'approved'): void => {
      const decision = { id, kind, blob, assets: {}, by, at: String(number), reviewers: [] } as const;
      const text = formatDecision(decision);
      tree.set(decisionPath(decision, text), store(text));
    };
    switch (action.do) {
      case 'branch':
        heads[action.branch] = heads[action.from] ?? root;
        continue;
      case 'edit': {
        const id = pageIds[action.page] ?? 'a';
        tree.set(pathOf(id) ?? `${id}.md`, gitBlob(pageText(id, action.text)));
        if (action.with !== null) writers.push(persons[action.with] ?? '');
        break;
      }
      case 'approve':
      case 'ask-changes':
      case 'approve-as': {
        const id = pageIds[action.page] ?? 'a';
        const path = pathOf(id);
        const blob = path === undefined ? '0'.repeat(40) : (tree.get(path) ?? '');
        const by = 'as' in action ? (persons[action.as] ?? '') : who;
        decide(id, blob, by, action.do === 'ask-changes' ? 'changes-requested' : 'approved');
        break;
      }
      case 'approve-text': {
        const id = pageIds[action.page] ?? 'a';
        decide(id, gitBlob(pageText(id, action.text)), who);
        break;
      }
      case 'move': {
        const path = pathOf(pageIds[action.page] ?? 'a');
        if (path === undefined) continue;
        tree.set(path.startsWith('x/') ? path.slice(2) : `x/${path}`, tree.get(path) ?? '');
        tree.delete(path);
        break;
      }
      case 'remove': {
        const path = pathOf(pageIds[action.page] ?? 'a');
        if (path === undefined) continue;
        tree.delete(path);
        break;
      }
      case 'edit-decision':
      case 'drop-decision': {
        const files = [...tree.keys()].filter(isDecisionPath);
        const file = files[action.number % Math.max(1, files.length)];
        if (file === undefined) continue;
        if (action.do === 'drop-decision') tree.delete(file);
        else tree.set(file, store(`${texts.get(tree.get(file) ?? '')}note: "改 ${number}"\n`));
        break;
      }
      case 'merge': {
        const from = heads[action.from] ?? root;
        if (from === at) continue;
        const other = commits[from]?.tree ?? new Map<string, string>();
        parents.push(from);
        // Each page is taken from one side as somebody might resolve it; decisions of both sides are kept.
        for (const path of new Set([...tree.keys(), ...other.keys()])) {
          const takesOther = isDecisionPath(path) ? !tree.has(path) : ((action.takes >> (path.length % 4)) & 1) === 1;
          const blob = other.get(path);
          if (!takesOther) continue;
          if (blob === undefined) tree.delete(path);
          else tree.set(path, blob);
        }
        if (action.text !== null) tree.set(pathOf('a') ?? 'a.md', gitBlob(pageText('a', action.text)));
        break;
      }
    }
    heads[action.branch] = commit(parents, tree, ...writers);
  }
  return { commits, head: heads[0] ?? root, texts };
}

/** What git would say a commit changed: what differs from every parent. */
export function changesOf({ commits }: ModelHistory, number: number): readonly FileChange[] {
  const { tree, parents } = commits[number] ?? { tree: new Map<string, string>(), parents: [] };
  const trees = parents.map((parent) => commits[parent]?.tree ?? new Map<string, string>());
  const paths = new Set([...tree.keys(), ...trees.flatMap((parent) => [...parent.keys()])]);
  return [...paths].sort().flatMap((path): FileChange[] => {
    const after = tree.get(path);
    if (trees.some((parent) => parent.get(path) === after)) return [];
    const before = [...new Set(trees.flatMap((parent) => parent.get(path) ?? []))];
    return [{ path, before, ...(after !== undefined && { after }) }];
  });
}

/** The commits as the git adapter would give them, those that the head has. */
export function asCommits(history: ModelHistory, head = history.head): ReadonlyMap<string, Commit> {
  const found = new Map<string, Commit>();
  const add = (number: number): void => {
    const commit = history.commits[number];
    if (!commit || found.has(commit.hash)) return;
    const people = commit.writers.map((email) => ({ name: email, email }));
    const [author = { name: '', email: '' }, ...coAuthors] = people;
    found.set(commit.hash, {
      hash: commit.hash,
      parents: commit.parents.map((parent) => history.commits[parent]?.hash ?? ''),
      author,
      committer: author,
      coAuthors,
      day: '2026-01-01',
      changes: changesOf(history, number),
    });
    for (const parent of commit.parents) add(parent);
  };
  add(head);
  return found;
}
