import * as vscode from 'vscode';
import {
  type Thread,
  type ThreadAnswer,
  type Threads,
  threadCreateRequest,
  threadReopenRequest,
  threadReplyRequest,
  threadResolveRequest,
  threadsRequest,
} from '../../lsp/protocol.js';
import { fromRange, toRange } from '../places.js';
import type { Server } from '../server.js';
import { registerTrustedCommand } from '../trusted-command.js';
import type { Reviews } from './reviews.js';

/** Conversations about wording, beside the text, kept in git with the decisions. */
export function registerComments(server: Server, reviews: Reviews): vscode.Disposable {
  const threads = new ShownThreads(server);
  return vscode.Disposable.from(
    threads,
    reviews.onDidChange(() => void threads.showVisible()),
    vscode.window.onDidChangeVisibleTextEditors(() => void threads.showVisible()),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => threads.forget(uri)),
    registerTrustedCommand('playbook.comments.send', (given: vscode.CommentReply) => threads.send(given)),
    registerTrustedCommand('playbook.comments.sendAndResolve', ({ thread, text }: vscode.CommentReply) =>
      threads.settle(thread, text, 'resolve'),
    ),
    registerTrustedCommand('playbook.comments.resolve', (thread: vscode.CommentThread) => threads.settle(thread, '', 'resolve')),
    registerTrustedCommand('playbook.comments.reopen', (thread: vscode.CommentThread) => threads.settle(thread, '', 'reopen')),
  );
}

class ShownThreads implements vscode.Disposable {
  readonly #server: Server;
  readonly #controller = vscode.comments.createCommentController('playbook.review', vscode.l10n.t('Playbook review'));
  /** By address of the file, then by id. */
  readonly #shown = new Map<string, Map<string, vscode.CommentThread>>();
  readonly #ids = new WeakMap<vscode.CommentThread, string>();

  constructor(server: Server) {
    this.#server = server;
    this.#controller.options = {
      prompt: vscode.l10n.t('Comment on this wording'),
      placeHolder: vscode.l10n.t('What is wrong, or what would be better?'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        const known = isText(document) ? await this.#ask(document.uri) : undefined;
        return known?.canWrite ? [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [];
      },
    };
  }

  async showVisible(): Promise<void> {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (isText(document)) await this.#show(document.uri);
    }
  }

  /** A first message begins a thread, any other answers it. */
  async send({ thread, text }: vscode.CommentReply): Promise<void> {
    const uri = thread.uri.toString();
    const id = this.#ids.get(thread);
    if (id !== undefined) {
      await this.#tell(thread.uri, await this.#server.ask(threadReplyRequest, { uri, thread: id, text }));
      return;
    }
    const range = thread.range && fromRange(thread.range);
    const answer = await this.#server.ask(threadCreateRequest, { uri, text, ...(range && { range }) });
    if (answer?.isDone) thread.dispose();
    await this.#tell(thread.uri, answer);
  }

  async settle(thread: vscode.CommentThread, text: string, how: 'resolve' | 'reopen'): Promise<void> {
    const id = this.#ids.get(thread);
    if (id === undefined) return;
    const request = how === 'resolve' ? threadResolveRequest : threadReopenRequest;
    await this.#tell(thread.uri, await this.#server.ask(request, { uri: thread.uri.toString(), thread: id, ...(text !== '' && { text }) }));
  }

  async #tell(uri: vscode.Uri, answer: ThreadAnswer | undefined): Promise<void> {
    if (!answer || answer.isDone) await this.#show(uri);
    else void vscode.window.showWarningMessage(answer.message);
  }

  async #ask(uri: vscode.Uri): Promise<Threads | undefined> {
    return (await this.#server.ask(threadsRequest, { uri: uri.toString() })) ?? undefined;
  }

  async #show(uri: vscode.Uri): Promise<void> {
    const known = await this.#ask(uri);
    // It may have been closed meanwhile, and then nobody would take the threads away again.
    if (!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return;
    const shown = this.#shown.get(uri.toString()) ?? new Map<string, vscode.CommentThread>();
    this.#shown.set(uri.toString(), shown);
    const present = new Set(known?.threads.map(({ id }) => id));
    for (const [id, thread] of shown) {
      if (present.has(id)) continue;
      thread.dispose();
      shown.delete(id);
    }
    for (const thread of known?.threads ?? []) {
      const visible = shown.get(thread.id) ?? this.#controller.createCommentThread(uri, toRange(thread.range), []);
      shown.set(thread.id, visible);
      this.#ids.set(visible, thread.id);
      fill(visible, thread, known?.canWrite ?? false);
    }
  }

  forget(uri: vscode.Uri): void {
    for (const thread of this.#shown.get(uri.toString())?.values() ?? []) thread.dispose();
    this.#shown.delete(uri.toString());
  }

  dispose(): void {
    this.#controller.dispose();
  }
}

/** Whether a document may be a playbook. */
function isText({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && uri.scheme === 'file';
}

function fill(visible: vscode.CommentThread, { range, state, remark, quote, anchor, messages }: Thread, canWrite: boolean): void {
  visible.range = toRange(range);
  visible.state = state === 'open' ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
  visible.contextValue = state;
  visible.canReply = canWrite;
  visible.collapsibleState =
    state === 'open' ? vscode.CommentThreadCollapsibleState.Expanded : vscode.CommentThreadCollapsibleState.Collapsed;
  visible.label = anchor === 'changed' && remark !== undefined ? `${remark} “${shortened(quote)}”` : vscode.l10n.t('Review');
  visible.comments = messages.map(({ kind, by, at, text, proof }) => ({
    // Comments are other people's text: Markdown without HTML, commands and trust.
    body: kind === 'comment' || text !== '' ? new vscode.MarkdownString(text) : settled(kind),
    mode: vscode.CommentMode.Preview,
    author: { name: by.name || by.email },
    timestamp: new Date(at),
    ...labelOf(kind, proof),
  }));
}

function settled(kind: 'resolved' | 'reopened'): string {
  return kind === 'resolved' ? vscode.l10n.t('Settled.') : vscode.l10n.t('Open again.');
}

function labelOf(kind: Thread['messages'][number]['kind'], proof: Thread['messages'][number]['proof']): { readonly label?: string } {
  const what = kind === 'resolved' ? vscode.l10n.t('settled') : kind === 'reopened' ? vscode.l10n.t('open again') : undefined;
  const who =
    proof === 'uncommitted'
      ? vscode.l10n.t('not committed')
      : proof === 'not-author' || proof === 'edited'
        ? vscode.l10n.t('it cannot be told who wrote this')
        : undefined;
  const label = [what, who].filter((text) => text !== undefined).join(' · ');
  return label === '' ? {} : { label };
}

function shortened(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
