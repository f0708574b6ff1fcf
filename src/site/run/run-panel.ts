import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Config } from '../../core/config/config.js';
import type { Playbook } from '../../core/model/playbook.js';
import { readProtocol } from '../../core/protocol-run/read-protocol.js';
import type { PlaybookType } from '../../core/types/playbook-type.js';
import { icon } from '../icons.js';
import type { Navigation } from '../navigation.js';
import { runWordsIn, sayFrom } from '../words/run.js';
import { sayDuration } from '../words.js';

/** Where a protocol is declared and drilled. Only browser code shows it; what it needs to know travels in it. */
export function runPanel(playbook: Playbook, type: PlaybookType, config: Config, { say, locale }: Navigation): Element | undefined {
  if (playbook.type !== 'protocol') return undefined;
  const protocol = readProtocol(playbook, type, config, (duration) => sayDuration(say, duration));
  if (!protocol) return undefined;
  const words = runWordsIn(locale);
  const sayRun = sayFrom(words);
  return h(
    'section',
    {
      className: ['run-panel', 'script-only'],
      ariaLabel: sayRun('runTitle'),
      ...(playbook.lang !== locale && { lang: locale }),
      dataRun: JSON.stringify(protocol),
      dataRunWords: JSON.stringify(words),
    },
    [h('h2', [icon('flame'), h('span', sayRun('runTitle'))]), h('p', { className: ['run-hint'] }, sayRun('runHint'))],
  );
}
