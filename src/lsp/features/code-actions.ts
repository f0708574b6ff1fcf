import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver/node';
import { fixKind, isFixedInBulk } from '../../app/fix.js';
import { plainInSnippet } from '../../core/complete/candidate.js';
import { fixPlaybook } from '../../core/edit/apply-fix.js';
import { silencingComment } from '../../core/edit/silence-problem.js';
import type { Diagnostic as CoreDiagnostic } from '../../core/model/diagnostic.js';
import { rules } from '../../core/rules/index.js';
import type { Client } from '../client.js';
import { difference, editOfCore, positionAt, spanAt, type TextFile } from '../convert.js';
import type { OpenFolder } from '../open-folder.js';
import { workspaceEdit } from '../workspace-edit.js';
import type { Diagnostics } from './diagnostics.js';

/** Fixes everything in a file without asking; editors can run it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.playbook`;
/** Command of the server for clients that cannot ask for an action's edit later. Its argument is a `KindToFix`. */
export const fixKindCommand = 'playbook.fixAllOfKind';

export interface KindToFix {
  readonly uri: string;
  readonly code: string;
}

export interface CodeActionContext {
  readonly folder: OpenFolder;
  readonly file: TextFile;
  readonly diagnostics: Diagnostics;
  readonly client: Client;
}

/** Fixes of the problems in a range, silencing comments for them, and fixes of more than one problem. */
export function codeActions(context: CodeActionContext, { range, context: asked }: CodeActionParams): CodeAction[] {
  const { folder, file, diagnostics } = context;
  const isWanted = (kind: string) => asked.only === undefined || asked.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const all = diagnostics.problemsOf(folder, file.path);
  const place = spanAt(file, range);
  const here = all.filter(({ range: { start, end } }) => start.offset <= place.end && end.offset >= place.start);
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) {
    actions.push(...here.flatMap((problem) => quickFix(problem, context)));
    actions.push(...uniqueCodes(here.filter(isFixedInBulk)).flatMap((code) => fixOfKind(code, context)));
    actions.push(...here.flatMap((problem) => silence(problem, context)));
  }
  if (isWanted(fixAllKind)) actions.push(...fixAllInFile(all, context));
  return actions;
}

function quickFix(problem: CoreDiagnostic, { folder, file, diagnostics, client }: CodeActionContext): CodeAction[] {
  if (!problem.fix) return [];
  return [
    {
      title: problem.fix.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      diagnostics: [diagnostics.convert(folder, problem)],
      edit: editOfFile(folder, file, problem.fix.edits.map(editOfCore), client),
    },
  ];
}

function silence(problem: CoreDiagnostic, { folder, file, diagnostics, client }: CodeActionContext): CodeAction[] {
  const playbook = folder.session.knowledgeBase.playbooks.get(file.path);
  // A file that cannot be read as a whole may not see the comment either.
  if (!playbook || problem.code === 'unparsable-file' || problem.code === 'silence-without-reason') return [];
  const span = { start: problem.range.start.offset, end: problem.range.end.offset };
  const comment = silencingComment(playbook, problem.code, span);
  if (!comment) return [];
  const at = positionAt(file, comment.at);
  const range = { start: at, end: at };
  const { before, after } = comment;
  const uri = folder.uriOf(file.path);
  const edit: WorkspaceEdit = client.snippetEdits
    ? {
        documentChanges: [
          {
            textDocument: { uri, version: folder.openText(file.path)?.version ?? null },
            edits: [
              {
                range,
                snippet: {
                  kind: 'snippet',
                  value: `${plainInSnippet(before)}\${1:${plainInSnippet(client.say('silenceReason'))}}${plainInSnippet(after)}`,
                },
              },
            ],
          },
        ],
      }
    : editOfFile(folder, file, [{ range, newText: before + after }], client);
  return [
    {
      title: client.say('silence', { code: problem.code }),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostics.convert(folder, problem)],
      edit,
    },
  ];
}

function fixAllInFile(all: readonly CoreDiagnostic[], { folder, file, client }: CodeActionContext): CodeAction[] {
  const { session } = folder;
  const playbook = session.knowledgeBase.playbooks.get(file.path);
  if (!playbook || !all.some(isFixedInBulk)) return [];
  const codes = new Set(rules.filter((rule) => !rule.fixedOnlyByHand).map((rule) => rule.code));
  const { text } = fixPlaybook(session.knowledgeBase, playbook, session.settings, { codes });
  const edit = difference(playbook.text, text);
  return edit
    ? [
        {
          title: client.say('fixAllInFile'),
          kind: fixAllKind,
          edit: workspaceEdit(folder, { edits: new Map([[file.path, [edit]]]) }, client),
        },
      ]
    : [];
}

function fixOfKind(code: string, { folder, file, diagnostics, client }: CodeActionContext): CodeAction[] {
  const files = new Set([...diagnostics.pathsWith(folder, code), file.path]).size;
  if (files < 2) return [];
  const data: KindToFix = { uri: folder.uriOf(file.path), code };
  const title = client.say('fixAllOfKind', { code, files });
  const rest = client.resolvesEdits ? { data } : { command: { title, command: fixKindCommand, arguments: [data] } };
  return [{ title, kind: CodeActionKind.QuickFix, ...rest }];
}

/** The edits that fix every problem of one kind in a knowledge base; bit by bit, as it may take a while. */
export async function editOfKind(
  folder: OpenFolder,
  code: string,
  diagnostics: Diagnostics,
  client: Client,
  isCancelled: () => boolean,
): Promise<WorkspaceEdit> {
  const { knowledgeBase, settings } = folder.session;
  const edits = new Map<string, readonly { start: number; end: number; newText: string }[]>();
  for (const fixed of fixKind(knowledgeBase, settings, code, diagnostics.pathsWith(folder, code))) {
    const edit = fixed && difference(fixed.before, fixed.after);
    if (fixed && edit) edits.set(fixed.path, [edit]);
    await new Promise((resolve) => setImmediate(resolve));
    if (isCancelled()) break;
  }
  return workspaceEdit(folder, { edits }, client);
}

function uniqueCodes(problems: readonly CoreDiagnostic[]): readonly string[] {
  return [...new Set(problems.map(({ code }) => code))];
}

function editOfFile(
  folder: OpenFolder,
  file: TextFile,
  edits: { range: CodeActionParams['range']; newText: string }[],
  client: Client,
): WorkspaceEdit {
  const uri = folder.uriOf(file.path);
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: folder.openText(file.path)?.version ?? null }, edits }] }
    : { changes: { [uri]: edits } };
}
