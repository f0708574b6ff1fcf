import type { Locale, Localized } from './locale.js';

/** What a section is for, beyond its words: the site draws it and the rules prove it accordingly. */
export const sectionKinds = [
  'text',
  'wording',
  'steps',
  'matrix',
  'flow',
  'why-tree',
  'fishbone',
  'never-say',
  'escalation',
  'messages',
  'quiz',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** What a section must contain. Patterns are RE2. Every number is a minimum unless its name says otherwise. */
export interface ContentRequirement {
  readonly text?: { readonly required?: readonly string[]; readonly forbidden?: readonly string[] };
  readonly wording?: { readonly min: number };
  readonly tables?: {
    readonly min?: number;
    readonly minColumns?: number;
    readonly minRows?: number;
    readonly headers?: readonly string[];
  };
  readonly lists?: { readonly min?: number; readonly ordered?: boolean; readonly minItems?: number };
  readonly images?: { readonly min?: number; readonly alt?: boolean; readonly formats?: readonly string[] };
  readonly code?: { readonly min?: number; readonly languages?: readonly string[] };
  readonly length?: { readonly minHan?: number; readonly maxHan?: number; readonly minWords?: number; readonly maxWords?: number };
  /** Every step of an ordered list names its owner, its time limit. */
  readonly steps?: { readonly owner?: boolean; readonly limit?: boolean };
}

export interface SectionOutline {
  /** Stable name of the section, the same in all languages. */
  readonly key: string;
  readonly kind?: SectionKind;
  /** Headings by language; the first is the one templates write, the others are accepted. */
  readonly headings: Readonly<Partial<Record<Locale, readonly string[]>>>;
  /** RE2 pattern for headings that cannot be listed. */
  readonly pattern?: string;
  /** What belongs here, for templates, completion and messages. */
  readonly purpose?: Partial<Localized>;
  /** How often it occurs. Default 0 to 1; `min: 1` makes it required. */
  readonly min?: number;
  readonly max?: number;
  readonly content?: ContentRequirement;
  readonly body?: BodyOutline;
}

/** The sections of a document or of one section. The same format describes built-in and custom types. */
export interface BodyOutline {
  readonly sections: readonly SectionOutline[];
  /** Sections stand in the listed order. Default true. */
  readonly ordered?: boolean;
  /** Sections that are not listed are accepted. Default true. */
  readonly others?: boolean;
}
