import type { Element } from 'hast';
import { h } from 'hastscript';
import { findEntry } from '../../core/config/vocabulary.js';
import { readSteps } from '../../core/content/steps.js';
import type { Section } from '../../core/model/playbook.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { fragment } from '../render/resolve.js';
import type { SiteContext } from '../site-context.js';
import { sayDuration } from '../words.js';

/**
 * The way up, always in sight: who and by when, as the section's steps say; where it has no steps, the ladder of the config.
 * Leads to the section, which says what to hand over.
 */
export function escalationStrip(section: Section, site: SiteContext, { say, locale }: Navigation): Element {
  const { config } = site.knowledgeBase;
  const steps = readSteps(section).filter((step) => step.owner !== undefined);
  const rungs: Element[] =
    steps.length > 0
      ? steps
          .slice(0, 5)
          .map((step) =>
            h('li', [
              h('span', { className: ['who'] }, step.owner ?? ''),
              ...(step.within === undefined ? [] : [h('span', { className: ['when'] }, sayDuration(say, step.within))]),
            ]),
          )
      : config.escalation.map((id) => h('li', [h('span', { className: ['who'] }, findEntry(config.roles, id)?.label[locale] ?? id)]));
  return h('nav', { className: ['escalation-strip'], ariaLabel: say('escalate') }, [
    h('a', { href: fragment(section.heading?.anchor ?? ''), dataEscalation: '', title: `${say('keyEscalation')} ( e )` }, [
      icon('escalate'),
      h('strong', say('escalate')),
      h('ol', { className: steps.length > 0 ? ['rungs'] : ['rungs', 'ladder'] }, rungs),
      h('kbd', 'e'),
    ]),
  ]);
}
