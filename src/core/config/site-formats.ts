/** Ticket desks that canned responses are written for. */
export const desks = ['zendesk', 'freshdesk', 'zammad'] as const;
export type Desk = (typeof desks)[number];

/** Files for programs that an export can write beside its pages. */
export const siteFormats = ['markdown', 'json', 'feed', 'sitemap', ...desks, 'csv'] as const;
export type SiteFormat = (typeof siteFormats)[number];

/** What an export writes when nobody says otherwise. */
export const usualFormats: readonly SiteFormat[] = ['markdown', 'json', 'feed', 'sitemap'];

export interface DeskConfig {
  /** Channels whose wording goes to ticket desks; absent: those in which people write. */
  readonly channels?: readonly string[];
  readonly freshdeskFolder?: number;
  /** What each desk writes for a placeholder, by the placeholder's name. */
  readonly placeholders: ReadonlyMap<string, Readonly<Partial<Record<Desk, string>>>>;
}
