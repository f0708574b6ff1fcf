import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { readEntries } from '../../core/feedback/entry.js';
import { entriesOf, feedbackFiles, feedbackFolder, sortEntries } from '../../core/feedback/feedback.js';
import type { FeedbackEntry } from '../../core/model/feedback.js';
import { gitBlob } from '../../core/parse/blob.js';
import { largestFeedbackFile, mostFeedback, readFeedbackFolder, readPlainFile } from '../../node/feedback-folder.js';
import { createFile } from '../../node/write-file.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { findKnowledgeBase } from '../knowledge-base-folder.js';
import { addExamples } from '../program.js';
import { printable } from '../terminal.js';

interface ImportOptions {
  readonly root?: string;
}

/** Lines that are no feedback and are named one by one. */
const mostNamed = 10;

export function addFeedbackImport(feedback: Command, context: Context): void {
  const { say } = context;
  const command = feedback
    .command('import')
    .description(say('feedbackImportSummary'))
    .argument('<files...>', say('feedbackFilesArgument'))
    .option('--root <dir>', say('rootOption'))
    .action(async (files: readonly string[], options: ImportOptions) => context.end(await importFeedback(files, options, context)));
  addExamples(
    command,
    context,
    'playbook feedback import feedback-2026-11-22.ndjson',
    'playbook feedback import ../feedback --root knowledge',
  );
}

/** UTF-16 units of a file that an import writes: never more bytes than are read of one. */
const largestWritten = largestFeedbackFile / 4;

/** Puts what is new into one more file, or some if it is much; they are never changed afterwards, so that two imports never conflict. */
async function importFeedback(named: readonly string[], { root: wanted }: ImportOptions, context: Context): Promise<ExitCode> {
  const { say, terminal } = context;
  const root = await findKnowledgeBase(wanted, context);
  const kept = await readFeedbackFolder(root);
  const known = new Set(entriesOf(kept).map(({ id }) => id));
  const fresh = new Map<string, FeedbackEntry>();
  let again = 0;
  let refused = 0;
  for (const path of await filesNamed(named, context)) {
    const text = await readPlainFile(resolve(context.currentFolder, path), largestFeedbackFile);
    if (text === undefined) throw new Failure('feedbackUnreadable', { path });
    const read = readEntries(text);
    for (const line of read.refused) {
      refused += 1;
      if (refused <= mostNamed) terminal.note(`${say('feedbackLine', { path: printable(path), line })}\n`);
    }
    for (const entry of read.entries) {
      if (known.has(entry.id) || fresh.has(entry.id)) again += 1;
      else fresh.set(entry.id, entry);
    }
  }
  if (refused > mostNamed) terminal.note(`${say('feedbackMoreLines', { count: refused - mostNamed })}\n`);
  const entries = sortEntries(fresh.values());
  if (entries.length === 0) {
    terminal.write(`${say('feedbackNothingNew', { again })}\n`);
  } else {
    const files = feedbackFiles(entries, largestWritten);
    const size = [...kept, ...files.map(({ text }) => text)].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (size > mostFeedback) throw new Failure('feedbackFull', { folder: feedbackFolder, most: mostFeedback / 1024 / 1024 });
    const paths: string[] = [];
    for (const { text, lastDay } of files) {
      const path = `${feedbackFolder}/${lastDay}-${gitBlob(text).slice(0, 8)}.ndjson`;
      if (!(await createFile(root, path, text))) throw new Failure('feedbackFileThere', { path });
      paths.push(path);
    }
    terminal.write(`${say('feedbackImported', { count: entries.length, again, path: paths.join(say('listSeparator')) })}\n`);
  }
  return refused > 0 ? 1 : 0;
}

/** Files as they are named; of a folder, those of feedback in it. */
async function filesNamed(named: readonly string[], context: Context): Promise<readonly string[]> {
  const lists = await Promise.all(
    named.map(async (path) => {
      const full = resolve(context.currentFolder, path);
      const found = await stat(full).catch(() => undefined);
      if (!found) throw new Failure('feedbackUnreadable', { path });
      if (!found.isDirectory()) return [path];
      const names = (await readdir(full)).filter((name) => name.endsWith('.ndjson')).sort();
      if (names.length === 0) throw new Failure('feedbackEmptyFolder', { folder: path });
      return names.map((name) => join(path, name));
    }),
  );
  return lists.flat();
}
