import { filterParameters, queryParameter } from '../../parameters.js';
import { type FilterValues, filterNames } from './filters.js';

export interface SearchAddress {
  readonly text: string;
  readonly filters: FilterValues;
}

/** The search that the page's address holds; its text is empty if it holds none. */
export function readSearchAddress(): SearchAddress {
  const query = new URLSearchParams(location.search);
  return {
    text: query.get(queryParameter) ?? '',
    filters: Object.fromEntries(
      filterNames.flatMap((filter) => {
        const value = query.get(filterParameters[filter]);
        return value === null || value === '' ? [] : [[filter, value]];
      }),
    ),
  };
}

/** Puts a search into the page's address in place of the one it holds, so that a reload, the way back and a shared link bring it back. */
export function writeSearchAddress({ text, filters }: SearchAddress): void {
  const address = new URL(location.href);
  const query = address.searchParams;
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  };
  set(queryParameter, text);
  for (const filter of filterNames) set(filterParameters[filter], text === '' ? undefined : filters[filter]);
  if (address.href === location.href) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Browsers bound how often an address may change, and some keep that of files as it is: the search itself goes on.
  }
}
