import { writeClipboard } from '../clipboard.js';
import { all, anchored, announce, element, pageWords } from '../page.js';
import { recall, remember } from '../storage.js';
import { anchorOfLink, flowSummary, titleOf } from './summary.js';

/** A flow one question at a time: answers lead on, the path so far is above, and the browser's back button goes back. */
export function startWalk(flow: HTMLElement): void {
  const say = pageWords();
  const nodes = all(':scope > [data-node]', flow);
  const start = nodes.find((node) => node.dataset['start'] !== undefined) ?? nodes[0];
  if (!start || nodes.length < 2) return;
  const byAnchor = (anchor: unknown): HTMLElement | undefined => nodes.find((node) => node.dataset['node'] === anchor);
  const anchorOf = (node: HTMLElement): string => node.dataset['node'] ?? '';
  const addressOf = (node: HTMLElement): string => `#${encodeURIComponent(anchorOf(node))}`;
  const pictures = document.querySelectorAll('.flow-picture');

  let path: HTMLElement[] = [start];
  let isStepping = recall('flow') !== 'all';

  const trail = element('ol', { class: 'flow-path', 'aria-label': say('path') });
  const back = element(
    'button',
    { type: 'button', class: 'text-button', title: `${say('keyPrevious')} ( b )`, 'data-flow-back': true },
    say('previousQuestion'),
  );
  const again = element('button', { type: 'button', class: 'text-button' }, say('startAgain'));
  const mode = element('button', { type: 'button', class: 'text-button' });
  const bar = element('div', { class: 'flow-bar' }, trail, back, again, mode);
  const words = element('pre', { class: 'flow-summary-text' });
  const copy = element(
    'button',
    { type: 'button', class: 'button', 'data-flow-copy': true },
    element('kbd', {}, 's'),
    element('span', {}, say('copySummary')),
  );
  const summary = element(
    'section',
    { class: 'flow-summary', 'aria-label': say('flowSummary') },
    element('p', { class: 'flow-summary-head' }, element('strong', {}, say('flowSummary')), copy),
    words,
  );
  flow.before(bar);
  flow.after(summary);

  const show = (): void => {
    const current = path.at(-1) ?? start;
    flow.classList.toggle('stepping', isStepping);
    for (const node of nodes) node.hidden = isStepping && node !== current;
    trail.replaceChildren(
      ...path.map((node, index) => {
        const link = element('a', { href: addressOf(node), ...(index === path.length - 1 && { 'aria-current': 'step' }) }, titleOf(node));
        return element('li', {}, link);
      }),
    );
    trail.hidden = !isStepping;
    for (const button of [back, again]) button.hidden = !isStepping || path.length < 2;
    mode.textContent = isStepping ? say('showAllNodes') : say('stepByStep');
    // At an end the summary is what comes next; before, it is there for those who stop half way.
    summary.hidden = !isStepping || path.length < 2;
    summary.classList.toggle('at-end', current.querySelector('.outcome') !== null);
    words.textContent = flowSummary(flow, path, say);
    for (const picture of pictures) lightPath(picture, isStepping ? path.map(anchorOf) : []);
  };

  /** The walk goes into the browser's history with each question, so that back, forward and reload find it whole. */
  const enter = (to: readonly HTMLElement[]): void => {
    path = [...to];
    history.pushState({ flow: path.map(anchorOf), steps: stepsIn(history.state) + 1 }, '', addressOf(path.at(-1) ?? start));
    show();
  };
  const pathTo = (node: HTMLElement): HTMLElement[] => {
    const known = path.indexOf(node);
    if (known >= 0) return path.slice(0, known + 1);
    const last = path.at(-1);
    const isAnswer = last !== undefined && all('a[href^="#"]', last).some((link) => anchorOfLink(link) === anchorOf(node));
    return isAnswer ? [...path, node] : node === start ? [start] : [start, node];
  };
  /** After the browser went back or forward, or the page was opened at a question. */
  const follow = (): void => {
    const node = anchored(location.hash)?.closest<HTMLElement>('[data-node]');
    const kept = anchorsIn(history.state).flatMap((anchor) => byAnchor(anchor) ?? []);
    if (kept.length > 0 && (!node || kept.at(-1) === node)) path = kept;
    else if (node && nodes.includes(node)) path = pathTo(node);
    else if (location.hash === '') path = [start];
    else return;
    show();
    if (node && isStepping && bar.getBoundingClientRect().top < 0) bar.scrollIntoView();
  };
  const goBack = (): void => {
    if (stepsIn(history.state) > 0) history.back();
    else enter(path.slice(0, -1));
  };
  const copySummary = (): void => {
    void writeClipboard({ text: words.textContent ?? '' }).then((done) => {
      const said = say(done ? 'copied' : 'copyFailed');
      announce(said);
      const label = copy.querySelector('span');
      if (!label) return;
      label.textContent = said;
      window.setTimeout(() => {
        label.textContent = say('copySummary');
      }, 2500);
    });
  };

  back.addEventListener('click', goBack);
  copy.addEventListener('click', copySummary);
  again.addEventListener('click', () => {
    enter([start]);
    focusOn(start);
  });
  mode.addEventListener('click', () => {
    isStepping = !isStepping;
    remember('flow', isStepping ? 'step' : 'all');
    show();
  });
  // In steps the question stays where it is: the jump to the anchor would scroll the page.
  const take = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const node = link && byAnchor(anchorOfLink(link));
    if (!isStepping || !node || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    enter(pathTo(node));
    focusOn(node);
  };
  flow.addEventListener('click', take);
  trail.addEventListener('click', take);
  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);
  show();
  follow();
}

/** To the question itself: a screen reader reads it before its answers. */
function focusOn(node: HTMLElement): void {
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

/** Marks the boxes and lines of a picture that the path went through, and brings its end into sight within the picture. */
function lightPath(picture: Element, path: readonly string[]): void {
  const current = path.at(-1);
  for (const box of picture.querySelectorAll('a.node')) {
    const anchor = anchorOfLink(box);
    const isCurrent = anchor !== undefined && anchor === current;
    box.classList.toggle('node-current', isCurrent);
    box.classList.toggle('node-passed', !isCurrent && anchor !== undefined && path.includes(anchor));
    if (isCurrent) box.setAttribute('aria-current', 'step');
    else box.removeAttribute('aria-current');
    if (isCurrent) centre(box, picture.closest('.picture-scroll'));
  }
  for (const line of picture.querySelectorAll<SVGGElement>('.edge[data-from]')) {
    const at = path.indexOf(line.dataset['from'] ?? '');
    line.classList.toggle('edge-passed', at >= 0 && path[at + 1] === line.dataset['to']);
  }
}

function centre(box: Element, frame: Element | null): void {
  if (!frame) return;
  const inner = box.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  frame.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

/** Another page of the site, or an extension, may have left anything in the browser's history. */
function anchorsIn(state: unknown): readonly unknown[] {
  return typeof state === 'object' && state !== null && 'flow' in state && Array.isArray(state.flow) ? state.flow.slice(0, 200) : [];
}

function stepsIn(state: unknown): number {
  return typeof state === 'object' && state !== null && 'steps' in state && typeof state.steps === 'number' ? state.steps : 0;
}
