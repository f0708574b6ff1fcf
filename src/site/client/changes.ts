import { toLocal } from './local-time.js';
import { all, pageWords } from './page.js';
import { recall, remember, siteKey } from './storage.js';

/** Milliseconds without a page of this site after which the next one begins another visit. */
const betweenVisits = 4 * 60 * 60 * 1000;
/** Pages whose version is remembered: more than the home page ever lists. */
const mostKnown = 500;

interface Visits {
  /** When a page of this site was last opened, milliseconds. */
  readonly at: number;
  /** ISO 8601 day of the visit before this one. */
  readonly since: string;
  /** `id@version` of what the reader had seen when this visit began. */
  readonly seen: readonly string[];
  /** The same, with what this visit has shown. */
  readonly shown: readonly string[];
}

/**
 * On the home page: what changed since this reader's last visit. A visit ends after some hours without a page; what it listed
 * counts as seen from the next one on, or at once when the reader says so.
 */
export function startChanges(now = new Date()): void {
  const known = readVisits();
  const isNewVisit = known !== undefined && now.getTime() - known.at > betweenVisits;
  const visit: Visits | undefined = known && {
    ...known,
    at: now.getTime(),
    ...(isNewVisit && { seen: known.shown, since: toLocal(known.at).day }),
  };
  const block = document.querySelector<HTMLElement>('[data-changes]');
  if (!block) {
    if (visit) writeVisits(visit);
    return;
  }
  const items = all('[data-changed]', block);
  const listed = items.map((item) => item.dataset['changed'] ?? '');
  const first: Visits = { at: now.getTime(), since: '', seen: listed, shown: listed };
  const current = visit ?? first;
  // In another language other pages are listed: what was shown there stays known.
  const shown = [...new Set([...listed, ...current.shown])].slice(0, mostKnown);
  writeVisits({ ...current, shown });
  if (current.since !== '') showChanges(block, items, current);
  block.querySelector('[data-changes-seen]')?.addEventListener('click', () => {
    writeVisits({ ...current, shown, seen: shown });
    showChanges(block, items, { ...current, seen: shown });
    block.querySelector<HTMLElement>('[data-changes-title]')?.focus();
  });
}

function showChanges(block: HTMLElement, items: readonly HTMLElement[], { seen, since }: Visits): void {
  const say = pageWords();
  const versions = new Set(seen);
  const ids = new Set(seen.map((key) => key.replace(/@[^@]*$/, '')));
  const groups = all('[data-kind]', block);
  for (const item of items) {
    const key = item.dataset['changed'] ?? '';
    item.hidden = versions.has(key);
    // Where nobody reviews, only the reader's own memory tells a new page from a changed one.
    if (!ids.has(key.replace(/@[^@]*$/, '')) && item.closest('[data-kind=other]')) {
      groups
        .find((group) => group.dataset['kind'] === 'new')
        ?.querySelector('ul')
        ?.append(item);
    }
  }
  for (const group of groups) group.hidden = all('[data-changed]', group).every((item) => item.hidden);
  const isNothing = items.every((item) => item.hidden);
  const title = block.querySelector<HTMLElement>('[data-changes-title]');
  if (title) {
    title.tabIndex = -1;
    title.textContent = say(isNothing ? 'nothingChanged' : 'changedSince', { day: since });
  }
  const button = block.querySelector<HTMLElement>('[data-changes-seen]');
  if (button) button.hidden = isNothing;
  block.hidden = false;
}

function readVisits(): Visits | undefined {
  try {
    const stored: unknown = JSON.parse(recall(siteKey('visits')) ?? 'null');
    return isVisits(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isVisits(value: unknown): value is Visits {
  if (typeof value !== 'object' || value === null) return false;
  const { at, since, seen, shown }: Partial<Record<keyof Visits, unknown>> = value;
  const isTexts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return typeof at === 'number' && typeof since === 'string' && isTexts(seen) && isTexts(shown);
}

function writeVisits(visits: Visits): void {
  remember(siteKey('visits'), JSON.stringify(visits));
}
