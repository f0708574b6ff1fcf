import { performance } from 'node:perf_hooks';
import { SingleBar } from 'cli-progress';
import type { Progress } from '../app/ports.js';
import type { Context } from './context.js';

const patience = 1000;

/** A bar on standard error once work has taken a second, and only where someone watches it. */
export function showProgress({ terminal }: Context): { readonly report: Progress; readonly stop: () => void } {
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
