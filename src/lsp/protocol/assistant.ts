import type { OwnRequest } from './own-request.js';

/** What an assistant of the editor asks; the same as the tools of `playbook mcp`. */
export type AssistantQuestion =
  | {
      readonly kind: 'search';
      readonly query: string;
      readonly types?: readonly string[];
      readonly channels?: readonly string[];
      readonly tiers?: readonly string[];
      readonly languages?: readonly string[];
      readonly tags?: readonly string[];
      readonly products?: readonly string[];
      /** BCP 47. */
      readonly prefer?: string;
      readonly limit?: number;
    }
  | { readonly kind: 'read'; readonly playbook: string; readonly section?: string; readonly offset?: number };

/** Text for a language model, of all knowledge bases of the window: approved content only, wherever review is on. */
export const assistantRequest: OwnRequest<unknown, { readonly text: string } | null> = { method: 'playbook/assistant' };
