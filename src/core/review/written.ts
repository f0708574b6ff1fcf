/** JSON, which is YAML too; what YAML would not take as it stands is escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A name that every file system takes: what may not stand in one, and names that Windows keeps, are percent-encoded. */
export function safeName(name: string): string {
  const encoded = name
    .slice(0, 120)
    .replace(/[^\p{L}\p{N}._-]|^\.|\.$/gu, (character) => encodeURIComponent(character).replace('.', '%2E'));
  if (encoded === '') return '%';
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(encoded) ? `%${encoded}` : encoded;
}
