import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { AssistantSource, type AssistantSourceOptions } from '../../node/assistant-source.js';
import { emptyFolder, explain } from '../failure.js';
import { version } from '../program.js';
import { speak } from '../words.js';
import { createAssistantServer } from './server.js';

/**
 * Serves one assistant on standard input and output, until it hangs up. Reads the content first, so that what is wrong with it
 * is said at once: the answer is the problem in words, if there was one.
 */
export async function serveAssistant(options: AssistantSourceOptions): Promise<string | undefined> {
  const say = speak(options.locale);
  const source = new AssistantSource(options);
  try {
    return await serve(options, source, (error) => explain(error, say));
  } catch (error) {
    return explain(error, say);
  } finally {
    await source.close();
  }
}

async function serve(
  options: AssistantSourceOptions,
  source: AssistantSource,
  explainError: (error: unknown) => string,
): Promise<undefined> {
  const { shown, session, reviews } = await source.current();
  const { playbooks, supportFiles } = session.knowledgeBase;
  // An assistant that was given a wrong folder would find nothing, and nobody would learn why.
  if (!reviews && playbooks.size === 0 && supportFiles.length === 0) throw emptyFolder(options.root);
  const { title } = shown.config;
  const hungUp = new Promise<void>((resolve) => process.stdin.once('close', resolve).once('end', resolve));
  const handle = serveStdio(
    () =>
      createAssistantServer({
        title,
        version,
        locale: options.locale,
        today: options.today,
        content: () => source.current(),
        explain: explainError,
      }),
    { onerror: (error) => process.stderr.write(`${explainError(error)}\n`) },
  );
  await hungUp;
  await handle.close();
}
