import * as vscode from 'vscode';
import type { KnowledgeBaseInfo } from '../../lsp/protocol.js';
import { type FilterName, type Filters, filterNames, type SearchModel } from './search-model.js';
import { filterLabel, filterValue } from './search-words.js';

interface FilterItem extends vscode.QuickPickItem {
  readonly filter?: { readonly name: FilterName; readonly value: string };
}

/** Asks which values the results may have, each with its number of hits; undefined when the user gives up. */
export async function chooseFilters(model: SearchModel, knowledgeBases: readonly KnowledgeBaseInfo[]): Promise<Filters | undefined> {
  const facets = model.answer?.facets;
  const items = filterNames.flatMap((name): FilterItem[] => {
    const counts = new Map(Object.entries(facets?.[name] ?? {}));
    for (const value of model.filters[name] ?? []) counts.set(value, counts.get(value) ?? 0);
    if (counts.size === 0) return [];
    const values = [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b));
    return [
      { label: filterLabel(name), kind: vscode.QuickPickItemKind.Separator },
      ...values.map(([value, count]) => ({
        label: filterValue(name, value, knowledgeBases),
        description: String(count),
        picked: model.filters[name]?.includes(value) ?? false,
        filter: { name, value },
      })),
    ];
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
  const filters: Partial<Record<FilterName, string[]>> = {};
  for (const { filter } of chosen) {
    if (!filter) continue;
    filters[filter.name] = [...(filters[filter.name] ?? []), filter.value];
  }
  return filters;
}
