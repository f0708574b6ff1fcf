import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { KnowledgeBase, LinkTarget } from '../../core/knowledge-base.js';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import type { Addresses } from '../addresses.js';
import { isCopied, isPicture } from '../assets.js';
import type { Say } from '../words.js';
import { idScheme } from './prepare.js';
import { replaceChild } from './replace-child.js';
import { textOf } from './to-hast.js';

export interface ResolveContext {
  readonly knowledgeBase: KnowledgeBase;
  readonly addresses: Addresses;
  /** The file whose text the tree comes from: relative links count from it. */
  readonly playbook: Playbook;
  /** The page the tree is shown on. */
  readonly page: string;
  readonly say: Say;
  /** Paths of the knowledge base's files that the page shows or links to. */
  readonly assets: Set<string>;
}

/** Turns links and images into addresses of the site. What leads nowhere, or nowhere safe, becomes plain text. Changes the tree. */
export function resolveTargets(root: Root, context: ResolveContext): void {
  const ids = new Set<string>();
  visitParents(root, 'element', (node) => {
    if (typeof node.properties['id'] === 'string') ids.add(node.properties['id']);
  });
  visitParents(root, 'element', (node, ancestors) => {
    if (node.tagName === 'a') resolveLink(node, ids, context);
    else if (node.tagName === 'img') {
      const shown = resolveImage(node, context);
      if (shown !== node) return [SKIP, replaceChild(ancestors.at(-1), node, [shown])];
    } else if (node.tagName === 'video' || node.tagName === 'audio' || node.tagName === 'source') resolveMedia(node, context);
    return undefined;
  });
}

function resolveLink(node: Element, ids: ReadonlySet<string>, context: ResolveContext): void {
  const { href } = node.properties;
  const { rel: _rel, target: _target, download: _download, className, ...kept } = node.properties;
  if (href === undefined || href === null) return;
  const written = String(href);
  // Footnotes bring ids and links of their own that fit already.
  if (written.startsWith('#user-content-') && ids.has(written.slice(1))) return;
  node.properties = kept;
  const target = targetOf(written, context);
  const address = target && addressOf(target, context);
  if (target?.kind === 'external' && address !== undefined) {
    node.properties = { ...kept, href: address, className: ['external'], rel: ['noopener', 'noreferrer'], target: '_blank' };
  } else if (target?.kind === 'file' && address !== undefined) {
    node.properties = { ...kept, href: address, ...(!opensInBrowser.test(address) && { download: target.path.split('/').at(-1) ?? '' }) };
  } else if (target?.kind === 'playbook' && target.playbook === context.playbook && !target.anchorFound && ids.has(target.anchor)) {
    node.properties = { ...kept, href: fragment(`user-content-${target.anchor}`) };
  } else if (address !== undefined) {
    node.properties = { ...kept, href: address, ...(className !== undefined && { className }) };
  } else {
    node.tagName = 'span';
    const { href: _href, ...others } = kept;
    node.properties = { ...others, className: ['missing'], title: context.say('linkMissing') };
  }
}

const opensInBrowser = /\.(?:png|jpe?g|gif|webp|avif|svg|pdf|mp4|webm|mp3|ogg|wav|m4a|txt)$/;

function targetOf(written: string, { knowledgeBase, playbook }: ResolveContext): LinkTarget | undefined {
  if (written.startsWith(idScheme)) {
    return knowledgeBase.resolveLink(playbook, { form: 'id', target: decode(written.slice(idScheme.length)) });
  }
  // Browsers ignore control characters inside a scheme; a target that has any is not followed.
  if ([...written].some((character) => character < ' ' || character === '\u007f')) return undefined;
  return knowledgeBase.resolveLink(playbook, { form: 'markdown', target: written.trim() });
}

