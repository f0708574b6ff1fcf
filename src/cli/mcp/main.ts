import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { explain } from '../failure.js';
import { version } from '../program.js';
import { speak } from '../words.js';
import { ContentSource, type ContentSourceOptions } from './content-source.js';
import { createAssistantServer } from './server.js';

/**
 * Serves one assistant on standard input and output, until it hangs up. Reads the content first, so that what is wrong with it
 * is said at once: the answer is the problem in words, if there was one.
 */
export async function serveAssistant(options: ContentSourceOptions): Promise<string | undefined> {
  const say = speak(options.locale);
  const source = new ContentSource(options);
  try {
    return await serve(options, source, (error) => explain(error, say));
  } catch (error) {
    return explain(error, say);
  } finally {
    await source.close();
  }
}

async function serve(options: ContentSourceOptions, source: ContentSource, explainError: (error: unknown) => string): Promise<undefined> {
  const { shown } = await source.current();
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
