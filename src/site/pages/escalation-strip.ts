import type { Element } from 'hast';
import { h } from 'hastscript';
import { findEntry } from '../../core/config/vocabulary.js';
import { type Rung, readEscalation } from '../../core/content/escalation.js';
import type { Section } from '../../core/model/playbook.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { fragment } from '../render/resolve.js';
import type { SiteContext } from '../site-context.js';
import { type Say, sayDuration } from '../words.js';

const mostRungs = 5;

/**
 * The way up, always in sight: who and by when, as the section's steps or table say, and on a key or click when and with what,
 * without leaving the place one reads. Where it names nobody, the ladder of the config.
 */
export function escalationStrip(section: Section | undefined, site: SiteContext, { say, locale }: Navigation): Element {
  const { config } = site.knowledgeBase;
  const rungs = section ? readEscalation(section) : [];
  const title = [icon('escalate'), h('strong', say('escalate'))];
  if (rungs.length === 0) {
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
          eachOnce(rungs)
            .slice(0, mostRungs)
            .map((rung) => h('li', who(rung, say))),
        ),
        h('kbd', 'e'),
      ]),
      h('div', { className: ['strip-more'] }, [
        h(
          'ol',
          rungs.map((rung) =>
            h('li', [
              h('p', { className: ['rung-head'] }, [...(rung.from === undefined ? [] : [`${rung.from} → `]), ...who(rung, say)]),
              h('p', rung.condition),
              ...handOver(rung, say),
            ]),
          ),
        ),
        h('a', { href: fragment(section?.heading?.anchor ?? '') }, [icon('arrow'), h('span', say('escalationInFull'))]),
      ]),
    ]),
  ]);
}

/** Who stands in the line once for each time limit: the conditions that tell such rungs apart are not in it. */
function eachOnce(rungs: readonly Rung[]): readonly Rung[] {
  return rungs.filter(({ who: name, within }, index) => rungs.findIndex((rung) => rung.who === name && rung.within === within) === index);
}

function who({ who: name, within }: Rung, say: Say): Element[] {
  return [
    h('span', { className: ['who'] }, name),
    ...(within === undefined ? [] : [h('span', { className: ['when'] }, sayDuration(say, within))]),
  ];
}

/** What whoever takes over needs to know. */
function handOver({ records }: Rung, say: Say): Element[] {
  if (records.length === 0) return [];
  return [h('p', { className: ['rung-records'] }, [h('strong', say('handOverWith')), records.join(say('listSeparator'))])];
}
