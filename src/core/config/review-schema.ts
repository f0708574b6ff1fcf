import { z } from 'zod';
import { changeClasses } from '../model/comparison.js';
import { reviewModes } from '../model/review.js';

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.array(schema).min(1)]);
const names = oneOrMore(z.string().min(1));

export const reviewSchema = z.strictObject({
  mode: z
    .enum(reviewModes)
    .optional()
    .describe('off: no review; advisory: pages say how they stand; required: agents see approved wording only'),
  groups: z
    .record(z.string().min(1), z.array(z.string().min(1)))
    .optional()
    .describe('E-mails of the people in each group'),
  rules: z
    .array(
      z.strictObject({
        match: names.optional().describe('Paths in the content folder, as in policies/**'),
        type: names.optional().describe('Types of playbook'),
        tag: names.optional().describe('Tags, of which the playbook has one'),
        risk: oneOrMore(z.enum(['low', 'medium', 'high']))
          .optional()
          .describe('Risk of a wrong word'),
        change: oneOrMore(z.enum(changeClasses)).optional().describe('Kinds of change, of which there is one since the last approval'),
        count: z.int().min(1).max(20).optional().describe('How many must approve; by default one of each group'),
        groups: z.array(z.string().min(1)).optional().describe('Groups that must each approve; nobody else counts'),
      }),
    )
    .optional()
    .describe('The first rule that fits says who must approve; without any, one person who did not write the change'),
  codeowners: z
    .boolean()
    .optional()
    .describe('Owners of a path in CODEOWNERS are the people who may approve it; a team or user there is a group here'),
  require_signature: z.boolean().optional().describe('Decisions count only in commits with a signature that git verifies'),
  signers: z
    .record(z.string().min(1), names)
    .optional()
    .describe('Keys of each person, by e-mail: an SSH public key, or the fingerprint of an OpenPGP key'),
  keep_formatting: z.boolean().optional().describe('A change that is formatting only keeps the approval'),
});

export type ReviewInput = z.infer<typeof reviewSchema>;
