import { all } from './page.js';

/** Takes from the banner what ended after the site was made. */
export function startInForce(now = new Date()): void {
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  for (const banner of all('.in-force')) {
    const lines = all('li', banner);
    for (const line of lines) line.hidden = (line.dataset['lastDay'] ?? today) < today;
    banner.hidden = lines.every((line) => line.hidden);
  }
}
