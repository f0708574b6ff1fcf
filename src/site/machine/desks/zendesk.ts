import type { SiteContext } from '../../site-context.js';
import { type DeskWriter, deskAddress } from './desk-writer.js';
import { messageHtml, messageTitle } from './messages.js';

/**
 * Macros as Zendesk's API takes them one by one (`POST /api/v2/macros`,
 * https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/): each adds a comment. `::` in a title makes a
 * level of the menu. Braces are written as entities, since Zendesk would read them as its own placeholders.
 */
export function zendeskWriter(site: SiteContext): DeskWriter {
  const escapeMarks = (html: string) => html.replaceAll('{', '&#123;');
  return {
    address: deskAddress('zendesk-macros', 'json'),
    entry: (message) =>
      JSON.stringify({
        title: messageTitle(message, '::'),
        description: message.id,
        active: true,
        actions: [{ field: 'comment_value_html', value: messageHtml(message, site, 'zendesk', escapeMarks) }],
      }),
    file: (entries) => `{"macros":[\n${entries.join(',\n')}\n]}\n`,
  };
}
