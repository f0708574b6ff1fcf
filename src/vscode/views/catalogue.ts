import * as vscode from 'vscode';
import { type KnowledgeBaseInfo, knowledgeBasesRequest, type Overview, type OverviewEntry, overviewRequest } from '../../lsp/protocol.js';
import { readPages } from '../read-pages.js';
import type { Server } from '../server.js';

/** One knowledge base with all its playbooks. */
export interface Catalogued {
  readonly info: KnowledgeBaseInfo;
  readonly overview: Omit<Overview, 'entries'>;
  readonly entries: readonly OverviewEntry[];
}

/** What the window's knowledge bases hold, asked for when somebody looks and again after a change. */
export class Catalogue implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #known: Promise<readonly Catalogued[]> | undefined;

  /** What was read may be out of date. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscription = server.onDidChange(() => {
      this.#known = undefined;
      this.#changed.fire();
    });
  }

  read(): Promise<readonly Catalogued[]> {
    this.#known ??= this.#read();
    return this.#known;
  }

  async #read(): Promise<readonly Catalogued[]> {
    const found = (await this.#server.ask(knowledgeBasesRequest, {})) ?? [];
    const read = await Promise.all(found.map((info) => this.#readOne(info)));
    const all = read.filter((one) => one !== undefined);
    void vscode.commands.executeCommand(
      'setContext',
      'playbook.isEmpty',
      all.every(({ entries }) => entries.length === 0),
    );
    return all;
  }

  async #readOne(info: KnowledgeBaseInfo): Promise<Catalogued | undefined> {
    const read = await readPages(this.#server, overviewRequest, info.uri);
    return read && { info, overview: read.answer, entries: read.entries };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
