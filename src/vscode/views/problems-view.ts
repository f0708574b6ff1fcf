import * as vscode from 'vscode';
import {
  type KnowledgeBaseInfo,
  knowledgeBasesRequest,
  type ProblemEntry,
  type Problems,
  problemsChangedNotification,
  problemsRequest,
  type RuleProblems,
} from '../../lsp/protocol.js';
import { toRange } from '../places.js';
import type { Server } from '../server.js';

type Node =
  | { readonly kind: 'knowledge-base'; readonly info: KnowledgeBaseInfo; readonly problems: Problems }
  | { readonly kind: 'rule'; readonly info: KnowledgeBaseInfo; readonly rule: RuleProblems }
  | { readonly kind: 'problem'; readonly problem: ProblemEntry }
  | { readonly kind: 'more'; readonly count: number };

/** Problems shown of one rule; the rest is counted. */
const limit = 500;

/** All problems of the window's knowledge bases by rule, gravest first. */
export function registerProblemsView(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: async (node) => {
      if (node?.kind === 'knowledge-base') return rules(node.info, node.problems);
      if (node?.kind === 'rule') return problemsOf(server, node.info, node.rule);
      return node ? [] : top(server, view);
    },
  };
  const view = vscode.window.createTreeView('playbook.problems', { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    changed,
    view,
    server.onDidChangeState(() => changed.fire()),
    server.on(problemsChangedNotification, () => changed.fire()),
    vscode.commands.registerCommand('playbook.problems.showRule', async (node: Node | undefined) => {
      if (node?.kind === 'rule' && node.rule.documentation !== undefined) await openRule(node.rule.documentation);
    }),
  );
}

async function openRule(address: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(address));
}

async function top(server: Server, view: vscode.TreeView<Node>): Promise<Node[]> {
  const found = (await server.ask(knowledgeBasesRequest, {})) ?? [];
  const asked = await Promise.all(
    found.map(async (info) => ({ info, problems: await server.ask(problemsRequest, { uri: info.uri, limit: 0 }) })),
  );
  const known = asked.flatMap(({ info, problems }) => (problems ? [{ kind: 'knowledge-base' as const, info, problems }] : []));
  const sum = (count: (problems: Problems) => number) => known.reduce((all, { problems }) => all + count(problems), 0);
  const waiting = sum((problems) => problems.waiting);
  const grave = sum(({ counts }) => counts.error + counts.warning);
  view.badge = grave > 0 ? { value: grave, tooltip: vscode.l10n.t('Errors and warnings: {0}', grave) } : undefined;
  view.message =
    waiting > 0
      ? vscode.l10n.t('Still to be checked: {0}', waiting)
      : known.length > 0 && sum(({ total }) => total) === 0
        ? vscode.l10n.t('No problems. Everything follows the rules.')
        : '';
  const [only] = known;
  return known.length === 1 && only ? rules(only.info, only.problems) : known;
}

function rules(info: KnowledgeBaseInfo, problems: Problems): Node[] {
  return problems.rules.map((rule) => ({ kind: 'rule', info, rule }));
}

async function problemsOf(server: Server, { uri }: KnowledgeBaseInfo, { code }: RuleProblems): Promise<Node[]> {
  const page = await server.ask(problemsRequest, { uri, code, limit });
  if (!page) return [];
  const shown = page.entries.map((problem): Node => ({ kind: 'problem', problem }));
  const rest = page.total - shown.length;
  return rest > 0 ? [...shown, { kind: 'more', count: rest }] : shown;
}

function severityIcon(severity: ProblemEntry['severity']): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    case 'info':
      return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
  }
}

function treeItem(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'knowledge-base':
      return new vscode.TreeItem(node.info.title, vscode.TreeItemCollapsibleState.Expanded);
    case 'rule': {
      const { rule } = node;
      const item = new vscode.TreeItem(rule.description, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `${node.info.uri} ${rule.code}`;
      item.description = `${rule.problems} · ${rule.code}`;
      item.iconPath = severityIcon(rule.severity);
      item.tooltip = vscode.l10n.t('{0}: {1} in {2} files', rule.code, rule.problems, rule.files);
      item.contextValue = rule.documentation === undefined ? 'rule' : 'rule documented';
      return item;
    }
    case 'problem': {
      const { problem } = node;
      const item = new vscode.TreeItem(problem.message);
      item.description = `${problem.path}:${problem.range.start.line + 1}`;
      item.tooltip = problem.message;
      item.iconPath = severityIcon(problem.severity);
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [vscode.Uri.parse(problem.uri), { selection: toRange(problem.range) } satisfies vscode.TextDocumentShowOptions],
      };
      return item;
    }
    case 'more':
      return new vscode.TreeItem(vscode.l10n.t('and {0} more; mend some of these first', node.count));
  }
}
