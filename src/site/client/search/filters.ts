import type { Locale } from '../../../core/model/locale.js';
import type { SearchFacets } from '../../../core/model/search.js';
import type { SearchLabels } from '../../search-parts.js';
import { element, pageWords } from '../page.js';

export type Filter = keyof SearchFacets;
export const filterNames: readonly Filter[] = ['types', 'channels', 'tiers', 'languages', 'products', 'tags'];

/** The chosen value of each filter that is on. */
export type FilterValues = Readonly<Partial<Record<Filter, string>>>;

export interface Filters {
  readonly bar: HTMLElement;
  readonly values: () => FilterValues;
  readonly set: (values: FilterValues) => void;
  readonly clear: () => void;
  /** Offers the values that lead to something, each with how many hits it leaves. */
  readonly offer: (facets: SearchFacets, labels: SearchLabels) => void;
}

/** Values of one filter that are offered: the rest are too rare to be looked for in a list. */
const mostValues = 40;

/** A row of lists to choose from, one a filter; a list is there when there is something to choose. */
export function createFilters(locale: Locale, changed: () => void): Filters {
  const say = pageWords();
  const lists = filterNames.map((filter) => {
    const name = say(`filter.${filter}`);
    const list = element('select', { class: 'filter', 'aria-label': name, 'data-filter': filter });
    list.append(element('option', { value: '' }, name));
    list.addEventListener('change', () => {
      show();
      changed();
    });
    return { filter, name, list };
  });
  const clear = element('button', { type: 'button', class: 'text-button' }, say('clearFilters'));
  const bar = element(
    'div',
    { class: 'search-filters', role: 'group', 'aria-label': say('filters') },
    ...lists.map(({ list }) => list),
    clear,
  );

  const values = (): FilterValues =>
    Object.fromEntries(lists.flatMap(({ filter, list }) => (list.value === '' ? [] : [[filter, list.value]])));
  const show = (): void => {
    for (const { list } of lists) {
      list.classList.toggle('chosen', list.value !== '');
      // One value alone narrows nothing.
      list.hidden = list.value === '' && list.options.length < 3;
    }
    clear.hidden = lists.every(({ list }) => list.value === '');
    bar.hidden = lists.every(({ list }) => list.hidden);
  };
  const labelOf = (filter: Filter, value: string, labels: SearchLabels): string => {
    if (filter === 'languages') return labels.languages[value] ?? value;
    return filter === 'products' || filter === 'tags' ? value : (labels[filter][value]?.[locale] ?? value);
  };
  const set = (chosen: FilterValues): void => {
    for (const { filter, list } of lists) {
      const value = chosen[filter] ?? '';
      if (value !== '' && ![...list.options].some((option) => option.value === value)) list.append(element('option', { value }, value));
      list.value = value;
    }
    show();
  };
  const clearAll = (): void => {
    set({});
    changed();
  };
  clear.addEventListener('click', clearAll);
  show();
  return {
    bar,
    values,
    set,
    clear: clearAll,
    offer: (facets, labels) => {
      for (const { filter, name, list } of lists) {
        const chosen = list.value;
        const counts = Object.entries(facets[filter]).slice(0, mostValues);
        if (chosen !== '' && !counts.some(([value]) => value === chosen)) counts.push([chosen, facets[filter][chosen] ?? 0]);
        list.replaceChildren(
          element('option', { value: '' }, chosen === '' ? name : say('filterAll', { name })),
          ...counts.map(([value, count]) => element('option', { value }, `${labelOf(filter, value, labels)}  ${count}`)),
        );
        list.value = chosen;
      }
      show();
    },
  };
}
