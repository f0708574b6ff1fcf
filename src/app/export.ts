import { toSearchData } from '../core/search/engine.js';
import { buildSite, type SiteFile } from '../site/build-site.js';
import type { Progress } from './ports.js';
import type { Session } from './session.js';

/** The site's browser code and styles. */
export interface SiteAssets {
  readonly script: string;
  readonly style: string;
}

/** All files of the help site of a knowledge base as it is now, one at a time. Progress counts playbooks, roughly. */
export async function* exportSite(session: Session, assets: SiteAssets, progress?: Progress): AsyncGenerator<SiteFile> {
  const { knowledgeBase, files, settings } = session;
  const total = knowledgeBase.playbooks.size;
  let done = 0;
  const site = buildSite({
    knowledgeBase,
    assets,
    readText: async (path) => (await files.read(path))?.text,
    searchData: JSON.stringify(toSearchData(session.searchIndex)),
    today: settings.today,
  });
  for await (const file of site) {
    yield file;
    done += 1;
    progress?.(Math.min(done, total), total);
  }
}
