import { rootPath } from './page.js';

/** Storage may be closed (private windows, files in some browsers): then nothing is remembered. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`playbook-${key}`, value);
  } catch {
    // Nothing to do: the choice holds for this page.
  }
}

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`playbook-${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A key for what belongs to this site alone: several may lie on one host, and all pages opened as files share one storage. */
export function siteKey(name: string): string {
  return `${name} ${new URL(rootPath() || '.', location.href).pathname}`;
}

/** A list kept for this site. What is there may be anyone's, so only what has its form is taken. */
export function recallList<Item>(name: string, isItem: (value: unknown) => value is Item): readonly Item[] {
  try {
    const stored: unknown = JSON.parse(recall(siteKey(name)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isItem) : [];
  } catch {
    return [];
  }
}

export function rememberList(name: string, items: readonly unknown[]): void {
  remember(siteKey(name), JSON.stringify(items));
}
