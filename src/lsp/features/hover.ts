import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import { explainSymbol } from '../../core/symbols/explain.js';
import { symbolAt } from '../../core/symbols/symbol-at.js';
import { rangeAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';

/** What stands at a place: a field, a linked playbook, a value, a role, an embedded snippet. */
export function hover({ folder, knowledgeBase, playbook, client }: PlaybookContext, offset: number): Hover | null {
  const symbol = symbolAt(playbook, offset, knowledgeBase);
  const { today } = folder.session.settings;
  const value = symbol && explainSymbol(symbol, { knowledgeBase, playbook, locale: client.locale, today });
  if (!symbol || value === undefined || value === '') return null;
  return { contents: { kind: client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value }, range: rangeAt(playbook, symbol.at) };
}
