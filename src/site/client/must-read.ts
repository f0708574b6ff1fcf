import { toLocal } from './local-time.js';
import { all, announce, pageWords } from './page.js';
import { saveFile } from './save-file.js';
import { recall, recallList, remember, rememberList } from './storage.js';

/** That this reader has read one text of a page. */
interface Acknowledgement {
  readonly id: string;
  readonly title: string;
  /** Of the text, where review is on its revision too. */
  readonly version: string;
  readonly revision: string;
  /** ISO 8601, the reader's own time. */
  readonly at: string;
}

/** Pages that must be read: the button that acknowledges one, how they stand on the home page, and the file for the lead. */
export function startMustRead(): void {
  for (const node of all('[data-must-read]')) {
    show(node);
    node.querySelector('button')?.addEventListener('click', () => {
      acknowledge(node);
      show(node);
      announce(stateOf(node));
    });
  }
  const say = pageWords();
  const count = document.querySelector<HTMLElement>('[data-must-read-count]');
  const left = all('li[data-must-read]').filter((node) => !isRead(node)).length;
  if (count) {
    count.textContent = left === 0 ? say('mustReadDone') : say('mustReadLeft', { count: left });
    count.classList.toggle('is-open', left > 0);
  }
  const reader = document.querySelector<HTMLInputElement>('[data-reader]');
  if (reader) {
    reader.value = recall('reader') ?? '';
    reader.addEventListener('change', () => remember('reader', reader.value.trim()));
  }
  document.querySelector('[data-must-read-export]')?.addEventListener('click', () => exportAll(reader?.value.trim() ?? ''));
}

function show(node: HTMLElement): void {
  const say = pageWords();
  const state = node.querySelector<HTMLElement>('.must-read-state');
  const isDone = isRead(node);
  node.classList.toggle('was-read', isDone);
  if (state) {
    state.textContent = stateOf(node) || (node instanceof HTMLLIElement ? '' : say('mustReadHere'));
    state.classList.toggle('is-open', !isDone);
  }
  const button = node.querySelector('button');
  if (button) button.hidden = isDone;
}

/** In words; empty for a page that was never acknowledged. */
function stateOf(node: HTMLElement): string {
  const say = pageWords();
  const own = readAll().filter(({ id }) => id === node.dataset['id']);
  const same = own.find(({ version }) => version === node.dataset['version']);
  if (same) return say('acknowledged', { day: same.at.slice(0, 10) });
  return own.length > 0 ? say('acknowledgeAgain') : '';
}

function isRead(node: HTMLElement): boolean {
  return readAll().some(({ id, version }) => id === node.dataset['id'] && version === node.dataset['version']);
}

function acknowledge(node: HTMLElement): void {
  const { id = '', title = '', version = '', revision = '' } = node.dataset;
  const { day, time } = toLocal(Date.now());
  rememberList('read', [...readAll(), { id, title, version, revision, at: `${day}T${time}` }]);
}

function readAll(): readonly Acknowledgement[] {
  return recallList('read', isAcknowledgement);
}

function isAcknowledgement(value: unknown): value is Acknowledgement {
  if (typeof value !== 'object' || value === null) return false;
  const entry: Partial<Record<keyof Acknowledgement, unknown>> = value;
  return [entry.id, entry.title, entry.version, entry.revision, entry.at].every((text) => typeof text === 'string');
}

const columns = ['columnName', 'columnId', 'columnTitle', 'columnRevision', 'columnVersion', 'columnTime'] as const;

/** A table for the lead (RFC 4180, with a byte-order mark, by which spreadsheets know the encoding). */
function exportAll(name: string): void {
  const say = pageWords();
  const rows = [
    columns.map((column) => say(column)),
    ...readAll().map(({ id, title, revision, version, at }) => [name, id, title, revision, version, at]),
  ];
  const text = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  saveFile(`acknowledgements-${toLocal(Date.now()).day}.csv`, `\ufeff${text}`, 'text/csv');
}

/** Spreadsheets run what begins like a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
