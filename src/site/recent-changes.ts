import type { ChangeClass } from '../core/model/comparison.js';
import type { Playbook } from '../core/model/playbook.js';
import { compare } from '../core/review/compare/compare.js';
import { type ChangeKind, changeKinds } from './change-kinds.js';
import { comparable, type ReadRevisionTexts } from './history/revisions.js';
import type { SiteContext } from './site-context.js';
import { isDay } from './validity.js';

/** Pages that the home page knows the last change of: those that changed last. */
const mostChanges = 60;

const kindOfClass: Readonly<Partial<Record<ChangeClass, ChangeKind>>> = {
  number: 'number',
  steps: 'steps',
  escalation: 'steps',
  wording: 'wording',
  section: 'wording',
};

/** The day of a page's last revision where review is on, else of the review that its front matter names; empty if neither is known. */
export function changedOn(playbook: Playbook, { reviews }: SiteContext): string {
  const day = reviews ? reviews.get(playbook.path)?.revision?.approvedOn : playbook.fields.reviewedOn;
  return isDay(day) ? day : '';
}

/** Those of some pages that changed last, the latest first. Without days, any: their content tells the browser what is new. */
export function lastChanged(playbooks: readonly Playbook[], site: SiteContext): readonly Playbook[] {
  return playbooks
    .map((playbook) => ({ playbook, day: changedOn(playbook, site) }))
    .filter(({ day }) => day <= site.today)
    .sort((a, b) => (a.day === b.day ? (a.playbook.path < b.playbook.path ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, mostChanges)
    .map(({ playbook }) => playbook);
}

/** What the last approved revision of pages changed, by path; of those with one revision that they are new. */
export async function readChangeKinds(
  playbooks: Iterable<Playbook>,
  site: SiteContext,
  readTexts: ReadRevisionTexts,
): Promise<ReadonlyMap<string, ChangeKind>> {
  const kinds = new Map<string, ChangeKind>();
  const types = [...site.knowledgeBase.types.values()];
  // In path order texts are read together.
  for (const { path } of [...playbooks].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [before, after] = comparable(site.reviews?.get(path)?.revisions ?? []).slice(-2);
    if (!after) {
      if (before) kinds.set(path, 'new');
      continue;
    }
    const texts = await readTexts(path);
    const { classes } = compare(before && texts.get(before.number), texts.get(after.number), { types });
    const found = classes.map((name) => kindOfClass[name]).filter((kind) => kind !== undefined);
    kinds.set(path, changeKinds.find((kind) => found.includes(kind)) ?? 'other');
  }
  return kinds;
}
