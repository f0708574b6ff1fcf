/** A commit as the order and the ancestry need it. */
export interface GraphCommit {
  readonly hash: string;
  readonly parents: readonly string[];
}

/**
 * Commits in the order in which they took effect on the current branch: a commit comes after its parents, and what a merge
 * brings in comes right before the merge, whenever it was written. So the order up to a commit of the branch itself never
 * changes when commits follow. `known` commits come before all of these and are left out.
 */
export function effectOrder<Item extends GraphCommit>(
  head: string,
  commits: ReadonlyMap<string, Item>,
  known: (hash: string) => boolean,
): readonly Item[] {
  const order: Item[] = [];
  const done = new Set<string>();
  const stack: { readonly hash: string; next: number }[] = [{ hash: head, next: 0 }];
  const entered = new Set([head]);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const commit = commits.get(top.hash);
    const parent = commit?.parents[top.next];
    top.next += 1;
    if (parent !== undefined) {
      if (!known(parent) && !entered.has(parent)) {
        entered.add(parent);
        stack.push({ hash: parent, next: 0 });
      }
      continue;
    }
    stack.pop();
    if (commit && !known(top.hash) && !done.has(top.hash)) {
      done.add(top.hash);
      order.push(commit);
    }
  }
  return order;
}

/** The commits of the branch itself: the head, its first parent, and so on, as far as they are among these. */
export function firstParents(head: string, commits: ReadonlyMap<string, GraphCommit>): readonly string[] {
  const chain: string[] = [];
  for (let commit = commits.get(head); commit; commit = commits.get(commit.parents[0] ?? '')) chain.push(commit.hash);
  return chain;
}

/** A commit by its place in the effect order. */
export interface PlacedCommit {
  readonly hash: string;
  /** Places of its parents. */
  readonly parents: readonly number[];
  /** Whether it is on the branch itself, so that everything before it in the order is its ancestor. */
  readonly isMain: boolean;
}

/** Whether the first is the second or one of its ancestors; both by place in the effect order. */
export type IsAncestor = (ancestor: number, descendant: number) => boolean;

/** Answers from the branch itself in one step; commits that a merge brought in are walked back to the branch, once. */
export function createAncestry(commits: readonly PlacedCommit[]): IsAncestor {
  const walks = new Map<number, { readonly upTo: number; readonly beside: ReadonlySet<number> }>();
  function walk(place: number): { readonly upTo: number; readonly beside: ReadonlySet<number> } {
    const before = walks.get(place);
    if (before) return before;
    let upTo = -1;
    const beside = new Set<number>([place]);
    const queue = [place];
    for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
      for (const parent of commits[here]?.parents ?? []) {
        if (commits[parent]?.isMain) upTo = Math.max(upTo, parent);
        else if (!beside.has(parent)) {
          beside.add(parent);
          queue.push(parent);
        }
      }
    }
    const found = { upTo, beside };
    walks.set(place, found);
    return found;
  }
  return (ancestor, descendant) => {
    if (ancestor > descendant) return false;
    if (ancestor === descendant || commits[descendant]?.isMain) return true;
    const { upTo, beside } = walk(descendant);
    return ancestor <= upTo || beside.has(ancestor);
  };
}

/**
 * The last commit of the branch itself that was there on a day (ISO 8601). Days are those the committers wrote, each in their
 * own time zone, so the answer is the same everywhere; a commit never counts as earlier than the one before it, whatever its
 * date says. Undefined if there was none.
 */
export function commitOn(commits: readonly (PlacedCommit & { readonly day: string })[], day: string): string | undefined {
  let found: string | undefined;
  let latest = '';
  for (const commit of commits) {
    if (!commit.isMain) continue;
    if (commit.day > latest) latest = commit.day;
    if (latest > day) break;
    found = commit.hash;
  }
  return found;
}
