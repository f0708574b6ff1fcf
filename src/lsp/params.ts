import { Range } from 'vscode-languageserver/node';
import { type SearchFilters, searchFilters } from '../core/model/search.js';
import { isRecord } from '../core/parse/fields.js';
import type { Page } from './protocol/own-request.js';

// What is asked comes from outside, and may be anything: what is not sensible counts as absent.

/** Which part of a long list is asked for. */
export interface Window {
  readonly offset: number;
  readonly limit: number;
}

const usualLimit = 2000;
const longest = 5000;

/** Reads `offset` and `limit`. */
export function readWindow(params: unknown): Window {
  return { offset: readCount(params, 'offset') ?? 0, limit: Math.min(longest, readCount(params, 'limit') ?? usualLimit) };
}

/** A whole number that is not negative. */
export function readCount(params: unknown, name: string): number | undefined {
  const value = valueIn(params, name);
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : undefined;
}

export function readText(params: unknown, name: string): string | undefined {
  const value = valueIn(params, name);
  return typeof value === 'string' ? value : undefined;
}

/** A list of texts; what is no text is left out of it. */
export function readTexts(params: unknown, name: string): readonly string[] | undefined {
  const value = valueIn(params, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/** Whether something is to be done that is done by default. */
export function readWish(params: unknown, name: string): boolean {
  return valueIn(params, name) !== false;
}

/** Most values of one filter that are looked at. */
const mostValues = 1000;

/** The filters of a search. */
export function readFilters(params: unknown): SearchFilters {
  return Object.fromEntries(
    searchFilters.flatMap((filter) => {
      const values = readTexts(params, filter)?.slice(0, mostValues);
      return values ? [[filter, values]] : [];
    }),
  );
}

/** A range as the protocol has it; undefined where there is none. */
export function readRange(params: unknown, name: string): Range | undefined {
  const value = valueIn(params, name);
  return Range.is(value) ? value : undefined;
}

function valueIn(params: unknown, name: string): unknown {
  return isRecord(params) ? params[name] : undefined;
}

/** The part of a list that is asked for, each entry made only if it is in it. */
export function pageOf<Item, Entry>(items: readonly Item[], { offset, limit }: Window, make: (item: Item) => Entry): Page<Entry> {
  return { total: items.length, offset, entries: items.slice(offset, offset + limit).map(make) };
}
