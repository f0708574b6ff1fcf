import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheFolder } from '../../scripts/code-server.mjs';
import { writeSettings } from './settings.mjs';

/** Why a desktop VS Code cannot be used on this machine, or undefined if it can. */
export async function whyNoDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'there is no display (run it under xvfb-run)';
  }
  if (process.env.VSCODE) return undefined;
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(8_000) });
    return answer.ok ? undefined : `its download answers with ${answer.status}`;
  } catch {
    return 'its download cannot be reached';
  }
}

/** Runs a test bundle in a desktop VS Code: the one at VSCODE, else a downloaded one. The options are those of the server host. */
export async function runOnDesktop({ extension, tests, folder, environment, limit }) {
  // A socket's path must be short, which rules out a folder of the project.
  const data = mkdtempSync(join(tmpdir(), 'pbcode-'));
  writeSettings(join(data, 'user'));
  // Nobody's own git settings; an empty file, which every system has.
  const gitSettings = join(data, 'gitconfig');
  writeFileSync(gitSettings, '');
  const timer = setTimeout(() => {
    console.error(`No end after ${limit / 1000} seconds.`);
    endDescendants();
    process.exit(1);
  }, limit);
  try {
    const executable = process.env.VSCODE || (await downloadAndUnzipVSCode({ cachePath: join(cacheFolder(), 'vscode') }));
    const code = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { ...environment, GIT_CONFIG_GLOBAL: gitSettings, GIT_CONFIG_NOSYSTEM: '1' },
      // The tests read what the window says, whatever language the system has.
      launchArgs: [
        folder,
        '--locale',
        'en',
        '--disable-extensions',
        '--user-data-dir',
        join(data, 'user'),
        '--extensions-dir',
        join(data, 'extensions'),
      ],
    });
    return code === 0;
  } catch (error) {
    console.error(`The desktop VS Code did not run the tests: ${error.message}`);
    return false;
  } finally {
    clearTimeout(timer);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Ends the processes this one started; the library gives no hold on VS Code. */
function endDescendants() {
  if (process.platform === 'win32') return;
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const children = new Map();
  for (const line of stdout.trim().split('\n')) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const end = (pid) => {
    for (const child of children.get(pid) ?? []) {
      end(child);
      try {
        process.kill(child, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
  };
  end(process.pid);
}
