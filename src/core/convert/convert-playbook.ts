import { setField, yamlScalar } from '../edit/set-field.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { FrontMatterNode, Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { parsePlaybook } from '../parse/playbook.js';
import { relativePath } from '../paths.js';
import type { ChineseScript, ConvertText } from './script-converter.js';

/** A stretch of text and what stands there instead. */
export interface SpanEdit extends Span {
  readonly newText: string;
}

/** Fields of the front matter that name something: what they say must stay as it is. */
const namingFields =
  /^\/(?:id|type|lang|related|course|translation_of|source_blob|replaced_by|short_code|channels|tiers|audience|risk|valid_from|valid_to|review_every|reviewed_on|retired_on)(?:\/|$)|\/(?:pattern|type|id|format)$/;

/** Fields that belong to one edition alone, so that a translation begins without them. */
const ownFields = ['short_code', 'reviewed_on'] as const;

/**
 * Edits that write the words of a playbook in another script. Never touched: code, HTML, addresses of links, ids, names of
 * placeholders and variables, directives, patterns. `within` limits it to what lies in a stretch of text as a whole or in part.
 */
export function convertedSpans(playbook: Playbook, convert: ConvertText, within?: Span): readonly SpanEdit[] {
  const edits: SpanEdit[] = [];
  for (const span of wordSpans(playbook)) {
    const start = Math.max(span.start, within?.start ?? 0);
    const end = Math.min(span.end, within?.end ?? playbook.text.length);
    if (start >= end) continue;
    const text = playbook.text.slice(start, end);
    const newText = convert(text);
    if (newText !== text) edits.push({ start, end, newText });
  }
  return edits;
}

/** Where a playbook holds words for people, in order. */
function wordSpans(playbook: Playbook): readonly Span[] {
  const { text, frontMatter, textRuns, links, images, placeholderUses } = playbook;
  const spans: Span[] = [...frontMatter.nodes].flatMap(([pointer, node]) => fieldSpan(playbook, pointer, node));
  const idLinks = new Map(links.filter(({ form }) => form === 'id').map((link) => [link.start, link]));
  for (const run of textRuns) {
    const link = idLinks.get(run.start);
    if (link?.end === run.end) {
      const bar = text.indexOf('|', link.start);
      if (bar >= 0 && bar < link.end) spans.push({ start: bar + 1, end: link.end - 2 });
    } else spans.push(...between(run, placeholderUses));
  }
  for (const { start, end, alt } of images) {
    const at = text.indexOf(alt, start);
    if (alt !== '' && at >= start && at + alt.length <= end) spans.push({ start: at, end: at + alt.length });
  }
  return spans.sort((a, b) => a.start - b.start);
}

function fieldSpan({ text, frontMatter }: Playbook, pointer: string, { value }: FrontMatterNode): readonly Span[] {
  if (pointer === '' || namingFields.test(pointer)) return [];
  const hasChildren = [...frontMatter.nodes.keys()].some((other) => other.startsWith(`${pointer}/`));
  const written = text.slice(value.start, value.end);
  // An anchor or alias names a value elsewhere.
  return hasChildren || /^[&*]/.test(written) || !/\p{Script=Han}/u.test(written) ? [] : [value];
}

/** The parts of a stretch that lie between others. */
function between(whole: Span, others: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let at = whole.start;
  for (const { start, end } of others) {
    if (start < at || end > whole.end) continue;
    parts.push({ start: at, end: start });
    at = end;
  }
  return [...parts, { start: at, end: whole.end }];
}

export interface TranslationRequest {
  readonly to: ChineseScript;
  readonly convert: ConvertText;
  /** Relative to the root, with `/`: where the translation will be. */
  readonly path: string;
  readonly id: string;
}

/**
 * A playbook in the other script as a file of its own: a translation that names its original and the version it was made from.
 * What it names leads to the translation in that script where there is one. Its own headings are converted, and links to them follow.
 */
