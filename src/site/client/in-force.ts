import { toLocal } from './local-time.js';
import { all } from './page.js';

/** Takes from the banner what ended after the site was made. */
export function startInForce(now = Date.now()): void {
  const today = toLocal(now).day;
  for (const banner of all('.in-force')) {
    const lines = all('li', banner);
    for (const line of lines) line.hidden = (line.dataset['lastDay'] ?? today) < today;
    banner.hidden = lines.every((line) => line.hidden);
  }
}
