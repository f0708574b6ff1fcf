import * as vscode from 'vscode';
import { assistantRequest } from '../lsp/protocol.js';
import type { Server } from './server.js';

/** Gives the editor's chat two tools that read approved content. Editors without such tools have nothing to register them with. */
export function registerAssistantTools(server: Server): vscode.Disposable {
  // Older hosts and forks lack the interface, whatever the types say.
  const languageModels: Partial<typeof vscode.lm> | undefined = vscode.lm;
  if (typeof languageModels?.registerTool !== 'function') return new vscode.Disposable(() => {});
  return vscode.Disposable.from(
    languageModels.registerTool<{ readonly query?: string; readonly prefer_language?: string }>('playbook_search', {
      invoke: ({ input: { prefer_language: prefer, ...question } }, token) =>
        answer(server, { kind: 'search', ...question, ...(prefer !== undefined && { prefer }) }, token),
      prepareInvocation: ({ input: { query } }) => ({ invocationMessage: vscode.l10n.t('Searching the playbooks for “{0}”', query ?? '') }),
    }),
    languageModels.registerTool<{ readonly playbook?: string }>('playbook_read', {
      invoke: ({ input }, token) => answer(server, { kind: 'read', ...input }, token),
      prepareInvocation: ({ input: { playbook } }) => ({ invocationMessage: vscode.l10n.t('Reading the playbook “{0}”', playbook ?? '') }),
    }),
  );
}

async function answer(server: Server, question: object, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
  const told = await server.ask(assistantRequest, question, token);
  const text = told?.text ?? vscode.l10n.t('There is no knowledge base in this window, or it is still being read.');
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}
