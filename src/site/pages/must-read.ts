import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';

/** What the browser code notes of a page that was read: an acknowledgement is of one text and no other. */
function readingData(playbook: Playbook, { reviews }: SiteContext) {
  const revision = reviews?.get(playbook.path)?.revision;
  return {
    dataId: playbook.id,
    dataTitle: playbook.title,
    dataVersion: playbook.blob.slice(0, 8),
    ...(revision && { dataRevision: String(revision.number) }),
  };
}

/** At the end of a page that must be read: the button that says so. Nothing on other pages. */
export function mustReadHere(playbook: Playbook, site: SiteContext, { say, locale }: Navigation): readonly Element[] {
  if (playbook.fields.mustRead !== true) return [];
  return [
    h(
      'section',
      {
        className: ['must-read-here', 'script-only'],
        dataMustRead: '',
        ariaLabel: say('mustRead'),
        ...(playbook.lang !== locale && { lang: locale }),
        ...readingData(playbook, site),
      },
      [
        icon('book'),
        h('span', { className: ['must-read-state'] }, say('mustReadHere')),
        h('button', { type: 'button' }, say('acknowledge')),
      ],
    ),
  ];
}

/** Pages that must be read, on the home page. */
export function mustReadBlock(
  site: SiteContext,
  { editions, say, locale }: Navigation,
  to: (address: string) => string,
): readonly Element[] {
  const pages = editions.filter(({ fields }) => fields.mustRead === true);
  if (pages.length === 0) return [];
  return [
    h('section', { className: ['home-block', 'must-read'], ariaLabel: say('mustRead') }, [
      h('div', { className: ['home-head'] }, [
        h('h2', say('mustRead')),
        h('span', { className: ['must-read-state'], dataMustReadCount: '' }),
      ]),
      h(
        'ul',
        pages.map((playbook) =>
          h('li', { dataMustRead: '', ...readingData(playbook, site) }, [
            h(
              'a',
              { href: to(site.addresses.playbook(playbook)), ...(playbook.lang !== locale && { lang: playbook.lang }) },
              playbook.title,
            ),
            h('span', { className: ['must-read-state'] }),
          ]),
        ),
      ),
      h('div', { className: ['must-read-export', 'script-only'] }, [
        h('input', { type: 'text', placeholder: say('yourName'), ariaLabel: say('yourName'), dataReader: '', autoComplete: 'off' }),
        h('button', { type: 'button', className: ['text-button'], dataMustReadExport: '' }, say('exportAcknowledged')),
        h('span', say('keptHereOnly')),
      ]),
    ]),
  ];
}
