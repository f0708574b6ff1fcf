import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Playbook } from '../core/model/playbook.js';
import type { Client } from './client.js';
import type { OpenFolder } from './open-folder.js';

/** What a feature is asked about: a playbook as it is in the editor, and all that it belongs to. */
export interface PlaybookContext {
  readonly folder: OpenFolder;
  readonly knowledgeBase: KnowledgeBase;
  readonly playbook: Playbook;
  readonly client: Client;
}
