import type { Change, ChangeClass } from '../../model/comparison.js';
import type { Playbook } from '../../model/playbook.js';
import type { Span } from '../../model/text.js';
import { classifyText, inOrder } from './classify.js';
import { nonFinite } from './formatting.js';
import { diffWords } from './words.js';

/** Names and other people's names: a digit in them is no number that anyone promised. */
const withoutNumbers: ReadonlySet<string> = new Set(
  'id type lang short_code related course translation_of source_blob tags aliases keywords utterances owner reviewed_on replaced_by'.split(
    ' ',
  ),
);

/** What differs between two front matters, field by field at the top level. */
export function compareFields(before: Playbook, after: Playbook): readonly Change[] {
  const [old, now] = [before.frontMatter, after.frontMatter];
  if (cannotBeRead(before) || cannotBeRead(after)) return compareRaw(before, after);
  const names = [...new Set([...Object.keys(now.data), ...Object.keys(old.data)])];
  return names.flatMap((name): Change[] => {
    const spans = { before: fieldSpan(before, name), after: fieldSpan(after, name) };
    const [oldText, nowText] = [textAt(before, spans.before), textAt(after, spans.after)];
    const isSame = Object.hasOwn(old.data, name) === Object.hasOwn(now.data, name) && sameValue(old.data[name], now.data[name]);
    if (oldText === nowText && (isSame || oldText !== '')) return [];
    const kind = !Object.hasOwn(old.data, name) ? 'added' : !Object.hasOwn(now.data, name) ? 'removed' : 'changed';
    return [
      {
        kind,
        block: 'field',
        field: name,
        headings: [],
        classes: isSame ? ['formatting'] : classesOf(name, old.data[name], now.data[name]),
        ...spans,
        words: diffWords(oldText, nowText, spans.before.start, spans.after.start),
      },
    ];
  });
}

function classesOf(name: string, before: unknown, after: unknown): readonly ChangeClass[] {
  const words = classifyText(textsIn(before), textsIn(after));
  if (words.length === 1 && words[0] === 'script') return inOrder(['metadata', 'script']);
  const classes: ChangeClass[] = ['metadata'];
  if (name === 'placeholders') classes.push('placeholder');
  else if (words.includes('number') && !withoutNumbers.has(name)) classes.push('number');
  return inOrder(classes);
}

/** All keys, texts and numbers of a value, one a line. YAML's aliases can make a value hold itself. */
function textsIn(value: unknown, above: readonly unknown[] = []): string {
  if (value === undefined || value === null || above.includes(value)) return '';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, item]) => (Array.isArray(value) ? '' : `${key}: `) + textsIn(item, [...above, value]))
    .join('\n');
}

/** False also where a value holds itself: then what is written decides. */
function sameValue(before: unknown, after: unknown): boolean {
  try {
    return JSON.stringify(before, nonFinite) === JSON.stringify(after, nonFinite);
  } catch {
    return false;
  }
}

/** RFC 6901 */
function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** From the key to the end of the value; where the field would stand when it is absent. */
function fieldSpan({ text, frontMatter: { nodes, span } }: Playbook, name: string): Span {
  const node = nodes.get(pointerTo(name));
  if (!node) return { start: span?.end ?? 0, end: span?.end ?? 0 };
  const start = node.key?.start ?? node.value.start;
  const written = text.slice(start, Math.max(node.value.end, node.key?.end ?? 0));
  return { start, end: start + written.trimEnd().length };
}

function textAt({ text }: Playbook, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Also when a field has no place of its own, as with a key that is empty. */
function cannotBeRead({ problems, frontMatter }: Playbook): boolean {
  if (Object.keys(frontMatter.data).some((name) => !frontMatter.nodes.has(pointerTo(name)))) return true;
  return problems.some(({ code }) => code === 'yaml-syntax' || code === 'front-matter-language');
}

/** Front matter that one side cannot read is compared as it is written. */
function compareRaw(before: Playbook, after: Playbook): readonly Change[] {
  const [old, now] = [before.text.slice(0, before.bodyStart), after.text.slice(0, after.bodyStart)];
  if (old === now) return [];
  return [
    {
      kind: old === '' ? 'added' : now === '' ? 'removed' : 'changed',
      block: 'field',
      headings: [],
      classes: inOrder(['metadata', ...classifyText(old, now)]),
      before: { start: 0, end: before.bodyStart },
      after: { start: 0, end: after.bodyStart },
      words: diffWords(old, now),
    },
  ];
}
