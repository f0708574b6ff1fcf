import type { Playbook, SourceText } from '../core/model/playbook.js';
import { parsePlaybook } from '../core/parse/playbook.js';
import type { FileSource, KeptPlaybooks, PlaybookStore, Progress, UnreadFile } from './ports.js';

/** Files taken from the disk at the same time. */
const takenTogether = 64;
/** Fewer are read here in less time than other threads take to start. */
const fewestBeside = 300;
/** Below this many playbooks, reading all of them again is as quick. */
const fewestKept = 50;

export interface ReadSettings {
  /** What a playbook without a language counts as written in; BCP 47. */
  readonly language: string;
  readonly progress?: Progress | undefined;
  /** Where what was read is kept for the next run. */
  readonly store?: PlaybookStore | undefined;
  /** What was read earlier, by path. With it, the store is left alone. */
  readonly earlier?: ReadonlyMap<string, Playbook> | undefined;
}

/**
 * Reads playbooks, and gives them in the order of their paths. The same text is not read twice; of very many texts that are new,
 * all are read in threads beside this one where there are any. A file that is gone becomes a playbook with a problem.
 */
export async function readPlaybooks(files: FileSource, paths: readonly string[], settings: ReadSettings): Promise<readonly Playbook[]> {
  const { language, progress, earlier } = settings;
  const kept = earlier ? undefined : await settings.store?.open(language);
  const known = earlier ?? kept;
  const isBeside = kept !== undefined && paths.length - kept.size >= fewestBeside;
  const playbooks = new Map<string, Playbook>();
  const unread: UnreadFile[] = [];
  let parsed = 0;
  const take = (playbook: Playbook) => {
    playbooks.set(playbook.path, playbook);
    progress?.(playbooks.size, paths.length);
  };
  await readAll(files, paths, (path, source) => {
    const before = known?.get(path);
    if (before && saysTheSame(before, source)) return take(before);
    parsed += 1;
    if (isBeside) unread.push({ path, source });
    else take(parsePlaybook(path, source, language));
  });
  const isRead = unread.length === 0 || (await kept?.readBeside(unread, take));
  if (!isRead) for (const { path, source } of unread) if (!playbooks.has(path)) take(parsePlaybook(path, source, language));
  const inOrder = paths.flatMap((path) => playbooks.get(path) ?? []);
  // It goes on beside whatever comes next; nobody waits for it.
  if (kept && isWorthKeeping(parsed, inOrder.length, kept)) void kept.save(inOrder);
  return inOrder;
}

/** Takes files some at a time, so that the disk is never waited for one by one. One that cannot be read is said to be so. */
export async function readAll(
  files: FileSource,
  paths: readonly string[],
  take: (path: string, source: SourceText) => void,
): Promise<void> {
  for (let start = 0; start < paths.length; start += takenTogether) {
    const batch = paths.slice(start, start + takenTogether);
    const sources = await Promise.all(batch.map((path) => files.read(path)));
    for (const [index, path] of batch.entries()) take(path, sources[index] ?? { text: '', unreadable: true });
  }
}

/** Reads a text, unless it is the one that is known. */
export function readPlaybook(known: Playbook | undefined, path: string, source: SourceText, language: string): Playbook {
  return known && saysTheSame(known, source) ? known : parsePlaybook(path, source, language);
}

/** Whether reading a file again would give the same playbook. One that could not be read as a whole is always read again. */
function saysTheSame(known: Playbook, source: SourceText): boolean {
  const isWhole = source.invalidAt === undefined && source.tooLarge === undefined && source.unreadable === undefined;
  return isWhole && known.text === source.text && known.problems.every(({ code }) => code !== 'unparsable-file');
}

/** Everything is written out again for a twentieth of it, not for every changed file. */
function isWorthKeeping(parsed: number, size: number, kept: KeptPlaybooks): boolean {
  return size >= fewestKept && Math.max(parsed, Math.abs(size - kept.size)) * 20 > size;
}
