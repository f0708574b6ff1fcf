import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Playbook } from '../../core/model/playbook.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import type { SiteContext } from '../site-context.js';

/** Where a reader says whether the page helped. Everything in it names the playbook and the revision that is shown. */
export function feedbackBlock(playbook: Playbook, { feedbackEndpoint }: SiteContext, { say, locale }: Navigation): Element {
  const answer = (kind: 'solved' | 'unsolved', drawing: string, words: string) =>
    h('button', { type: 'button', className: ['text-button'], dataTell: kind, ariaPressed: 'false' }, [icon(drawing), h('span', words)]);
  const goes = feedbackEndpoint === undefined ? say('feedbackStays') : say('feedbackGoes', { address: whereTo(feedbackEndpoint, say) });
  return h(
    'section',
    {
      className: ['feedback', 'script-only'],
      ariaLabelledBy: ['pageFeedbackTitle'],
      dataFeedback: '',
      dataPage: playbook.id,
      dataRevision: playbook.blob.slice(0, 8),
      ...(playbook.lang !== locale && { lang: locale }),
    },
    [
      h('h2', { id: 'pageFeedbackTitle' }, say('feedbackTitle')),
      h('div', { className: ['feedback-answers'] }, [
        answer('solved', 'check', say('feedbackSolved')),
        answer('unsolved', 'close', say('feedbackUnsolved')),
        h('button', { type: 'button', className: ['text-button'], dataWrong: '', title: `${say('keyWrong')} ( w )` }, [
          icon('record'),
          h('span', say('feedbackWrong')),
        ]),
        h('span', { className: ['feedback-status'], dataFeedbackStatus: '' }),
      ]),
      h('details', [
        h('summary', say('feedbackAbout')),
        h('p', say('feedbackRecorded')),
        h('p', say('feedbackNotRecorded')),
        h('p', goes),
        h('p', { className: ['feedback-kept'] }, [
          h('span', { dataFeedbackKept: '' }),
          h('button', { type: 'button', className: ['text-button'], dataFeedbackExport: '' }, say('feedbackExport')),
          h('button', { type: 'button', className: ['text-button'], dataFeedbackClear: '' }, say('feedbackClear')),
        ]),
      ]),
    ],
  );
}

/** The host that feedback goes to, for readers. */
function whereTo(endpoint: string, say: Navigation['say']): string {
  return /^https?:\/\/([^/]+)/.exec(endpoint)?.[1] ?? say('feedbackHere');
}
