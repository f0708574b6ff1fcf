import { z } from 'zod';
import { severities } from '../model/diagnostic.js';
import { locales } from '../model/locale.js';
import { reviewSchema } from './review-schema.js';
import { desks, siteFormats } from './site-formats.js';

const label = z.union([z.string(), z.partialRecord(z.enum(locales), z.string())]);
const entry = z.union([
  z.string().min(1),
  z.strictObject({ id: z.string().min(1), label: label.optional(), aliases: z.array(z.string()).optional() }),
]);
/** An address that can be written into a Content-Security-Policy without saying anything else there. */
const feedbackAddress = /^(?:https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::\d{1,5})?)?\/(?:[\w.~%-][\w./~%-]*)?$/;
const duration = z.string().regex(/^\d{1,5}[mhdw]$/, { error: 'duration' });

export interface VariableTree {
  readonly [name: string]: string | number | VariableTree;
}
const variables: z.ZodType<VariableTree> = z.lazy(() => z.record(z.string(), z.union([z.string(), z.number(), variables])));

/** `playbook.config.yaml`, as it is written. Everything is optional. */
export const configSchema = z
  .strictObject({
    title: z
      .union([z.string().min(1), z.partialRecord(z.enum(locales), z.string().min(1))])
      .describe('Name of the knowledge base, shown on the help site; in one language or several'),
    languages: z.array(z.string().min(2)).min(1).describe('Languages of the content (BCP 47); the first is the default'),
    content: z.string().min(1).describe('Folder of Markdown files, relative to this file'),
    channels: z.array(entry).describe('Channels: ids, or ids with labels and heading aliases'),
    tiers: z.array(entry).describe('Customer tiers'),
    roles: z.array(entry).describe('Roles that steps can name'),
    escalation: z.array(z.string()).describe('Role ids from the first to the last step of the escalation ladder'),
    priorities: z
      .array(z.strictObject({ id: z.string().min(1), respondWithin: duration.describe('Response time, such as 15m') }))
      .describe('Priorities that matrices use, most urgent first, each with its response time'),
    variables: variables.describe('Texts that {{name.part}} stands for'),
    synonyms: z
      .array(z.union([z.array(z.string()).min(2), z.strictObject({ from: z.array(z.string()).min(1), to: z.array(z.string()).min(1) })]))
      .describe('Words that search treats as one; with from and to only that way'),
    forbiddenWording: z
      .array(
        z.strictObject({
          pattern: z.string().min(1).describe('Words, or an RE2 pattern if regex is true'),
          regex: z.boolean().optional(),
          replacement: z.string().optional().describe('What to say instead'),
          lang: z.string().optional().describe('Language it applies to; Chinese applies to both scripts'),
          reason: z.string().optional(),
        }),
      )
      .describe('What customers must not be told'),
    rules: z.record(z.string(), z.enum(['off', ...severities])).describe('Severity of each rule, or off'),
    inForce: z
      .array(
        z.strictObject({
          protocol: z.string().min(1).describe('Id of the protocol that is active'),
          from: z.iso.date({ error: 'date' }).optional().describe('First day of the banner'),
          to: z.iso.date({ error: 'date' }).optional().describe('Last day of the banner'),
          note: label.optional().describe('What agents need to know first, in one sentence; in one language or several'),
        }),
      )
      .describe('Protocols that are active now: a banner on every page of the help site says so'),
    review: reviewSchema.describe('Who must approve what before agents see it'),
    site: z
      .strictObject({
        accent: z
          .string()
          .regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)
          .optional()
          .describe('Accent colour, #rgb or #rrggbb'),
        address: z
          .url({ protocol: /^https?$/ })
          .optional()
          .describe('Where the site is, as in https://help.example.com/: for the sitemap, the feed and other files for programs'),
        search_engines: z
          .enum(['refuse', 'allow'])
          .optional()
          .describe('Whether search engines may list the pages: refuse (default) or allow, as for the search of an intranet'),
        formats: z
          .array(z.enum(siteFormats))
          .optional()
          .describe('Files for programs beside the pages; by default markdown, json, feed and sitemap'),
        desk: z
          .strictObject({
            channels: z
              .array(z.string())
              .optional()
              .describe('Channels whose wording goes to ticket desks; by default all but phone and counter'),
            freshdesk_folder: z.int().min(1).optional().describe('Number of the Freshdesk folder that takes the canned responses'),
            placeholders: z
              .record(z.string(), z.partialRecord(z.enum(desks), z.string().min(1)))
              .optional()
              .describe('What a desk writes for a placeholder, as in {{ticket.requester.name}}; others stay readable as 〔label〕'),
          })
          .optional()
          .describe('Canned responses for ticket desks'),
        approval_notes: z
          .enum(['hide', 'show'])
          .optional()
          .describe('Whether the history of a page shows what approvers noted: hide (default) or show'),
        expired: z
          .enum(['mark', 'hide'])
          .optional()
          .describe('Pages after their last valid day: mark (default) shows them with a warning, hide leaves a note in their place'),
      })
      .describe('Options of the help site'),
    feedback: z
      .strictObject({
        endpoint: z
          .string()
          .max(500)
          .regex(feedbackAddress)
          .optional()
          .describe(
            'Where the help site sends feedback: https://host/path, or /path on the host of the site itself. Left out, feedback stays in the browser until it is exported as a file',
          ),
      })
      .describe('What readers of the help site tell'),
  })
  .partial();

export type ConfigInput = z.infer<typeof configSchema>;
