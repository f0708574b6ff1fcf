import { HistoryError } from '../../app/ports.js';
import { isRecord } from '../../core/parse/fields.js';
import type { AssistantText, AssistantThread } from '../assistant/assistant-thread.js';
import type { Client } from '../client.js';
import type { OpenFolder } from '../open-folder.js';
import type { AssistantQuestion } from '../protocol.js';
import { problemMessage } from './review.js';

/**
 * Answers an assistant from the approved content of all knowledge bases of the window: what was found, in each under its
 * title; where nothing was, why not.
 */
export async function answerAssistant(
  folders: readonly OpenFolder[],
  params: unknown,
  assistants: AssistantThread,
  client: Client,
): Promise<{ readonly text: string } | null> {
  const question = readQuestion(params);
  if (!question || folders.length === 0) return null;
  const answers = await Promise.all(folders.map(async (folder) => ({ folder, answer: await ask(folder, question, assistants, client) })));
  const found = answers.filter(({ answer }) => answer.isFound);
  const told = found.length > 0 ? found : answers;
  const [only] = told;
  if (told.length === 1 && only) return { text: only.answer.text };
  return { text: told.map(({ folder, answer }) => `# ${folder.session.knowledgeBase.config.title}\n\n${answer.text}`).join('\n\n') };
}

async function ask(folder: OpenFolder, question: AssistantQuestion, assistants: AssistantThread, client: Client): Promise<AssistantText> {
  const { today } = folder.session.settings;
  try {
    return await assistants.ask({ root: folder.root, locale: client.locale, today, question });
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    const { problem, detail } = error;
    return { text: problemMessage({ problem, detail }, client), isFound: false };
  }
}

/** A model wrote the parameters: what is not sensible counts as absent. */
function readQuestion(params: unknown): AssistantQuestion | undefined {
  if (!isRecord(params)) return undefined;
  const text = (name: string) => {
    const value = params[name];
    return typeof value === 'string' ? { [name]: value.slice(0, 1000) } : {};
  };
  const number = (name: string) => {
    const value = params[name];
    return typeof value === 'number' && Number.isFinite(value) ? { [name]: value } : {};
  };
  const list = (name: string) => {
    const value = params[name];
    return Array.isArray(value) ? { [name]: value.filter((item) => typeof item === 'string').slice(0, 20) } : {};
  };
  if (params['kind'] === 'read') {
    const playbook = params['playbook'];
    return typeof playbook === 'string'
      ? { kind: 'read', playbook: playbook.slice(0, 1000), ...text('section'), ...number('offset') }
      : undefined;
  }
  if (params['kind'] !== 'search') return undefined;
  const query = params['query'];
  return {
    kind: 'search',
    query: typeof query === 'string' ? query : '',
    ...list('types'),
    ...list('channels'),
    ...list('tiers'),
    ...list('languages'),
    ...list('tags'),
    ...list('products'),
    ...text('prefer'),
    ...number('limit'),
  };
}
