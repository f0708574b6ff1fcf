import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook } from '../model/playbook.js';

const indexNames = ['index.md', 'README.md', '_index.md', 'readme.md', 'SUMMARY.md'] as const;

export function isIndexPage(path: string): boolean {
  const name = path.split('/').at(-1);
  return indexNames.some((index) => index === name);
}

/** Folder of a path, `''` for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Fewest pages of its own folder that a page must link to before it counts as their list. */
const fewestListed = 3;

/**
 * The page that lists a folder. Only there is a page without links an oversight; a folder that nobody
 * lists, as most folders not written for us, has nothing but such pages.
 */
export function folderListing(knowledgeBase: KnowledgeBase, folder: string): Playbook | undefined {
  return indexNames
    .flatMap((name) => knowledgeBase.playbooks.get(folder === '' ? name : `${folder}/${name}`) ?? [])
    .find((index) => {
      const listed = new Set<string>();
      for (const link of index.links) {
        const target = knowledgeBase.resolveLink(index, link);
        const isListed = target.kind === 'playbook' && target.playbook !== index && folderOf(target.playbook.path) === folder;
        if (isListed) listed.add(target.playbook.path);
        if (listed.size >= fewestListed) return true;
      }
      return false;
    });
}
