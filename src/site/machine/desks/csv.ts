/**
 * One line of CSV (RFC 4180), every cell in quotes. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, which is a change of the text: `+86…` becomes `'+86…` (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** Full-width signs begin a formula too where a spreadsheet folds width; so does a sign behind blanks that are dropped. */
function guardFormula(text: string): string {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
