import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { relativePath } from '../../core/paths.js';
import { icon } from '../icons.js';
import type { SiteContext } from '../site-context.js';
import type { Say } from '../words.js';

/** The pages of a course, in order, each in the course's language where there is a translation; none for a page that is no course. */
export function coursePages(course: Playbook, { knowledgeBase }: SiteContext): readonly Playbook[] {
  const pages = course.fields.course.flatMap((id) => {
    const page = knowledgeBase.withId(id)[0];
    return page ? [knowledgeBase.translations(page).find((edition) => edition.lang === course.lang) ?? page] : [];
  });
  return [...new Set(pages)].filter((page) => page !== course);
}

/** On a course's page: what it consists of, and the ways to print or show all of it. */
export function courseBlock(course: Playbook, site: SiteContext, say: Say): Element[] {
  if (course.fields.course.length === 0) return [];
  const { addresses, knowledgeBase } = site;
  const address = addresses.playbook(course);
  const handbook = relativePath(address, addresses.handbook(course));
  return [
    h('section', { className: ['course'] }, [
      h('h2', say('courseContents')),
      h(
        'ol',
        coursePages(course, site).map((page) =>
          h('li', [
            h('a', { href: relativePath(address, addresses.playbook(page)), ...(page.lang !== course.lang && { lang: page.lang }) }, [
              icon(knowledgeBase.typeOf(page)?.icon ?? 'file'),
              ' ',
              h('span', page.title),
            ]),
          ]),
        ),
      ),
      h('p', { className: ['hint'] }, say('handbookHint')),
      h('p', { className: ['course-actions'] }, [
        h('a', { className: ['button'], href: handbook }, [icon('print'), h('span', say('handbook'))]),
        h('a', { className: ['button', 'button-main', 'script-only'], href: `${handbook}#slide-1` }, say('showSlides')),
      ]),
    ]),
  ];
}
