import { z } from 'zod';
import { type Locale, type Localized, locales } from '../model/locale.js';
import { type BodyOutline, type ContentRequirement, type SectionOutline, sectionKinds } from '../model/outline.js';
import { compilePattern } from '../pattern.js';
import type { SchemaProblem } from '../schema/problem.js';
import { validateWithZod } from '../schema/zod.js';
import { normalizeHeading } from './match-outline.js';

const text = z.string().min(1);
const pattern = text.refine((written) => compilePattern(written) !== undefined, { error: 're2' });
const names = z.union([text, z.array(text).min(1)]);
const count = z.int().min(0);

const content = z.strictObject({
  text: z.strictObject({ required: z.array(pattern).exactOptional(), forbidden: z.array(pattern).exactOptional() }).exactOptional(),
  wording: z.strictObject({ min: count }).exactOptional(),
  tables: z
    .strictObject({
      min: count.exactOptional(),
      minColumns: count.exactOptional(),
      minRows: count.exactOptional(),
      headers: z.array(text).exactOptional(),
    })
    .exactOptional(),
  lists: z
    .strictObject({ min: count.exactOptional(), ordered: z.boolean().exactOptional(), minItems: count.exactOptional() })
    .exactOptional(),
  images: z
    .strictObject({ min: count.exactOptional(), alt: z.boolean().exactOptional(), formats: z.array(text).exactOptional() })
    .exactOptional(),
  code: z.strictObject({ min: count.exactOptional(), languages: z.array(text).exactOptional() }).exactOptional(),
  length: z
    .strictObject({
      minHan: count.exactOptional(),
      maxHan: count.exactOptional(),
      minWords: count.exactOptional(),
      maxWords: count.exactOptional(),
    })
    .exactOptional(),
  steps: z.strictObject({ owner: z.boolean().exactOptional(), limit: z.boolean().exactOptional() }).exactOptional(),
}) satisfies z.ZodType<ContentRequirement>;

const section = z.strictObject({
  key: z.string().min(1).optional().describe('Stable name of the section, the same in all languages'),
  kind: z.enum(sectionKinds).optional().describe('What the section is for'),
  headings: z
    .union([names, z.partialRecord(z.enum(locales), names)])
    .optional()
    .describe('Its headings, by language or for all; the first is the one that templates write'),
  pattern: pattern.optional().describe('RE2 pattern for headings that cannot be listed'),
  purpose: z
    .union([text, z.partialRecord(z.enum(locales), text)])
    .optional()
    .describe('What belongs there'),
  min: count.optional().describe('How often it must occur; 1 makes it required'),
  max: count.optional().describe('How often it may occur; 1 if left out'),
  content: content.optional().describe('What it must contain'),
  get body(): z.ZodOptional<typeof outlineSchema> {
    return outlineSchema.optional();
  },
});

/** `schemas/<type>.outline.yaml`: the sections of a type of one's own, in the format of the built-in ones. */
const outlineSchema = z.strictObject({
  sections: z.array(section).describe('The sections, in their order'),
  ordered: z.boolean().optional().describe('Whether they must stand in this order; true if left out'),
  others: z.boolean().optional().describe('Whether other sections may stand between them; true if left out'),
});

type OutlineInput = z.infer<typeof outlineSchema>;
type SectionInput = OutlineInput['sections'][number];

export interface OutlineResult {
  /** Empty where the data is not an outline. */
  readonly outline: BodyOutline;
  readonly problems: readonly SchemaProblem[];
}

/** Reads an outline that is already plain data, as from YAML. */
export function readOutline(data: unknown): OutlineResult {
  const problems = validateWithZod(outlineSchema, data);
  const parsed = outlineSchema.safeParse(data);
  if (!parsed.success) return { outline: { sections: [] }, problems };
  return { outline: toOutline(parsed.data), problems: checkOutline(parsed.data, []) };
}

function toOutline({ sections, ordered, others }: OutlineInput): BodyOutline {
  return {
    sections: sections.map(toSection),
    ...(ordered !== undefined && { ordered }),
    ...(others !== undefined && { others }),
  };
}

function toSection(input: SectionInput, index: number): SectionOutline {
  const { kind, pattern: headingPattern, purpose, min, max, body } = input;
  return {
    key: input.key ?? `section-${index + 1}`,
    headings: headingsOf(input),
    ...(kind !== undefined && { kind }),
    ...(headingPattern !== undefined && { pattern: headingPattern }),
    ...(purpose !== undefined && { purpose: purposeOf(purpose) }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(input.content && { content: input.content }),
    ...(body && { body: toOutline(body) }),
  };
}

function headingsOf({ headings }: SectionInput): SectionOutline['headings'] {
  const list = (written: string | readonly string[]): readonly string[] => (typeof written === 'string' ? [written] : written);
  if (headings === undefined) return {};
  if (typeof headings === 'string' || Array.isArray(headings)) return inAllLanguages(list(headings));
  const found: Partial<Record<Locale, readonly string[]>> = {};
  for (const locale of locales) {
    const written = headings[locale];
    if (written !== undefined) found[locale] = list(written);
  }
  return found;
}

function purposeOf(purpose: NonNullable<SectionInput['purpose']>): Partial<Localized> {
  if (typeof purpose === 'string') return inAllLanguages(purpose);
  const found: Partial<Record<Locale, string>> = {};
  for (const locale of locales) {
    const written = purpose[locale];
    if (written !== undefined) found[locale] = written;
  }
  return found;
}

function inAllLanguages<Value>(value: Value): Record<Locale, Value> {
  return { 'zh-Hans': value, 'zh-Hant': value, en: value };
}

/** What holds between sections, and between the parts of one. */
function checkOutline(outline: OutlineInput, path: readonly (string | number)[]): readonly SchemaProblem[] {
  const keys = new Set<string>();
  const headings = new Set<string>();
  return outline.sections.flatMap((one, index): readonly SchemaProblem[] => {
    const here = [...path, 'sections', index];
    const problems: SchemaProblem[] = [];
    const fail = (field: string, expected: string) => problems.push({ path: [...here, field], kind: 'other', expected });
    if (one.key !== undefined && keys.has(one.key)) fail('key', 'key-twice');
    if (one.key !== undefined) keys.add(one.key);
    const own = new Set(Object.values(headingsOf(one)).flatMap((list) => (list ?? []).map(normalizeHeading)));
    if ([...own].some((heading) => headings.has(heading))) fail('headings', 'heading-twice');
    for (const heading of own) headings.add(heading);
    if (own.size === 0 && one.pattern === undefined) fail('headings', 'no-heading');
    if (one.max !== undefined && one.max < (one.min ?? 0)) fail('max', 'max-below-min');
    return [...problems, ...(one.body ? checkOutline(one.body, [...here, 'body']) : [])];
  });
}
