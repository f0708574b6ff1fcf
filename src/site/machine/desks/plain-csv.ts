import type { SiteContext } from '../../site-context.js';
import { publicAddress } from '../page-facts.js';
import { csvLine } from './csv.js';
import { type DeskWriter, deskAddress } from './desk-writer.js';
import { blanksFor, messageTitle } from './messages.js';

/** For everything else that reads tables. Begins with a byte-order mark, without which Excel takes Chinese for another encoding. */
export function plainCsvWriter(site: SiteContext): DeskWriter {
  const write = blanksFor(site, undefined);
  return {
    address: deskAddress('canned-responses', 'csv'),
    entry: (message) => {
      const { playbook } = message;
      const review = site.reviews?.get(playbook.path);
      return csvLine([
        message.id,
        messageTitle(message, ' / '),
        message.text(write),
        playbook.type,
        message.lang,
        message.channel ?? playbook.fields.channels.join(' '),
        message.tier ?? playbook.fields.tiers.join(' '),
        playbook.fields.shortCode ?? '',
        playbook.fields.placeholders.map(({ name }) => name).join(' '),
        review?.revision ? String(review.revision.number) : '',
        review?.revision?.approvedOn ?? '',
        playbook.fields.validTo ?? '',
        publicAddress(site, site.addresses.playbook(playbook)),
      ]);
    },
    file: (entries) =>
      `\ufeffid,title,text,type,lang,channels,tiers,short_code,placeholders,revision,approved_on,valid_to,page\r\n${entries.join('')}`,
  };
}
