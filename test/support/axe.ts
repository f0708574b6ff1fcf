import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What a page has against WCAG 2.2 AA as far as axe finds it, in words: rule, place and why. The page must let scripts run. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<axe.AxeResults> } };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return engine.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  });
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ') ?? ''} ${node.html.slice(0, 160)}`,
    ),
  );
}
