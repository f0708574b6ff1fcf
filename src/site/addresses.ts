import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Config } from '../core/config/config.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Locale } from '../core/model/locale.js';
import type { Playbook } from '../core/model/playbook.js';

/** Where each page and asset of the site is: paths from the site's root, with `/`, ASCII only, safe on every file system. */
export interface Addresses {
  readonly playbook: (playbook: Playbook) => string;
  /** The list of a playbook's approved revisions. */
  readonly history: (playbook: Playbook) => string;
  /** Two of them beside each other, by their numbers. */
  readonly comparison: (playbook: Playbook, before: number, after: number) => string;
  /** The pages of a course on one page. Beside them, so that relative links stay right. */
  readonly handbook: (course: Playbook) => string;
  readonly home: (language: string) => string;
  readonly allPages: (language: string) => string;
  readonly type: (name: string, language: string) => string;
  readonly tag: (tag: string, language: string) => string;
  readonly asset: (path: string) => string;
}

export const notFoundAddress = '404.html';
export const scriptAddress = 'site.js';
/** The texts that browser code says, in one language. */
export const wordsScriptAddress = (locale: Locale): string => `words.${locale}.js`;
/** Browser code and styles that only some pages need, by what they do. */
export const featureNames = ['run', 'flow', 'course'] as const;
export type FeatureName = (typeof featureNames)[number];
export const featureScriptAddress = (name: FeatureName): string => `${name}.js`;
export const featureStyleAddress = (name: FeatureName): string => `${name}.css`;
export const themeScriptAddress = 'theme.js';
export const styleAddress = 'site.css';
/** Styles that only pages about changes need. */
export const historyStyleAddress = 'history.css';
export const accentAddress = 'accent.css';
export const iconAddress = 'icon.svg';

/** A later page of a long list; no language is called `p2`. */
export function listPartAddress(address: string, number: number): string {
  return number === 1 ? address : address.replace(/\.html$/, `.p${number}.html`);
}

/**
 * An address depends on the id alone, so that it stays when other playbooks come and go. Only ids that clash
 * (the second file with the same id) take their path in as well.
 */
export function createAddresses(knowledgeBase: KnowledgeBase): Addresses {
  const languages = languageSuffixes(knowledgeBase.config);
  const suffix = (language: string): string => languages.get(language) ?? '';
  const pages = new Map<string, string>();
  const taken = new Set<string>();
  for (const playbook of knowledgeBase.playbooks.values()) {
    const name = safeName(playbook.id);
    const own = taken.has(name) ? safeName(`${playbook.id}\n${playbook.path}`) : name;
    taken.add(own);
    pages.set(playbook.path, `pages/${own}.html`);
  }
  const page = (playbook: Playbook): string => pages.get(playbook.path) ?? `pages/${safeName(playbook.id)}.html`;
  const beside = (playbook: Playbook, ending: string): string => page(playbook).replace(/^pages\/(.*)\.html$/, `history/$1${ending}.html`);
  return {
    playbook: page,
    history: (playbook) => beside(playbook, ''),
    comparison: (playbook, before, after) => beside(playbook, `.${before}-${after}`),
    handbook: (course) => `pages/${safeName(`${course.id}\n${course.path}\nhandbook`, `${course.id}-handbook`)}.html`,
    home: (language) => `index${suffix(language)}.html`,
    allPages: (language) => `all${suffix(language)}.html`,
    type: (name, language) => `types/${safeName(name)}${suffix(language)}.html`,
    tag: (tag, language) => `tags/${safeName(tag)}${suffix(language)}.html`,
    asset: (path) => {
      const extension = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? 'bin';
      return `assets/${safeName(path.replace(/\.[^./]*$/, ''), path.split('/').at(-1))}.${extension}`;
    },
  };
}

/** The first language has none; a tag that is not BCP 47 or differs from another only by case gets a safe one. */
function languageSuffixes({ languages }: Config): ReadonlyMap<string, string> {
  const suffixes = new Map<string, string>();
  const taken = new Set<string>();
  for (const language of languages) {
    if (suffixes.size === 0) {
      suffixes.set(language, '');
      continue;
    }
    const plain = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language) && !taken.has(language.toLowerCase());
    taken.add(language.toLowerCase());
    suffixes.set(language, `.${plain ? language : `${slug(language)}-${digest(language)}`}`);
  }
  return suffixes;
}

/**
 * A file name without extension for any text. Lower-case ASCII names stay as they are; every other name becomes its
 * readable part and a digest of the whole, so that names that differ in any way never share a file, on file systems
 * that fold case or normalize Unicode neither.
 */
export function safeName(name: string, readable = name): string {
  if (/^[a-z0-9][a-z0-9_-]{0,79}$/.test(name) && !reservedOnWindows.test(name) && !/-[0-9a-f]{12}$/.test(name)) return name;
  return `${slug(readable)}-${digest(name)}`;
}

const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,8}$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return words === '' ? 'page' : words;
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12);
}
