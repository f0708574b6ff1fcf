import { all, anchored, element, pageWords, recall, remember } from './page.js';

export interface Flows {
  /** Takes an answer of the question in sight by its number, from 1; false when there is none. */
  readonly answer: (number: number) => boolean;
}

/** Flows one question at a time: answers lead on, the path so far is above, and the browser's back button goes back. */
export function startFlows(): Flows {
  const walks = all('[data-flow]').flatMap((flow) => startWalk(flow) ?? []);
  return { answer: (number) => walks.some((walk) => walk.answer(number)) };
}

function startWalk(flow: HTMLElement): Flows | undefined {
  const say = pageWords();
  const nodes = all(':scope > [data-node]', flow);
  const start = nodes.find((node) => node.dataset['start'] !== undefined) ?? nodes[0];
  if (!start || nodes.length < 2) return undefined;
  let path: HTMLElement[] = [start];
  let isStepping = recall('flow') !== 'all';

  const trail = element('ol', { class: 'flow-path', 'aria-label': say('path') });
  const again = element('button', { type: 'button', class: 'text-button' }, say('startAgain'));
  const mode = element('button', { type: 'button', class: 'text-button' });
  const bar = element('div', { class: 'flow-bar' }, trail, again, mode);
  flow.before(bar);

  const anchorOf = (node: HTMLElement): string => `#${encodeURIComponent(node.dataset['node'] ?? '')}`;
  const titleOf = (node: HTMLElement): string => node.querySelector('.heading-text')?.textContent ?? '';

  const show = (): void => {
    const current = path.at(-1) ?? start;
    flow.classList.toggle('stepping', isStepping);
    for (const node of nodes) node.hidden = isStepping && node !== current;
    trail.replaceChildren(
      ...path.map((node, index) => {
        const link = element('a', { href: anchorOf(node), ...(index === path.length - 1 && { 'aria-current': 'step' }) }, titleOf(node));
        return element('li', {}, link);
      }),
    );
    trail.hidden = !isStepping;
    again.hidden = !isStepping || path.length < 2;
    mode.textContent = isStepping ? say('showAllNodes') : say('stepByStep');
    for (const box of document.querySelectorAll('.flow-picture a.node')) {
      box.classList.toggle('node-current', isStepping && decodeHash(box.getAttribute('href')) === current.dataset['node']);
    }
  };

  const goTo = (node: HTMLElement): void => {
    const known = path.indexOf(node);
    const last = path.at(-1);
    const isAnswer =
      last !== undefined && all('a[href^="#"]', last).some((link) => decodeHash(link.getAttribute('href')) === node.dataset['node']);
    path = known >= 0 ? path.slice(0, known + 1) : isAnswer ? [...path, node] : node === start ? [start] : [start, node];
    show();
  };
  const follow = (): void => {
    const node = anchored(location.hash)?.closest<HTMLElement>('[data-node]');
    if (!node || !nodes.includes(node)) return;
    goTo(node);
    if (isStepping && bar.getBoundingClientRect().top < 0) bar.scrollIntoView();
  };
  again.addEventListener('click', () => {
    path = [start];
    history.pushState(null, '', anchorOf(start));
    show();
  });
  mode.addEventListener('click', () => {
    isStepping = !isStepping;
    remember('flow', isStepping ? 'step' : 'all');
    show();
  });
  // In steps the question stays where it is: the jump to the anchor would scroll the page.
  flow.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const node = nodes.find((candidate) => candidate.dataset['node'] === decodeHash(link?.getAttribute('href') ?? null));
    if (!isStepping || !link || !node || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', anchorOf(node));
    goTo(node);
    node.tabIndex = -1;
    (node.querySelector<HTMLElement>('.answers a') ?? node).focus({ preventScroll: true });
  });
  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);
  show();
  follow();
  return {
    answer: (number) => {
      const current = path.at(-1) ?? start;
      const link = isStepping ? all('.answers > li', current)[number - 1]?.querySelector<HTMLAnchorElement>('a[href]') : undefined;
      link?.click();
      return link !== undefined && link !== null;
    },
  };
}

function decodeHash(href: string | null): string | undefined {
  if (href === null || !href.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
