import * as vscode from 'vscode';
import type { SearchFilter, SearchFilters, SearchQuery } from '../../core/model/search.js';
import { type SearchAnswer, searchRequest } from '../../lsp/protocol.js';
import type { Server } from '../server.js';

/** Most results shown at once. */
const limit = 60;

/** One search at a time: what was asked, the filters, and the latest answer. Shared by the picker and the view. */
export class SearchModel implements vscode.Disposable {
  readonly #server: Server;
  readonly #answered = new vscode.EventEmitter<void>();
  #running: vscode.CancellationTokenSource | undefined;
  #text = '';
  #filters: SearchFilters = {};
  #answer: SearchAnswer | undefined;

  readonly onDidAnswer = this.#answered.event;

  constructor(server: Server) {
    this.#server = server;
  }

  get text(): string {
    return this.#text;
  }

  get filters(): SearchFilters {
    return this.#filters;
  }

  get answer(): SearchAnswer | undefined {
    return this.#answer;
  }

  get hasFilters(): boolean {
    return Object.values(this.#filters).some((values) => values !== undefined && values.length > 0);
  }

  /** The values a filter may have now, with the number of hits of each, the most frequent first; those that are chosen in any case. */
  valuesOf(filter: SearchFilter): readonly { readonly value: string; readonly count: number; readonly isChosen: boolean }[] {
    const chosen = this.#filters[filter] ?? [];
    const counts = new Map(Object.entries(this.#answer?.facets[filter] ?? {}));
    for (const value of chosen) counts.set(value, counts.get(value) ?? 0);
    return [...counts]
      .sort(([a, many], [b, few]) => few - many || a.localeCompare(b))
      .map(([value, count]) => ({ value, count, isChosen: chosen.includes(value) }));
  }

  setFilters(filters: SearchFilters): Promise<void> {
    this.#filters = filters;
    return this.search(this.#text);
  }

  clear(): void {
    this.#running?.cancel();
    this.#text = '';
    this.#filters = {};
    this.#answer = undefined;
    this.#answered.fire();
  }

  /** Searches; an earlier search that is still running is given up. */
  async search(text: string): Promise<void> {
    this.#running?.cancel();
    const running = new vscode.CancellationTokenSource();
    this.#running = running;
    this.#text = text;
    const query: SearchQuery = { text, ...this.#filters, limit };
    const answer = text.trim() === '' ? undefined : await this.#server.ask(searchRequest, query, running.token);
    if (running.token.isCancellationRequested) return;
    this.#answer = answer ?? undefined;
    this.#answered.fire();
  }

  dispose(): void {
    this.#running?.cancel();
    this.#answered.dispose();
  }
}
