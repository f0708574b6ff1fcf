/**
 * Words as Markdown that shows exactly them, on one line: no mark-up, link, directive, placeholder or table cell comes
 * about, whatever somebody typed.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~&]/g, '\\$&')
    .replace(/:(?=[A-Za-z])/g, '\\:')
    .replace(/:\/\//g, ':\\//')
    .replace(/@/g, '\\@')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^([#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
