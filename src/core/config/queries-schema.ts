import { z } from 'zod';

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const expectations = ['first', 'top3', 'never'] as const;

/** `queries.yaml`, as it is written. */
export const queriesSchema = z.array(
  z
    .strictObject({
      query: z.string().min(1).describe('What someone types, in any language or script'),
      first: texts.describe('Id that comes first; of a list, any may').optional(),
      top3: z
        .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(3)])
        .describe('Ids that are all among the first three')
        .optional(),
      never: texts.describe('Ids that are not among the first ten').optional(),
      language: texts.describe('Search only these languages, as if the filter was set').optional(),
      type: texts.describe('Search only these types, as if the filter was set').optional(),
    })
    .refine((item) => expectations.some((name) => item[name] !== undefined), { error: 'no-expectation', path: ['query'] })
    .meta({ anyOf: expectations.map((name) => ({ required: [name] })) }),
);
