import { keptParameters } from '../parameters.js';

export interface AddressValues {
  /** By name: from after `?`, which servers and their logs see, and from after `#?`, which they do not. */
  readonly seen: ReadonlyMap<string, string>;
  readonly unseen: ReadonlyMap<string, string>;
}

/**
 * Takes the values that a ticket desk put into the page's address, and takes them out of it: what is copied, bookmarked or
 * sent on from there names the page and no customer.
 */
export function takeAddressValues(): AddressValues {
  const query = new URLSearchParams(location.search);
  const fragment = location.hash.startsWith('#?') ? new URLSearchParams(location.hash.slice(2)) : new URLSearchParams();
  const seen = new Map([...query].filter(([name]) => !keptParameters.includes(name)));
  const unseen = new Map(fragment);
  if (seen.size === 0 && unseen.size === 0) return { seen, unseen };
  for (const name of seen.keys()) query.delete(name);
  const rest = query.size === 0 ? '' : `?${query}`;
  const hash = location.hash.startsWith('#?') ? '' : location.hash;
  try {
    history.replaceState(history.state, '', `${location.pathname}${rest}${hash}`);
  } catch {
    // Some browsers let no page that is opened as a file change its address.
  }
  return { seen, unseen };
}
