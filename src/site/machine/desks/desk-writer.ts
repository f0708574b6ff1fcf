import type { SiteFile } from '../../site-file.js';
import { type DeskMessage, messageTitle } from './messages.js';

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

/**
 * Collects messages and gives a file whenever one is full. `end` gives the last, also an empty first one. A title that was given
 * already gets the id of its message: an import that goes by names would put the second text in place of the first.
 */
export class DeskFiles {
  readonly #writer: DeskWriter;
  readonly #titles = new Set<string>();
  #entries: string[] = [];
  #written = 0;

  constructor(writer: DeskWriter) {
    this.#writer = writer;
  }

  *add(message: DeskMessage): Generator<SiteFile> {
    if (this.#entries.length >= mostInFile) yield this.#take();
    const title = messageTitle(message, ' / ').toLowerCase();
    const isTaken = this.#titles.has(title);
    this.#titles.add(title);
    this.#entries.push(this.#writer.entry(isTaken ? { ...message, path: [...message.path, message.id] } : message));
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
