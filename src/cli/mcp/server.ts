import { McpServer, ProtocolError, ProtocolErrorCode, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { AssistantAnswer } from '../../app/assistant/answer.js';
import type { AssistantContent } from '../../app/assistant/content.js';
import { readPlaybook } from '../../app/assistant/read-playbook.js';
import { mostHits, searchPlaybooks, usualHits } from '../../app/assistant/search-playbooks.js';
import { speakToAssistant } from '../../app/assistant/words.js';
import type { Locale } from '../../core/model/locale.js';

export interface AssistantServerOptions {
  /** Name of the knowledge base. */
  readonly title: string;
  readonly version: string;
  readonly locale: Locale;
  /** ISO 8601. */
  readonly today: () => string;
  readonly content: () => Promise<AssistantContent>;
  /** What happened, in words, never a stack trace. */
  readonly explain: (error: unknown) => string;
}

/** Playbooks that one page of the list of resources holds. */
const listedTogether = 100;
const addressStart = 'playbook://kb/';
const markdown = 'text/markdown';

const foundSchema = z.object({
  total: z.number(),
  playbooks: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      title: z.string(),
      type: z.string(),
      lang: z.string(),
      section: z.string(),
      anchor: z.string(),
      excerpt: z.string(),
      expired: z.boolean(),
      revision: z.number().optional(),
      approvedOn: z.string().optional(),
    }),
  ),
});

const readSchema = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  type: z.string(),
  lang: z.string(),
  expired: z.boolean(),
  sections: z.array(z.object({ heading: z.string(), anchor: z.string(), depth: z.number() })),
  markdown: z.string(),
  total: z.number(),
  next: z.number().optional(),
  revision: z.number().optional(),
  approvedOn: z.string().optional(),
});

/** A server of the Model Context Protocol with two tools that read, and every playbook as a resource. */
export function createAssistantServer(options: AssistantServerOptions): McpServer {
  const { locale } = options;
  const say = speakToAssistant(locale);
  const server = new McpServer(
    { name: 'playbook-kb', title: options.title, version: options.version },
    { instructions: say('instructions', { title: options.title }), capabilities: { tools: {}, resources: {} } },
  );
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const names = z.array(z.string().max(200)).max(20).optional();
  const settings = () => ({ locale, today: options.today() });

  server.registerTool(
    'search_playbooks',
    {
      title: say('searchTitle'),
      description: say('searchDescription'),
      inputSchema: z.object({
        query: z.string().describe(say('queryArgument')),
        types: names.describe(say('typesArgument')),
        channels: names.describe(say('channelsArgument')),
        tiers: names.describe(say('tiersArgument')),
        languages: names.describe(say('languagesArgument')),
        tags: names.describe(say('tagsArgument')),
        products: names.describe(say('productsArgument')),
        prefer_language: z.string().max(35).optional().describe(say('preferArgument')),
        limit: z
          .number()
          .int()
          .min(1)
          .max(mostHits)
          .default(usualHits)
          .describe(say('limitArgument', { most: mostHits })),
      }),
      outputSchema: foundSchema,
      annotations,
    },
    ({ prefer_language: prefer, ...question }) =>
      answer(options, (content) => searchPlaybooks(content, { ...question, prefer }, settings())),
  );

  server.registerTool(
    'read_playbook',
    {
      title: say('readTitle'),
      description: say('readDescription'),
      inputSchema: z.object({
        playbook: z.string().max(1000).describe(say('playbookArgument')),
        section: z.string().max(1000).optional().describe(say('sectionArgument')),
        offset: z.number().int().min(0).optional().describe(say('offsetArgument')),
      }),
      outputSchema: readSchema,
      annotations,
    },
    (question) => answer(options, (content) => readPlaybook(content, question, settings())),
  );

  server.registerResource(
    'playbook',
    new ResourceTemplate(`${addressStart}{id}`, { list: undefined }),
    { title: say('readTitle'), description: say('readDescription'), mimeType: markdown },
    async (address) => {
      const content = await options.content().catch((error: unknown) => {
        throw new ProtocolError(ProtocolErrorCode.InternalError, options.explain(error));
      });
      const { text, data } = readPlaybook(content, { playbook: idOf(address.href) }, settings());
      if (!data) throw new ResourceNotFoundError(address.href, text);
      return { contents: [{ uri: address.href, mimeType: markdown, text }] };
    },
  );
  // The list is given in parts: a knowledge base may hold ten thousand playbooks.
  server.server.setRequestHandler('resources/list', async ({ params }) => {
    const content = await options.content().catch((error: unknown) => {
      throw new ProtocolError(ProtocolErrorCode.InternalError, options.explain(error));
    });
    const after = params?.cursor ?? '';
    const following = [...content.shown.playbooks.values()].filter(({ path }) => path > after);
    const page = following.slice(0, listedTogether);
    const last = page.at(-1);
    return {
      resources: page.map(({ id, title, fields }) => ({
        uri: `${addressStart}${encodeURIComponent(id)}`,
        name: id,
        title,
        ...(fields.summary !== undefined && { description: fields.summary.slice(0, 500) }),
        mimeType: markdown,
      })),
      ...(last && following.length > page.length && { nextCursor: last.path }),
    };
  });
  return server;
}

async function answer<Data extends object>(
  { content, explain }: AssistantServerOptions,
  ask: (content: AssistantContent) => AssistantAnswer<Data>,
) {
  try {
    const { text, data } = ask(await content());
    const said = { content: [{ type: 'text' as const, text }] };
    return data ? { ...said, structuredContent: { ...data } } : { ...said, isError: true };
  } catch (error) {
    return { content: [{ type: 'text' as const, text: explain(error) }], isError: true };
  }
}

function idOf(address: string): string {
  try {
    return decodeURIComponent(address.slice(addressStart.length));
  } catch {
    return address.slice(addressStart.length);
  }
}
