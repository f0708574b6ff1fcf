import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Say } from '../words.js';

/** A picture that scrolls by itself when it is wider than the page. */
export function pictureFigure(picture: Element, say: Say): Element {
  return h('div', { className: ['picture-scroll'], role: 'group', ariaLabel: say('scrollPicture'), tabIndex: 0 }, [picture]);
}
