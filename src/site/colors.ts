/** Red, green, blue from 0 to 255. */
type Color = readonly [number, number, number];

/** The surfaces that accent colours stand on; the same values as in the style sheet. */
export const surfaces = {
  light: { page: '#ffffff', panel: '#f5f6f7', text: '#1b2023' },
  dark: { page: '#14171a', panel: '#1b1f23', text: '#e3e7ea' },
} as const;

export interface AccentColors {
  /** For words and icons: 4.5:1 on page, panel and its own tint. */
  readonly text: string;
  /** Behind `onFill`: a filled button or mark, 3:1 on the page. */
  readonly fill: string;
  /** Words on `fill`: 4.5:1. */
  readonly onFill: string;
  /** Edges and focus rings: 3:1 on page and panel. */
  readonly edge: string;
  /** Background of wording cards. */
  readonly tint: string;
  /** Border of wording cards; decoration only. */
  readonly tintEdge: string;
}

/** Colours for one theme from the config's accent, moved towards black or white until WCAG 2.2's contrast is met (1.4.3, 1.4.11). */
export function accentColors(accent: string, theme: 'light' | 'dark'): AccentColors {
  const base = parseColor(accent) ?? [11, 107, 203];
  const page = colorOf(surfaces[theme].page);
  const panel = colorOf(surfaces[theme].panel);
  const tint = mix(page, base, theme === 'light' ? 0.06 : 0.12);
  const towards: Color = theme === 'light' ? [0, 0, 0] : [255, 255, 255];
  const text = adjust(base, towards, [page, panel, tint], 4.5);
  const edge = adjust(base, towards, [page, panel], 3);
  const fill = adjust(base, towards, [page], theme === 'light' ? 4.5 : 3);
  const white: Color = [255, 255, 255];
  const black: Color = [0, 0, 0];
  // One of the two always has 4.58:1 or more.
  const onFill = contrast(white, fill) >= 4.5 ? white : black;
  return {
    text: toHex(text),
    fill: toHex(fill),
    onFill: toHex(onFill),
    edge: toHex(edge),
    tint: toHex(tint),
    tintEdge: toHex(mix(page, base, theme === 'light' ? 0.24 : 0.34)),
  };
}

/** Custom properties for both themes; the reader's choice (`data-theme`) goes before the system's. */
export function accentStyle(accent: string): string {
  const declarations = (theme: 'light' | 'dark'): string => {
    const colors = accentColors(accent, theme);
    return [
      `--accent-text:${colors.text}`,
      `--accent-fill:${colors.fill}`,
      `--accent-on-fill:${colors.onFill}`,
      `--accent-edge:${colors.edge}`,
      `--accent-tint:${colors.tint}`,
      `--accent-tint-edge:${colors.tintEdge}`,
    ].join(';');
  };
  return [
    `:root{${declarations('light')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations('dark')}}}`,
    `:root[data-theme=dark]{${declarations('dark')}}`,
    `@media print{:root,:root[data-theme=dark],:root:not([data-theme=light]){${declarations('light')}}}`,
    '',
  ].join('\n');
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` or `#rgb` colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  return contrast(colorOf(a), colorOf(b));
}

function parseColor(text: string): Color | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex === undefined) return undefined;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [Number.parseInt(full.slice(0, 2), 16), Number.parseInt(full.slice(2, 4), 16), Number.parseInt(full.slice(4, 6), 16)];
}

function colorOf(text: string): Color {
  return parseColor(text) ?? [0, 0, 0];
}

function toHex(color: Color): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Color, to: Color, share: number): Color {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share];
}

/** The nearest colour on the way to black or white that has the contrast on every background; rounded as it is written. */
function adjust(color: Color, towards: Color, backgrounds: readonly Color[], wanted: number): Color {
  for (let step = 0; step <= 100; step += 1) {
    const candidate = colorOf(toHex(mix(color, towards, step / 100)));
    if (backgrounds.every((background) => contrast(candidate, colorOf(toHex(background))) >= wanted)) return candidate;
  }
  return towards;
}

function contrast(a: Color, b: Color): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
