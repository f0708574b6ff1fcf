import type { PreviewAnswer } from '../../lsp/protocol.js';
import type { PageData } from './messages.js';

/** What any page of the extension loads, as addresses that the webview understands. */
export interface OwnResources {
  /** What the editor calls its own resources in a policy. */
  readonly cspSource: string;
  /** Random, for this page alone. */
  readonly nonce: string;
  readonly pageScript: string;
  readonly pageStyle: string;
  /** Address that the page is made from again after the window was loaded anew. */
  readonly restoredFrom?: string;
}

/** What an exported page loads beside that. */
export interface PageResources extends OwnResources {
  /** The address of a script or style of the help site, by its name. */
  readonly siteFile: (name: string) => string;
  /** The address of a file of the knowledge base in the webview. */
  readonly fileAddress: (uri: string) => string;
}

/**
 * An exported page as a webview shows it: the same markup, with the webview's addresses and policy. Only the site's scripts and
 * the preview's own run, all by nonce; links to playbooks and to pages that only the whole site has are marked for the latter.
 */
export function previewPage(answer: PreviewAnswer, data: PageData, resources: PageResources): string {
  return answer.html
    .replace(
      /<head>([\s\S]*?)<\/head>/,
      (_whole, inside: string) => `<head>${keptOfHead(inside)}${loaded(inside, answer, data, resources)}</head>`,
    )
    .replace(/<body[\s\S]*$/, (body) => body.replace(tagWithAddress, (tag) => rewriteTag(tag, answer, resources)));
}

/** What the site makes for itself, which comes with the answer, and what decides on a theme, which the editor does. */
const madeHere = /^(?:theme|words\.[\w-]+)\.js$|^accent\.css$/;

/** What the page loads: the site's own files that it names, in their order, between what the preview brings. */
function loaded(head: string, answer: PreviewAnswer, data: PageData, resources: PageResources): string {
  const { nonce, siteFile, pageScript, pageStyle } = resources;
  const named = (tags: RegExp) =>
    [...head.matchAll(tags)]
      .map(([, address = '']) => address.split('/').at(-1) ?? '')
      .filter((name) => /^[\w.-]+$/.test(name) && !madeHere.test(name));
  const style = (address: string) => `<link rel="stylesheet" href="${escapeAttribute(address)}">`;
  const script = (address: string) => `<script nonce="${nonce}" src="${escapeAttribute(address)}" defer></script>`;
  return [
    policy(resources),
    ...named(/<link rel="stylesheet" href="([^"]*)">/g).map((name) => style(siteFile(name))),
    `<style nonce="${nonce}">${answer.accentStyle.replaceAll('<', '\\3c ')}</style>`,
    style(pageStyle),
    dataBlock(data),
    // Before the site's scripts, which find their texts there.
    script(pageScript),
    ...named(/<script src="([^"]*)"[^>]*>/g).map((name) => script(siteFile(name))),
  ].join('');
}

/** A page that says why there is nothing to show, with at most one thing to do about it. */
export function messagePage(
  message: { readonly title: string; readonly text: string; readonly action?: { readonly label: string; readonly command: string } },
  language: string,
  resources: OwnResources,
): string {
  const button = message.action
    ? `<p><button type="button" data-command="${escapeAttribute(message.action.command)}">${escapeText(message.action.label)}</button></p>`
    : '';
  const body = `<main role="alert"><h1>${escapeText(message.title)}</h1><p>${escapeText(message.text)}</p>${button}</main>`;
  return ownPage(message.title, body, language, resources, 'preview-message');
}

/** A page of the extension's own, in the editor's own style. */
export function ownPage(title: string, body: string, language: string, resources: OwnResources, kind = 'own-page'): string {
  return `<!doctype html><html lang="${escapeAttribute(language)}"><head><meta charset="utf-8">${policy(resources)}<title>${escapeText(title)}</title>${ownFiles(resources)}</head><body class="${kind}">${body}</body></html>`;
}

/** A page that compares two wordings, self-contained and without script, in a webview: its theme follows the editor's. */
export function comparisonInWebview(html: string, resources: OwnResources): string {
  const { nonce } = resources;
  return html.replace(
    /<head>([\s\S]*?)<\/head>/,
    (_whole, inside: string) =>
      `<head>${policy(resources, 'data:')}${inside
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
        .replaceAll('<style>', `<style nonce="${nonce}">`)}${ownFiles(resources)}</head>`,
  );
}

/** The extension's own style and script, and what the script is to leave behind for the next time. */
function ownFiles({ nonce, pageScript, pageStyle, restoredFrom }: OwnResources): string {
  const address = restoredFrom === undefined ? '' : `<meta name="playbook-address" content="${escapeAttribute(restoredFrom)}">`;
  return `${address}<link rel="stylesheet" href="${escapeAttribute(pageStyle)}"><script nonce="${nonce}" src="${escapeAttribute(pageScript)}" defer></script>`;
}

function policy({ cspSource, nonce }: OwnResources, morePictures = ''): string {
  const rules = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src ${cspSource} ${morePictures}`.trim(),
    `media-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(rules.join('; '))}">`;
}

/** Of an exported page's head: what says something of the page, nothing that loads or allows anything. */
function keptOfHead(inside: string): string {
  return (inside.match(/<meta (?:charset|name)="[^>]*>|<title>[\s\S]*?<\/title>/g) ?? []).join('');
}

/** JSON in a page: data, whatever it holds. */
function dataBlock(data: PageData): string {
  return `<script type="application/json" id="playbookPreview">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** A tag that loads or leads somewhere. In text and in attributes of generated pages `<` is always escaped, so this is a tag. */
const tagWithAddress = /<(?:a|img|source|video|audio|link|script)(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*>/g;

function rewriteTag(tag: string, answer: PreviewAnswer, resources: PageResources): string {
  // Nothing in a body loads a script or style.
  if (/^<(?:script|link)\b/.test(tag)) return '';
  return tag.replace(/ (src|href|poster)="([^"]*)"/g, (whole, name: string, written: string) => {
    if (written === '' || written.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(written)) return whole;
    const [path = '', anchor = ''] = splitAnchor(written);
    const address = resolveAddress(answer.address, path);
    const file = answer.assets[address];
    if (file !== undefined) return ` ${name}="${escapeAttribute(resources.fileAddress(file))}"`;
    const page = answer.pages[address];
    if (name !== 'href') return '';
    if (page === undefined) return `${whole} data-preview-absent`;
    return `${whole} data-preview-page="${escapeAttribute(page)}" data-preview-anchor="${anchor}"`;
  });
}

function splitAnchor(address: string): readonly [string, string] {
  const at = address.indexOf('#');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

/** A path on the site, from the page that names it. */
function resolveAddress(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
