/**
 * Width of a text in ems, near enough to lay boxes around it without a font: Han and full-width characters are one em,
 * others the usual widths of a sans-serif.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}“”‘’…—]/u.test(
      character,
    )
  )
    return 1;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.2;
  if (/[A-ZMW@%&]/.test(character)) return 0.74;
  if (/[\sijltf.,:;|!'()[\]]/.test(character)) return 0.34;
  return 0.6;
}

/**
 * Breaks a text into lines of at most `width` ems and `mostLines` lines; the last ends with `…` when there is more.
 * Lines are as even as they can be: no single character alone on the last.
 */
export function wrapText(text: string, width: number, mostLines: number): readonly string[] {
  const lines = breakLines(text, width);
  if (lines.length > mostLines) return shorten(lines, width, mostLines);
  const even: (readonly string[])[] = [];
  for (let narrower = Math.ceil(textWidth(text) / lines.length); lines.length > 1 && narrower <= width; narrower += 0.5) {
    const candidate = breakLines(text, narrower);
    if (candidate.length === lines.length) even.push(candidate);
  }
  // A line that ends where the sense does is worth more than one of the same length.
  const atMarks = even.find((candidate) => candidate.slice(0, -1).every((line) => /[，。、；：？！,;:?!]$/.test(line)));
  return atMarks ?? even[0] ?? lines;
}

function breakLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .replace(/\s+/g, ' ')
    .match(breakable)
    ?.filter((word) => word !== '') ?? []) {
    if (line !== '' && textWidth(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    for (const piece of textWidth(word) > width ? [...word] : [word]) {
      if (line !== '' && textWidth(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function shorten(lines: readonly string[], width: number, mostLines: number): readonly string[] {
  const kept = lines.slice(0, mostLines);
  const last = [...(kept[mostLines - 1] ?? '')];
  while (last.length > 0 && textWidth(`${last.join('')}…`) > width) last.pop();
  return [...kept.slice(0, -1), `${last.join('')}…`];
}

/** A Han character or a word, with the marks that must not end a line before it and those that must not begin one after it. */
const breakable =
  /[“‘（《【「『]*(?:[\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff“‘（《【「『，。、；：？！…）》】」』”’]+)?[，。、；：？！…）》】」』”’]*\s*/gu;
