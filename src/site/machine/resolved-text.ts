import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Definition, Html, Image, Link, Node, Parent, Text } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { deepestEmbed, mostEmbeds } from '../../core/content/embeds.js';
import type { KnowledgeBase, LinkTarget } from '../../core/knowledge-base.js';
import type { Playbook } from '../../core/model/playbook.js';
import { placeholderPattern } from '../../core/parse/body.js';
import { idLinkData, isDirective, parseMarkdown } from '../../core/parse/markdown.js';
import { relativePath } from '../../core/paths.js';
import { isCopied } from '../assets.js';
import { fragment } from '../render/resolve.js';
import { contentSchema } from '../render/schema.js';
import { sanitize } from '../render/to-hast.js';
import type { SiteContext } from '../site-context.js';
import { isWordKey, type Say, sayDuration } from '../words.js';
import { markdownAddress } from './addresses.js';

/** A playbook's Markdown as agents may read it, by stretches of its file. */
export interface ResolvedText {
  /** From one offset of the file to another, embeds, variables and links resolved. */
  readonly between: (start: number, end: number) => string;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a text is read by. */
export interface TextSetting {
  readonly knowledgeBase: KnowledgeBase;
  readonly say: Say;
  /** The address that stands for what a link or picture leads to; undefined where it may lead nowhere. */
  readonly addressOf: (target: LinkTarget) => string | undefined;
}

interface ResolveState extends TextSetting {
  readonly chain: readonly Playbook[];
  /** How many embeds were put in so far and how many characters they have; shared by a whole page. */
  readonly embeds: { count: number; characters: number };
}

/** Most characters of snippets that one page embeds. */
const mostEmbedded = 400_000;

/** Reads a playbook as text for programs; links lead to other Markdown files of the site. */
export function resolveText(playbook: Playbook, site: SiteContext, say: Say): ResolvedText {
  const from = markdownAddress(site.addresses.playbook(playbook));
  return readableText(playbook, { knowledgeBase: site.knowledgeBase, say, addressOf: (target) => addressOnSite(target, site, from) });
}

/**
 * A playbook as text for programs: embeds in place, variables filled, links leading where the setting says, raw HTML reduced to
 * what the site would show, comments gone. Blanks stay as `{{name}}`. Text that cannot be parsed stays as it is.
 */
export function readableText(playbook: Playbook, setting: TextSetting): ResolvedText {
  return resolve(playbook, { ...setting, chain: [playbook], embeds: { count: 0, characters: 0 } });
}

function resolve(playbook: Playbook, state: ResolveState): ResolvedText {
  const edits = [...editsOf(playbook, state)].sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    between(start, end) {
      let text = '';
      let done = start;
      for (const edit of edits) {
        if (edit.end <= done || edit.start >= end) continue;
        // Only what the site leaves out may reach from one section into the next.
        if ((edit.start < done || edit.end > end) && edit.text !== '') continue;
        text += playbook.text.slice(done, Math.max(done, edit.start)) + edit.text;
        done = Math.min(edit.end, end);
      }
      return text + playbook.text.slice(done, end);
    },
  };
}

function editsOf(playbook: Playbook, state: ResolveState): readonly Edit[] {
  const source = playbook.text.slice(playbook.bodyStart);
  const { root } = parseMarkdown(source);
  const edits: Edit[] = [];
  const replace = (start: number, end: number, text: string): void => {
    edits.push({ start: start + playbook.bodyStart, end: end + playbook.bodyStart, text });
  };
  let leftOut = 0;
  visitParents(root, (node, ancestors) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || start < leftOut) return;
    if (node.type === 'text') fillVariables(node, start, source, state, replace);
    else if (node.type === 'html') {
      const shown = shownHtml(node, ancestors.at(-1), end);
      if (shown.text === '') leftOut = shown.end;
      // What is left out takes its line with it.
      const isLine = shown.text === '' && isLineStart(source, start) && source.charAt(shown.end) === '\n';
      replace(start, isLine ? shown.end + 1 : shown.end, shown.text);
    } else if (node.type === 'link') replaceLink(node, playbook, source, state, replace);
    else if (node.type === 'image') replace(start, end, imageText(node, playbook, state));
    else if (node.type === 'definition') replace(start, end, definitionText(node, playbook, state));
    else if (isDirective(node) && node.name === 'include') {
      const lineStart = source.lastIndexOf('\n', start - 1) + 1;
      const indent = source.slice(lineStart, start).replace(/[^>\s]/g, ' ');
      replace(start, end, embeddedText(node.attributes?.['id'] ?? '', state).replaceAll('\n', `\n${indent}`));
    } else if (isDirective(node) && node.type === 'textDirective') {
      replace(start, end, directiveText(node.name, sourceOf(node, source), state.say));
    }
  });
  return edits;
}

function fillVariables(
  node: Text,
  start: number,
  source: string,
  { knowledgeBase }: ResolveState,
  replace: (start: number, end: number, text: string) => void,
): void {
  const written = source.slice(start, node.position?.end.offset);
  for (const match of written.matchAll(placeholderPattern)) {
    const value = knowledgeBase.config.variables.get(match[1] ?? '');
    if (value !== undefined) replace(start + match.index, start + match.index + match[0].length, escapeMarkdown(value));
  }
}

