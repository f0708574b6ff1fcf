import type { FrontMatterNode } from '../model/playbook.js';
import { findLineStarts, type Span } from '../model/text.js';
import { parseYaml } from '../parse/yaml.js';
import { validateWithZod } from '../schema/zod.js';
import { placedProblems, type SupportFile, syntaxProblems } from './config.js';
import { queriesSchema } from './queries-schema.js';

/** At the root of a knowledge base: queries, and what they must find. */
export const queriesFileName = 'queries.yaml';

/** A text and where it is written. */
export interface PlacedText {
  readonly text: string;
  readonly at: Span;
}

/** What one query must find. A list that is left out is empty. */
export interface QueryExpectation {
  readonly query: string;
  /** Any of these ids comes first. */
  readonly first: readonly PlacedText[];
  /** All of these ids are among the first three. */
  readonly top3: readonly PlacedText[];
  /** None of these ids is among the first ten. */
  readonly never: readonly PlacedText[];
  readonly languages: readonly PlacedText[];
  readonly types: readonly PlacedText[];
}

export interface QueriesResult {
  readonly expectations: readonly QueryExpectation[];
  readonly file: SupportFile;
}

/** Reads the file of expectations. An entry that is wrong is reported and left out; the others count. */
export function readQueries(text: string, path: string = queriesFileName): QueriesResult {
  const { data, nodes, problems: yamlProblems } = parseYaml(text);
  // Where YAML cannot be read, what it seems to say would only be reported once more.
  const schemaProblems = yamlProblems.length > 0 ? [] : validateWithZod(queriesSchema, data ?? []);
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  return {
    expectations: items.flatMap((item, index) => {
      const parsed = queriesSchema.element.safeParse(item);
      return parsed.success ? [complete(parsed.data, index, nodes)] : [];
    }),
    file: {
      path,
      text,
      lineStarts: findLineStarts(text),
      problems: [...syntaxProblems(yamlProblems), ...placedProblems(schemaProblems, nodes, text.length)],
    },
  };
}

type QueryItem = ReturnType<(typeof queriesSchema)['element']['parse']>;

function complete(item: QueryItem, index: number, nodes: ReadonlyMap<string, FrontMatterNode>): QueryExpectation {
  const placed = (name: 'first' | 'top3' | 'never' | 'language' | 'type'): readonly PlacedText[] => {
    const value = item[name] ?? [];
    const place = (pointer: string) => nodes.get(pointer)?.value;
    const whole = place(`/${index}/${name}`) ?? place(`/${index}`) ?? { start: 0, end: 0 };
    return typeof value === 'string'
      ? [{ text: value, at: whole }]
      : value.map((text, number) => ({ text, at: place(`/${index}/${name}/${number}`) ?? whole }));
  };
  return {
    query: item.query,
    first: placed('first'),
    top3: placed('top3'),
    never: placed('never'),
    languages: placed('language'),
    types: placed('type'),
  };
}
