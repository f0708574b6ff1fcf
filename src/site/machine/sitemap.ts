import type { SiteContext } from '../site-context.js';
import type { SiteFile } from '../site-file.js';
import { sitemapAddress, sitemapPartAddress } from './addresses.js';
import { escapeXml } from './xml.js';

/** Addresses that one file may hold (https://www.sitemaps.org/protocol.html). */
const mostAddresses = 50_000;

/** The site's pages for search engines of an intranet; nothing without an address in the config, since a sitemap has none but absolute ones. */
export function* sitemapFiles(site: SiteContext, most = mostAddresses): Generator<SiteFile> {
  const { config, playbooks } = site.knowledgeBase;
  const { siteAddress } = config;
  if (siteAddress === undefined) return;
  const place = (address: string) => escapeXml(siteAddress + address);
  const entries = [
    ...config.languages.map((language) => `  <url><loc>${place(site.addresses.home(language))}</loc></url>`),
    ...[...playbooks.values()].map((playbook) => {
      const review = site.reviews?.get(playbook.path);
      const changed = review?.isApproved ? `<lastmod>${review.revision?.approvedOn ?? site.today}</lastmod>` : '';
      return `  <url><loc>${place(site.addresses.playbook(playbook))}</loc>${changed}</url>`;
    }),
  ];
  const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  const part = (from: number) => [head, `<urlset ${namespace}>`, ...entries.slice(from, from + most), '</urlset>', ''].join('\n');
  if (entries.length <= most) {
    yield { path: sitemapAddress, content: part(0) };
    return;
  }
  const names: string[] = [];
  for (let from = 0; from < entries.length; from += most) {
    const path = sitemapPartAddress(names.length + 1);
    names.push(path);
    yield { path, content: part(from) };
  }
  const list = names.map((name) => `  <sitemap><loc>${place(name)}</loc></sitemap>`);
  yield { path: sitemapAddress, content: [head, `<sitemapindex ${namespace}>`, ...list, '</sitemapindex>', ''].join('\n') };
}
