import type { KnowledgeBase } from '../core/knowledge-base.js';
import { searchDocuments } from '../core/search/documents.js';
import type { IndexParts } from '../core/search/index-parts.js';
import { indexOf, type SearchIndex, updateIndex } from '../core/search/search-index.js';
import { writeIndex } from '../core/search/write-index.js';

/** Playbooks that may differ from the written index: with more, searching them one by one costs more than writing it anew. */
const mostChanges = 200;

interface Kept {
  readonly index: SearchIndex;
  /** Places of playbooks in the index, by path. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** The search index of a knowledge base that changes: written when it is first needed, then kept true file by file. */
export class SearchKeeper {
  #kept: Kept | undefined;

  get isKept(): boolean {
    return this.#kept !== undefined;
  }

  /** The index of a knowledge base as it is now. */
  index(knowledgeBase: KnowledgeBase): SearchIndex {
    this.#kept ??= keep([...knowledgeBase.playbooks.keys()], writeIndex(searchDocuments(knowledgeBase)));
    return this.#kept.index;
  }

  /** The index of a part of the knowledge base; the documents of `changed` differ in it, or are not there. */
  indexOfPart(all: KnowledgeBase, part: KnowledgeBase, changed: readonly string[]): SearchIndex {
    this.index(all);
    const keeper = new SearchKeeper();
    keeper.#kept = this.#kept;
    keeper.update(part, changed);
    return keeper.index(part);
  }

  /** Everything may be ranked otherwise now: the index is written anew when it is next needed. */
  forget(): void {
    this.#kept = undefined;
  }

  /** Takes over the parts of an index whose playbooks are these, in the order of their numbers. */
  adopt(paths: readonly string[], parts: IndexParts): void {
    this.#kept = keep(paths, parts);
  }

  /** Takes in that the texts of some files are others now. `knowledgeBase` holds the new ones. */
  update(knowledgeBase: KnowledgeBase, paths: readonly string[]): void {
    if (!this.#kept) return;
    let { index } = this.#kept;
    const numbers = new Map(this.#kept.numbers);
    for (const path of paths) {
      const playbook = knowledgeBase.playbooks.get(path);
      const number = numbers.get(path) ?? (playbook ? index.size : undefined);
      if (number === undefined) continue;
      numbers.set(path, number);
      index = updateIndex(index, number, playbook && searchDocuments(knowledgeBase, [playbook]));
    }
    this.#kept = index.changes.size > mostChanges ? undefined : { index, numbers };
  }
}

function keep(paths: readonly string[], parts: IndexParts): Kept {
  return { index: indexOf(parts), numbers: new Map(paths.map((path, number) => [path, number])) };
}
