import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Playbook } from '../../core/model/playbook.js';
import { comparable, hasHistory, type RevisionMark } from '../history/revisions.js';
import type { SiteContext } from '../site-context.js';
import type { PageReview } from '../site-reviews.js';
import type { Say } from '../words.js';
import { feedAddress } from './addresses.js';
import { publicAddress } from './page-facts.js';
import { escapeXml } from './xml.js';

/** Newest approvals in the feed. */
const mostEntries = 100;

/**
 * Approved changes, newest first, as Atom (RFC 4287). An entry is one approved revision of one page, with a link to what it
 * changed where the site shows that; days count as their first second in UTC, since approvals have days only. Undefined where
 * review is off: nothing is approved there.
 */
export function approvalFeed(site: SiteContext, say: Say): string | undefined {
  const { reviews, knowledgeBase, addresses, today } = site;
  const { title, defaultLanguage, siteAddress } = knowledgeBase.config;
  if (!reviews) return undefined;
  const entries = [...knowledgeBase.playbooks.values()]
    .flatMap((playbook): readonly Approval[] => {
      const review = reviews.get(playbook.path);
      return review?.isApproved && review.revision ? approvalsOf(playbook, review.revision, review.revisions, site) : [];
    })
    .sort(
      (a, b) =>
        compare(b.revision.approvedOn, a.revision.approvedOn) ||
        compare(a.playbook.path, b.playbook.path) ||
        b.revision.number - a.revision.number,
    )
    .slice(0, mostEntries);
  const updated = entries[0]?.revision.approvedOn ?? today;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(defaultLanguage)}">`,
    `  <id>${nameOf(['feed', siteAddress ?? title])}</id>`,
    `  <title>${escapeXml(say('feedTitle', { title }))}</title>`,
    `  <updated>${updated}T00:00:00Z</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(publicAddress(site, feedAddress))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(publicAddress(site, addresses.home(defaultLanguage)))}"/>`,
    ...entries.flatMap(({ playbook, revision, summary, changes }) => [
      `  <entry xml:lang="${escapeXml(playbook.lang)}">`,
      `    <id>${nameOf(['entry', playbook.id, String(revision.number), revision.approvedOn])}</id>`,
      `    <title>${escapeXml(playbook.title)}</title>`,
      `    <updated>${revision.approvedOn}T00:00:00Z</updated>`,
      ...revision.approvers.map((name) => `    <author><name>${escapeXml(name)}</name></author>`),
      ...(revision.approvers.length === 0 ? [`    <author><name>${escapeXml(title)}</name></author>`] : []),
      `    <link rel="alternate" type="text/html" href="${escapeXml(publicAddress(site, addresses.playbook(playbook)))}"/>`,
      ...(changes === undefined ? [] : [`    <link rel="related" type="text/html" href="${escapeXml(publicAddress(site, changes))}"/>`]),
      `    <category term="${escapeXml(playbook.type)}"/>`,
      `    <summary>${escapeXml(say('feedSummary', { number: revision.number, summary }).trim())}</summary>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

interface Approval {
  readonly playbook: Playbook;
  readonly revision: NonNullable<PageReview['revision']>;
  /** Of the text that was approved; empty for one that is no longer shown. */
  readonly summary: string;
  /** Address of the comparison with the revision before. */
  readonly changes?: string;
}

/** What was approved of a page, the revision that it shows and those before. */
function approvalsOf(
  playbook: Playbook,
  shown: NonNullable<PageReview['revision']>,
  marks: readonly RevisionMark[] = [],
  { addresses }: SiteContext,
): readonly Approval[] {
  const compared = hasHistory(marks) ? comparable(marks) : [];
  const earlier = marks.filter(({ number, isRemoval }) => number < shown.number && !isRemoval);
  return [...earlier, shown].map((revision): Approval => {
    const before = compared[compared.findIndex(({ number }) => number === revision.number) - 1];
    return {
      playbook,
      revision,
      summary: revision === shown ? (playbook.fields.summary ?? '') : '',
      ...(before && { changes: addresses.comparison(playbook, before.number, revision.number) }),
    };
  });
}

/** A name that stays the same, as Atom asks for: a UUID of version 8 (RFC 9562) from a digest. */
function nameOf(parts: readonly string[]): string {
  const digest = bytesToHex(sha256(utf8ToBytes(parts.join('\n'))));
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) % 4);
  return `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
