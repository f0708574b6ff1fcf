/** What the site itself keeps in a page's address after `?`. Everything else there is a value for a placeholder. */
export const keptParameters: readonly string[] = ['q', 'type', 'channel', 'tier', 'lang', 'product', 'tag'];
