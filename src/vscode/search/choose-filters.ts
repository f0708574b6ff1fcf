import * as vscode from 'vscode';
import { type SearchFilter, type SearchFilters, searchFilters } from '../../core/model/search.js';
import type { KnowledgeBaseInfo } from '../../lsp/protocol.js';
import type { SearchModel } from './search-model.js';
import { filterLabel, filterValue } from './search-words.js';

interface FilterItem extends vscode.QuickPickItem {
  readonly filter?: { readonly name: SearchFilter; readonly value: string };
}

/** Asks which values the results may have, each with its number of hits; undefined when the user gives up. */
export async function chooseFilters(model: SearchModel, knowledgeBases: readonly KnowledgeBaseInfo[]): Promise<SearchFilters | undefined> {
  const items = searchFilters.flatMap((name): FilterItem[] => {
    const values = model.valuesOf(name).map(({ value, count, isChosen }) => ({
      label: filterValue(name, value, knowledgeBases),
      description: String(count),
      picked: isChosen,
      filter: { name, value },
    }));
    return values.length === 0 ? [] : [{ label: filterLabel(name), kind: vscode.QuickPickItemKind.Separator }, ...values];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Search for something first; then its results can be filtered.'));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Show only'),
    placeHolder: vscode.l10n.t('Several values of one kind are alternatives'),
  });
  if (!chosen) return undefined;
  const filters: Partial<Record<SearchFilter, string[]>> = {};
  for (const { filter } of chosen) {
    if (!filter) continue;
    filters[filter.name] = [...(filters[filter.name] ?? []), filter.value];
  }
  return filters;
}
