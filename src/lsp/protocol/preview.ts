import type { OwnRequest } from './own-request.js';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  /** Blocks then carry `data-line`, the line of the file they come from (from 0). Without it the page is byte for byte the exported one. */
  readonly withSourceLines?: boolean;
}

/** The page as an export would have it, from the text in the editor. */
export interface PreviewAnswer {
  readonly html: string;
  readonly title: string;
  /** Path of the page on the site; links in `html` are relative to it. */
  readonly address: string;
  /** Addresses of files, by their path on the site. */
  readonly assets: Readonly<Record<string, string>>;
  /** Addresses of other playbooks, by their path on the site. */
  readonly pages: Readonly<Record<string, string>>;
  /** Offsets of headings' lines for scrolling along: anchor and line from 0. */
  readonly lines: readonly { readonly anchor: string; readonly line: number }[];
  /** How many lines the file has. */
  readonly lineCount: number;
  /** Files that the site makes for itself, as text: the styles of the config's colour, and the texts of the page's script by key. */
  readonly accentStyle: string;
  readonly words: Readonly<Record<string, string>>;
}

/** Null for a file that is no playbook. */
export const previewRequest: OwnRequest<PreviewParams, PreviewAnswer | null> = { method: 'playbook/preview' };
