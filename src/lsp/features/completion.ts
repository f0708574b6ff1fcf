import { type CompletionItem, CompletionItemKind, type CompletionList, InsertTextFormat, MarkupKind } from 'vscode-languageserver/node';
import type { Candidate, CandidateKind } from '../../core/complete/candidate.js';
import { completionsAt } from '../../core/complete/completions-at.js';
import { foldScript } from '../../core/script-fold.js';
import { rangeAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';

/** More are not sent at once: typing on narrows them down. */
const mostItems = 200;

const kinds: Readonly<Record<CandidateKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  playbook: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  heading: CompletionItemKind.Reference,
  placeholder: CompletionItemKind.Variable,
  variable: CompletionItemKind.Constant,
  section: CompletionItemKind.Struct,
  directive: CompletionItemKind.Function,
  snippet: CompletionItemKind.Snippet,
  wording: CompletionItemKind.Text,
};

export function completion(context: PlaybookContext, offset: number): CompletionList {
  const { folder, knowledgeBase, playbook, client } = context;
  const all = completionsAt(knowledgeBase, playbook, offset, client.locale, folder.session.settings.today);
  const shown = all.length > mostItems ? firstFitting(all, context, offset) : all;
  return { isIncomplete: shown.length < all.length, items: shown.map((candidate, index) => itemOf(candidate, index, context)) };
}

/** The first that contain what is typed, in either Chinese script. */
function firstFitting(all: readonly Candidate[], { playbook }: PlaybookContext, offset: number): readonly Candidate[] {
  const fold = (text: string) => foldScript(text.normalize('NFKC')).toLowerCase();
  const shown: Candidate[] = [];
  for (const candidate of all) {
    if (shown.length === mostItems) break;
    const { at, filter, label } = candidate;
    const typed = playbook.text.slice(at.start, offset);
    // Folding is dear; ASCII needs none.
    const isPlain = /^[\x20-\x7e]*$/.test(typed);
    const text = filter ?? label;
    if (isPlain ? text.toLowerCase().includes(typed.toLowerCase()) : fold(text).includes(fold(typed))) shown.push(candidate);
  }
  return shown;
}

function itemOf(candidate: Candidate, index: number, { playbook, client }: PlaybookContext): CompletionItem {
  const { label, kind, at, newText, isSnippet, detail, documentation, filter } = candidate;
  const described = documentation?.() ?? '';
  return {
    label,
    kind: kinds[kind],
    textEdit: { range: rangeAt(playbook, at), newText: isSnippet && !client.snippets ? withoutTabStops(newText) : newText },
    ...(isSnippet && client.snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(detail !== undefined && { detail }),
    ...(described !== '' && { documentation: { kind: client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: described } }),
    ...(filter !== undefined && { filterText: filter }),
    sortText: String(index).padStart(5, '0'),
    // The value of a field that was just written is wanted next.
    ...(kind === 'field' && newText.endsWith(': ') && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
  };
}

function withoutTabStops(snippet: string): string {
  return snippet.replace(/\$\{\d+(?::((?:\\.|[^\\}])*))?\}|\$\d+/g, '$1').replace(/\\([\\$}])/g, '$1');
}
