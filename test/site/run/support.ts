import { readFileSync } from 'node:fs';
import type { Protocol } from '../../../src/core/protocol-run/protocol.js';
import { readProtocol } from '../../../src/core/protocol-run/read-protocol.js';
import type { NewEntry, Run, RunEntry } from '../../../src/core/protocol-run/run.js';
import type { ToLocal } from '../../../src/site/run/times.js';
import { knowledgeBaseOf } from '../../support/knowledge-base.js';

export const T0 = Date.UTC(2026, 10, 22, 6, 5, 0);
export const minute = 60_000;

/** As on a computer in China: UTC+8. */
export const toLocal: ToLocal = (at) => {
  const local = new Date(at + 8 * 60 * minute).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 19) };
};

/** A protocol of the sample knowledge base as a page of the site would give it to the browser. */
export function sampleProtocol(path: string): Protocol {
  const knowledgeBase = knowledgeBaseOf({
    'playbook.config.yaml': readFileSync('playbooks/playbook.config.yaml', 'utf8'),
    [path]: readFileSync(`playbooks/${path}`, 'utf8'),
  });
  const playbook = knowledgeBase.playbooks.get(path);
  const type = playbook && knowledgeBase.typeOf(playbook);
  const protocol = playbook && type && readProtocol(playbook, type, knowledgeBase.config, (text) => text);
  if (!protocol) throw new Error(`no protocol in ${path}`);
  return protocol;
}

/** A run with these entries, so many minutes after its start; the first grades it. */
export function runOf(
  protocol: Protocol,
  entries: readonly (readonly [minutes: number, entry: NewEntry, by?: string])[],
  isDrill = false,
): Run {
  const first: RunEntry = { id: 'entry00', at: T0, by: '王敏', kind: 'graded', priority: 'P1', impact: '大', urgency: '高' };
  return {
    format: 1,
    id: 'run00001',
    protocol: protocol.id,
    revision: protocol.revision,
    isDrill,
    steps: protocol.steps.map(({ key }) => key),
    entries: [
      first,
      ...entries.map(
        ([minutes, entry, by], index): RunEntry => ({
          ...entry,
          id: `entry${String(index + 1).padStart(2, '0')}`,
          at: T0 + minutes * minute,
          ...(by !== undefined && { by }),
        }),
      ),
    ],
  };
}
