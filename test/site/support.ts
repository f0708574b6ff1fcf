import { deflateRawSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visitParents } from 'unist-util-visit-parents';
import { createAddresses } from '../../src/site/addresses.js';
import { buildSite, type SiteFile, type SiteInput } from '../../src/site/build-site.js';
import { type RenderedSection, renderBody } from '../../src/site/render/render-body.js';
import { sayIn } from '../../src/site/words.js';
import { type Files, knowledgeBaseOf, today } from '../support/knowledge-base.js';

/** The sanitized HTML of one file's body, its headings as `<h2 id=…>`. */
export function bodyOf(files: Files, path = 'page.md'): string {
  const knowledgeBase = knowledgeBaseOf(files);
  const playbook = knowledgeBase.playbooks.get(path);
  if (!playbook) throw new Error(`no ${path}`);
  const { root, footnotes } = renderBody(playbook, { knowledgeBase, addresses: createAddresses(knowledgeBase), today }, sayIn('en'));
  const html = (section: RenderedSection): string => {
    const { heading, headingContent, content, sections } = section;
    const own = heading ? `<h${heading.depth} id="${heading.anchor}">${toHtml([...headingContent])}</h${heading.depth}>\n` : '';
    return own + toHtml([...content]) + sections.map(html).join('');
  };
  return (html(root) + (footnotes ? toHtml(footnotes) : '')).trim();
}

/** Every file of the site by path; copies as `copy of …`. */
export async function siteOf(files: Files, options: Pick<SiteInput, 'formats' | 'reviews'> = {}): Promise<ReadonlyMap<string, string>> {
  const knowledgeBase = knowledgeBaseOf(files);
  const site = new Map<string, string>();
  const output: AsyncGenerator<SiteFile> = buildSite({
    knowledgeBase,
    assets: {
      script: '/* script */',
      searchScript: '/* search */',
      style: '/* style */',
      historyStyle: '/* history */',
      features: { run: { script: '', style: '' }, flow: { script: '', style: '' }, course: { script: '', style: '' } },
      pack: (text) => deflateRawSync(text).toString('base64'),
    },
    readText: async (path) => files[path],
    today,
    ...options,
  });
  for await (const file of output) site.set(file.path, 'content' in file ? file.content : `copy of ${file.copyOf}`);
  return site;
}

/** Everything in a page that could run, load or send, as a browser reads it; empty when there is nothing. */
export function dangersIn(html: string): readonly string[] {
  const dangers: string[] = [];
  visitParents(fromHtml(html), 'element', (node) => {
    const { tagName, properties } = node;
    const isOwnScript =
      tagName === 'script' &&
      /^(?:\/|(?:\.\.\/)*)(?:site|run|flow|course|theme|words\.[\w-]+)\.js$/.test(String(properties['src'])) &&
      node.children.length === 0;
    if (
      /^(?:script|iframe|object|embed|applet|base|form|style|foreignobject|template|noscript|frame|frameset|portal|math)$/i.test(tagName) &&
      !isOwnScript
    ) {
      dangers.push(`<${tagName}>`);
    }
    if (
      tagName === 'link' &&
      !/^(?:\/|(?:\.\.\/)*)(?:(?:site|run|flow|course|history|accent)\.css|icon\.svg|feed\.xml|[\w-]+\.md)$/.test(
        String(properties['href']),
      )
    )
      dangers.push('<link>');
    for (const [name, value] of Object.entries(properties)) {
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      if (/^on/i.test(name) || ['style', 'srcDoc', 'srcSet', 'action', 'formAction', 'ping', 'background', 'xLinkHref'].includes(name)) {
        dangers.push(`${tagName}[${name}]`);
      }
      if (['href', 'src', 'poster', 'data', 'cite'].includes(name)) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these inside a scheme
        const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
        if (scheme !== undefined && !(name === 'href' && tagName === 'a' && ['http', 'https', 'mailto', 'tel', 'sms'].includes(scheme))) {
          dangers.push(`${tagName}[${name}=${scheme}:]`);
        }
        if (/^[\\/]{2}/.test(text)) dangers.push(`${tagName}[${name}=//]`);
      }
    }
  });
  return dangers;
}
