import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { KnowledgeBaseInfo } from '../../lsp/protocol.js';
import { isInside } from '../choose.js';
import { runCommandLine } from '../command-line.js';
import { readRefusal } from '../command-line-refusal.js';
import { sentences } from '../sentences.js';
import type { Server } from '../server.js';
import { type ExportReport, readExportReport } from './export-report.js';
import { liesAmongPlaybooks } from './site-folder.js';

const setting = 'export.folder';

/** Writes the help site of a knowledge base by the product's own command line, and says what it holds. */
export async function exportSite(context: vscode.ExtensionContext, server: Server, info: KnowledgeBaseInfo): Promise<void> {
  const root = vscode.Uri.parse(info.uri);
  const folder = await siteFolder(root, info);
  if (folder === undefined) return;
  const run = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Exporting the help site of {0}', info.title),
      cancellable: true,
    },
    (progress, token) => {
      let shown = 0;
      const running = runCommandLine(context, ['export', '.', '--out', folder, '--progress', 'lines', '--json'], root, {
        errors: (text) => {
          const [, done, total] = [...text.matchAll(progressLine)].at(-1) ?? [];
          if (done === undefined || total === undefined) return;
          const percentage = (Number(done) / Math.max(1, Number(total))) * 100;
          progress.report({ increment: percentage - shown, message: `${done} / ${total}` });
          shown = percentage;
        },
      });
      token.onCancellationRequested(() => running.stop());
      return running.finished;
    },
  );
  if (run.code === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The export was stopped; the site is as it was before.'));
    return;
  }
  const report = run.code === 0 ? readExportReport(run.output) : undefined;
  if (report) await tell(report, info, folder);
  else await tellFailure(server, info, run.errors);
}

const progressLine = /^(\d+)\/(\d+)$\n?/gm;

/** Where the site goes, as the setting has it. Where that is among the playbooks, another place is asked for and remembered. */
async function siteFolder(root: vscode.Uri, { content, title }: KnowledgeBaseInfo): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('playbook', root);
  const folder = settings.get<string>(setting, 'site');
  if (!liesAmongPlaybooks(root.fsPath, content, folder)) return folder;
  const beside = `../${basename(root.fsPath)}-site`;
  const use = vscode.l10n.t('Use “{0}”', beside);
  const choose = vscode.l10n.t('Choose a folder…');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '“{0}” lies among the playbooks of “{1}”, where the pages of the site would be taken for playbooks. It needs a folder outside.',
      folder,
      title,
    ),
    use,
    choose,
  );
  const next = chosen === use ? beside : chosen === choose ? await chooseFolder(root) : undefined;
  if (next !== undefined) await settings.update(setting, next, vscode.ConfigurationTarget.WorkspaceFolder);
  return next;
}

async function chooseFolder(root: vscode.Uri): Promise<string | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: vscode.Uri.joinPath(root, '..'),
      title: vscode.l10n.t('An empty folder for the help site'),
      openLabel: vscode.l10n.t('Export here'),
    })) ?? [];
  return folder?.fsPath;
}

/** In the editor's own words: the command line's speak of commands. */
async function tell(report: ExportReport, info: KnowledgeBaseInfo, folder: string): Promise<void> {
  const { content, playbooks, leftOut, isConfigApproved, errors, home } = report;
  const isApproved = content === 'approved';
  const isUnsaved = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && isInside(uri, info));
  const open = vscode.l10n.t('Open the home page');
  const reveal = vscode.l10n.t('Show in folder');
  const review = vscode.l10n.t('Show what waits');
  const problems = vscode.l10n.t('Show the problems');
  const next = isApproved && (leftOut > 0 || !isConfigApproved) ? [review] : !isApproved && errors > 0 ? [problems] : [];
  const chosen = await vscode.window.showInformationMessage(
    sentences([
      vscode.l10n.t('The help site is in “{0}”. Playbooks: {1}.', folder, playbooks),
      ...(isApproved && leftOut > 0 ? [vscode.l10n.t('Left out, because they have no approved version: {0}.', leftOut)] : []),
      ...(isConfigApproved ? [] : [vscode.l10n.t('The settings were never approved, so nothing they say is on its pages.')]),
      ...(isApproved && errors > 0 ? [vscode.l10n.t('Places that name what is not approved, or have a mistake: {0}.', errors)] : []),
      ...(!isApproved && errors > 0 ? [vscode.l10n.t('Errors in its texts: {0}.', errors)] : []),
      ...(!isApproved && isUnsaved ? [vscode.l10n.t('What is not saved is not in it.')] : []),
    ]),
    open,
    reveal,
    ...next,
  );
  if (chosen === open) await vscode.env.openExternal(vscode.Uri.file(home));
  if (chosen === reveal) await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(home));
  if (chosen === review) await vscode.commands.executeCommand('playbook.review.focus');
  if (chosen === problems) await vscode.commands.executeCommand('playbook.problems.focus');
}

async function tellFailure(server: Server, { title }: KnowledgeBaseInfo, errors: string): Promise<void> {
  const why = readRefusal(errors);
  if (why === undefined) server.log(errors);
  const settings = vscode.l10n.t('Export settings');
  const log = vscode.l10n.t('Show the log');
  const next = await vscode.window.showErrorMessage(
    sentences([vscode.l10n.t('The help site of “{0}” could not be exported.', title), ...(why === undefined ? [] : [why])]),
    why === undefined ? log : settings,
  );
  if (next === settings) await vscode.commands.executeCommand('workbench.action.openSettings', `playbook.${setting}`);
  if (next === log) server.showLog();
}
