import { type SearchFacets, type SearchFilter, type SearchFilters, type SearchQuery, searchFilters } from '../model/search.js';
import type { IndexRow } from './index-reader.js';

/** What a row says that each filter asks for. */
const valuesOf: Readonly<Record<SearchFilter, (row: IndexRow) => readonly string[]>> = {
  types: (row) => [row.type],
  channels: (row) => row.channels,
  tiers: (row) => row.tiers,
  languages: (row) => [row.lang],
  tags: (row) => row.tags,
  products: (row) => [row.product],
};

/** Whether the filters of a query let a playbook through, but for one that is looked away from. */
export function passes(row: IndexRow, query: SearchFilters, except?: SearchFilter): boolean {
  return searchFilters.every((filter) => {
    const wanted = query[filter] ?? [];
    if (filter === except || wanted.length === 0) return true;
    const own = valuesOf[filter](row);
    return wanted.some((value) => own.includes(value));
  });
}

interface Counted {
  readonly row: IndexRow;
  readonly evidence: number;
  readonly isExact: boolean;
}

/** Those that have at least a share of the best evidence among them. */
export function withoutNoise<Found extends Counted>(candidates: readonly Found[], tail: number): readonly Found[] {
  if (tail === 0) return candidates;
  const least = candidates.reduce((best, { evidence }) => Math.max(best, evidence), 0) * tail;
  return candidates.filter(({ evidence, isExact }) => isExact || evidence >= least);
}

/**
 * How many hits there would be with each value of each filter alone, while the other filters stay as they are. What is noise is
 * told among those hits, by `tail`, exactly as if the value had been chosen.
 */
export function countFacets(candidates: readonly Counted[], query: SearchQuery, tail: number): SearchFacets {
  const count = (filter: SearchFilter) => countFilter(filter, candidates, query, tail);
  return {
    types: count('types'),
    channels: count('channels'),
    tiers: count('tiers'),
    languages: count('languages'),
    tags: count('tags'),
    products: count('products'),
  };
}

function countFilter(
  filter: SearchFilter,
  candidates: readonly Counted[],
  query: SearchQuery,
  tail: number,
): Readonly<Record<string, number>> {
  const groups = new Map<string, Counted[]>();
  for (const candidate of candidates) {
    if (!passes(candidate.row, query, filter)) continue;
    for (const value of new Set(valuesOf[filter](candidate.row))) {
      if (value === '') continue;
      const group = groups.get(value);
      if (group) group.push(candidate);
      else groups.set(value, [candidate]);
    }
  }
  const counts = [...groups].map(([value, group]): [string, number] => {
    const kept = withoutNoise(group, tail);
    return [value, query.oneForEachSubject === undefined ? kept.length : new Set(kept.map(({ row }) => row.subject)).size];
  });
  return Object.fromEntries(counts.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)));
}
