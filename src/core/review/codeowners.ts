import { matchesGlob } from './glob.js';

/** One line of a CODEOWNERS file. */
export interface OwnerLine {
  readonly pattern: string;
  /** E-mails in lower case, or names such as `@org/team` as written. */
  readonly owners: readonly string[];
}

/** Where git hosts look for it, in their order, from the top of the repository. */
export const codeownersPaths = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** Reads CODEOWNERS (https://docs.github.com/articles/about-code-owners): the last line that fits a path names its owners. */
export function parseCodeowners(text: string): readonly OwnerLine[] {
  return text.split(/\r?\n/).flatMap((written): OwnerLine[] => {
    const line = written.replace(/(?:^|\s)#.*$/, '').trim();
    // GitLab's sections: [Name], ^[Name], [Name][2] @default. Their headings own nothing here.
    if (line === '' || /^\^?\[/.test(line)) return [];
    const [pattern = '', ...owners] = line.split(/(?<!\\)\s+/);
    return [
      { pattern: pattern.replaceAll('\\ ', ' '), owners: owners.map((owner) => (owner.startsWith('@') ? owner : owner.toLowerCase())) },
    ];
  });
}

/** Owners of a path from the top of the repository; empty where the file names none. */
export function ownersOf(path: string, lines: readonly OwnerLine[]): readonly string[] {
  return lines.findLast((line) => owns(path, line.pattern))?.owners ?? [];
}

/** As in .gitignore: a pattern without a slash but at its end fits at any depth, and a folder stands for all below it. */
function owns(path: string, written: string): boolean {
  const isAnchored = written.replace(/\/$/, '').includes('/');
  const bare = written.replace(/^\/|\/$/g, '');
  if (bare === '') return false;
  const pattern = isAnchored ? bare : `**/${bare}`;
  const isFolder = written.endsWith('/');
  // `docs/*` owns files right below docs only.
  const below = matchesGlob(path, `${pattern}/**`) && !(isAnchored && /(?:^|\/)\*$/.test(bare));
  return below ? !matchesGlob(path, pattern) || !isFolder : !isFolder && matchesGlob(path, pattern);
}
