import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { nearestLocale } from '../core/model/locale.js';

export interface CommandLineRun {
  /** What it printed, and what it said on standard error. */
  readonly output: string;
  readonly errors: string;
  /** Null if it was stopped. */
  readonly code: number | null;
}

export interface RunningCommand {
  readonly finished: Promise<CommandLineRun>;
  readonly stop: () => void;
}

/**
 * Runs the product's own command line, which came with the extension, in a process beside the editor: the same refusals and the
 * same words as in a terminal. Nothing goes through a shell.
 */
export function runCommandLine(
  context: vscode.ExtensionContext,
  args: readonly string[],
  folder: vscode.Uri,
  heard: { readonly output?: (text: string) => void; readonly errors?: (text: string) => void } = {},
): RunningCommand {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
  const child = spawn(process.execPath, [program, '--locale', nearestLocale(vscode.env.language), ...args], {
    cwd: folder.fsPath,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    heard.output?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    heard.errors?.(text);
  });
  return {
    finished: new Promise((resolve) => {
      child.on('error', (error) => resolve({ output, errors: error.message, code: 2 }));
      child.on('close', (code) => resolve({ output, errors, code }));
    }),
    stop: () => void child.kill(),
  };
}
