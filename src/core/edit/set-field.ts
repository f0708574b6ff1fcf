import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';

/** A text as a YAML scalar that is read back as the same text, within `[…]` and `{…}` too: plain where that is safe, else in double quotes. */
export function yamlScalar(text: string): string {
  const plain = /^[\p{L}][\p{L}\p{N} ._/-]*$/u.test(text) && !text.endsWith(' ') && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

/** The edit that gives a field of the front matter a value (YAML); undefined where there is no block of fields. A new field becomes the first. */
export function setField(playbook: Playbook, name: string, value: string): (Span & { readonly newText: string }) | undefined {
  const { span, nodes } = playbook.frontMatter;
  const top = nodes.get('');
  if (!span || (top && playbook.text[top.value.start] === '{')) return undefined;
  const node = nodes.get(`/${name}`);
  if (!node?.key) {
    const lineBreak = /\r\n|\n|\r/.exec(playbook.text)?.[0] ?? '\n';
    return { start: span.start, end: span.start, newText: `${name}: ${value}${lineBreak}` };
  }
  const afterKey = node.key.end + (/^[ \t]*:/.exec(playbook.text.slice(node.key.end))?.[0].length ?? 0);
  return { start: node.key.start, end: Math.max(afterKey, node.value.end), newText: `${name}: ${value}` };
}