export function translatedPlaybook(playbook: Playbook, knowledgeBase: KnowledgeBase, request: TranslationRequest): string {
  const { to, convert, path, id } = request;
  const words = applySpans(playbook.text, [...convertedSpans(playbook, convert), ...namesInstead(playbook, knowledgeBase, request)]);
  let draft = parsePlaybook(path, { text: words }, to);
  const anchors = new Map(playbook.headings.map(({ anchor }, index) => [anchor, draft.headings[index]?.anchor ?? anchor]));
  const ownLinks = draft.links.flatMap(({ target, targetSpan }): SpanEdit[] => {
    const now = target.startsWith('#') ? anchors.get(decoded(target.slice(1))) : undefined;
    return now === undefined || draft.text.slice(targetSpan.start, targetSpan.end) !== target
      ? []
      : [{ ...targetSpan, newText: `#${now}` }];
  });
  draft = parsePlaybook(path, { text: applySpans(words, ownLinks) }, to);
  const original = playbook.fields.translationOf ?? playbook.id;
  const source = (knowledgeBase.withId(original)[0] ?? playbook).blob.slice(0, 12);
  const origin = [
    ['translation_of', yamlScalar(original)],
    ['source_blob', JSON.stringify(source)],
  ] as const;
  if (!draft.frontMatter.span) {
    const fields = [['id', yamlScalar(id)], ['title', yamlScalar(convert(playbook.title))], ['lang', to], ...origin];
    return `---\n${fields.map(([name, value]) => `${name}: ${value}\n`).join('')}---\n\n${draft.text}`;
  }
  let text = draft.text;
  const set = (name: string, value: string) => {
    const edit = setField(parsePlaybook(path, { text }, to), name, value);
    if (edit) text = applySpans(text, [edit]);
  };
  // What is new stands below the language.
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const missing = origin.filter(([name]) => !draft.frontMatter.nodes.has(`/${name}`));
  set('lang', [to, ...missing.map(([name, value]) => `${name}: ${value}`)].join(lineBreak));
  set('id', yamlScalar(id));
  for (const [name, value] of origin) set(name, value);
  for (const name of ownFields) text = withoutField(parsePlaybook(path, { text }, to), name);
  return text;
}

/** Edits of what a playbook names, so that it names the translations into a script: `related`, `course`, links and embeds. */
function namesInstead(playbook: Playbook, knowledgeBase: KnowledgeBase, { to, path }: TranslationRequest): readonly SpanEdit[] {
  const inScript = (target: Playbook | undefined): Playbook | undefined =>
    target && target.lang !== to ? knowledgeBase.translations(target).find(({ lang }) => lang === to) : undefined;
  const edits: SpanEdit[] = [];
  const replaceId = (span: Span, id: string) => {
    const other = inScript(knowledgeBase.withId(id)[0]);
    const at = playbook.text.indexOf(id, span.start);
    if (other && at >= span.start && at + id.length <= span.end) edits.push({ start: at, end: at + id.length, newText: other.id });
  };
  for (const field of ['related', 'course'] as const) {
    playbook.fields[field].forEach((id, index) => {
      const node = playbook.frontMatter.nodes.get(`/${field}/${index}`);
      if (node) replaceId(node.value, id);
    });
  }
  for (const include of playbook.includes) replaceId(include, include.id);
  for (const link of playbook.links) {
    const target = knowledgeBase.resolveLink(playbook, link);
    if (playbook.text.slice(link.targetSpan.start, link.targetSpan.end) !== link.target && link.form === 'markdown') continue;
    if (target.kind === 'playbook') {
      if (target.playbook === playbook) continue;
      const other = inScript(target.playbook);
      if (link.form === 'id') {
        const bar = playbook.text.indexOf('|', link.start);
        replaceId({ start: link.start, end: bar >= 0 && bar < link.end ? bar : link.end }, target.playbook.id);
      } else
        edits.push({
          ...link.targetSpan,
          newText: address(path, (other ?? target.playbook).path, other ? anchorIn(target, other) : target.anchor),
        });
    } else if (target.kind === 'file' && link.form === 'markdown')
      edits.push({ ...link.targetSpan, newText: address(path, target.path, '') });
  }
  for (const { target, targetSpan } of playbook.images) {
    const found = knowledgeBase.resolveLink(playbook, { target, form: 'markdown' });
    const isPlain = playbook.text.slice(targetSpan.start, targetSpan.end) === target;
    if (found.kind === 'file' && isPlain) edits.push({ ...targetSpan, newText: address(path, found.path, '') });
  }
  return edits.filter(({ start, end, newText }) => playbook.text.slice(start, end) !== newText);
}

/** The anchor of the same heading in a translation, by its place in the order of headings; none where they differ in number. */
function anchorIn({ playbook, anchor }: { readonly playbook: Playbook; readonly anchor: string }, other: Playbook): string {
  if (anchor === '' || playbook.headings.length !== other.headings.length) return '';
  return other.headings[playbook.headings.findIndex((heading) => heading.anchor === anchor)]?.anchor ?? '';
}

function address(from: string, to: string, anchor: string): string {
  return `${relativePath(from, to).replace(/[ ()<>]/g, encodeURIComponent)}${anchor === '' ? '' : `#${anchor}`}`;
}

function withoutField(playbook: Playbook, name: string): string {
  const { nodes } = playbook.frontMatter;
  const node = nodes.get(`/${name}`);
  if (!node?.key) return playbook.text;
  const end = /^[^\n]*\n/.exec(playbook.text.slice(node.value.end))?.[0].length;
  return end === undefined ? playbook.text : playbook.text.slice(0, node.key.start) + playbook.text.slice(node.value.end + end);
}

function applySpans(text: string, edits: readonly SpanEdit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
