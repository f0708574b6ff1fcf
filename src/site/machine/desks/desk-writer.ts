import type { SiteFile } from '../../site-file.js';
import type { DeskMessage } from './messages.js';

/** Writes canned responses for one ticket desk, a bounded number to a file. */
export interface DeskWriter {
  /** Path of a file; `number` counts from 1. */
  readonly address: (number: number) => string;
  /** One message as the file holds it; undefined where the desk cannot take it. */
  readonly entry: (message: DeskMessage) => string;
  readonly file: (entries: readonly string[]) => string;
}

/** Messages of a file: few enough for a desk to take at once, and for an export to hold. */
const mostInFile = 1000;

/** Collects messages and gives a file whenever one is full. `end` gives the last, also an empty first one. */
export class DeskFiles {
  readonly #writer: DeskWriter;
  #entries: string[] = [];
  #written = 0;

  constructor(writer: DeskWriter) {
    this.#writer = writer;
  }

  *add(message: DeskMessage): Generator<SiteFile> {
    if (this.#entries.length >= mostInFile) yield this.#take();
    this.#entries.push(this.#writer.entry(message));
  }

  *end(): Generator<SiteFile> {
    if (this.#entries.length > 0 || this.#written === 0) yield this.#take();
  }

  #take(): SiteFile {
    this.#written += 1;
    const file = { path: this.#writer.address(this.#written), content: this.#writer.file(this.#entries) };
    this.#entries = [];
    return file;
  }
}

/** `desks/name.json`, `desks/name-2.json`, … */
export function deskAddress(name: string, extension: string): (number: number) => string {
  return (number) => `desks/${name}${number === 1 ? '' : `-${number}`}.${extension}`;
}
