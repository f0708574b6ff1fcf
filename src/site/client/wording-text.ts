import { all, element } from './page.js';

/** What stands for a blank that is not filled in: its label in braces, unless told otherwise. */
export type BlankText = (placeholder: HTMLElement) => string;

const inBraces: BlankText = (node) => `{{${node.dataset['label'] ?? node.textContent ?? ''}}}`;

/** A wording as it is pasted: a line for each paragraph and list item. */
export function plainText(quote: Element, blank: BlankText = inBraces): string {
  const lines: string[] = [];
  const inline = (node: Node): string => {
    if (node instanceof Text) return node.data.replace(/\n/g, ' ');
    if (!(node instanceof HTMLElement)) return '';
    if (node.tagName === 'BR') return '\n';
    if (node.classList.contains('placeholder')) return isFilled(node) ? (node.textContent ?? '') : blank(node);
    return [...node.childNodes].map(inline).join('');
  };
  const block = (node: Node, mark: string): void => {
    if (node instanceof Text && node.data.trim() !== '') lines.push(mark + node.data.trim());
    if (!(node instanceof HTMLElement)) return;
    if (node instanceof HTMLUListElement || node instanceof HTMLOListElement) {
      const first = node instanceof HTMLOListElement ? node.start : 0;
      all(':scope > li', node).forEach((item, index) => {
        block(item, node instanceof HTMLOListElement ? `${first + index}. ` : '- ');
      });
    } else if (node.querySelector(':scope > :is(p, ul, ol, div, blockquote, figure)')) {
      let isFirst = true;
      for (const child of node.childNodes) {
        block(child, isFirst ? mark : '');
        if (child instanceof HTMLElement) isFirst = false;
      }
    } else {
      const text = [...node.childNodes].map(inline).join('').trim();
      if (text !== '') lines.push(mark + text);
    }
  };
  for (const child of quote.childNodes) block(child, '');
  return lines.join('\n');
}

const kept: ReadonlySet<string> = new Set('P BR UL OL LI STRONG EM B I DEL S U SUB SUP CODE TABLE THEAD TBODY TR TH TD'.split(' '));

/** A wording as formatted text for e-mails and tickets: its own structure, without classes, ids and links into this site. */
export function richText(quote: HTMLElement): string {
  const take = (node: Node): (Node | string)[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof HTMLElement)) return [];
    if (node.classList.contains('placeholder')) return [isFilled(node) ? (node.textContent ?? '') : inBraces(node)];
    const content = [...node.childNodes].flatMap(take);
    if (node instanceof HTMLAnchorElement && /^(?:https?|mailto|tel):/.test(node.getAttribute('href') ?? '')) {
      return [element('a', { href: node.href }, ...content)];
    }
    if (!kept.has(node.tagName)) return content;
    const copy = document.createElement(node.tagName);
    if (node instanceof HTMLOListElement && node.start !== 1) copy.setAttribute('start', String(node.start));
    copy.append(...content);
    return [copy];
  };
  const lang = quote.closest<HTMLElement>('[lang]')?.lang;
  return element('div', { lang }, ...[...quote.childNodes].flatMap(take)).outerHTML;
}

function isFilled(node: HTMLElement): boolean {
  return node.classList.contains('filled');
}
