import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { sampleOf } from '../../core/content/placeholder-values.js';
import { icon } from '../icons.js';
import { type MeasureKind, measureWords } from '../measures.js';
import { hasClass, isElement } from '../render/to-hast.js';
import type { SectionContext } from './section-context.js';

/** A blockquote as a card: what the customer hears or reads, with its length and a button that copies it. */
export function wordingCard(quote: Element, context: SectionContext): Element {
  const { say } = context;
  const text = plainWording(quote, (name) => {
    const placeholder = context.placeholders.get(name);
    return placeholder ? sampleOf(placeholder) : name;
  });
  const kind = measureKind(context);
  return h('figure', { className: ['wording'], dataWording: '', dataMeasure: kind, ariaLabel: say('wording'), tabIndex: -1 }, [
    quote,
    h('figcaption', { className: ['wording-bar'] }, [
      h(
        'span',
        { className: ['measure'], ...(containsPlaceholder(quote) && { title: say('countedWithExamples') }) },
        measureWords(text, kind, say),
      ),
      h('span', { className: ['copy-buttons'] }, [
        h(
          'button',
          { type: 'button', className: ['copy', 'copy-rich'], dataCopy: 'rich', title: `${say('copyRichTip')} ( Shift+C )` },
          say('copyRich'),
        ),
        h('button', { type: 'button', className: ['copy'], dataCopy: 'plain', title: `${say('copyTip')} ( C )` }, [
          icon('copy'),
          h('span', { dataCopyWords: '' }, say('copy')),
          h('kbd', { dataCopyKey: '' }, 'c'),
        ]),
      ]),
    ]),
  ]);
}

/** By the channel's heading above it; where there is none, by what the page is for. */
function measureKind({ channel, playbook }: SectionContext): MeasureKind {
  const { channels } = playbook.fields;
  if (channel === 'sms' || (channel === undefined && channels.includes('sms') && !channels.includes('phone'))) return 'sms';
  return channel === 'phone' || (channel === undefined && channels.includes('phone')) ? 'spoken' : 'text';
}

/** A wording as it is pasted: paragraphs and list items on lines of their own, blanks by `fill`. */
function plainWording(quote: Element, fill: (name: string) => string): string {
  const lines: string[] = [];
  const inline = (node: ElementContent): string => {
    if (node.type === 'text') return node.value.replace(/\n/g, ' ');
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return '\n';
    if (hasClass(node, 'placeholder')) return fill(String(node.properties['dataName'] ?? ''));
    return node.children.map(inline).join('');
  };
  const block = (node: ElementContent, mark: string): void => {
    if (node.type === 'text' && node.value.trim() !== '') lines.push(mark + node.value.trim());
    if (!isElement(node)) return;
    if (node.tagName === 'ul' || node.tagName === 'ol') {
      const items = node.children.filter((child) => isElement(child, 'li'));
      const first = Number(node.properties['start'] ?? 1);
      items.forEach((item, index) => {
        block(item, node.tagName === 'ol' ? `${first + index}. ` : '- ');
      });
    } else if (node.children.some((child) => isElement(child, 'p', 'ul', 'ol', 'div', 'blockquote', 'figure'))) {
      let isFirst = true;
      for (const child of node.children) {
        block(child, isFirst ? mark : '');
        if (isElement(child)) isFirst = false;
      }
    } else {
      const text = node.children.map(inline).join('').trim();
      if (text !== '') lines.push(mark + text);
    }
  };
  for (const child of quote.children) block(child, '');
  return lines.join('\n');
}

function containsPlaceholder(node: Element): boolean {
  return node.children.some((child) => isElement(child) && (hasClass(child, 'placeholder') || containsPlaceholder(child)));
}
