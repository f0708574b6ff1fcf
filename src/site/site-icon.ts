import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { accentColors } from './colors.js';

/** The icon in a browser's tab: an open book on the site's accent, as SVG. */
export function siteIcon(accent: string): string {
  const { fill, onFill } = accentColors(accent, 'light');
  const book = 'M16 11c-2-1.6-4.7-2-8-1.8v12.6c3.3-.2 6 .2 8 1.8 2-1.6 4.7-2 8-1.8V9.2c-3.3-.2-6 .2-8 1.8z M16 11v12.6';
  return `${toHtml(
    s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
      s('rect', { width: 32, height: 32, rx: 6, fill }),
      s('path', { d: book, fill: 'none', stroke: onFill, strokeWidth: 2, strokeLinejoin: 'round' }),
    ]),
    { space: 'svg' },
  )}\n`;
}
