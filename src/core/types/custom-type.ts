import type { SupportFile } from '../config/config.js';
import type { PlaybookType } from './playbook-type.js';

export interface CustomTypes {
  readonly types: readonly PlaybookType[];
  readonly files: readonly SupportFile[];
}

/** Types that a knowledge base defines in its own schemas/ folder. */
export function readCustomTypes(_files: readonly { readonly path: string; readonly text: string }[]): CustomTypes {
  return { types: [], files: [] };
}