function addressOf(target: LinkTarget, { addresses, page, assets }: ResolveContext): string | undefined {
  switch (target.kind) {
    case 'playbook': {
      const address = addresses.playbook(target.playbook);
      const anchor = target.anchorFound && target.anchor !== '' ? fragment(target.anchor) : '';
      return address === page && anchor !== '' ? anchor : `${relativePath(page, address)}${anchor}`;
    }
    case 'file':
      if (!isCopied(target.path)) return undefined;
      assets.add(target.path);
      return relativePath(page, addresses.asset(target.path));
    case 'external':
      return target.url.startsWith('//') ? `https:${target.url}` : target.url;
    default:
      return undefined;
  }
}

/** A link to an anchor. Chinese stays readable; what an address cannot hold is encoded. */
export function fragment(anchor: string): string {
  return `#${anchor.replace(/[\s%"<>`^{|}\\]/gu, encodeURIComponent)}`;
}

/** Pictures of the knowledge base are shown; those elsewhere would tell a third party who reads what, so a link stands for them. */
function resolveImage(node: Element, context: ResolveContext): Element {
  const { src, alt, title, width, height } = node.properties;
  const words = typeof alt === 'string' ? alt.trim() : '';
  const target = typeof src === 'string' ? targetOf(src, context) : undefined;
  if (target?.kind === 'file' && isPicture(target.path)) {
    const address = addressOf(target, context);
    if (address !== undefined) {
      node.properties = {
        src: address,
        alt: words,
        loading: 'lazy',
        ...(title !== undefined && { title }),
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
      };
      return node;
    }
  }
  if (target?.kind === 'external' && /^(?:https?:)?\/\//i.test(target.url)) {
    const address = addressOf(target, context);
    return h('span', { className: ['remote-image'] }, [
      `${words === '' ? '' : `${words} `}(`,
      h('a', { href: address, className: ['external'], rel: ['noopener', 'noreferrer'], target: '_blank' }, context.say('remoteImage')),
      ')',
    ]);
  }
  return h('span', { className: ['missing'], title: context.say('imageMissing') }, words === '' ? context.say('imageMissing') : words);
}

function resolveMedia(node: Element, context: ResolveContext): void {
  for (const name of ['src', 'poster']) {
    const written = node.properties[name];
    delete node.properties[name];
    if (typeof written !== 'string') continue;
    const target = targetOf(written, context);
    const address = target?.kind === 'file' ? addressOf(target, context) : undefined;
    if (address !== undefined) node.properties[name] = address;
  }
  if (node.tagName !== 'source') node.properties['controls'] = true;
}

/**
 * Gives headings their anchors and every other id a prefix no anchor of ours needs, so that content can neither take an
 * anchor nor a name that scripts look up. `anchors` are those of the headings by number; embedded ones have none.
 */
export function makeIdsSafe(root: Root, anchors: readonly string[] | undefined, prefix = 'user-content-'): void {
  const used = new Set<string>();
  visitParents(root, 'element', (node) => {
    const { id, dataHeading } = node.properties;
    const number = dataHeading === undefined ? Number.NaN : Number(dataHeading);
    const anchor = anchors?.[number];
    if (anchor !== undefined && anchor !== '' && !used.has(anchor) && /^h[1-6]$/.test(node.tagName)) {
      used.add(anchor);
      node.properties['id'] = anchor;
    } else {
      delete node.properties['dataHeading'];
      if (typeof id === 'string' && id !== '') node.properties['id'] = id.startsWith('user-content-') ? id : `${prefix}${id}`;
      else delete node.properties['id'];
    }
    const describedBy = node.properties['ariaDescribedBy'];
    if (describedBy !== undefined) node.properties['ariaDescribedBy'] = ['user-content-footnote-label'];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a paragraph holds nothing but one picture. */
export function isPictureParagraph(node: Element): boolean {
  const content = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return (
    node.tagName === 'p' &&
    content.length === 1 &&
    content[0]?.type === 'element' &&
    content[0].tagName === 'img' &&
    textOf(node).trim() === ''
  );
}
