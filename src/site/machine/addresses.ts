/** Where the machine-readable files are, from the site's root. */
export const markdownAddress = (page: string): string => page.replace(/\.html$/, '.md');
export const guideAddress = 'llms.txt';
/** The list of the pages of one type, where there are too many for one list. */
export const guidePartAddress = (typePage: string): string => typePage.replace(/\.html$/, '.md');
export const pageIndexAddress = 'playbooks.json';
/** Chunks for retrieval; `number` counts from 1. */
export const chunksAddress = (number: number): string => `chunks/${String(number).padStart(4, '0')}.jsonl`;
export const feedAddress = 'feed.xml';
export const sitemapAddress = 'sitemap.xml';
export const sitemapPartAddress = (number: number): string => `sitemap-${number}.xml`;
