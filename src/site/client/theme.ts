import { announce, pageWords } from './page.js';
import { recall, remember } from './storage.js';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The button goes round: as the system has it, light, dark. The choice is remembered; `theme.js` applies it before painting. */
export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme]:is(button)');
  if (!button) return;
  const say = pageWords();
  const words = { system: say('themeSystem'), light: say('themeLight'), dark: say('themeDark') };
  const show = (theme: Theme): void => {
    button.dataset['theme'] = theme;
    const label = `${say('theme')}: ${words[theme]}`;
    button.title = label;
    button.setAttribute('aria-label', label);
  };
  let theme: Theme = themes.find((candidate) => candidate === recall('theme')) ?? 'system';
  show(theme);
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
    remember('theme', theme);
    if (theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
    show(theme);
    announce(words[theme]);
  });
}
