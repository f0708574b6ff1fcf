import { buildSite, type SiteAssets, type SiteFile, type SiteOptions } from '../site/build-site.js';
import type { Progress } from './ports.js';
import type { Session } from './session.js';

export interface ExportSiteOptions extends SiteOptions {
  readonly progress?: Progress;
}

/** All files of the help site of a knowledge base as it is now, one at a time. Progress counts playbooks, roughly. */
export async function* exportSite(
  session: Session,
  assets: SiteAssets,
  { progress, ...options }: ExportSiteOptions = {},
): AsyncGenerator<SiteFile> {
  const { knowledgeBase, files, settings } = session;
  const total = knowledgeBase.playbooks.size;
  let done = 0;
  const site = buildSite({
    knowledgeBase,
    assets,
    readText: async (path) => (await files.read(path))?.text,
    today: settings.today,
    ...options,
  });
  for await (const file of site) {
    yield file;
    done += 1;
    progress?.(Math.min(done, total), total);
  }
}
