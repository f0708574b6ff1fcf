import * as vscode from 'vscode';
import { chosenFile } from '../chosen-file.js';
import type { Server } from '../server.js';
import { PreviewPanel, type PreviewState, previewType, showSource } from './preview-panel.js';

/** Menus go by these: whether the active preview is locked. */
const lockedKey = 'playbook.preview.locked';

/** The exported page of a playbook beside its text: any number of panels, of which those that are not locked follow the active editor. */
export function registerPreviews(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const panels = new Set<PreviewPanel>();
  /** The one that was asked for last, until the editor says which one is active. */
  let wanted: PreviewPanel | undefined;
  const active = (): PreviewPanel | undefined => [...panels].find(({ isActive }) => isActive) ?? wanted;
  const show = (): void => void vscode.commands.executeCommand('setContext', lockedKey, active()?.isLocked === true);
  const add = (panel: vscode.WebviewPanel, state: PreviewState): void => {
    const preview = new PreviewPanel(context, server, panel, state);
    panels.add(preview);
    wanted = preview;
    preview.onDidChangeState(() => {
      if (preview.isActive) wanted = undefined;
      show();
    });
    preview.onDidDispose(() => {
      panels.delete(preview);
      if (wanted === preview) wanted = undefined;
      show();
    });
  };
  const open = (given: unknown, column: vscode.ViewColumn): void => {
    const uri = wantedFile(given);
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a playbook first; its preview then stands beside it.'));
      return;
    }
    const toSide = column === vscode.ViewColumn.Beside;
    const same = [...panels].find((preview) => preview.uri.toString() === uri.toString());
    if (same) {
      wanted = same;
      same.reveal(undefined, toSide);
      return;
    }
    const free = [...panels].find(({ isLocked }) => !isLocked);
    if (free) {
      wanted = free;
      free.open(uri);
      free.reveal(undefined, toSide);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      previewType,
      vscode.l10n.t('Preview'),
      { viewColumn: column, preserveFocus: toSide },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    );
    add(panel, { uri: uri.toString(), isLocked: false });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.preview', (given: unknown) => open(given, vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('playbook.previewToSide', (given: unknown) => open(given, vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('playbook.preview.lock', () => active()?.toggleLock()),
    vscode.commands.registerCommand('playbook.preview.unlock', () => active()?.toggleLock()),
    vscode.commands.registerCommand('playbook.preview.refresh', () => active()?.refresh()),
    vscode.commands.registerCommand('playbook.preview.showSource', async () => {
      const preview = active();
      if (preview) await showSource(preview.uri, 0);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId !== 'markdown' || editor.document.uri.scheme !== 'file') return;
      const uri = editor.document.uri;
      if ([...panels].some((preview) => preview.uri.toString() === uri.toString())) return;
      // A difference or an embedded editor is no new page to follow.
      if (!(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText)) return;
      [...panels].find(({ isLocked }) => !isLocked)?.open(uri);
    }),
    vscode.window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const known = readState(state);
        if (known) add(panel, known);
        else panel.dispose();
      },
    }),
    {
      dispose: () => {
        for (const preview of panels) preview.dispose();
      },
    },
  );
}

/** The file that a command was called for, else that of the active editor. */
function wantedFile(given: unknown): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return chosenFile(given) ?? (document?.languageId === 'markdown' && document.uri.scheme === 'file' ? document.uri : undefined);
}

function readState(state: unknown): PreviewState | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state) || typeof state.uri !== 'string') return undefined;
  return { uri: state.uri, isLocked: 'isLocked' in state && state.isLocked === true };
}
