import type { FromPage, PageData } from '../messages.js';

/** A line of the file and where it is on the page, in pixels from its top. */
interface Place {
  readonly line: number;
  readonly top: number;
}

/** After scrolling by order of the editor, the page’s own scroll events mean nothing for so many milliseconds. */
const quietTime = 250;

/** Scrolls page and editor along with each other, in both directions, and leads from a block to its source. */
export function startScrolling(data: PageData, post: (message: FromPage) => void): void {
  let quietUntil = 0;
  let isWaiting = false;
  const barHeight = (): number => document.querySelector('.top-bar')?.getBoundingClientRect().height ?? 0;
  const scrollTo = (line: number): void => {
    quietUntil = performance.now() + quietTime;
    const top = line <= 0 ? 0 : topOf(placesOf(data), line) - barHeight() - 8;
    window.scrollTo({ top: Math.max(0, top), behavior: 'instant' });
  };
  window.addEventListener('message', ({ data: message }: MessageEvent<unknown>) => {
    if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'scrollTo') return;
    if ('line' in message && typeof message.line === 'number') scrollTo(message.line);
  });
  window.addEventListener(
    'scroll',
    () => {
      if (isWaiting || performance.now() < quietUntil) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        if (performance.now() < quietUntil) return;
        post({ kind: 'scrolled', line: window.scrollY <= 0 ? 0 : lineAt(placesOf(data), window.scrollY + barHeight() + 8) });
      });
    },
    { passive: true },
  );
  document.addEventListener('dblclick', (event) => {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    if (block) post({ kind: 'showSource', line: Number(block.dataset['line']) });
  });
  // The page may be in the middle of being laid out.
  const { startLine } = data;
  if (startLine !== undefined) requestAnimationFrame(() => scrollTo(startLine));
}

/** Blocks and headings that are shown, in the order of the file; what stands out of that order on the page is passed over. */
function placesOf({ lines, lineCount }: PageData): readonly Place[] {
  const found: Place[] = [];
  const add = (line: number, node: Element | null): void => {
    if (node instanceof HTMLElement && node.offsetParent !== null)
      found.push({ line, top: node.getBoundingClientRect().top + window.scrollY });
  };
  const main = document.getElementById('pageMain') ?? document.body;
  for (const node of main.querySelectorAll<HTMLElement>('[data-line]')) add(Number(node.dataset['line']), node);
  for (const { anchor, line } of lines) add(line, document.getElementById(anchor));
  found.sort((a, b) => a.line - b.line || a.top - b.top);
  const places: Place[] = [{ line: 0, top: 0 }];
  for (const place of found) {
    const last = places.at(-1);
    if (last && place.line > last.line && place.top >= last.top) places.push(place);
  }
  const last = places.at(-1);
  const end = document.documentElement.scrollHeight;
  if (last && lineCount > last.line && end > last.top) places.push({ line: lineCount, top: end });
  return places;
}

function topOf(places: readonly Place[], line: number): number {
  return between(
    places,
    line,
    ({ line: at }) => at,
    ({ top }) => top,
  );
}

function lineAt(places: readonly Place[], top: number): number {
  return between(
    places,
    top,
    ({ top: at }) => at,
    ({ line }) => line,
  );
}

/** The value at a place between two known ones, in proportion. */
function between(places: readonly Place[], wanted: number, from: (place: Place) => number, to: (place: Place) => number): number {
  const index = places.findLastIndex((place) => from(place) <= wanted);
  const before = places[Math.max(0, index)];
  const after = places[index + 1];
  if (!before) return 0;
  if (!after || from(after) === from(before)) return to(before);
  return to(before) + ((wanted - from(before)) / (from(after) - from(before))) * (to(after) - to(before));
}
