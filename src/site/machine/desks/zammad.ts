import type { SiteContext } from '../../site-context.js';
import { csvLine } from './csv.js';
import { type DeskWriter, deskAddress } from './desk-writer.js';
import { messageHtml, messageTitle } from './messages.js';

/**
 * Text modules as Zammad imports them: columns by name, texts as HTML (`app/models/text_module.rb` and
 * `concerns/can_csv_import.rb` of github.com/zammad/zammad). `#{` begins a variable there and `~~~` parts a cell, so neither
 * is written as it is. No byte-order mark, which Zammad would take for a part of the first column's name.
 */
export function zammadWriter(site: SiteContext): DeskWriter {
  const escapeMarks = (html: string) => html.replaceAll('#{', '#&#123;').replaceAll('~~~', '&#126;&#126;&#126;');
  return {
    address: deskAddress('zammad-text-modules', 'csv'),
    entry: (message) => {
      const { playbook } = message;
      const keywords = [playbook.fields.shortCode ?? '', ...playbook.fields.keywords].filter((word) => word !== '');
      const plain = (text: string) => text.replaceAll('~~~', '~ ~ ~');
      return csvLine([
        plain(messageTitle(message, ' / ')),
        plain(keywords.join(' ')),
        messageHtml(message, site, 'zammad', escapeMarks),
        plain(message.id),
        'true',
      ]);
    },
    file: (entries) => `name,keywords,content,note,active\r\n${entries.join('')}`,
  };
}
