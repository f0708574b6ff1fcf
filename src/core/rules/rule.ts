import type { SupportFile } from '../config/config.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Severity } from '../model/diagnostic.js';
import type { Locale, Localized } from '../model/locale.js';
import type { Playbook } from '../model/playbook.js';
import type { SearchQuery, SearchResult } from '../model/search.js';
import type { Span } from '../model/text.js';

/** A replacement in the text of the file under check; an insertion has an empty span. */
export interface SpanEdit extends Span {
  readonly newText: string;
}

export interface Report {
  readonly at: Span;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Further places that belong to the problem; `path` defaults to the file itself. */
  readonly related?: readonly {
    readonly path?: string;
    readonly at: Span;
    readonly message: string;
    readonly values?: Readonly<Record<string, string | number>>;
  }[];
  readonly fix?: {
    readonly title: Localized;
    readonly values?: Readonly<Record<string, string | number>>;
    readonly edits: readonly SpanEdit[];
  };
}

export interface RuleContext<MessageName extends string> {
  readonly knowledgeBase: KnowledgeBase;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  readonly locale: Locale;
  /** Day of each playbook’s last approval or verification, by id, where review is on; absent where it is off. */
  readonly reviewedOn?: ReadonlyMap<string, string>;
  /** The codes of all rules. */
  readonly ruleCodes: ReadonlySet<string>;
  /** Reports a problem with one of the rule's messages; `{name}` in it is filled from `values`. */
  readonly report: (message: MessageName, report: Report) => void;
}

/** Searches the knowledge base under check. The index is built when it is first called, which most rules never do. */
export type Search = (query: SearchQuery) => SearchResult;

export interface SupportFileContext<MessageName extends string> extends RuleContext<MessageName> {
  readonly search: Search;
}

/** One thing that can be wrong. Its code is its name in reports, in the config and in documentation. */
export interface Rule<MessageName extends string = string> {
  readonly code: string;
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly description: Localized;
  /** Why it matters and what to do, for the documentation page. */
  readonly rationale: Localized;
  readonly messages: Readonly<Record<MessageName, Localized>>;
  /**
   * Short Markdown that the rule reports and one that it does not, for the documentation page; `files` are others they need,
   * by path. `path` is set where the example is no playbook but, for instance, the config.
   */
  readonly example: {
    readonly wrong: string;
    readonly right: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly path?: string;
  };
  readonly fixable: boolean;
  /** Its fix says what only a person can know, so it is offered one at a time and never applied to all files at once. */
  readonly fixedOnlyByHand?: true;
  /** What it says of a playbook depends on others, so it is silent while not all of them are known. */
  readonly needsAllPlaybooks?: true;
  readonly check?: (playbook: Playbook, context: RuleContext<MessageName>) => void;
  readonly checkSupportFile?: (file: SupportFile, context: SupportFileContext<MessageName>) => void;
}

/** Checks the message names of one rule against its own `report` calls, then forgets them so that rules fit one list. */
export function defineRule<MessageName extends string>(rule: Rule<MessageName>): Rule {
  // The list only ever calls a rule with the context made for it, whose `report` takes any name the rule itself uses.
  return rule as unknown as Rule;
}
