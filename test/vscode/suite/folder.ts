import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** The knowledge base that is open in the window, with files by their path in it. */
export function rootUri(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return folder.uri;
}

export function fileUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(rootUri(), path);
}

export function textOnDisk(path: string): string {
  return readFileSync(fileUri(path).fsPath, 'utf8');
}

export function textInEditor(path: string): string {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === fileUri(path).toString());
  if (!document) throw new Error(`${path} is not open.`);
  return document.getText();
}

/** Shows a file in a tab that stays. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)), { preview: false });
}

/** Where a text begins; `from` leaves out what stands before another text. */
export function positionOf(document: vscode.TextDocument, text: string, from = ''): vscode.Position {
  const whole = document.getText();
  const start = whole.indexOf(from);
  const at = start < 0 ? -1 : whole.indexOf(text, start);
  if (at < 0) throw new Error(`${document.uri.path} has no “${text}”`);
  return document.positionAt(at);
}

/** Types a text in place of another, as one edit that can be undone. */
export async function replaceText(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  const start = positionOf(editor.document, text);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + text.length);
  const isDone = await editor.edit((edit) => edit.replace(new vscode.Range(start, end), replacement));
  if (!isDone) throw new Error(`“${text}” could not be replaced.`);
}

/** Gives every file its text of the last commit, in the editor too. */
export async function revertAll(): Promise<void> {
  await revertWhere(({ isDirty }) => isDirty);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  git('checkout', '--quiet', '--', '.');
  git('clean', '--quiet', '--force', '-d', '-x');
  // VS Code keeps texts that no tab shows for minutes, and reads changed files again a moment later. What the language server
  // answers about an earlier text would be refused.
  await revertWhere(({ uri, isDirty, getText }) => existsSync(uri.fsPath) && (isDirty || readFileSync(uri.fsPath, 'utf8') !== getText()));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Reads texts from disk again until none is left of which this holds; each look waits for what was done before. */
async function revertWhere(isMeant: (document: vscode.TextDocument) => boolean): Promise<void> {
  const meant = () => vscode.workspace.textDocuments.filter((document) => document.uri.scheme === 'file' && isMeant(document));
  for (let documents = meant(); documents.length > 0; documents = meant()) {
    for (const document of documents) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  }
}

/** Saves everything. VS Code saves files that no tab shows by itself, a moment later. */
export async function saveAll(): Promise<void> {
  await vscode.workspace.saveAll(false);
  await eventually(
    () => vscode.workspace.textDocuments.every(({ isDirty, uri }) => !isDirty || uri.scheme !== 'file') || undefined,
    vscode.workspace.onDidSaveTextDocument,
    vscode.workspace.onDidChangeTextDocument,
  );
}

export function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: rootUri().fsPath, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What `look` finds, at once or as soon as it finds something after one of the events; the limit of the test bounds it. */
export async function eventually<Value>(look: () => Value | undefined, ...events: readonly vscode.Event<unknown>[]): Promise<Value> {
  const found = look();
  if (found !== undefined) return found;
  return new Promise<Value>((resolve, reject) => {
    const again = () => {
      try {
        const value = look();
        if (value === undefined) return;
        for (const subscription of subscriptions) subscription.dispose();
        resolve(value);
      } catch (error) {
        for (const subscription of subscriptions) subscription.dispose();
        reject(error);
      }
    };
    const subscriptions = events.map((event) => event(again));
    again();
  });
}

/** Ends when a file is there; to be called before what makes it. */
export async function appears(path: string): Promise<void> {
  // Of a folder that is moved to its place, only the folder may be told.
  const [top] = path.split('/');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(rootUri(), `{${top},${top}/**}`));
  try {
    await eventually(() => existsSync(fileUri(path).fsPath) || undefined, watcher.onDidCreate, watcher.onDidChange);
  } finally {
    watcher.dispose();
  }
}

/**
 * Says yes to whatever a command asks, and closes its messages, until it ends. There is no event for a question, so each answer
 * waits for the one before.
 */
export async function acceptWhatAsks(command: Thenable<unknown>): Promise<void> {
  const state = { isDone: false };
  const ended = Promise.resolve(command).finally(() => {
    state.isDone = true;
  });
  while (!state.isDone) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await vscode.commands.executeCommand('notifications.clearAll');
  }
  await ended;
}

/** The product's problems in a file, once `isExpected` holds of them: code, line from 1, and the marked text. */
export async function problemsIn(path: string, isExpected: (codes: readonly string[]) => boolean): Promise<readonly Problem[]> {
  const uri = fileUri(path);
  return eventually(() => {
    const problems = ownDiagnostics(uri).map(toProblem);
    return isExpected(problems.map(({ code }) => code)) ? problems : undefined;
  }, vscode.languages.onDidChangeDiagnostics);
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly range: vscode.Range;
}

export function ownDiagnostics(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'playbook');
}

function toProblem({ code, message, range }: vscode.Diagnostic): Problem {
  return { code: String(typeof code === 'object' ? code.value : code), message, range };
}
