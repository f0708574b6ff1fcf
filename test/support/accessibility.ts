import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Every rule of WCAG 2.2, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page as it is now, in words: rule, place and why. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(async (values) => {
    const { axe: engine } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<axe.AxeResults> } };
    return engine.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  }, tags);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ') ?? ''} ${node.html.slice(0, 160)}`,
    ),
  );
}
