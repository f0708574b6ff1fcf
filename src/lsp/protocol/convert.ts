import type { OwnRequest, TextRange } from './own-request.js';

export interface ConvertParams {
  readonly textDocument: { readonly uri: string };
  /** What to convert; everything by default. */
  readonly range?: TextRange;
}

/** Words of a playbook in the other Chinese script, as edits of the text in the editor; or why not, in the user’s language. */
export type ConvertAnswer =
  | { readonly to: 'zh-Hans' | 'zh-Hant'; readonly edits: readonly { readonly range: TextRange; readonly newText: string }[] }
  | { readonly problem: string };

export const convertRequest: OwnRequest<ConvertParams, ConvertAnswer | null> = { method: 'playbook/convert' };

/** The playbook in the other Chinese script as a new file, not written yet; or why not, and the translation that is there already. */
export type TranslateAnswer =
  | { readonly to: 'zh-Hans' | 'zh-Hant'; readonly uri: string; readonly text: string }
  | { readonly problem: string; readonly uri?: string };

export const translateRequest: OwnRequest<Omit<ConvertParams, 'range'>, TranslateAnswer | null> = { method: 'playbook/translate' };
