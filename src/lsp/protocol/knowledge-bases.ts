import type { Localized } from '../../core/model/locale.js';
import type { OwnNotification, OwnRequest } from './own-request.js';

/** A type that playbooks of a knowledge base may have. */
export interface TypeInfo {
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  /** A codicon name. */
  readonly icon: string;
}

/** A channel or customer tier, and what it is called. */
export interface TermInfo {
  readonly id: string;
  readonly label: Localized;
}

export interface KnowledgeBaseInfo {
  /** Address of its folder. */
  readonly uri: string;
  readonly title: string;
  /** Whether the folder has a `playbook.config.yaml`; else everything has its default. */
  readonly isConfigured: boolean;
  /** BCP 47, the default first. */
  readonly languages: readonly string[];
  readonly types: readonly TypeInfo[];
  readonly channels: readonly TermInfo[];
  readonly tiers: readonly TermInfo[];
  /** Folder of the playbooks, relative to the root with `/`; `''` is the root. */
  readonly content: string;
  /** Folders that hold playbooks, relative to the root with `/`, in order; `''` is the root. */
  readonly folders: readonly string[];
  /** Number of playbooks. */
  readonly size: number;
}

/** The knowledge bases of the workspace, once they have been read. */
export const knowledgeBasesRequest: OwnRequest<object, readonly KnowledgeBaseInfo[]> = { method: 'playbook/knowledgeBases' };

/** What is known of the knowledge bases may differ: ask again for what is shown. Comes after a short rest. */
export const changedNotification: OwnNotification<null> = { method: 'playbook/changed' };

export interface NewPlaybookParams {
  /** Address of the knowledge base. */
  readonly uri: string;
  readonly type: string;
  readonly title: string;
  /** BCP 47; the knowledge base's default language if absent. */
  readonly lang?: string;
  /** Relative to the root, with `/`; where most playbooks of this type and language are if absent. */
  readonly folder?: string;
}

/** A playbook that could be written. Nothing is written by asking. */
export interface NewPlaybookAnswer {
  readonly id: string;
  readonly uri: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A new playbook from its type's template; null if the knowledge base or the type is not known, the title is empty or the folder outside. */
export const newPlaybookRequest: OwnRequest<NewPlaybookParams, NewPlaybookAnswer | null> = { method: 'playbook/newPlaybook' };
