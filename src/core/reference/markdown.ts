/** Pieces of Markdown for the generated reference. */

/** A table; cells are escaped, so that a bar or a tag in a message stays text. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, '<br>')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Words as they are: marks that Markdown or HTML would act on are escaped. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, (mark) => `\\${mark}`);
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A block of source whose fence is longer than any in it. */
export function block(language: string, source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`{3,}/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${source.replace(/\n+$/, '')}\n${fence}`;
}

/** Parts with an empty line between them, and the note that nobody should edit the file. */
export function page(...parts: readonly (string | undefined)[]): string {
  const note = '<!-- Generated from the sources by scripts/generate.mjs. Do not edit. -->';
  return `${[note, ...parts.filter((part) => part !== undefined && part !== '')].join('\n\n')}\n`;
}
