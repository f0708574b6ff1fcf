import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Comparison } from '../core/model/comparison.js';
import type { Playbook } from '../core/model/playbook.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import { compare } from '../core/review/compare/compare.js';
import type { ComparedPage } from '../site/comparison/comparison-page.js';

/** Pages that show a snippet are rendered twice each; a reviewer looks at the first of them and counts the rest. */
const mostReached = 50;

export interface PageComparison {
  readonly comparison: Comparison;
  readonly page: ComparedPage;
  /** Pages that embed it, directly or through others, in path order. */
  readonly reached: readonly ComparedPage[];
  /** How many more there are. */
  readonly reachedMore: number;
}

/**
 * Two texts of the playbook at a path, each in the knowledge base as it is otherwise, so that the pages that embed it show what
 * this change alone does. An absent text is a file that is not there.
 */
export function comparePage(
  knowledgeBase: KnowledgeBase,
  path: string,
  before: string | undefined,
  after: string | undefined,
): PageComparison {
  const withText = (text: string | undefined): KnowledgeBase =>
    knowledgeBase.with({
      playbooks: new Map([[path, text === undefined ? undefined : parsePlaybook(path, { text }, knowledgeBase.config.defaultLanguage)]]),
    });
  const [old, now] = [withText(before), withText(after)];
  const paths = [...new Set([...embeddersOf(path, old), ...embeddersOf(path, now)])].sort();
  return {
    comparison: compare(before, after, { types: knowledgeBase.types.values() }),
    page: pageIn(path, old, now),
    reached: paths.slice(0, mostReached).map((reached) => pageIn(reached, old, now)),
    reachedMore: Math.max(0, paths.length - mostReached),
  };
}

function pageIn(path: string, old: KnowledgeBase, now: KnowledgeBase): ComparedPage {
  const [before, after] = [old.playbooks.get(path), now.playbooks.get(path)];
  return {
    ...(before && { before: { playbook: before, knowledgeBase: old } }),
    ...(after && { after: { playbook: after, knowledgeBase: now } }),
  };
}

/** Paths of all playbooks that show this one, however many embeds lie between. */
function embeddersOf(path: string, knowledgeBase: KnowledgeBase): ReadonlySet<string> {
  const found = new Set<string>();
  const start = knowledgeBase.playbooks.get(path);
  const queue: Playbook[] = start ? [start] : [];
  for (let playbook = queue.pop(); playbook; playbook = queue.pop()) {
    for (const embedder of knowledgeBase.embeddedIn(playbook)) {
      const next = knowledgeBase.playbooks.get(embedder);
      if (!next || found.has(embedder) || embedder === path) continue;
      found.add(embedder);
      queue.push(next);
    }
  }
  return found;
}
