import { searchDataAddress, searchPartAddress } from '../../search-addresses.js';

/** The parts that a script of the search index holds, unpacked. */
export type Unpacked = Readonly<Record<string, string>>;

/** Loads one script of the search index, by its address from the site's root. */
export type LoadScript = (address: string) => Promise<Unpacked>;

/** Parts of the search index, fetched once each when they are first needed. */
export class PartLoader {
  readonly #loadScript: LoadScript;
  readonly #parts = new Map<string, string>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(loadScript: LoadScript) {
    this.#loadScript = loadScript;
  }

  get(name: string): string | undefined {
    return this.#parts.get(name);
  }

  /** Fails if a part cannot be loaded; it may be asked for again. */
  async load(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#loadOne(name)));
  }

  #loadOne(name: string): Promise<void> {
    const address = name === 'start' ? searchDataAddress : searchPartAddress(name);
    const known = this.#loading.get(address);
    if (known) return known;
    const loading = this.#loadScript(address).then(
      (parts) => {
        for (const [part, text] of Object.entries(parts)) this.#parts.set(part, text);
        // A script that lacks what it is named after would be asked for without end.
        if (!this.#parts.has(name)) this.#parts.set(name, '');
      },
      (error: unknown) => {
        this.#loading.delete(address);
        throw error;
      },
    );
    this.#loading.set(address, loading);
    return loading;
  }
}

/** Undoes what `Pack` did: base64 of a deflated JSON object. */
export async function unpack(packed: string): Promise<Unpacked> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

/** In a worker: fetches the script as text and takes out what it calls `playbookSearch` with. */
export function fetchScript(root: string): LoadScript {
  return async (address) => {
    const response = await fetch(root + address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const text = await response.text();
    return unpack(text.slice(text.indexOf('"') + 1, text.lastIndexOf('"')));
  };
}
