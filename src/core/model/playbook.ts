import type { LineStarts, Span } from './text.js';

/** A heading with the anchor that GitHub and the help site give it. */
export interface Heading extends Span {
  readonly depth: number;
  readonly text: string;
  /** Place of the heading's words, without the `#` marks. */
  readonly textSpan: Span;
  readonly anchor: string;
}

/** `:name[label]`, `::name{…}` or `:::name`, as remark-directive reads it; only names the product knows. */
export interface Directive extends Span {
  readonly form: 'text' | 'leaf' | 'container';
  readonly name: string;
  readonly label: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Paragraph extends Span {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** A blockquote: what the customer hears or reads. `text` is plain, its paragraphs separated by a line break. */
export interface Wording extends Span {
  readonly kind: 'wording';
  readonly text: string;
}

export interface TableCell extends Span {
  readonly text: string;
}

export interface Table extends Span {
  readonly kind: 'table';
  readonly headers: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface ListItem extends Span {
  /** The item's own words, without those of nested lists. */
  readonly text: string;
  /** The same words without directives and their labels. */
  readonly words: string;
  readonly directives: readonly Directive[];
  readonly lists: readonly List[];
}

export interface List extends Span {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

interface Code extends Span {
  readonly kind: 'code';
  readonly language: string;
  readonly text: string;
}

/** Anything else that takes room in the text: HTML, a rule, an embed, a directive block. */
interface OtherBlock extends Span {
  readonly kind: 'other';
  readonly text: string;
}

export type Block = Paragraph | Wording | Table | List | Code | OtherBlock;

/** A heading and what stands under it. The part before the first heading has no heading and depth 0. */
export interface Section extends Span {
  readonly heading?: Heading;
  readonly depth: number;
  /** Blocks directly in this section, without those of its subsections. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Link extends Span {
  /** As written: a relative path, an address, `#anchor`, or for `[[id]]` the id with its optional `#anchor`. */
  readonly target: string;
  readonly targetSpan: Span;
  readonly form: 'markdown' | 'id';
  readonly text: string;
}

export interface Image extends Span {
  readonly target: string;
  readonly targetSpan: Span;
  readonly alt: string;
}

/** `::include{id=…}` */
export interface Include extends Span {
  readonly id: string;
}

/** `{{name}}`; a name with a dot, or one the config defines, is a variable. */
export interface PlaceholderUse extends Span {
  readonly name: string;
}

/** A stretch of running text in the body, to search wording and numbers in. Source and text are the same there. */
export interface TextRun extends Span {
  readonly inWording: boolean;
}

/** A problem found while reading a file; the rule named `code` reports it. */
export interface ParseProblem extends Span {
  readonly code: 'yaml-syntax' | 'front-matter-language' | 'unparsable-file';
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export const placeholderTypes = ['text', 'number', 'amount', 'date', 'time', 'phone', 'code', 'choice'] as const;

export interface PlaceholderDefinition {
  readonly name: string;
  /** A `code` is an order number and its like. */
  readonly type: (typeof placeholderTypes)[number];
  readonly required: boolean;
  readonly example?: string;
  readonly pii: boolean;
  readonly choices: readonly string[];
  /** What a `code` looks like: `#` stands for a digit, `@` for a letter. */
  readonly formats: readonly string[];
  readonly label?: string;
}

/** What every playbook has, read tolerantly: a field of the wrong type is as if absent (front-matter-schema reports it). */
export interface PlaybookFields {
  readonly owner?: string;
  readonly summary?: string;
  readonly shortCode?: string;
  readonly product?: string;
  readonly risk?: string;
  readonly aliases: readonly string[];
  readonly utterances: readonly string[];
  readonly keywords: readonly string[];
  readonly channels: readonly string[];
  readonly tiers: readonly string[];
  readonly audience: readonly string[];
  readonly tags: readonly string[];
  readonly related: readonly string[];
  /** Ids of the pages of a training course, in order; empty for a page that is none. */
  readonly course: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly reviewEvery?: string;
  readonly reviewedOn?: string;
  /** Agents must read it and acknowledge every revision. */
  readonly mustRead?: boolean;
  /** The first day on which it is out of use. */
  readonly retiredOn?: string;
  /** Id of the playbook that takes its place. */
  readonly replacedBy?: string;
  readonly translationOf?: string;
  readonly sourceBlob?: string;
  readonly placeholders: readonly PlaceholderDefinition[];
}

/** A front-matter key or item and where it stands. `path` is as in zod: keys and indexes from the top. */
export interface FrontMatterNode {
  readonly key?: Span;
  readonly value: Span;
}

export interface FrontMatter {
  /** Plain data: objects, arrays, strings, numbers, booleans, null. Dates stay strings as written. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The YAML between the marks; absent when the file has no front matter. */
  readonly span?: Span;
  /** By JSON Pointer (RFC 6901), for instance `/channels/0`. */
  readonly nodes: ReadonlyMap<string, FrontMatterNode>;
}

/** One Markdown file, read. All spans count UTF-16 code units of `text`. */
export interface Playbook {
  /** Relative to the knowledge base, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lineStarts: LineStarts;
  /** Git's name for this content (SHA-1 of the blob, line endings as LF): 40 hex digits. */
  readonly blob: string;
  /** From front matter, else the path without its extension. */
  readonly id: string;
  readonly hasOwnId: boolean;
  /** From front matter, else `article`. */
  readonly type: string;
  readonly hasOwnType: boolean;
  /** From front matter, else the first heading, else the file name. */
  readonly title: string;
  /** BCP 47: from front matter, else the config's first language. */
  readonly lang: string;
  readonly frontMatter: FrontMatter;
  readonly fields: PlaybookFields;
  /** Where the Markdown begins. */
  readonly bodyStart: number;
  /** The section before the first heading; all others hang below it. */
  readonly root: Section;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly includes: readonly Include[];
  readonly placeholderUses: readonly PlaceholderUse[];
  readonly directives: readonly Directive[];
  readonly textRuns: readonly TextRun[];
  /** Han characters, and words of other scripts, in the body. */
  readonly size: { readonly han: number; readonly words: number };
  readonly problems: readonly ParseProblem[];
}

/** Bytes decoded by the host. `text` has no byte-order mark. */
export interface SourceText {
  readonly text: string;
  /** Offset of the first byte sequence that is not UTF-8, in `text`. */
  readonly invalidAt?: number;
  /** Set when the file was too large to read: its size in bytes; `text` is then empty. */
  readonly tooLarge?: number;
  /** Set when the file could not be opened; `text` is then empty. */
  readonly unreadable?: boolean;
}
