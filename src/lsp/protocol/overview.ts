import type { DueItem } from '../../app/due.js';
import type { Freshness, Statistics } from '../../app/statistics.js';
import type { Severity } from '../../core/model/diagnostic.js';
import type { FolderParams, Labelled, OwnNotification, OwnRequest, Page, PageParams, TextRange } from './own-request.js';

/** What a list or tree needs of one playbook. */
export interface OverviewEntry {
  readonly uri: string;
  /** Relative to the knowledge base, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly tags: readonly string[];
  readonly owner?: string;
  readonly summary?: string;
  /** How it stands today: in force, due, overdue, expired, retired, … */
  readonly life: Freshness;
}

export interface Overview extends Page<OverviewEntry> {
  /** Address of the knowledge base. */
  readonly uri: string;
  readonly title: string;
  /** Types that occur or may occur, with their names in the user’s language. */
  readonly types: readonly Labelled[];
  readonly lives: readonly Labelled[];
  /** BCP 47, the default first. */
  readonly languages: readonly string[];
}

/** All playbooks in path order, as they are in the editor; null if no knowledge base has this address. */
export const overviewRequest: OwnRequest<PageParams, Overview | null> = { method: 'playbook/overview' };

/** All problems of one kind. */
export interface RuleProblems {
  readonly code: string;
  /** What the rule finds, one sentence in the user’s language. */
  readonly description: string;
  /** Address of its documentation. */
  readonly documentation?: string;
  /** The gravest that occurs. */
  readonly severity: Severity;
  readonly problems: number;
  readonly files: number;
}

export interface ProblemEntry {
  readonly uri: string;
  readonly path: string;
  readonly range: TextRange;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface Problems extends Page<ProblemEntry> {
  readonly uri: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Gravest first, then by how many there are. Always of all problems. */
  readonly rules: readonly RuleProblems[];
  /** Files that are still to be checked; more problems may follow, with `problemsChangedNotification`. */
  readonly waiting: number;
}

export interface ProblemsParams extends PageParams {
  /** Only problems of this kind among `entries`. */
  readonly code?: string;
}

/** Problems of the whole knowledge base, by path and place, as far as they are known. */
export const problemsRequest: OwnRequest<ProblemsParams, Problems | null> = { method: 'playbook/problems' };

/** The answer to `problemsRequest` may differ. Comes at most every 500 ms. */
export const problemsChangedNotification: OwnNotification<FolderParams> = { method: 'playbook/problemsChanged' };

/** Playbooks that lack something; `entries` has the first 200. */
export type HealthList = Page<OverviewEntry>;

export interface LanguageHealth extends Labelled {
  /** Originals in another language that have no translation into this one. */
  readonly untranslated: HealthList;
  /** Translations made from an older version of their original. */
  readonly outdated: HealthList;
}

export interface Health {
  readonly uri: string;
  /** Day for which it is told. */
  readonly today: string;
  readonly statistics: Statistics;
  /** What is overdue or due within 30 days, earliest first; the first 200. */
  readonly due: Page<DueItem & { readonly uri: string }>;
  /** Neither linked to, embedded, listed as related nor shown as a translation by any other playbook. */
  readonly unused: HealthList;
  readonly withoutOwner: HealthList;
  readonly withoutSummary: HealthList;
  /** Languages of the config into which something is translated. */
  readonly languages: readonly LanguageHealth[];
  /** Names of types and of states of life in the user’s language. */
  readonly types: readonly Labelled[];
  readonly lives: readonly Labelled[];
  /** Where review is on and its states are known: how many playbooks agents see in their present wording, and of how many. */
  readonly approved?: { readonly playbooks: number; readonly of: number };
}

/** How well a knowledge base is kept. */
export const healthRequest: OwnRequest<FolderParams, Health | null> = { method: 'playbook/health' };
