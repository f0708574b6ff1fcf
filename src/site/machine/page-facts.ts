import type { Playbook } from '../../core/model/playbook.js';
import type { SiteContext } from '../site-context.js';
import { stateOn, type Validity } from '../validity.js';
import { markdownAddress } from './addresses.js';

/** What programs are told of a page besides its text. Names of fields are those of the front matter where there are such. */
export interface PageFacts {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly lang: string;
  readonly summary?: string;
  readonly short_code?: string;
  readonly product?: string;
  readonly channels?: readonly string[];
  readonly tiers?: readonly string[];
  readonly tags?: readonly string[];
  readonly utterances?: readonly string[];
  readonly aliases?: readonly string[];
  readonly owner?: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly state: Validity;
  /** Whether the page shows exactly what was approved; absent where review is off. */
  readonly approved?: boolean;
  readonly revision?: number;
  readonly approved_on?: string;
  readonly approved_by?: readonly string[];
  readonly translations?: Readonly<Record<string, string>>;
  readonly placeholders?: readonly PlaceholderFacts[];
  /** Addresses of the page and of its Markdown: absolute if the config says where the site is, else from the site's root. */
  readonly page: string;
  readonly markdown: string;
}

interface PlaceholderFacts {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly required?: true;
  readonly choices?: readonly string[];
}

/** An address of the site for programs: absolute if the config says where the site is. */
export function publicAddress({ knowledgeBase: { config } }: SiteContext, address: string): string {
  return `${config.siteAddress ?? ''}${address}`;
}

export function pageFacts(playbook: Playbook, site: SiteContext): PageFacts {
  const { fields } = playbook;
  const review = site.reviews?.get(playbook.path);
  const address = site.addresses.playbook(playbook);
  const translations = site.knowledgeBase.translations(playbook).filter((other) => other !== playbook);
  const some = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined);
  return withoutAbsent({
    id: playbook.id,
    type: playbook.type,
    title: playbook.title,
    lang: playbook.lang,
    summary: fields.summary,
    short_code: fields.shortCode,
    product: fields.product,
    channels: some(fields.channels),
    tiers: some(fields.tiers),
    tags: some(fields.tags),
    utterances: some(fields.utterances),
    aliases: some(fields.aliases),
    owner: fields.owner,
    valid_from: fields.validFrom,
    valid_to: fields.validTo,
    state: stateOn(playbook, site.today, site.reviews).validity,
    approved: review?.isApproved,
    revision: review?.isApproved ? review.revision?.number : undefined,
    approved_on: review?.isApproved ? review.revision?.approvedOn : undefined,
    approved_by: review?.isApproved ? review.revision?.approvers : undefined,
    translations: translations.length > 0 ? Object.fromEntries(translations.map(({ lang, id }) => [lang, id])) : undefined,
    placeholders: some(
      fields.placeholders.map(({ name, type, label, required, choices }) =>
        withoutAbsent({ name, type, label, required: required ? (true as const) : undefined, choices: some(choices) }),
      ),
    ),
    page: publicAddress(site, address),
    markdown: publicAddress(site, markdownAddress(address)),
  });
}

type Present<Value> = { [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key] } & {
  [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<Value[Key], undefined>;
};

/** The same without the keys whose value is undefined. */
function withoutAbsent<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Present<Value>;
}
