import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import type { Navigation, TypeEntry } from '../navigation.js';
import type { SiteContext } from '../site-context.js';
import type { SiteFile } from '../site-file.js';
import { stateOn } from '../validity.js';
import { guideAddress, guidePartAddress, markdownAddress } from './addresses.js';
import { publicAddress } from './page-facts.js';
import { escapeMarkdown } from './resolved-text.js';

/** Pages up to which the guide lists all of them; beyond that it leads to one list for each type. */
const mostInGuide = 500;

/** `llms.txt` (https://llmstxt.org): what the site is and where its pages are as Markdown, by type, in the default language. */
export function* guideFiles(site: SiteContext, navigation: Navigation): Generator<SiteFile> {
  const { config } = site.knowledgeBase;
  const { say, types, editions } = navigation;
  const isLarge = editions.length > mostInGuide;
  const lines = [`# ${escapeMarkdown(config.title)}`, '', `> ${say('guideSummary')}`, '', say('guideHow'), ''];
  for (const type of types) {
    lines.push(`## ${escapeMarkdown(type.label)}`, '');
    if (isLarge) {
      const part = guidePartAddress(type.address);
      lines.push(`- [${escapeMarkdown(type.label)}](${publicAddress(site, part)}): ${say('pages', { count: type.playbooks.length })}`, '');
      yield { path: part, content: `# ${escapeMarkdown(type.label)}\n\n${pageLines(type, site, part)}\n` };
    } else lines.push(pageLines(type, site, guideAddress), '');
  }
  yield { path: guideAddress, content: `${lines.join('\n').trim()}\n` };
}

function pageLines({ playbooks }: TypeEntry, site: SiteContext, from: string): string {
  return playbooks.map((playbook) => pageLine(playbook, site, from)).join('\n');
}

function pageLine(playbook: Playbook, site: SiteContext, from: string): string {
  const page = markdownAddress(site.addresses.playbook(playbook));
  const address = site.knowledgeBase.config.siteAddress === undefined ? relativePath(from, page) : publicAddress(site, page);
  const { validity } = stateOn(playbook, site.today, site.reviews);
  const note = [validity === 'in-force' ? '' : `(${validity})`, playbook.fields.summary ?? ''].filter((part) => part !== '').join(' ');
  return `- [${escapeMarkdown(playbook.title)}](${address})${note === '' ? '' : `: ${note.replace(/\s+/g, ' ')}`}`;
}
