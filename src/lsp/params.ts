import { Range } from 'vscode-languageserver/node';
import { isRecord } from '../core/parse/fields.js';
import type { Page } from './protocol/own-request.js';

/** Which part of a long list is asked for. */
export interface Window {
  readonly offset: number;
  readonly limit: number;
}

const usualLimit = 2000;
const longest = 5000;

/** Reads `offset` and `limit` from parameters. What is not sensible counts as absent. */
export function readWindow(params: unknown): Window {
  const number = (name: string, absent: number) => {
    const value = isRecord(params) ? params[name] : undefined;
    return typeof value === 'number' && value >= 0 ? Math.floor(value) : absent;
  };
  return { offset: number('offset', 0), limit: Math.min(longest, number('limit', usualLimit)) };
}

export function readText(params: unknown, name: string): string | undefined {
  const value = isRecord(params) ? params[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A range as the protocol has it; undefined where there is none. */
export function readRange(params: unknown, name: string): Range | undefined {
  const value = isRecord(params) ? params[name] : undefined;
  return Range.is(value) ? value : undefined;
}

/** The part of a list that is asked for, each entry made only if it is in it. */
export function pageOf<Item, Entry>(items: readonly Item[], { offset, limit }: Window, make: (item: Item) => Entry): Page<Entry> {
  return { total: items.length, offset, entries: items.slice(offset, offset + limit).map(make) };
}
