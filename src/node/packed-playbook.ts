import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Playbook } from '../core/model/playbook.js';

/** A playbook as V8 writes plain data, deflated: for this program alone, of this very release. */
export function packPlaybook(playbook: Playbook): Uint8Array {
  return deflateRawSync(serialize(playbook), { level: 1 });
}

/** What `packPlaybook` packed. */
export function unpackPlaybook(packed: Uint8Array): Playbook {
  return deserialize(inflateRawSync(packed));
}
