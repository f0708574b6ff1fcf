import type { InitializeParams } from 'vscode-languageserver/node';
import { type Locale, nearestLocale } from '../core/model/locale.js';
import { isRecord } from '../core/parse/fields.js';
import { type Say, speak } from './words.js';

/** What the editor at the other end speaks and can do. */
export interface Client {
  readonly locale: Locale;
  readonly say: Say;
  /** It asks for the problems of open files itself. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Definitions may say what they are the definition of. */
  readonly definitionLinks: boolean;
  /** Edits may name the version they were made for, and rename files. */
  readonly documentChanges: boolean;
  readonly renamesFiles: boolean;
  readonly snippetEdits: boolean;
  readonly resolvesEdits: boolean;
  readonly showsProgress: boolean;
  readonly watchesFiles: boolean;
  /** It can be told that lenses, hints and tokens shown may differ now. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesTokens: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly options: ClientOptions;
}

/** `initializationOptions`. */
export interface ClientOptions {
  /** ISO 8601 day that counts as today; the machine's by default. */
  readonly today?: string;
  /** Address below which the rules' documentation pages are, `<code>.md` each. */
  readonly ruleDocumentation?: string;
  /** Command of the client that shows places, called with an address, a position and locations as `editor.action.showReferences` is. */
  readonly showReferencesCommand?: string;
  /** Commands of the client, each called with the address of a playbook: they show its review, approve it, ask for a review of it. */
  readonly showReviewCommand?: string;
  readonly approveCommand?: string;
  readonly requestReviewCommand?: string;
  /** Formatting puts a space between Chinese and Latin. */
  readonly spaceBetweenScripts?: boolean;
  /** Wants `playbook/changed`. */
  readonly wantsChanges?: boolean;
}

export function readClient({ capabilities, locale: tag, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities;
  const locale = nearestLocale(tag);
  const edits = workspace?.workspaceEdit;
  return {
    locale,
    say: speak(locale),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    documentChanges: edits?.documentChanges === true,
    renamesFiles: edits?.documentChanges === true && (edits.resourceOperations?.includes('rename') ?? false),
    snippetEdits: edits?.documentChanges === true && edits.snippetEditSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    showsProgress: window?.workDoneProgress === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    options: readOptions(initializationOptions),
  };
}

const textOptions = [
  'today',
  'ruleDocumentation',
  'showReferencesCommand',
  'showReviewCommand',
  'approveCommand',
  'requestReviewCommand',
] as const satisfies readonly (keyof ClientOptions)[];

function readOptions(value: unknown): ClientOptions {
  const given = isRecord(value) ? value : {};
  const texts = textOptions.flatMap((name) => {
    const value = given[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(texts),
    spaceBetweenScripts: given['spaceBetweenScripts'] === true,
    wantsChanges: given['wantsChanges'] === true,
  };
}
