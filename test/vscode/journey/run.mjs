import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packExtension } from '../../../scripts/package.mjs';
import { makeSampleWorkspace } from '../sample-workspace.mjs';
import { openBrowser, runServerCommand, startServer } from '../server-host.mjs';
import { travel } from './journey.mjs';
import { Workbench } from './workbench.mjs';

/**
 * Installs the packed extension in a VS Code server and goes through it as a person would, in Chinese and in English, with a
 * picture of each step in a light, a dark and a high-contrast theme in dist/journey. PLAYBOOK_JOURNEY=zh-cn or =en chooses one.
 */
const output = resolve('dist', 'journey');
const settings = { 'git.enableSmartCommit': true, 'git.confirmSync': false, 'editor.minimap.enabled': false };
const languages = (process.env.PLAYBOOK_JOURNEY ?? 'zh-cn,en').split(',');

const data = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-journey-')));
try {
  const vsix = await packExtension(data);
  console.log((await runServerCommand(['--install-extension', vsix, '--accept-server-license-terms'], data)).trim());
  for (const language of languages) await go(language);
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}

async function go(language) {
  const start = performance.now();
  const pictures = join(output, language);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const workspace = makeSampleWorkspace();
  const server = await startServer({ dataFolder: data, settings });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ locale: language === 'en' ? 'en-US' : 'zh-CN', viewport: { width: 1440, height: 900 } });
    // There is no language pack: VS Code's own words stay English, those of extensions follow this.
    await context.addInitScript((name) => {
      globalThis._VSCODE_NLS_LANGUAGE = name;
    }, language);
    const page = await context.newPage();
    const workbench = new Workbench({ page, folder: workspace.folder, pictures, language });
    const address = `${server.address}/?${new URLSearchParams({ folder: workspace.folder })}`;
    await workbench.open(address);
    await travel(workbench, workspace, address).catch(async (error) => {
      await page.screenshot({ path: join(pictures, 'failure.png') });
      throw error;
    });
  } finally {
    await browser.close();
    await server.stop();
    workspace.remove();
  }
  console.log(`ok     as a person would, ${language} (${Math.round((performance.now() - start) / 1000)} s): ${pictures}`);
}
