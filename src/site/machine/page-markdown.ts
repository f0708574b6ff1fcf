import type { Playbook } from '../../core/model/playbook.js';
import type { PageFacts } from './page-facts.js';
import { escapeMarkdown, type ResolvedText } from './resolved-text.js';

/** A page as one Markdown file: what programs are told of it as front matter, its title, its text. */
export function pageMarkdown(playbook: Playbook, facts: PageFacts, text: ResolvedText): string {
  const { page, markdown: _own, ...shown } = facts;
  const body = text.between(playbook.bodyStart, playbook.text.length).trim();
  const [first] = playbook.headings;
  const hasTitle = first?.depth === 1 && playbook.text.slice(playbook.bodyStart, first.start).trim() === '';
  return [
    '---',
    // JSON is YAML, whatever a title holds.
    ...Object.entries({ ...shown, page }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    '---',
    '',
    ...(hasTitle ? [] : [`# ${escapeMarkdown(playbook.title)}`, '']),
    body,
    '',
  ].join('\n');
}
