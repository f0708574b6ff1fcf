import { HistoryError } from '../../app/ports.js';
import type { AssistantText, AssistantThread } from '../assistant/assistant-thread.js';
import type { Client } from '../client.js';
import type { OpenFolder } from '../open-folder.js';
import { readCount, readFilters, readText } from '../params.js';
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

const longestText = 1000;

/** A model wrote the parameters. */
function readQuestion(params: unknown): AssistantQuestion | undefined {
  const text = (name: string) => readText(params, name)?.slice(0, longestText);
  switch (readText(params, 'kind')) {
    case 'read': {
      const playbook = text('playbook');
      return playbook === undefined ? undefined : { kind: 'read', playbook, section: text('section'), offset: readCount(params, 'offset') };
    }
    case 'search':
      return {
        kind: 'search',
        query: text('query') ?? '',
        ...readFilters(params),
        prefer: text('prefer'),
        limit: readCount(params, 'limit'),
      };
    default:
      return undefined;
  }
}
