import type { Protocol } from '../../core/protocol-run/protocol.js';
import { type Run, type RunEntry, runBounds } from '../../core/protocol-run/run.js';
import type { SayRun } from '../words/run.js';
import { sayLength } from './times.js';

/** What an entry says, in one plain sentence. */
export function entryWords(entry: RunEntry, run: Run, protocol: Protocol, say: SayRun): string {
  switch (entry.kind) {
    case 'graded': {
      const isFirst = run.entries[0] === entry;
      const { impact, urgency } = entry;
      const grounds = impact !== undefined && urgency !== undefined ? say('entryGrounds', { impact, urgency }) : '';
      return say(isFirst ? 'entryDeclared' : 'entryRegraded', { priority: entry.priority }) + grounds;
    }
    case 'responded':
      return say(entry.done ? 'entryResponded' : 'entryNotResponded');
    case 'step': {
      const { number, words } = stepOf(entry.step, run, protocol, say);
      return say(entry.done ? 'entryStep' : 'entryStepUndone', { number, step: words });
    }
    case 'note':
      return entry.step === undefined
        ? entry.text
        : say('entryStepNote', { number: stepOf(entry.step, run, protocol, say).number, text: entry.text });
    case 'message':
      return say('entryMessage', { title: entry.title });
    case 'handed-over':
      return say('entryHandedOver', { name: entry.to ?? say('someone') });
    case 'taken-over':
      return say('entryTakenOver');
    case 'revised':
      return say('entryRevised', { revision: entry.revision.slice(0, 8) });
    case 'clock': {
      const words = { back: 'entryClockBack', asleep: 'entryAsleep', ahead: 'entryClockAhead' } as const;
      return say(words[entry.change], { time: sayLength(say, entry.milliseconds) });
    }
    case 'stopped':
      return say('entryStopped');
    case 'resumed':
      return say('entryResumed');
  }
}

function stepOf(key: string, run: Run, protocol: Protocol, say: SayRun): { readonly number: number | string; readonly words: string } {
  const step = protocol.steps.find((candidate) => candidate.key === key);
  if (step) return { number: step.number, words: step.text.slice(0, runBounds.title) };
  const index = run.steps.indexOf(key);
  return { number: index >= 0 ? index + 1 : '?', words: say('unknownStep') };
}
