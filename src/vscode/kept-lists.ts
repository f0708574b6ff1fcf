import * as vscode from 'vscode';
import { type KnowledgeBaseInfo, knowledgeBasesRequest, type OwnRequest, type Page, type PageParams } from '../lsp/protocol.js';
import type { Server } from './server.js';

/** Most entries asked for at once. */
const pageSize = 5000;

/** One knowledge base with a list of it as a whole. */
export interface Listed<Answer extends Page<unknown>> {
  readonly info: KnowledgeBaseInfo;
  /** What the answer says beside its entries. */
  readonly overview: Omit<Answer, 'entries'>;
  readonly entries: Answer['entries'];
}

/** A list of each of the window's knowledge bases, asked for when somebody looks and again after a change. */
export class KeptLists<Answer extends Page<unknown>> implements vscode.Disposable {
  readonly #server: Server;
  readonly #request: OwnRequest<PageParams, Answer | null>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #known: Promise<readonly Listed<Answer>[]> | undefined;

  /** What was read may be out of date. */
  readonly onDidChange = this.#changed.event;

  /** `outdated` subscribes to whatever makes the list differ beside the texts. */
  constructor(
    server: Server,
    request: OwnRequest<PageParams, Answer | null>,
    outdated: readonly ((forget: () => void) => vscode.Disposable)[] = [],
  ) {
    this.#server = server;
    this.#request = request;
    const forget = () => {
      this.#known = undefined;
      this.#changed.fire();
    };
    this.#subscriptions = [server.onDidChange(forget), ...outdated.map((subscribe) => subscribe(forget))];
  }

  read(): Promise<readonly Listed<Answer>[]> {
    this.#known ??= this.#readAll();
    return this.#known;
  }

  async #readAll(): Promise<readonly Listed<Answer>[]> {
    const found = (await this.#server.ask(knowledgeBasesRequest, {})) ?? [];
    return (await Promise.all(found.map((info) => this.#readOne(info)))).filter((one) => one !== undefined);
  }

  /** Undefined if the server does not know the knowledge base any more. */
  async #readOne(info: KnowledgeBaseInfo): Promise<Listed<Answer> | undefined> {
    const entries: Answer['entries'][number][] = [];
    for (;;) {
      const answer = await this.#server.ask(this.#request, { uri: info.uri, offset: entries.length, limit: pageSize });
      if (!answer) return undefined;
      entries.push(...answer.entries);
      if (answer.entries.length === 0 || entries.length >= answer.total) return { info, overview: answer, entries };
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
