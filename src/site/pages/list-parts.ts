import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { listPartAddress } from '../addresses.js';
import type { Say } from '../words.js';

/** Entries of one page of a list: quick to load, and short enough to look through. */
const mostInPart = 200;

/** A long list on several pages. */
export interface ListPart {
  readonly address: string;
  readonly playbooks: readonly Playbook[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** A list cut into pages, in its order; the first has the list's own address. An empty list is one page. */
export function listParts(address: string, playbooks: readonly Playbook[]): readonly ListPart[] {
  const count = Math.max(1, Math.ceil(playbooks.length / mostInPart));
  return Array.from({ length: count }, (_, index) => ({
    address: listPartAddress(address, index + 1),
    playbooks: playbooks.slice(index * mostInPart, (index + 1) * mostInPart),
    number: index + 1,
    count,
  }));
}

/** Links to all pages of a list, from a page; nothing where there is only one. */
export function partLinks(parts: readonly ListPart[], page: string, say: Say): Element[] {
  if (parts.length < 2) return [];
  return [
    h('nav', { className: ['list-parts'], ariaLabel: say('listParts') }, [
      h(
        'ol',
        parts.map(({ address, number, count }) =>
          h('li', [
            h(
              'a',
              {
                href: relativePath(page, address),
                ariaLabel: say('listPart', { number, count }),
                ...(address === page && { ariaCurrent: 'page' }),
              },
              String(number),
            ),
          ]),
        ),
      ),
    ]),
  ];
}

/** Whether everything fits one page. */
export function fitsOnePage(playbooks: readonly Playbook[]): boolean {
  return playbooks.length <= mostInPart;
}

export function partTitle(title: string, { number, count }: Pick<ListPart, 'number' | 'count'>, say: Say): string {
  return count === 1 ? title : `${title} · ${say('listPart', { number, count })}`;
}
