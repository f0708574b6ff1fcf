import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { installCodeServer, serverNode } from '../../scripts/code-server.mjs';
import { writeSettings } from './settings.mjs';

const serverSwitches = [
  ['--host', '127.0.0.1'],
  ['--port', '0'],
  ['--without-connection-token'],
  ['--accept-server-license-terms'],
  ['--telemetry-level', 'off'],
  ['--disable-workspace-trust'],
].flat();

/** Makes the server take the tests of an address, and keeps every notification from showing. */
const driverSwitch = '--enable-smoke-test-driver';

const browserSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // The workbench looks for things on the Internet; nothing here may depend on whether it finds them.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Begins each line of the tests' report (test/vscode/suite/runner.ts). */
const reportMark = '[playbook] ';

/**
 * Starts a VS Code server of its own, without anybody's settings.
 *
 * @param {{ environment?: NodeJS.ProcessEnv, isDriven?: boolean, dataFolder?: string, settings?: object }} options
 */
export async function startServer({ environment = {}, isDriven = false, dataFolder, settings = {} } = {}) {
  const server = installCodeServer();
  const data = dataFolder ?? mkdtempSync(join(tmpdir(), 'playbook-vscode-'));
  mkdirSync(join(data, 'home'), { recursive: true });
  writeSettings(join(data, 'user'), settings);
  const log = [];
  const child = spawn(
    serverNode,
    [server, ...serverSwitches, '--server-data-dir', data, '--user-data-dir', join(data, 'user'), ...(isDriven ? [driverSwitch] : [])],
    {
      env: { ...plainEnvironment(join(data, 'home')), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // The head of a group, so that the extension host and what it started end with it.
      detached: true,
    },
  );
  const address = new Promise((resolve, reject) => {
    const read = (text) => {
      log.push(text);
      const port = /Extension host agent listening on (\d+)/.exec(log.join(''))?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The VS Code server ended with ${code ?? signal}:\n${log.join('')}`)));
  });
  const endWithThis = () => endGroup(child.pid);
  process.once('exit', endWithThis);
  const stop = async () => {
    process.off('exit', endWithThis);
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'exit');
      endGroup(child.pid);
      await closed;
    }
    // What the server started may outlive it for a moment.
    endGroup(child.pid);
    if (dataFolder === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { address: await address, log, data, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whoever interrupts the tests ends what they started, too. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** Runs a command of the server's own, such as `--install-extension`, to its end. */
export async function runServerCommand(switches, dataFolder) {
  const child = spawn(
    serverNode,
    [installCodeServer(), ...switches, '--server-data-dir', dataFolder, '--user-data-dir', join(dataFolder, 'user')],
    {
      env: plainEnvironment(join(dataFolder, 'home')),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${switches.join(' ')} ended with ${child.exitCode}:\n${output}`);
  return output;
}

export function openBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: browserSwitches, headless: true });
}

/**
 * Runs a test bundle in the extension host of a VS Code server that Chromium shows.
 *
 * @param {{ extension: string, tests: string, folder: string, environment: NodeJS.ProcessEnv, limit: number, output: string }} options
 *   `limit` in milliseconds; a picture of the window and the logs are put into `output` when tests fail
 * @returns whether all tests passed
 */
export async function runInServer({ extension, tests, folder, environment, limit, output }) {
  const screenshot = join(output, 'failure.png');
  const logs = join(output, 'logs');
  const server = await startServer({ environment, isDriven: true });
  const browser = await openBrowser();
  const pageLog = [];
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    page.on('console', (message) => pageLog.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => pageLog.push(`exception: ${error.message}`));
    const ended = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.on('crash', () => reject(new Error('The page crashed.')));
      browser.on('disconnected', () => reject(new Error('Chromium ended.')));
    });
    // The whole workbench speaks here; what the tests say is marked.
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const [text] = args;
      if (typeof text === 'string' && text.startsWith(reportMark)) console.log(text.slice(reportMark.length));
    });
    const authority = new URL(server.address).host;
    const remote = (path) => `vscode-remote://${authority}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(tests)],
    ];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    await page.goto(`${server.address}/?${query}`, { waitUntil: 'commit' });
    const code = await within(limit, ended);
    if (code === 0) return true;
    await page.screenshot({ path: screenshot });
  } catch (error) {
    console.error(error.message);
    await browser
      .contexts()[0]
      ?.pages()[0]
      ?.screenshot({ path: screenshot, timeout: 10_000 })
      .catch(() => undefined);
  } finally {
    await browser.close();
    keepLogs(server.data, logs);
    await server.stop();
  }
  writeFileSync(join(logs, 'page.log'), pageLog.join('\n'));
  writeFileSync(join(logs, 'server.log'), server.log.join(''));
  console.error(`\nWhat the window showed: ${screenshot}\nLogs of VS Code, its extensions, the page and the server: ${logs}`);
  for (const line of pageLog.filter((text) => /^(error|exception)/.test(text)).slice(-10)) console.error(line.split('\n', 1)[0]);
  return false;
}

function keepLogs(data, target) {
  const source = ['data/logs', 'user/logs'].map((path) => join(data, path)).find((path) => existsSync(path));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  if (source) cpSync(source, target, { recursive: true });
}

/** The promise, or an error when it takes longer. */
export async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No end after ${milliseconds / 1000} seconds.`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing of this user's settings, of npm's, or of a VS Code in whose terminal this runs. */
function plainEnvironment(home) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|GIT_|XDG_|NODE_OPTIONS|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(kept), HOME: home, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LANG: 'C.UTF-8' };
}

function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
