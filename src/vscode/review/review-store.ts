import * as vscode from 'vscode';
import {
  type KnowledgeBaseInfo,
  knowledgeBasesRequest,
  type ReviewEntry,
  type ReviewOverview,
  reviewChangedNotification,
  reviewOverviewRequest,
} from '../../lsp/protocol.js';
import { readPages } from '../read-pages.js';
import type { Server } from '../server.js';

/** How everything stands in the review of one knowledge base. */
export interface Reviewed {
  readonly info: KnowledgeBaseInfo;
  readonly overview: Omit<ReviewOverview, 'entries'>;
  readonly entries: readonly ReviewEntry[];
}

/** The review states of the window's knowledge bases, asked for when somebody looks and again after a change. */
export class ReviewStore implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #known: Promise<readonly Reviewed[]> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    const forget = () => {
      this.#known = undefined;
      this.#changed.fire();
    };
    this.#subscriptions = vscode.Disposable.from(server.onDidChange(forget), server.on(reviewChangedNotification, forget));
  }

  read(): Promise<readonly Reviewed[]> {
    this.#known ??= this.#read();
    return this.#known;
  }

  /** How the playbook of a file stands; undefined where nothing is reviewed. */
  async entryOf(file: vscode.Uri): Promise<ReviewEntry | undefined> {
    const wanted = file.toString();
    const all = (await this.read()).flatMap(({ entries }) => entries);
    return all.find(({ uri }) => uri !== undefined && vscode.Uri.parse(uri).toString() === wanted);
  }

  /** Address of the file or, where that is gone, of the knowledge base. */
  async addressOf(entry: ReviewEntry): Promise<string> {
    const of = (await this.read()).find(({ entries }) => entries.some(({ id, path }) => id === entry.id && path === entry.path));
    return entry.uri ?? of?.info.uri ?? '';
  }

  async #read(): Promise<readonly Reviewed[]> {
    const found = (await this.#server.ask(knowledgeBasesRequest, {})) ?? [];
    return (await Promise.all(found.map((info) => this.#readOne(info)))).filter((one) => one !== undefined);
  }

  async #readOne(info: KnowledgeBaseInfo): Promise<Reviewed | undefined> {
    const read = await readPages(this.#server, reviewOverviewRequest, info.uri);
    return read && { info, overview: read.answer, entries: read.entries };
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}
