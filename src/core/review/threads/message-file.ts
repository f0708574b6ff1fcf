import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { type Message, messageKinds } from '../../model/thread.js';
import { parseFrontMatter } from '../../parse/front-matter.js';
import { folderOfReviews, reviewFolder } from '../decision.js';
import { quoted, safeName } from '../written.js';

/** Longest text and file that are read, in UTF-16 code units. */
export const longestText = 20_000;
const longestFile = 100_000;
export const longestQuote = 4000;
const longestContext = 200;

const head = z.strictObject({
  id: z.string().min(1).max(1000),
  thread: z.string().regex(/^[0-9a-f]{8}$/),
  message: z.enum(messageKinds),
  by: z.string().regex(/^[^\s<>"'\p{C}]{1,200}$/u),
  name: z.string().max(500).optional(),
  at: z.iso.datetime({ offset: true }),
  blob: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .optional(),
  quote: z.string().max(longestQuote).optional(),
  before: z.string().max(longestContext).optional(),
  after: z.string().max(longestContext).optional(),
  start: z.int().nonnegative().optional(),
});

/** Where the messages about a reviewed file are kept, relative to the knowledge base; below it a folder for each thread. */
export function threadsFolder(id: string): string {
  return `${folderOfReviews(id)}/threads`;
}

export function isMessagePath(path: string): boolean {
  return path.startsWith(`${reviewFolder}/`) && /\/threads\/[0-9a-f]{8}\/[^/]+\.md$/.test(path);
}

/** Reads a message file; undefined when it is not one that this program writes. Never throws. */
export function parseMessage(text: string): Message | undefined {
  if (text.length > longestFile) return undefined;
  const { frontMatter, bodyStart, problems } = parseFrontMatter(text);
  const read = problems.length === 0 ? head.safeParse(frontMatter.data) : undefined;
  if (!read?.success) return undefined;
  const { id, thread, message, by, name, at, blob, quote, before, after, start } = read.data;
  const body = text.slice(bodyStart).trim().slice(0, longestText);
  if (message === 'comment' && body === '') return undefined;
  return {
    ...{ id, thread, kind: message, by: by.toLowerCase(), at, text: body },
    ...(name !== undefined && { name }),
    ...(blob !== undefined &&
      quote !== undefined && { anchor: { blob, quote, before: before ?? '', after: after ?? '', start: start ?? 0 } }),
  };
}

/** A message as a file. The same message gives the same bytes. It is Markdown, so that it can be read on any git host. */
export function formatMessage({ id, thread, kind, by, name, at, text, anchor }: Message): string {
  const lines = [
    '---',
    '# Written by playbook review. A message that is edited afterwards proves nothing.',
    `id: ${quoted(id)}`,
    `thread: ${quoted(thread)}`,
    `message: ${quoted(kind)}`,
    `by: ${quoted(by)}`,
    ...(name === undefined ? [] : [`name: ${quoted(name)}`]),
    `at: ${quoted(at)}`,
    ...(anchor
      ? [
          `blob: ${quoted(anchor.blob)}`,
          `quote: ${quoted(anchor.quote)}`,
          `before: ${quoted(anchor.before)}`,
          `after: ${quoted(anchor.after)}`,
          `start: ${anchor.start}`,
        ]
      : []),
    '---',
  ];
  const body = text.replaceAll('\r\n', '\n').trim();
  return `${lines.join('\n')}\n${body === '' ? '' : `\n${body}\n`}`;
}

/** The name of a new thread: digits made from its first message. */
export function threadOf(message: Omit<Message, 'thread'>): string {
  return digest(formatMessage({ ...message, thread: '00000000' })).slice(0, 8);
}

/** Where a message is kept. The digits at the end of its name come from its content, so that two messages never meet in one file. */
export function messagePath({ id, thread, by }: Message, text: string): string {
  return `${threadsFolder(id)}/${thread}/${safeName(by.replace('@', '-at-'))}-${digest(text).slice(0, 10)}.md`;
}

function digest(text: string): string {
  return bytesToHex(sha1(utf8ToBytes(text)));
}
