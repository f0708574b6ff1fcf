/** Whether a value fetches: `url()` of anything but a part of the same file, or a scheme that runs. */
export function refersElsewhere(value: string): boolean {
  if (/javascript\s*:|image-set\s*\(/i.test(value)) return true;
  for (const match of value.matchAll(/url\s*\(([^)]*)\)?/gi)) {
    if (!/^\s*["']?#[^"')]*["']?\s*$/.test(match[1] ?? '')) return true;
  }
  return false;
}

/** Whether CSS could load or run something: imports and fonts, escapes that hide them, functions that fetch. */
export function hasUnsafeStyle(css: string): boolean {
  return (
    refersElsewhere(css) ||
    /[\\<&]|@(?!media\b|supports\b)|expression\s*\(|-moz-binding|behavior\s*:|(?:^|[^a-z-])(?:src|image)\s*\(/i.test(css)
  );
}
