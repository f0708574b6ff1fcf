import * as vscode from 'vscode';
import { nearestLocale } from '../../core/model/locale.js';
import { type KnowledgeBaseInfo, type NewPlaybookAnswer, newPlaybookRequest } from '../../lsp/protocol.js';
import { chooseKnowledgeBase, tellNoKnowledgeBase } from '../choose.js';
import { languageName } from '../language-name.js';
import type { Server } from '../server.js';
import { askStepByStep, type Step } from '../step-by-step.js';

interface Answers {
  readonly type?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly folder?: string;
}

/** Asks for type, title, language and folder, one after the other, and opens the new playbook. */
export function registerNewPlaybook(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.newPlaybook', async (given: unknown) => {
    const knowledgeBase = await chooseKnowledgeBase(server);
    if (!knowledgeBase) {
      if (server.state !== 'starting') await tellNoKnowledgeBase();
      return;
    }
    const answers = await askStepByStep<Answers>(vscode.l10n.t('New playbook'), steps(server, knowledgeBase), startingFrom(given));
    if (answers) await create(server, knowledgeBase, answers);
  });
}

/** A view may know the type already. */
function startingFrom(given: unknown): Answers {
  const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : undefined;
  return typeof type === 'string' ? { type } : {};
}

function steps(server: Server, { uri, types, languages, folders }: KnowledgeBaseInfo): readonly Step<Answers>[] {
  const locale = nearestLocale(vscode.env.language);
  return [
    {
      isAnswered: ({ type }) => type !== undefined,
      kind: 'choice',
      placeholder: vscode.l10n.t('What kind of playbook?'),
      items: async () =>
        types.map(({ name, label, description, icon }) => ({
          label: `$(${icon}) ${label[locale]}`,
          detail: description[locale],
          value: { type: name },
        })),
    },
    {
      kind: 'text',
      placeholder: vscode.l10n.t('Title, such as “Refund: calming an upset customer”'),
      initial: ({ title }) => title ?? '',
      problem: (text) => (text.trim() === '' ? vscode.l10n.t('Write a title.') : undefined),
      value: (title) => ({ title: title.trim() }),
    },
    {
      isAnswered: () => languages.length <= 1,
      kind: 'choice',
      placeholder: vscode.l10n.t('Which language is it written in?'),
      items: async () => languages.map((lang) => ({ label: languageName(lang), description: lang, value: { lang } })),
    },
    {
      kind: 'choice',
      placeholder: vscode.l10n.t('In which folder?'),
      items: async (answers) => {
        const usual = await propose(server, uri, answers, undefined);
        const usualFolder = usual?.path.split('/').slice(0, -1).join('/') ?? '';
        const label = (folder: string) => (folder === '' ? '.' : folder);

        return [
          { label: label(usualFolder), description: vscode.l10n.t('where playbooks of this type are'), value: { folder: usualFolder } },
          ...folders.filter((folder) => folder !== usualFolder).map((folder) => ({ label: label(folder), value: { folder } })),
        ];
      },
    },
  ];
}

function propose(server: Server, uri: string, { type, title, lang }: Answers, folder: string | undefined) {
  return server.ask(newPlaybookRequest, {
    uri,
    type: type ?? '',
    title: title ?? '',
    ...(lang !== undefined && { lang }),
    ...(folder !== undefined && { folder }),
  });
}

async function create(server: Server, { uri }: KnowledgeBaseInfo, answers: Answers): Promise<void> {
  const proposed = await propose(server, uri, answers, answers.folder);
  if (!proposed) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The playbook was not created: the language server gave no template.'));
    return;
  }
  const file = vscode.Uri.parse(proposed.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(proposed.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written. Check that the folder may be written to.', proposed.path));
    return;
  }
  const editor = await vscode.window.showTextDocument(file);
  const line = firstLineOfBody(proposed);
  editor.selection = new vscode.Selection(line, 0, line, 0);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The first line with text below the front matter. */
function firstLineOfBody({ text }: NewPlaybookAnswer): number {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  const first = lines.findIndex((line, index) => index > end && line.trim() !== '' && !line.startsWith('#'));
  return Math.max(0, first);
}
