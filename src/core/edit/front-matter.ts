import type { FrontMatterNode, Playbook } from '../model/playbook.js';
import { isRecord } from '../parse/fields.js';
import { jsonPointer } from '../parse/yaml.js';
import type { SpanEdit } from '../rules/rule.js';
import { yamlScalar } from './set-field.js';

/**
 * The edit that declares a placeholder in the front matter, which is begun if there is none.
 * Undefined where the front matter cannot be read or is written in a way that no simple insertion fits.
 */
export function declarePlaceholder(playbook: Playbook, name: string): SpanEdit | undefined {
  const { text, frontMatter } = playbook;
  if (isUnreadable(playbook)) return undefined;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = `${yamlScalar(name)}: { type: text }`;
  const group = ['placeholders:', `  ${entry}`].join(newLine);
  if (!frontMatter.span) return insertion(0, ['---', group, '---', '', ''].join(newLine));
  const node = frontMatter.nodes.get('/placeholders');
  if (!node) {
    const top = frontMatter.nodes.get('');
    if (top && isFlow(text, top)) return undefined;
    return insertion(frontMatter.span.end, newLine + group);
  }
  const { key, value } = node;
  const written = frontMatter.data['placeholders'];
  if (key && written === null) {
    const empty = /^[ \t]*:[ \t]*(?:null|~)?/.exec(text.slice(key.end, Math.max(key.end, value.end)));
    return empty ? { start: key.end, end: key.end + empty[0].length, newText: `:${newLine}  ${entry}` } : undefined;
  }
  if (!isRecord(written)) return undefined;
  if (isFlow(text, node)) {
    const isEmpty = Object.keys(written).length === 0;
    return insertion(value.start + 1, isEmpty ? ` ${entry} ` : ` ${entry},`);
  }
  const first = children(playbook, '/placeholders')[0];
  const indent = first?.key && /(?:^|[\r\n])([ ]*)$/.exec(text.slice(0, first.key.start))?.[1];
  return indent === undefined ? undefined : insertion(lineEnd(text, trimmedEnd(text, node)), newLine + indent + entry);
}

/** The edit that removes a placeholder's declaration, and `placeholders:` itself with the last one. */
export function removePlaceholder(playbook: Playbook, name: string): readonly SpanEdit[] | undefined {
  const { text, frontMatter } = playbook;
  const group = frontMatter.nodes.get('/placeholders');
  const pointer = jsonPointer(['placeholders', name]);
  const node = frontMatter.nodes.get(pointer);
  if (!group?.key || !node?.key || isUnreadable(playbook)) return undefined;
  const siblings = children(playbook, '/placeholders');
  if (siblings.length <= 1) return wholeLines(text, group);
  const index = siblings.indexOf(node);
  const next = siblings[index + 1];
  const previous = siblings[index - 1];
  if (!isFlow(text, group)) return wholeLines(text, node);
  if (next?.key) return [{ start: node.key.start, end: next.key.start, newText: '' }];
  return previous ? [{ start: previous.value.end, end: trimmedEnd(text, node), newText: '' }] : undefined;
}

/** Front matter that is not understood in full is no place to edit. */
function isUnreadable(playbook: Playbook): boolean {
  return playbook.problems.some((problem) => problem.code !== 'unparsable-file');
}

/** From the start of an entry's first line to the start of the line after it; nothing if the entry shares its first line. */
function wholeLines(text: string, node: FrontMatterNode): readonly SpanEdit[] | undefined {
  const from = node.key?.start ?? node.value.start;
  const start = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  if (text.slice(start, from).trim() !== '') return undefined;
  const end = lineEnd(text, trimmedEnd(text, node));
  return [{ start, end: end + (/^\r?\n|^\r/.exec(text.slice(end, end + 2))?.[0].length ?? 0), newText: '' }];
}

function children(playbook: Playbook, pointer: string): readonly FrontMatterNode[] {
  return [...playbook.frontMatter.nodes].flatMap(([path, node]) =>
    path.startsWith(`${pointer}/`) && !path.slice(pointer.length + 1).includes('/') ? [node] : [],
  );
}

function isFlow(text: string, node: FrontMatterNode): boolean {
  return text[node.value.start] === '{';
}

/** Where an entry's last visible character ends; block collections reach over the white space after them. */
function trimmedEnd(text: string, node: FrontMatterNode): number {
  const start = node.key?.start ?? node.value.start;
  return start + text.slice(start, Math.max(node.value.end, node.key?.end ?? 0)).trimEnd().length;
}

function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

function insertion(at: number, newText: string): SpanEdit {
  return { start: at, end: at, newText };
}
