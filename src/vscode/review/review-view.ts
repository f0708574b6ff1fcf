import * as vscode from 'vscode';
import type { ReviewEntry } from '../../lsp/protocol.js';
import { placeOf } from '../choose.js';
import type { Reviewed, Reviews } from './reviews.js';

/** What the view lists, in this order; a playbook stands in every list it belongs to. */
const lists = [
  { name: 'waiting', icon: 'inbox', holds: (entry: ReviewEntry) => entry.waitsForMe },
  { name: 'requested', icon: 'mail', holds: (entry: ReviewEntry) => entry.requestedByMe && entry.state !== 'approved' },
  { name: 'changes', icon: 'request-changes', holds: (entry: ReviewEntry) => entry.changesRequested.length > 0 },
  { name: 'changed', icon: 'diff', holds: (entry: ReviewEntry) => entry.changedSinceApproval },
  { name: 'never', icon: 'circle-slash', holds: (entry: ReviewEntry) => entry.state === 'never-approved' },
  { name: 'due', icon: 'calendar', holds: (entry: ReviewEntry) => entry.due !== undefined && entry.due.days <= soon },
] as const;
type ListName = (typeof lists)[number]['name'];

/** Days ahead that count as soon. */
const soon = 14;

type Node =
  | { readonly kind: 'knowledge-base'; readonly of: Reviewed }
  | {
      readonly kind: 'list';
      readonly of: Reviewed;
      readonly name: ListName;
      readonly icon: string;
      readonly entries: readonly ReviewEntry[];
    }
  | { readonly kind: 'entry'; readonly list: ListName; readonly of: Reviewed; readonly entry: ReviewEntry };

/** What awaits whom: for me, from me, changed since its approval, never approved, due soon. */
export function registerReviewView(reviews: Reviews): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: async (node) => {
      if (!node) return top(await reviews.read(), view);
      if (node.kind === 'knowledge-base') return listsOf(node.of);
      if (node.kind === 'list') return node.entries.map((entry) => ({ kind: 'entry', list: node.name, of: node.of, entry }));
      return [];
    },
  };
  const view = vscode.window.createTreeView('playbook.review', { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    changed,
    view,
    reviews.onDidChange(() => changed.fire()),
  );
}

function top(all: readonly Reviewed[], view: vscode.TreeView<Node>): Node[] {
  const waiting = all.reduce((sum, { entries }) => sum + entries.filter(({ waitsForMe }) => waitsForMe).length, 0);
  view.badge = waiting > 0 ? { value: waiting, tooltip: vscode.l10n.t('Waiting for your review: {0}', waiting) } : undefined;
  const isOff = all.every(({ overview }) => overview.availability === 'ready' && overview.mode === 'off');
  void vscode.commands.executeCommand('setContext', 'playbook.reviewOff', all.length > 0 && isOff);
  const [problem, ...others] = new Set(all.map(({ overview }) => overview.problem));
  const begin = others.length === 0 ? toBegin.find((name) => name === problem) : undefined;
  void vscode.commands.executeCommand('setContext', 'playbook.reviewToBegin', begin);
  view.message = begin === undefined ? messageOf(all, isOff) : '';
  const shown = all.filter(({ overview }) => overview.availability === 'ready' && overview.mode !== 'off');
  const [only] = shown;
  return shown.length === 1 && only ? listsOf(only) : shown.map((of) => ({ kind: 'knowledge-base', of }));
}

/** What keeps a history from being there that one button begins; its welcome text says so. */
const toBegin = ['no-repository', 'no-commit'] as const;

function messageOf(all: readonly Reviewed[], isOff: boolean): string {
  if (isOff) return '';
  const problem = all.find(({ overview }) => overview.availability === 'unavailable')?.overview.message;
  if (problem !== undefined) return problem;
  if (all.some(({ overview }) => overview.availability === 'loading')) return vscode.l10n.t('Reading the history');
  return all.every((of) => listsOf(of).length === 0) ? vscode.l10n.t('Nothing waits: everything is approved and in date.') : '';
}

function listsOf(of: Reviewed): Node[] {
  return lists.flatMap(({ name, icon, holds }): Node[] => {
    const entries = of.entries.filter(holds);
    if (entries.length === 0) return [];
    const sorted = entries.sort((a, b) => (a.due?.days ?? 0) - (b.due?.days ?? 0) || a.title.localeCompare(b.title, vscode.env.language));
    return [{ kind: 'list', of, name, icon, entries: sorted }];
  });
}

function listLabel(name: ListName): string {
  switch (name) {
    case 'waiting':
      return vscode.l10n.t('Waiting for me');
    case 'requested':
      return vscode.l10n.t('Requested by me');
    case 'changes':
      return vscode.l10n.t('Changes asked for');
    case 'changed':
      return vscode.l10n.t('Changed since approval');
    case 'never':
      return vscode.l10n.t('Never approved');
    case 'due':
      return vscode.l10n.t('Due soon');
  }
}

function treeItem(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'knowledge-base': {
      const item = new vscode.TreeItem(node.of.info.title, vscode.TreeItemCollapsibleState.Expanded);
      item.description = placeOf(node.of.info);
      item.iconPath = new vscode.ThemeIcon('book');
      return item;
    }
    case 'list': {
      const isFirst = node.name === 'waiting' || node.name === 'changes';
      const state = isFirst ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
      const item = new vscode.TreeItem(listLabel(node.name), state);
      item.id = `${node.of.info.uri} ${node.name}`;
      item.description = String(node.entries.length);
      item.iconPath = new vscode.ThemeIcon(node.icon);
      return item;
    }
    case 'entry':
      return entryItem(node);
  }
}

function entryItem({ entry, of, list }: Extract<Node, { kind: 'entry' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.title);
  item.description = list === 'due' && entry.due ? dueText(entry.due) : entry.description;
  item.iconPath = new vscode.ThemeIcon(of.info.types.find(({ name }) => name === entry.type)?.icon ?? 'file');
  const actions = [
    'reviewed',
    ...(of.overview.canDecide && entry.mayApprove ? ['approvable'] : []),
    ...(entry.revision === undefined ? [] : ['published']),
  ];
  item.contextValue = actions.join(' ');
  const text = new vscode.MarkdownString()
    .appendMarkdown('**')
    .appendText(entry.title)
    .appendMarkdown('**\n\n')
    .appendText(entry.description);
  for (const { by, day, note } of [...entry.changesRequested, ...entry.requests]) {
    text.appendMarkdown('\n\n').appendText([by.name || by.email, day, note].filter((part) => part !== undefined).join(' · '));
  }
  if (entry.uncommitted) text.appendMarkdown('\n\n').appendText(vscode.l10n.t('The text in the editor is not committed yet.'));
  item.tooltip = text;
  item.accessibilityInformation = { label: `${entry.title}, ${entry.description}` };
  if (entry.uri !== undefined) {
    item.resourceUri = vscode.Uri.parse(entry.uri);
    item.command = { command: 'playbook.reviewDiff', title: vscode.l10n.t('Show what changed'), arguments: [{ entry }] };
  }
  return item;
}

function dueText({ day, days }: NonNullable<ReviewEntry['due']>): string {
  if (days < 0) return vscode.l10n.t('{0}, {1} days ago', day, -days);
  return days === 0 ? vscode.l10n.t('{0}, today', day) : vscode.l10n.t('{0}, in {1} days', day, days);
}
