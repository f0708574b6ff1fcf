import { performance } from 'node:perf_hooks';
import { SingleBar } from 'cli-progress';
import type { Progress } from '../app/ports.js';
import type { Context } from './context.js';

const patience = 1000;

/** How progress is told: as a bar for people, or as lines `12/340` on standard error for a program that shows it in its own way. */
export const progressForms = ['bar', 'lines'] as const;
export type ProgressForm = (typeof progressForms)[number];

export function showProgress(context: Context, form: ProgressForm = 'bar'): ShownProgress {
  return form === 'lines' ? writeLines(context) : showBar(context);
}

interface ShownProgress {
  readonly report: Progress;
  readonly stop: () => void;
}

/** One line for each hundredth at most. */
function writeLines({ terminal }: Context): ShownProgress {
  let written = -1;
  return {
    report(done, total) {
      const percentage = Math.floor((done / Math.max(1, total)) * 100);
      if (percentage === written) return;
      written = percentage;
      terminal.note(`${done}/${total}\n`);
    },
    stop() {},
  };
}

/** A bar on standard error once work has taken a second, and only where someone watches it. */
function showBar({ terminal }: Context): ShownProgress {
  const started = performance.now();
  let bar: SingleBar | undefined;
  return {
    report(done, total) {
      if (!terminal.isWatched) return;
      if (!bar && performance.now() - started > patience && done < total) {
        bar = new SingleBar({
          format: '{bar} {percentage}% {value}/{total}',
          barCompleteChar: '█',
          barIncompleteChar: '░',
          barsize: 30,
          // Ctrl+C then needs no clearing up.
          gracefulExit: false,
          linewrap: true,
          clearOnComplete: true,
          stream: process.stderr,
        });
        bar.start(total, done);
      }
      bar?.update(done);
    },
    stop() {
      bar?.stop();
    },
  };
}
