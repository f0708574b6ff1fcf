import * as vscode from 'vscode';
import type { Overview, OverviewEntry } from '../../lsp/protocol.js';
import { placeOf } from '../choose.js';
import type { KeptLists, Listed } from '../kept-lists.js';
import { languageName } from '../language-name.js';

/** All playbooks of the window's knowledge bases. */
export type Catalogue = KeptLists<Overview>;
type Catalogued = Listed<Overview>;

export const groupings = ['type', 'tag', 'owner', 'state'] as const;
export type Grouping = (typeof groupings)[number];

type Node =
  | { readonly kind: 'knowledge-base'; readonly of: Catalogued }
  | {
      readonly kind: 'group';
      readonly of: Catalogued;
      readonly name: string;
      readonly label: string;
      readonly entries: readonly OverviewEntry[];
    }
  | { readonly kind: 'playbook'; readonly of: Catalogued; readonly entry: OverviewEntry };

const groupingKey = 'playbook.grouping';

/** All playbooks by type, tag, owner or state; titles, not file names. */
export function registerKnowledgeBaseView(context: vscode.ExtensionContext, catalogue: Catalogue): vscode.Disposable {
  let grouping = groupings.find((name) => name === context.workspaceState.get<string>(groupingKey)) ?? 'type';
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => children(catalogue, grouping, node),
    getTreeItem: treeItem,
  };
  const view = vscode.window.createTreeView('playbook.knowledgeBase', { treeDataProvider: provider, showCollapseAll: true });
  const show = (next: Grouping) => {
    grouping = next;
    view.description = groupingLabel(next);
    void vscode.commands.executeCommand('setContext', groupingKey, next);
    changed.fire();
  };
  show(grouping);
  return vscode.Disposable.from(
    changed,
    view,
    catalogue.onDidChange(() => changed.fire()),
    ...groupings.map((name) =>
      vscode.commands.registerCommand(`playbook.groupBy.${name}`, async () => {
        show(name);
        await context.workspaceState.update(groupingKey, name);
      }),
    ),
  );
}

function groupingLabel(grouping: Grouping): string {
  switch (grouping) {
    case 'type':
      return vscode.l10n.t('by type');
    case 'tag':
      return vscode.l10n.t('by tag');
    case 'owner':
      return vscode.l10n.t('by owner');
    case 'state':
      return vscode.l10n.t('by state');
  }
}

async function children(catalogue: Catalogue, grouping: Grouping, node: Node | undefined): Promise<Node[]> {
  if (!node) {
    const all = await catalogue.read();
    const isEmpty = all.every(({ entries }) => entries.length === 0);
    void vscode.commands.executeCommand('setContext', 'playbook.isEmpty', isEmpty);
    const [only] = all;
    return all.length === 1 && only ? groups(only, grouping) : all.map((of) => ({ kind: 'knowledge-base', of }));
  }
  switch (node.kind) {
    case 'knowledge-base':
      return groups(node.of, grouping);
    case 'group':
      return node.entries.map((entry) => ({ kind: 'playbook', of: node.of, entry }));
    case 'playbook':
      return [];
  }
}

function groups(of: Catalogued, grouping: Grouping): Node[] {
  const byName = new Map<string, OverviewEntry[]>();
  for (const entry of of.entries) {
    for (const name of namesIn(entry, grouping)) {
      const group = byName.get(name);
      if (group) group.push(entry);
      else byName.set(name, [entry]);
    }
  }
  const order = orderOf(of, grouping);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...byName]
    .sort(([a], [b]) => place(a) - place(b) || Number(a === '') - Number(b === '') || a.localeCompare(b, vscode.env.language))
    .map(([name, entries]) => ({
      kind: 'group',
      of,
      name,
      label: groupLabel(of, grouping, name),
      entries: entries.sort((a, b) => a.title.localeCompare(b.title, vscode.env.language)),
    }));
}

function namesIn({ type, tags, owner, life }: OverviewEntry, grouping: Grouping): readonly string[] {
  switch (grouping) {
    case 'type':
      return [type];
    case 'tag':
      return tags.length > 0 ? tags : [''];
    case 'owner':
      return [owner ?? ''];
    case 'state':
      return [life];
  }
}

/** Types and states in the knowledge base's own order, everything else by name. */
function orderOf({ overview }: Catalogued, grouping: Grouping): readonly string[] {
  if (grouping === 'type') return overview.types.map(({ name }) => name);
  return grouping === 'state' ? overview.lives.map(({ name }) => name) : [];
}

function groupLabel({ overview }: Catalogued, grouping: Grouping, name: string): string {
  const labels = grouping === 'type' ? overview.types : grouping === 'state' ? overview.lives : [];
  const label = labels.find((one) => one.name === name)?.label;
  if (label !== undefined) return label;
  if (name !== '') return name;
  return grouping === 'tag'
    ? vscode.l10n.t('without a tag')
    : grouping === 'owner'
      ? vscode.l10n.t('without an owner')
      : vscode.l10n.t('without a type');
}

function treeItem(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'knowledge-base': {
      const item = new vscode.TreeItem(node.of.info.title, vscode.TreeItemCollapsibleState.Expanded);
      item.description = placeOf(node.of.info);
      item.iconPath = new vscode.ThemeIcon('book');
      return item;
    }
    case 'group': {
      const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `${node.of.info.uri} ${node.name}`;
      item.description = String(node.entries.length);
      const type = node.of.info.types.find(({ name }) => name === node.name);
      item.contextValue = type ? 'type' : 'group';
      if (type) item.iconPath = new vscode.ThemeIcon(type.icon);
      return item;
    }
    case 'playbook': {
      const { entry, of } = node;
      const item = new vscode.TreeItem(entry.title);
      const life = of.overview.lives.find(({ name }) => name === entry.life)?.label;
      const state = entry.life === 'current' || entry.life === 'no-date' ? undefined : life;
      item.description = [state, entry.owner].filter((text) => text !== undefined).join(' · ');
      item.iconPath = new vscode.ThemeIcon(of.info.types.find(({ name }) => name === entry.type)?.icon ?? 'file');
      item.tooltip = tooltip(entry, life);
      item.resourceUri = vscode.Uri.parse(entry.uri);
      item.contextValue = 'playbook';
      item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [item.resourceUri] };
      item.accessibilityInformation = { label: [entry.title, life, entry.owner].filter((text) => text !== undefined).join(', ') };
      return item;
    }
  }
}

function tooltip({ title, summary, path, owner, lang }: OverviewEntry, life: string | undefined): vscode.MarkdownString {
  const text = new vscode.MarkdownString().appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
  if (summary !== undefined) text.appendText(summary).appendMarkdown('\n\n');
  return text.appendText([life, owner, languageName(lang), path].filter((part) => part !== undefined).join(' · '));
}
