import { HistoryError } from '../app/ports.js';
import { historyWords } from '../app/review-words.js';
import { configFileName } from '../core/config/config.js';
import { OutsideFolderError } from '../node/write-file.js';
import type { Say, Word } from './words.js';

type Values = Readonly<Record<string, string | number>>;

/** What to do next, in words. */
export interface Advice {
  readonly word: Word;
  readonly values?: Values;
}

/** Advice that names what was probably meant, if anything was. */
export function didYouMean(name: string | undefined): readonly Advice[] {
  return name === undefined ? [] : [{ word: 'didYouMean', values: { name } }];
}

/** Something that keeps a command from running and that the user can put right. The program says it and ends with 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly word: Word;
  readonly values: Values;
  /** What to do next, each on a line of its own. */
  readonly advice: readonly Advice[];

  constructor(word: Word, values: Values = {}, ...advice: readonly Advice[]) {
    super(word);
    this.word = word;
    this.values = values;
    this.advice = advice;
  }
}

/** A folder that holds neither playbooks nor a config; `folder` as the user knows it. */
export function emptyFolder(folder: string): Failure {
  return new Failure('emptyFolder', { folder, config: configFileName }, { word: 'howToBegin' });
}

/** What happened, in the user's words. Never a stack trace. */
export function explain(error: unknown, say: Say): string {
  if (error instanceof Failure) {
    return [say(error.word, error.values), ...error.advice.map((next) => say(next.word, next.values))].join('\n');
  }
  if (error instanceof HistoryError) return explain(historyFailure(error), say);
  if (error instanceof OutsideFolderError) return say('outsideFolder', { path: error.path });
  const detail = error instanceof Error ? error.message : String(error);
  const word = wordOfSystemError(error);
  const path = error instanceof Error && 'path' in error ? String(error.path) : '';
  return word ? say(word, { path }) : say('unexpected', { detail: detail.split('\n')[0] ?? '' });
}

/** Why the history cannot be read and what to do about it, with further advice. */
export function historyFailure({ problem, detail }: HistoryError, ...advice: readonly Advice[]): Failure {
  return new Failure(historyWords[problem], { detail }, ...advice);
}

function wordOfSystemError(error: unknown): Word | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'noPermission';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'diskFull';
    case 'EROFS':
      return 'readOnlyDisk';
    case 'ENOENT':
      return 'fileGone';
    case 'ENOTDIR':
      return 'pathThroughFile';
    case 'ENAMETOOLONG':
      return 'nameTooLong';
    case 'EMFILE':
    case 'ENFILE':
      return 'tooManyFiles';
    default:
      return undefined;
  }
}
