/** One file of the site: text, or a copy of a file of the knowledge base. Paths have `/` and count from the site's root. */
export type SiteFile = { readonly path: string; readonly content: string } | { readonly path: string; readonly copyOf: string };
