import type { Protocol } from '../../../core/protocol-run/protocol.js';
import { nameIn } from '../../../core/protocol-run/read-run.js';
import { runBounds } from '../../../core/protocol-run/run.js';
import type { SayRun } from '../../words/run.js';
import { writeClipboard } from '../clipboard.js';
import { toLocal } from '../local-time.js';
import { element } from '../page.js';
import { saveFile } from '../save-file.js';
import { button, openDialog, textField } from './dialog.js';
import type { LiveRun } from './live-run.js';
import { fileOf, linkTo, type SentRun } from './transfer.js';

/** Many chat tools cut addresses off beyond this. */
const longLink = 8000;

/** Hands the run to a colleague: as a link whose fragment holds it, or as a file. Neither goes through a server. */
export function handOver(live: LiveRun, protocol: Protocol, say: SayRun): void {
  const { isDrill } = live.run();
  const to = textField(say('handOverTo'), '', runBounds.name);
  const said = element('p', { class: 'run-said', role: 'status' });
  const shown = element('textarea', { class: 'run-link', readonly: true, rows: '3', 'aria-label': say('copyLink'), spellcheck: 'false' });
  shown.hidden = true;
  let isNoted = false;
  /** Noted once, however often the link is copied. */
  const take = (): SentRun => {
    const name = nameIn(to.input.value);
    if (!isNoted) live.add({ kind: 'handed-over', ...(name !== '' && { to: name }) });
    isNoted = true;
    const run = live.run();
    return { run, at: Math.max(Math.round(live.now()), run.entries.at(-1)?.at ?? 0) };
  };
  const copyLink = async (): Promise<void> => {
    const link = await linkTo(take());
    shown.value = link;
    shown.hidden = false;
    const done = await writeClipboard({ text: link });
    const words = done ? say('linkCopied', { count: link.length }) : say('copyFailedRun');
    said.textContent = link.length > longLink ? `${words} ${say('linkLong')}` : words;
    if (!done) shown.select();
  };
  const opened = openDialog(isDrill ? `${say('drill')} · ${say('handOverTitle')}` : say('handOverTitle'), isDrill, [
    element('p', { class: 'run-hint' }, say('handOverHint')),
    to.field,
    element(
      'p',
      { class: 'run-buttons' },
      button(say('copyLink'), () => void copyLink(), 'button button-main'),
      button(say('saveFile'), () => {
        const { day, time } = toLocal(live.now());
        const drill = isDrill ? 'DRILL-' : '';
        saveFile(`${drill}${protocol.id}-${day}-${time.replaceAll(':', '')}.json`, fileOf(take()), 'application/json');
      }),
      button(say('cancel'), () => opened.close()),
    ),
    said,
    shown,
  ]);
}
