import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { previewPolicy } from '../../src/app/preview.js';
import { siteOf } from './support.js';

const guide = readFileSync('docs/hosting.md', 'utf8');

describe('hosting', () => {
  it('is documented with the policy that pages state and the preview sends', () => {
    expect(guide.split(previewPolicy)).toHaveLength(5);
    expect(guide.match(/default-src/g)).toHaveLength(4);
  });

  it('shows a page that is not there at any depth, in a folder too', async () => {
    const page = async (config: string) => (await siteOf({ 'playbook.config.yaml': config, 'a.md': '# 甲\n' })).get('404.html') ?? '';
    const atRoot = await page('title: href="x\n');
    expect(atRoot).toContain('<html lang="zh-Hans" data-root="/">');
    expect(atRoot).toContain('<link rel="stylesheet" href="/site.css">');
    expect(atRoot).toContain('<script src="/site.js" defer></script>');
    expect(atRoot).toContain('>href="x</a>');
    const inFolder = await page('site: { address: "https://www.example.com/help" }\n');
    expect(inFolder).toContain('data-root="/help/"');
    expect(inFolder).toContain('<a href="/help/all.html">');
    expect(await page('site: { address: "https://www.example.com/$&\\"onload" }\n')).toContain('data-root="/$&%22onload/"');
  });

  it('asks search engines not to list pages unless the config allows it', async () => {
    const page = async (config: string) =>
      (await siteOf({ 'playbook.config.yaml': config, 'a.md': '---\nsummary: 七天内。\n---\n\n# 甲\n' })).get('pages/a.html') ?? '';
    expect(await page('title: x\n')).toContain('<meta name="robots" content="noindex">');
    const open = await page('site: { search_engines: allow }\n');
    expect(open).not.toContain('robots');
    expect(open).toContain('<meta name="description" content="七天内。">');
  });
});
