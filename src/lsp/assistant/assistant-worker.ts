import { parentPort } from 'node:worker_threads';
import { readPlaybook } from '../../app/assistant/read-playbook.js';
import { searchPlaybooks } from '../../app/assistant/search-playbooks.js';
import { HistoryError } from '../../app/ports.js';
import { AssistantSource } from '../../node/assistant-source.js';
import type { AssistantCall, AssistantReply } from './assistant-calls.js';

/** Reads, indexes and searches approved content beside the server, so that no keystroke waits for an assistant. */
const sources = new Map<string, AssistantSource>();

async function answer({ number, root, locale, today, question }: AssistantCall): Promise<AssistantReply> {
  const key = JSON.stringify([root, locale, today]);
  const source = sources.get(key) ?? new AssistantSource({ root, locale, today: () => today });
  sources.set(key, source);
  try {
    const content = await source.current();
    const settings = { locale, today };
    if (question.kind === 'read') {
      const { text, data } = readPlaybook(content, question, settings);
      return { number, text, isFound: data !== undefined };
    }
    const { text, data } = searchPlaybooks(content, question, settings);
    return { number, text, isFound: data !== undefined && data.total > 0 };
  } catch (error) {
    if (error instanceof HistoryError) return { number, problem: error.problem, detail: error.detail };
    return { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (call: AssistantCall) => {
  void answer(call).then((reply) => parentPort?.postMessage(reply));
});
