/** One end of a connection to the language server. It keeps one handler for each kind of message: the last one it was given. */
export interface Connected {
  onNotification(method: string, handler: () => void): unknown;
}

/** Tells any number of listeners of the server's own messages, whichever connection they come by. */
export class Notices {
  readonly #listeners = new Map<string, Set<() => void>>();
  #connected: Connected | undefined;

  /** From now on messages come by this connection. */
  connect(connected: Connected): void {
    this.#connected = connected;
    for (const method of this.#listeners.keys()) this.#hear(method);
  }

  on(method: string, listener: () => void): { dispose(): void } {
    const listeners = this.#listeners.get(method) ?? new Set<() => void>();
    // The same function may listen twice.
    const own = () => listener();
    listeners.add(own);
    if (!this.#listeners.has(method)) {
      this.#listeners.set(method, listeners);
      this.#hear(method);
    }
    return { dispose: () => void listeners.delete(own) };
  }

  #hear(method: string): void {
    this.#connected?.onNotification(method, () => {
      for (const listener of [...(this.#listeners.get(method) ?? [])]) listener();
    });
  }
}
