import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerCache } from '../../app/ports.js';
import { emptyLedger } from '../../core/review/ledger.js';
import type { Ledger } from '../../core/review/ledger-data.js';

/** Changes whenever a ledger holds something else, or the same in another form. */
const format = 4;

/**
 * Keeps the ledger in git's own folder. A cache in the knowledge base could come with a clone and say what nobody decided;
 * git's folder never does. What is damaged or was written by another version counts as absent.
 */
export function createLedgerCache(gitFolder: string, prefix: string): LedgerCache {
  const name = createHash('sha256').update(prefix).digest('hex').slice(0, 16);
  const folder = join(gitFolder, 'playbook');
  const file = join(folder, `ledger-${name}.json`);
  return {
    async load() {
      const content = await readFile(file, 'utf8').catch(() => undefined);
      if (content === undefined) return undefined;
      const end = content.indexOf('\n');
      const body = content.slice(end + 1);
      if (content.slice(0, end) !== seal(body)) return undefined;
      try {
        return revive(JSON.parse(body), prefix);
      } catch {
        return undefined;
      }
    },
    async save(ledger) {
      const body = JSON.stringify(ledger, (_key, value: unknown) => (value instanceof Map ? { map: [...value] } : value));
      const fresh = `${file}.${randomBytes(4).toString('hex')}`;
      // A folder that may not be written costs time, nothing else.
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(fresh, `${seal(body)}\n${body}`);
        await rename(fresh, file);
      } catch {
        await rm(fresh, { force: true }).catch(() => undefined);
      }
    },
  };
}

function seal(body: string): string {
  return `playbook ledger ${format} ${createHash('sha256').update(body).digest('hex')}`;
}

/** The seal says that this program wrote it in this format, so its parts are what they were. */
function revive(kept: Ledger & { readonly [Key in keyof Ledger]: unknown }, prefix: string): Ledger {
  const map = <Value>(value: unknown): ReadonlyMap<string, Value> =>
    new Map(typeof value === 'object' && value !== null && 'map' in value && Array.isArray(value.map) ? value.map : []);
  return {
    ...emptyLedger(prefix),
    ...kept,
    subjects: map(kept.subjects),
    assets: map(kept.assets),
    facts: map(kept.facts),
    files: map(kept.files),
    messages: map(kept.messages),
  };
}
