import type { Localized } from '../core/model/locale.js';
import type { SiteContext } from './site-context.js';
import { stateOn, type Validity } from './validity.js';

/** What the browser code needs besides the index: where pages are, what belongs together, and what to say about them. */
export interface SitePage {
  readonly address: string;
  /** The same for all translations of one subject. */
  readonly group: number;
  readonly validity: Validity;
}

export interface SiteSearchData {
  /** As `loadSearchIndex` takes it. */
  readonly index: unknown;
  /** By path. */
  readonly pages: Readonly<Record<string, SitePage>>;
  readonly channels: Readonly<Record<string, Localized>>;
}

/** A classic script that leaves the search data on the window, as data and not as code. */
export function searchDataScript({ knowledgeBase, addresses, today, reviews }: SiteContext, index: string): string {
  const pages: Record<string, SitePage> = {};
  const groups = new Map<string, number>();
  for (const playbook of knowledgeBase.playbooks.values()) {
    const key = knowledgeBase.translations(playbook)[0]?.path ?? playbook.path;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    pages[playbook.path] = { address: addresses.playbook(playbook), group, validity: stateOn(playbook, today, reviews).validity };
  }
  const channels = Object.fromEntries(knowledgeBase.config.channels.map(({ id, label }) => [id, label]));
  const data = `{"pages":${JSON.stringify(pages)},"channels":${JSON.stringify(channels)},"index":${index.trim() === '' ? 'null' : index}}`;
  return `window.playbookSearchData=JSON.parse(${JSON.stringify(data)});\n`;
}
