import type { KnowledgeBase, LinkTarget } from '../core/knowledge-base.js';
import { lifeOn, successorOf } from '../core/life.js';
import type { Playbook } from '../core/model/playbook.js';

/** A playbook that agents no longer see, though its address stays. */
export interface WithdrawnPage {
  readonly playbook: Playbook;
  readonly reason: 'retired' | 'expired';
  /** What takes its place. */
  readonly successor?: Playbook;
}

export interface ShownContent {
  /** What agents see. What leads to a retired playbook leads to its successor here. */
  readonly knowledgeBase: KnowledgeBase;
  readonly withdrawn: readonly WithdrawnPage[];
}

/**
 * What of a knowledge base agents see on a day: nothing before its first valid day, nothing that is retired, and nothing
 * after its last valid day where the config hides that. The parts given are all there is to see, and stay as they are.
 */
export function shownOn(all: KnowledgeBase, today: string): ShownContent {
  const gone = new Map<string, undefined>();
  const withdrawn: WithdrawnPage[] = [];
  for (const playbook of all.playbooks.values()) {
    const { validity } = lifeOn(playbook, today);
    const isHidden = validity === 'expired' && all.config.expiredPages === 'hide';
    if (validity !== 'not-yet' && validity !== 'retired' && !isHidden) continue;
    gone.set(playbook.path, undefined);
    if (validity === 'not-yet') continue;
    const successor = validity === 'retired' ? successorOf(playbook, all, today) : undefined;
    withdrawn.push({ playbook, reason: validity === 'retired' ? 'retired' : 'expired', ...(successor && { successor }) });
  }
  if (gone.size === 0) return { knowledgeBase: all, withdrawn };
  return { knowledgeBase: leadOn(all.with({ playbooks: gone }), all, withdrawn), withdrawn };
}

/** The same, but ids and links of what was withdrawn lead to its successor, or to the note in its place. */
function leadOn(shown: KnowledgeBase, all: KnowledgeBase, withdrawn: readonly WithdrawnPage[]): KnowledgeBase {
  const byPath = new Map(withdrawn.map((page) => [page.playbook.path, page]));
  // A successor may itself be hidden or not yet valid.
  const successorIn = (page: WithdrawnPage | undefined) => page?.successor && shown.playbooks.get(page.successor.path);
  const withId = (id: string): readonly Playbook[] => {
    const found = shown.withId(id);
    if (found.length > 0) return found;
    const successor = successorIn(byPath.get(all.withId(id)[0]?.path ?? ''));
    return successor ? [successor] : [];
  };
  return {
    ...shown,
    withId,
    resolveInclude: (include) => withId(include.id)[0],
    resolveLink: (from, link): LinkTarget => {
      const target = shown.resolveLink(from, link);
      if (target.kind !== 'missing') return target;
      const meant = all.resolveLink(from, link);
      const page = meant.kind === 'playbook' ? byPath.get(meant.playbook.path) : undefined;
      if (!page) return target;
      return { kind: 'playbook', playbook: successorIn(page) ?? page.playbook, anchor: '', anchorFound: true };
    },
  };
}
