import type { Element } from 'hast';
import { s } from 'hastscript';

/** Sizes of all pictures, in pixels at their natural size. */
export const lineHeight = 19;
export const fontSize = 13;
/** Pictures between these widths may be shrunk to the column; wider ones scroll. */
const leastShrunk = 600;
const mostShrunk = 920;

/** Lines of text around a centre. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  className: string,
  anchor: 'middle' | 'start' | 'end' = 'middle',
): Element {
  const top = y - ((lines.length - 1) * lineHeight) / 2;
  return s(
    'text',
    { className: [className], textAnchor: anchor, x: round(x) },
    lines.map((line, index) => s('tspan', { x: round(x), y: round(top + index * lineHeight), dy: '.35em' }, line)),
  );
}

/** One decimal is finer than any screen shows and keeps files small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  /** Says what the picture shows to readers who do not see it. */
  readonly name: string;
  readonly className: string;
  /** With links inside it is a group of things, not one image. */
  readonly hasLinks?: boolean;
}

export function picture({ width, height, name, className, hasLinks = false }: PictureFrame, children: readonly Element[]): Element {
  return s(
    'svg',
    {
      className: ['picture', className, ...(width > leastShrunk && width <= mostShrunk ? ['picture-fits'] : [])],
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: hasLinks ? 'group' : 'img',
      ariaLabel: name,
    },
    [...children],
  );
}

/** A tip at the end of a line that comes from `from`. */
export function arrowHead(x: number, y: number, fromX: number, fromY: number): Element {
  const angle = Math.atan2(y - fromY, x - fromX);
  const at = (turn: number) => `${round(x - 8 * Math.cos(angle + turn))} ${round(y - 8 * Math.sin(angle + turn))}`;
  return s('path', { className: ['arrow'], d: `M${round(x)} ${round(y)} L${at(0.42)} L${at(-0.42)}z` });
}
