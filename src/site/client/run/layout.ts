import { all, element } from '../page.js';

/** What a team looks at while a protocol runs, in this order, by the key of its section. */
const factsFirst = ['messages', 'contacts', 'escalation', 'never-say', 'data', 'exit', 'stand-down', 'severity', 'roles'];

/** Turns the page into a dashboard: its figures above, the run on the left, the page's facts on the right. Gives the way back. */
export function showDashboard(head: HTMLElement, board: HTMLElement, isDrill: boolean, drillMark: string): () => void {
  const article = document.querySelector<HTMLElement>('main article.content');
  if (!article) return () => {};
  const blanks = document.querySelector<HTMLElement>('[data-placeholders]');
  const order = [...article.children];
  const place = element('span', { hidden: true });
  const facts = element('div', { class: 'run-facts' });
  const layout = element('div', { class: 'run-layout' }, head, element('div', { class: 'run-columns' }, board, facts));
  (blanks ?? article).before(place);
  place.after(layout);
  if (blanks) facts.append(blanks);
  facts.append(article);
  for (const key of [...factsFirst].reverse()) {
    const section = article.querySelector(`:scope > [data-key="${key}"]`);
    if (section) article.prepend(section);
  }
  const marks = isDrill ? markMessages(drillMark) : [];
  const { classList } = document.documentElement;
  classList.add('in-run');
  classList.toggle('in-drill', isDrill);
  return () => {
    for (const mark of marks) mark.remove();
    article.append(...order);
    place.replaceWith(...(blanks ? [blanks] : []), article);
    layout.remove();
    classList.remove('in-run', 'in-drill');
  };
}

/** In a drill every message begins with the word, so that it is in whatever is copied from it, however that is done. */
function markMessages(words: string): readonly HTMLElement[] {
  return all('[data-wording] blockquote').map((quote) => {
    const mark = element('strong', { class: 'drill-mark' }, words);
    (quote.querySelector('p, li') ?? quote).prepend(mark);
    return mark;
  });
}
