import { all, announce, element, isTextField, pageWords } from '../page.js';

/** Shows the page as slides: its title, then one section at a time, each question of a quiz by itself. */
export function startSlides(): void {
  const say = pageWords();
  const slides = collect();
  // A course is shown from its handbook, which has all of it.
  if (slides.length < 2 || document.querySelector('.course')) return;
  let at = -1;
  let before: Element | null = null;

  const count = element('span', { class: 'slide-count' });
  const bar = element(
    'div',
    { class: 'slide-bar', role: 'toolbar', 'aria-label': say('showSlides') },
    step('previousSlide', '←', () => show(at - 1)),
    count,
    step('nextSlide', '→', () => show(at + 1)),
    element('span', { class: 'slide-keys' }, say('slideKeys')),
    step('endSlides', '×', () => end()),
  );
  const show = (index: number): void => {
    const number = Math.max(0, Math.min(slides.length - 1, index));
    clear();
    at = number;
    const slide = slides[number];
    if (!slide) return;
    slide.classList.add('on-slide');
    for (let parent = slide.parentElement; parent && parent !== document.body; parent = parent.parentElement)
      parent.classList.add('has-slide');
    const words = say('slideOf', { number: number + 1, count: slides.length });
    count.textContent = `${number + 1} / ${slides.length}`;
    announce(`${words}: ${slide.querySelector('h1, .heading-text')?.textContent ?? ''}`);
    window.scrollTo({ top: 0, behavior: 'instant' });
    slide.tabIndex = -1;
    slide.focus({ preventScroll: true });
    // A reload, or the trainer's other screen, finds the same slide.
    history.replaceState(history.state, '', `#slide-${number + 1}`);
  };
  const start = (index: number): void => {
    if (at < 0) before = document.activeElement;
    document.documentElement.classList.add('presenting');
    if (!bar.isConnected) document.body.append(bar);
    show(index);
  };
  const end = (): void => {
    if (at < 0) return;
    const last = slides[at];
    clear();
    at = -1;
    bar.remove();
    document.documentElement.classList.remove('presenting');
    history.replaceState(history.state, '', location.href.replace(/#.*$/s, ''));
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
    last?.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  const clear = (): void => {
    for (const node of all('.on-slide, .has-slide')) node.classList.remove('on-slide', 'has-slide');
  };
  function step(words: 'previousSlide' | 'nextSlide' | 'endSlides', sign: string, press: () => void): HTMLButtonElement {
    const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': say(words), title: say(words) }, sign);
    made.addEventListener('click', press);
    return made;
  }

  // Before the page's own keys, which mean other things there.
  document.addEventListener(
    'keydown',
    (event) => {
      if (at < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      const isOnControl = event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      const moves: Readonly<Record<string, () => void>> = {
        ArrowRight: () => show(at + 1),
        PageDown: () => show(at + 1),
        ArrowLeft: () => show(at - 1),
        PageUp: () => show(at - 1),
        Home: () => show(0),
        End: () => show(slides.length - 1),
        Escape: end,
        f: fullScreen,
        ...(!isOnControl && { ' ': () => show(at + 1) }),
      };
      const option = /^[1-9]$/.test(event.key) ? all('.options.is-quiz > li .option', slides[at])[Number(event.key) - 1] : undefined;
      const move = option ? () => option.click() : moves[event.key];
      if (move) {
        event.preventDefault();
        move();
      }
      // Enter and Tab are the browser's; every other key of the page rests meanwhile.
      if (move || /^.$/u.test(event.key)) event.stopImmediatePropagation();
    },
    true,
  );
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement) end();
  });
  for (const button of buttons()) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      start(0);
      fullScreen();
    });
  }
  const follow = (): void => {
    const [, number] = /^#slide-(\d{1,4})$/.exec(location.hash) ?? [];
    if (number !== undefined) start(Number(number) - 1);
  };
  window.addEventListener('hashchange', follow);
  follow();
}

/** What starts the slides: the page's own button, else one beside that for printing. */
function buttons(): readonly HTMLElement[] {
  const own = all('[data-present]');
  if (own.length > 0) return own;
  const made = element('button', { type: 'button', class: 'text-button' }, pageWords()('showSlides'));
  document.querySelector('.kicker')?.append(made);
  return [made];
}

function fullScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

function collect(): readonly HTMLElement[] {
  return all('.page-head, .handbook-title, .content > .section').flatMap((part) => {
    const questions = all(':scope > .question', part);
    return questions.length > 0 ? questions : [part];
  });
}