/** Text that Markdown would read as marks, with backslashes before them. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&');
}

const singleTag = /^<(\/?)([a-z][a-z0-9-]*)\b[^<>]*>$/i;
const keptTags: ReadonlySet<string> = new Set(contentSchema.tagNames ?? []);

/**
 * Raw HTML as the site would show it, without attributes, and up to where that stands for the source: an element that the site
 * drops goes with what is in it.
 */
function shownHtml(node: Html, parent: Node | undefined, end: number): { readonly text: string; readonly end: number } {
  const [, slash = '', name = ''] = singleTag.exec(node.value.trim()) ?? [];
  if (name === '') {
    const tree = sanitize(fromHtml(node.value, { fragment: true }));
    visitParents(tree, (part) => {
      if (part.type === 'element') part.properties = {};
    });
    return { text: toHtml(tree).trim(), end };
  }
  if (keptTags.has(name.toLowerCase())) return { text: `<${slash}${name.toLowerCase()}>`, end };
  return { text: '', end: slash === '' ? (closingEnd(node, name, parent) ?? end) : end };
}

function isLineStart(source: string, at: number): boolean {
  return at === 0 || source.charAt(at - 1) === '\n';
}

/** Where the element that a tag opens ends among its neighbours; the end of all of them if it is never closed. */
function closingEnd(node: Html, name: string, parent: Node | undefined): number | undefined {
  if (!parent || !isParent(parent)) return undefined;
  const neighbours = parent.children.slice(parent.children.indexOf(node) + 1);
  const closing = neighbours.find((other) => other.type === 'html' && new RegExp(`^</${name}\\b`, 'i').test(other.value));
  return (closing ?? neighbours.at(-1))?.position?.end.offset;
}

function isParent(node: Node): node is Parent {
  return 'children' in node && Array.isArray(node.children);
}

/** The words of a node as its source has them. */
function sourceOf(node: Parent, source: string): string {
  return source.slice(node.children[0]?.position?.start.offset ?? 0, node.children.at(-1)?.position?.end.offset ?? 0);
}

function replaceLink(
  node: Link,
  playbook: Playbook,
  source: string,
  state: ResolveState,
  replace: (start: number, end: number, text: string) => void,
): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const id = idLinkData(node);
  const target = state.knowledgeBase.resolveLink(playbook, { form: id ? 'id' : 'markdown', target: node.url });
  const address = state.addressOf(target);
  if (id) {
    const words = !id.hasText && target.kind === 'playbook' ? target.playbook.title : node.children.map(plainText).join('');
    replace(start, end, address === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${address})`);
    return;
  }
  // A bare address has no brackets to keep.
  if (target.kind === 'external' || source.charAt(start) !== '[') return;
  const last = node.children.at(-1)?.position?.end.offset ?? start + 1;
  if (address === undefined) replace(start, start + 1, '');
  replace(last, end, address === undefined ? '' : `](${address})`);
}

function plainText(node: Node): string {
  return 'value' in node && typeof node.value === 'string' ? node.value : isParent(node) ? node.children.map(plainText).join('') : '';
}

function imageText(node: Image, playbook: Playbook, state: ResolveState): string {
  const target = state.knowledgeBase.resolveLink(playbook, { form: 'markdown', target: node.url });
  const address = target.kind === 'file' ? state.addressOf(target) : undefined;
  const words = escapeMarkdown(node.alt ?? '');
  return address === undefined ? words : `![${words}](${address})`;
}

function definitionText(node: Definition, playbook: Playbook, state: ResolveState): string {
  const target = state.knowledgeBase.resolveLink(playbook, { form: 'markdown', target: node.url });
  const address = state.addressOf(target);
  return address === undefined ? '' : `[${node.label ?? node.identifier}]: ${address}`;
}

function addressOnSite(target: LinkTarget, site: SiteContext, from: string): string | undefined {
  switch (target.kind) {
    case 'playbook': {
      // What was withdrawn has a note at its address, but no Markdown.
      const isShown = site.knowledgeBase.playbooks.has(target.playbook.path);
      const page = site.addresses.playbook(target.playbook);
      const anchor = target.anchorFound && target.anchor !== '' ? fragment(target.anchor) : '';
      return `${relativePath(from, isShown ? markdownAddress(page) : page)}${anchor}`;
    }
    case 'file':
      return isCopied(target.path) ? relativePath(from, site.addresses.asset(target.path)) : undefined;
    case 'external':
      return target.url;
    default:
      return undefined;
  }
}

function embeddedText(id: string, state: ResolveState): string {
  const { knowledgeBase, say, chain, embeds } = state;
  const notice = (words: string) => `*${escapeMarkdown(words)}*`;
  const snippet = knowledgeBase.withId(id)[0];
  if (!snippet) return notice(say('includeMissing', { id }));
  if (chain.includes(snippet)) return notice(say('includeCycle', { id }));
  embeds.count += 1;
  embeds.characters += snippet.text.length;
  if (embeds.count > mostEmbeds || chain.length > deepestEmbed || embeds.characters > mostEmbedded) return notice(say('includeTooMany'));
  return resolve(snippet, { ...state, chain: [...chain, snippet] })
    .between(snippet.bodyStart, snippet.text.length)
    .trim();
}

/** What a step's marks say, in words. */
function directiveText(name: string, label: string, say: Say): string {
  switch (name) {
    case 'owner':
      return `**${label}**`;
    case 'within':
      return `**${sayDuration(say, label)}**`;
    case 'outcome': {
      const key = `outcome.${label.trim()}`;
      return `**${isWordKey(key) ? say(key) : label}**`;
    }
    default:
      return label;
  }
}
