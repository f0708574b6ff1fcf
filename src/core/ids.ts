/** What stays of an id when its writer forgets how it was spelled. */
export function idForm(id: string): string {
  return id
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** The id that a file's name (the folder's for index and README) suggests. */
export function idFromPath(path: string): string {
  const parts = path.replace(/\.(md|markdown)$/i, '').split('/');
  const name = /^(?:_?index|readme)$/i.test(parts.at(-1) ?? '') ? (parts.at(-2) ?? parts.at(-1)) : parts.at(-1);
  return (
    (name ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}._]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      .slice(0, 100) || 'playbook'
  );
}

/** The id of a playbook that has none in its front matter: its path without the extension. */
export function idFromFile(path: string): string {
  return path.replace(/\.(md|markdown)$/i, '');
}
