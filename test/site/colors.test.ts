import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentColors, accentStyle, contrastRatio, surfaces } from '../../src/site/colors.js';

describe('contrast', () => {
  it('is WCAG’s: black on white 21, #767676 on white just 4.5', () => {
    expect(contrastRatio('#000', '#fff')).toBe(21);
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe('accent colours', () => {
  it('keep an accent that is dark enough', () => {
    expect(accentColors('#0b6bcb', 'light').text).toBe('#0b6bcb');
  });

  it('darken a light accent and lighten it in the dark theme only as far as needed', () => {
    expect(accentColors('#00aa66', 'light')).toMatchInlineSnapshot(`
      {
        "edge": "#00a362",
        "fill": "#008852",
        "onFill": "#ffffff",
        "text": "#00814e",
        "tint": "#f0faf6",
        "tintEdge": "#c2ebda",
      }
    `);
    expect(accentColors('#00aa66', 'dark')).toMatchInlineSnapshot(`
      {
        "edge": "#00aa66",
        "fill": "#00aa66",
        "onFill": "#000000",
        "text": "#00aa66",
        "tint": "#122923",
        "tintEdge": "#0d4934",
      }
    `);
  });

  it('reach the contrast for every accent in both themes', () => {
    const accent = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(accent, fc.constantFrom('light' as const, 'dark' as const), (color, theme) => {
        const colors = accentColors(color, theme);
        const { page, panel } = surfaces[theme];
        for (const background of [page, panel, colors.tint]) expect(contrastRatio(colors.text, background)).toBeGreaterThanOrEqual(4.5);
        for (const background of [page, panel]) expect(contrastRatio(colors.edge, background)).toBeGreaterThanOrEqual(3);
        expect(contrastRatio(colors.fill, page)).toBeGreaterThanOrEqual(3);
        expect(contrastRatio(colors.onFill, colors.fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(surfaces[theme].text, colors.tint)).toBeGreaterThanOrEqual(7);
      }),
      { numRuns: 500 },
    );
  });

  it('a colour that cannot be read falls back to the default', () => {
    expect(accentStyle('red;}body{display:none')).toBe(accentStyle('#0b6bcb'));
  });
});
