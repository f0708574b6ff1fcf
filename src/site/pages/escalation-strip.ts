import type { Element } from 'hast';
import { h } from 'hastscript';
import { findEntry } from '../../core/config/vocabulary.js';
import { readSteps, type Step } from '../../core/content/steps.js';
import type { Section } from '../../core/model/playbook.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { fragment } from '../render/resolve.js';
import type { SiteContext } from '../site-context.js';
import { type Say, sayDuration } from '../words.js';

const mostRungs = 5;

/**
 * The way up, always in sight: who and by when, as the section's steps say, and on a key or click when and with what, without
 * leaving the place one reads. Where there are no steps, the ladder of the config.
 */
export function escalationStrip(section: Section | undefined, site: SiteContext, { say, locale }: Navigation): Element {
  const { config } = site.knowledgeBase;
  const steps = section ? readSteps(section).filter((step) => step.owner !== undefined) : [];
  const title = [icon('escalate'), h('strong', say('escalate'))];
  if (steps.length === 0) {
    const ladder = config.escalation.map((id) =>
      h('li', [h('span', { className: ['who'] }, findEntry(config.roles, id)?.label[locale] ?? id)]),
    );
    const content = [...title, h('ol', { className: ['rungs', 'ladder'] }, ladder)];
    return h('nav', { className: ['escalation-strip'], ariaLabel: say('escalate') }, [
      section
        ? h(
            'a',
            {
              className: ['strip-line'],
              href: fragment(section.heading?.anchor ?? ''),
              dataEscalation: '',
              title: `${say('keyEscalation')} ( e )`,
            },
            [...content, h('kbd', 'e')],
          )
        : h('div', { className: ['strip-line'] }, content),
    ]);
  }
  return h('nav', { className: ['escalation-strip'], ariaLabel: say('escalate') }, [
    h('details', [
      h('summary', { className: ['strip-line'], dataEscalation: '', title: `${say('keyEscalation')} ( e )` }, [
        ...title,
        h(
          'ol',
          { className: ['rungs'] },
          steps.slice(0, mostRungs).map((step) => h('li', who(step, say))),
        ),
        h('kbd', 'e'),
      ]),
      h('div', { className: ['strip-more'] }, [
        h(
          'ol',
          steps.map((step) =>
            h('li', [h('p', { className: ['rung-head'] }, who(step, say)), h('p', condition(step)), ...handOver(step, say)]),
          ),
        ),
        h('a', { href: fragment(section?.heading?.anchor ?? '') }, [icon('arrow'), h('span', say('escalationInFull'))]),
      ]),
    ]),
  ]);
}

function who(step: Step, say: Say): Element[] {
  return [
    h('span', { className: ['who'] }, step.owner ?? ''),
    ...(step.within === undefined ? [] : [h('span', { className: ['when'] }, sayDuration(say, step.within))]),
  ];
}

/** When to go this step: its words up to who, by when and with what, which stand on lines of their own. */
function condition({ text, item }: Step): string {
  const [first] = item.directives;
  const before = first ? item.text.slice(0, Math.max(0, item.text.indexOf(first.label))) : text;
  const words = before.replace(/[\s:：,，、;；]+$/u, '');
  return words === '' ? text : words;
}

/** What whoever takes over needs to know. */
function handOver({ item }: Step, say: Say): Element[] {
  const records = item.directives.flatMap(({ name, label }) => (name === 'record' && label.trim() !== '' ? [label.trim()] : []));
  if (records.length === 0) return [];
  return [h('p', { className: ['rung-records'] }, [h('strong', say('handOverWith')), records.join(say('listSeparator'))])];
}
