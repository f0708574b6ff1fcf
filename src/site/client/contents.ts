import { all, anchored } from './page.js';

/** Marks in "on this page" the section that is being read. */
export function startContents(): void {
  const entries = all('.contents a').flatMap((link) => {
    const heading = anchored(link.getAttribute('href') ?? '');
    return heading ? [{ link, heading }] : [];
  });
  if (entries.length === 0) return;
  let isWaiting = false;
  const mark = (): void => {
    isWaiting = false;
    const passed = entries.filter(({ heading }) => heading.getBoundingClientRect().top < 120);
    const current = passed.at(-1) ?? entries[0];
    for (const entry of entries) {
      if (entry === current) entry.link.setAttribute('aria-current', 'true');
      else entry.link.removeAttribute('aria-current');
    }
  };
  const schedule = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(mark);
  };
  window.addEventListener('scroll', schedule, { passive: true });
  window.addEventListener('resize', schedule, { passive: true });
  mark();
}
