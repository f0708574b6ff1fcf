import { all, element, pageWords } from '../page.js';

interface Question {
  readonly reset: () => void;
  /** Undefined until it is answered. */
  readonly isRight: () => boolean | undefined;
}

/** Questions that answer at once, and a score over all of the page. Only the first answer to a question counts. */
export function startQuiz(): void {
  const say = pageWords();
  const found = all('.question').flatMap((question) => {
    const list = question.querySelector<HTMLElement>('.options');
    return list?.querySelector('[data-right]') ? [{ question, list }] : [];
  });
  if (found.length === 0) return;
  const limit = Number(document.querySelector<HTMLElement>('[data-passing]')?.dataset['passing'] ?? Number.NaN);
  const words = element('span', { role: 'status' });
  const again = element('button', { type: 'button', class: 'text-button' }, say('quizAgain'));
  const score = element('p', { class: 'quiz-score' }, words, again);
  const show = (): void => {
    const answers = questions.map((question) => question.isRight());
    const answered = answers.filter((answer) => answer !== undefined).length;
    const right = answers.filter((answer) => answer === true).length;
    const count = questions.length;
    const parts = [say('quizScore', { answered, count, right })];
    if (answered === count) {
      const percent = Math.round((right * 100) / count);
      parts.push(say('quizResult', { percent }));
      if (Number.isFinite(limit)) parts.push(say(percent >= limit ? 'quizPassed' : 'quizFailed', { limit }));
    }
    words.textContent = parts.join(say('listSeparator') === ', ' ? '. ' : ' · ');
    again.hidden = answered === 0;
  };
  const questions = found.map(({ question, list }) => startQuestion(question, list, show));
  again.addEventListener('click', () => {
    for (const question of questions) question.reset();
    show();
    found[0]?.list.querySelector('button')?.focus();
  });
  found.at(-1)?.question.after(score);
  show();
}

function startQuestion(question: HTMLElement, list: HTMLElement, answered: () => void): Question {
  const say = pageWords();
  const items = all(':scope > li', list);
  const isRightItem = (item: HTMLElement): boolean => item.dataset['right'] !== undefined;
  const isSeveral = items.filter(isRightItem).length > 1;
  const fold = question.querySelector<HTMLDetailsElement>('details.answer');
  const said = element('p', { class: 'quiz-said', role: 'status' });
  let outcome: boolean | undefined;

  const letterOf = (item: HTMLElement): string => String.fromCharCode(65 + items.indexOf(item));
  const buttons = items.map((item) => {
    const letter = letterOf(item);
    const button = element(
      'button',
      { type: 'button', class: 'option', 'aria-label': `${say('chooseAnswer', { letter })}: ${item.textContent?.trim() ?? ''}` },
      letter,
    );
    if (isSeveral) button.setAttribute('aria-pressed', 'false');
    item.prepend(button);
    return button;
  });
  const submit = element('button', { type: 'button', class: 'button' }, say('submitAnswer'));
  const judge = (): void => {
    if (outcome !== undefined) return;
    const chosen = items.filter((item) => item.classList.contains('is-chosen'));
    if (chosen.length === 0) return;
    outcome = items.every((item) => chosen.includes(item) === isRightItem(item));
    for (const item of items) item.classList.add(isRightItem(item) ? 'is-right' : 'is-wrong');
    for (const button of [...buttons, submit]) button.disabled = true;
    said.textContent = outcome
      ? say('answeredRight')
      : say('answeredWrong', { letters: items.filter(isRightItem).map(letterOf).join(say('listSeparator')) });
    said.classList.toggle('is-wrong', !outcome);
    if (fold) fold.open = true;
    answered();
  };
  const choose = (item: HTMLElement): void => {
    if (outcome !== undefined) return;
    const isChosen = item.classList.toggle('is-chosen');
    if (isSeveral) item.querySelector('button')?.setAttribute('aria-pressed', String(isChosen));
    else judge();
  };
  items.forEach((item) => {
    item.addEventListener('click', (event) => {
      // A link in an option stays a link.
      if (event.target instanceof Element && event.target.closest('a')) return;
      choose(item);
    });
  });
  submit.addEventListener('click', judge);
  list.classList.add('is-quiz');
  list.after(...(isSeveral ? [element('p', { class: 'quiz-several' }, say('severalRight'), ' ', submit)] : []), said);
  return {
    isRight: () => outcome,
    reset: () => {
      outcome = undefined;
      for (const item of items) item.classList.remove('is-chosen', 'is-right', 'is-wrong');
      for (const button of [...buttons, submit]) button.disabled = false;
      if (isSeveral) for (const button of buttons) button.setAttribute('aria-pressed', 'false');
      said.textContent = '';
      if (fold) fold.open = false;
    },
  };
}
