import type { Desk } from '../../../core/config/site-formats.js';
import { readOwnTexts } from '../../../core/content/spoken-text.js';
import { readVariants } from '../../../core/content/variants.js';
import type { Playbook, Section } from '../../../core/model/playbook.js';
import type { SiteContext } from '../../site-context.js';
import { stateOn } from '../../validity.js';

/** A text that agents send as it is: one blockquote of a playbook. */
export interface DeskMessage {
  /** The same as long as the playbook, its headings and their order are. */
  readonly id: string;
  readonly playbook: Playbook;
  /** Headings from the top down to the message; the number of the message where a section has several. */
  readonly path: readonly string[];
  readonly anchor: string;
  readonly channel?: string;
  readonly tier?: string;
  readonly lang: string;
  /** Plain text; paragraphs are separated by line breaks. `writeBlank` says what stands for a blank. */
  readonly text: (writeBlank: WriteBlank) => string;
}

export type WriteBlank = (name: string, label: string) => string;

/** Channels in which people talk: what is said there is not sent. */
const spoken: ReadonlySet<string> = new Set(['phone', 'counter']);

/**
 * The messages of a playbook that a ticket desk may offer: only of a playbook that is in force and, where review is on, shown
 * exactly as approved, and none for channels that the config leaves out (by default those in which people talk).
 */
export function* deskMessages(playbook: Playbook, site: SiteContext): Generator<DeskMessage> {
  const { knowledgeBase, today, reviews } = site;
  const review = reviews?.get(playbook.path);
  if (stateOn(playbook, today, reviews).validity !== 'in-force' || (review && !review.isApproved)) return;
  const { channels } = knowledgeBase.config.desk;
  const isWanted = (channel: string) => (channels ? channels.includes(channel) : !spoken.has(channel));
  if (playbook.fields.channels.length > 0 && !playbook.fields.channels.some(isWanted)) return;
  yield* messagesBelow(playbook, playbook.root, { path: [], lang: playbook.lang }, site, isWanted);
}

interface Place {
  readonly path: readonly string[];
  readonly lang: string;
  readonly channel?: string;
  readonly tier?: string;
}

function* messagesBelow(
  playbook: Playbook,
  section: Section,
  place: Place,
  site: SiteContext,
  isWanted: (channel: string) => boolean,
): Generator<DeskMessage> {
  const { knowledgeBase } = site;
  if (place.channel !== undefined && !isWanted(place.channel)) return;
  const anchor = section.heading?.anchor ?? '';
  const count = readOwnTexts(playbook, section, knowledgeBase, (name) => name).length;
  for (let index = 0; index < count; index += 1) {
    yield {
      id: `${playbook.id}#${anchor}${count > 1 ? `~${index + 1}` : ''}`,
      playbook,
      anchor,
      ...place,
      path: count > 1 ? [...place.path, String(index + 1)] : place.path,
      text: (writeBlank) =>
        readOwnTexts(playbook, section, knowledgeBase, (name, definition) => writeBlank(name, definition?.label ?? name))[index]?.text ??
        '',
    };
  }
  const variants = new Map(readVariants(playbook, section, knowledgeBase.config).map((variant) => [variant.section, variant]));
  for (const inner of section.sections) {
    const variant = variants.get(inner);
    const isTitle = inner.depth === 1 && inner.heading?.text === playbook.title;
    yield* messagesBelow(
      playbook,
      inner,
      {
        ...place,
        path: inner.heading && !isTitle ? [...place.path, inner.heading.text] : place.path,
        ...(variant?.kind === 'channel' && { channel: variant.id }),
        ...(variant?.kind === 'tier' && { tier: variant.id }),
        ...(variant?.kind === 'language' && { lang: variant.id }),
      },
      site,
      isWanted,
    );
  }
}

/** What a desk writes for a blank: what the config maps it to, else its label in brackets that an agent cannot overlook. */
export function blanksFor({ knowledgeBase: { config } }: SiteContext, desk: Desk | undefined): WriteBlank {
  return (name, label) => {
    const mapped = desk === undefined ? undefined : config.desk.placeholders.get(name)?.[desk];
    return mapped === undefined ? `〔${label}〕` : mark(mapped);
  };
}

/** Mapped placeholders must pass through escaping as they are: they travel between characters that no text holds. */
const [markStart, markEnd] = ['\ue000', '\ue001'];
const mark = (text: string): string => markStart + text + markEnd;

/** A message as HTML: paragraphs, line breaks, and nothing that the desk would take for its own marks. */
export function messageHtml(message: DeskMessage, site: SiteContext, desk: Desk, escapeMarks: (html: string) => string): string {
  const text = message.text(blanksFor(site, desk));
  const lines = text.split('\n').map((line) =>
    line
      .split(/(\ue000[^\ue001]*\ue001)/)
      .map((part) => (part.startsWith(markStart) ? escapeHtml(part.slice(1, -1)) : escapeMarks(escapeHtml(part))))
      .join(''),
  );
  return `<p>${lines.join('<br>')}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A title that says where a message is from: type, page, section. */
export function messageTitle({ playbook, path }: DeskMessage, separator: string): string {
  return [playbook.title, ...path].map((part) => part.replaceAll(separator.trim(), ' ').trim()).join(separator);
}
