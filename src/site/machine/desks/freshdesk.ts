import type { SiteContext } from '../../site-context.js';
import { type DeskWriter, deskAddress } from './desk-writer.js';
import { messageHtml, messageTitle } from './messages.js';

/** For all agents; 1 would be personal, 2 for groups. */
const visibleToAll = 0;

/**
 * Canned responses as Freshdesk's API takes them many at a time (`POST /api/v2/canned_responses/create_multiple`,
 * https://developers.freshdesk.com/api/#canned-responses). The folder is a number that only the account knows: from the config,
 * else it has to be added. Braces are written as entities, since Freshdesk would read them as its own placeholders.
 */
export function freshdeskWriter(site: SiteContext): DeskWriter {
  const { freshdeskFolder } = site.knowledgeBase.config.desk;
  const escapeMarks = (html: string) => html.replaceAll('{', '&#123;');
  return {
    address: deskAddress('freshdesk-canned-responses', 'json'),
    entry: (message) =>
      JSON.stringify({
        title: messageTitle(message, ' / '),
        content_html: messageHtml(message, site, 'freshdesk', escapeMarks),
        visibility: visibleToAll,
        ...(freshdeskFolder !== undefined && { folder_id: freshdeskFolder }),
      }),
    file: (entries) => `{"canned_responses":[\n${entries.join(',\n')}\n]}\n`,
  };
}
