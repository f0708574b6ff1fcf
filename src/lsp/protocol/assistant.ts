import type { ReadQuestion } from '../../app/assistant/read-playbook.js';
import type { PlaybookQuestion } from '../../app/assistant/search-playbooks.js';
import type { OwnRequest } from './own-request.js';

/** What an assistant of the editor asks; the same as the tools of `playbook mcp`. */
export type AssistantQuestion = (PlaybookQuestion & { readonly kind: 'search' }) | (ReadQuestion & { readonly kind: 'read' });

/** Text for a language model, of all knowledge bases of the window: approved content only, wherever review is on. */
export const assistantRequest: OwnRequest<unknown, { readonly text: string } | null> = { method: 'playbook/assistant' };
