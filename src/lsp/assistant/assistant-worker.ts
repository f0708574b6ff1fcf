import { readPlaybook } from '../../app/assistant/read-playbook.js';
import { searchPlaybooks } from '../../app/assistant/search-playbooks.js';
import { AssistantSource } from '../../node/assistant-source.js';
import { answerCalls } from '../thread-calls.js';
import type { AssistantCall, AssistantText } from './assistant-thread.js';

/** Reads, indexes and searches approved content beside the server, so that no keystroke waits for an assistant. */
const sources = new Map<string, AssistantSource>();

async function answer({ root, locale, today, question }: AssistantCall): Promise<AssistantText> {
  const key = JSON.stringify([root, locale, today]);
  const source = sources.get(key) ?? new AssistantSource({ root, locale, today: () => today });
  sources.set(key, source);
  const content = await source.current();
  const settings = { locale, today };
  if (question.kind === 'read') {
    const { text, data } = readPlaybook(content, question, settings);
    return { text, isFound: data !== undefined };
  }
  const { text, data } = searchPlaybooks(content, question, settings);
  return { text, isFound: data !== undefined && data.total > 0 };
}

answerCalls(answer);
