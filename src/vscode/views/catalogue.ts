import * as vscode from 'vscode';
import { type KnowledgeBaseInfo, knowledgeBasesRequest, type Overview, type OverviewEntry, overviewRequest } from '../../lsp/protocol.js';
import type { Server } from '../server.js';

/** One knowledge base with all its playbooks. */
export interface Catalogued {
  readonly info: KnowledgeBaseInfo;
  readonly overview: Omit<Overview, 'entries'>;
  readonly entries: readonly OverviewEntry[];
}

const pageSize = 5000;

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
    const entries: OverviewEntry[] = [];
    for (;;) {
      const page = await this.#server.ask(overviewRequest, { uri: info.uri, offset: entries.length, limit: pageSize });
      if (!page) return undefined;
      entries.push(...page.entries);
      if (page.entries.length === 0 || entries.length >= page.total) return { info, overview: page, entries };
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
