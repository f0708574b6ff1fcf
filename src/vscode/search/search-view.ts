import * as vscode from 'vscode';
import { type SearchFilter, searchFilters } from '../../core/model/search.js';
import { type KnowledgeBaseInfo, knowledgeBasesRequest, type PlacedHit } from '../../lsp/protocol.js';
import { toRange } from '../places.js';
import type { Server } from '../server.js';
import type { SearchModel } from './search-model.js';
import { chosenValues, filterLabel, filterValue, plain, typeIcon, typeLabel } from './search-words.js';

type Node =
  | { readonly kind: 'hit'; readonly hit: PlacedHit }
  | { readonly kind: 'filters' }
  | { readonly kind: 'filter'; readonly name: SearchFilter }
  | {
      readonly kind: 'value';
      readonly name: SearchFilter;
      readonly value: string;
      readonly count: number;
      readonly isChosen: boolean;
    };

/** The results of the latest search, with the values they can be narrowed to; a click on a value narrows or widens. */
export function registerSearchView(server: Server, model: SearchModel): vscode.Disposable {
  let knowledgeBases: readonly KnowledgeBaseInfo[] = [];
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => children(model, node),
    getTreeItem: (node) => treeItem(node, model, knowledgeBases),
  };
  const view = vscode.window.createTreeView('playbook.searchResults', { treeDataProvider: provider, showCollapseAll: true });
  const show = async (): Promise<void> => {
    knowledgeBases = (await server.ask(knowledgeBasesRequest, {})) ?? [];
    view.description = model.text;
    view.message =
      model.answer && (model.answer.total === 0 || model.answer.nearestOnly)
        ? vscode.l10n.t('Nothing found for “{0}”. Try a shorter word, or the customer’s own words.', model.text)
        : model.answer && model.answer.total > model.answer.hits.length
          ? vscode.l10n.t('The first {0} of {1} results', model.answer.hits.length, model.answer.total)
          : '';
    void vscode.commands.executeCommand('setContext', 'playbook.hasSearch', model.text.trim() !== '');
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    view,
    model.onDidAnswer(() => void show()),
    vscode.commands.registerCommand('playbook.search.toggleValue', (name: SearchFilter, value: string) => {
      const present = model.filters[name] ?? [];
      const next = present.includes(value) ? present.filter((other) => other !== value) : [...present, value];
      return model.setFilters({ ...model.filters, [name]: next });
    }),
  );
}

function children(model: SearchModel, node: Node | undefined): Node[] {
  const { answer, hasFilters } = model;
  if (!answer) return [];
  if (!node) {
    const hits = answer.hits.map((hit): Node => ({ kind: 'hit', hit }));
    return hits.length > 0 || hasFilters ? [{ kind: 'filters' }, ...hits] : [];
  }
  switch (node.kind) {
    case 'filters':
      return searchFilters.filter((name) => model.valuesOf(name).length > 0).map((name) => ({ kind: 'filter', name }));
    case 'filter':
      return model.valuesOf(node.name).map((value) => ({ kind: 'value', name: node.name, ...value }));
    default:
      return [];
  }
}

function treeItem(node: Node, model: SearchModel, knowledgeBases: readonly KnowledgeBaseInfo[]): vscode.TreeItem {
  switch (node.kind) {
    case 'filters': {
      const item = new vscode.TreeItem(vscode.l10n.t('Filters'), vscode.TreeItemCollapsibleState.Collapsed);
      item.iconPath = new vscode.ThemeIcon(model.hasFilters ? 'filter-filled' : 'filter');
      item.description = chosenValues(model.filters, knowledgeBases).join(', ');
      return item;
    }
    case 'filter':
      return new vscode.TreeItem(filterLabel(node.name), vscode.TreeItemCollapsibleState.Collapsed);
    case 'value': {
      const item = new vscode.TreeItem(filterValue(node.name, node.value, knowledgeBases));
      item.description = String(node.count);
      item.iconPath = new vscode.ThemeIcon(node.isChosen ? 'check' : 'circle-large-outline');
      item.command = {
        command: 'playbook.search.toggleValue',
        title: node.isChosen ? vscode.l10n.t('Remove the filter') : vscode.l10n.t('Filter'),
        arguments: [node.name, node.value],
      };
      return item;
    }
    case 'hit': {
      const { hit } = node;
      const item = new vscode.TreeItem(hit.title);
      item.iconPath = new vscode.ThemeIcon(typeIcon(hit.type, knowledgeBases));
      item.description = [hit.section, plain(hit.excerpt)].filter((text) => text !== '').join(' — ');
      item.tooltip = new vscode.MarkdownString()
        .appendMarkdown('**')
        .appendText(hit.title)
        .appendMarkdown('**')
        .appendText(` · ${typeLabel(hit.type, knowledgeBases)}`)
        .appendMarkdown('\n\n')
        .appendText(plain(hit.excerpt));
      item.resourceUri = vscode.Uri.parse(hit.uri);
      item.contextValue = 'hit';
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [vscode.Uri.parse(hit.uri), { selection: toRange(hit.range), preview: true } satisfies vscode.TextDocumentShowOptions],
      };
      return item;
    }
  }
}
