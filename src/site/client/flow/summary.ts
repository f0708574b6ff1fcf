import type { Say } from '../../words.js';
import { all } from '../page.js';

/** A walk through a flow as lines of plain text for a ticket: what was followed, each question with its answer, how it ended. */
export function flowSummary(flow: HTMLElement, path: readonly HTMLElement[], say: Say): string {
  const last = path.at(-1);
  const answers = path.slice(0, -1).map((node, index) => {
    const next = path[index + 1];
    return say('flowAnswer', { number: index + 1, question: titleOf(node), answer: next ? answerTo(node, next) : '' });
  });
  const outcome = last?.querySelector('.outcome')?.textContent?.trim();
  const end = last ? titleOf(last) : '';
  return [
    say('flowFollowed', { title: flow.dataset['flow'] ?? '', version: flow.dataset['version'] ?? '' }),
    ...answers,
    outcome === undefined ? say('flowStopped', { question: end }) : say('flowOutcome', { outcome: `${outcome} · ${end}` }),
  ].join('\n');
}

export function titleOf(node: HTMLElement): string {
  return node.querySelector('.heading-text')?.textContent?.trim() ?? '';
}

/** The node that a link of the page leads to, by its anchor. */
export function anchorOfLink(link: Element): string | undefined {
  const href = link.getAttribute('href');
  if (!href?.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** The words of the answer that leads from one question to the next. Two answers may lead to the same: then both are named. */
function answerTo(node: HTMLElement, next: HTMLElement): string {
  const links = all('.answers a[href^="#"]', node).filter((link) => anchorOfLink(link) === next.dataset['node']);
  return links.map((link) => (link.closest('li')?.textContent ?? link.textContent ?? '').trim()).join(' / ');
}
