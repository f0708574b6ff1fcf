import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const { commands, menus, keybindings } = manifest.contributes;
const declared = new Set(commands.map(({ command }) => command));
/** Of VS Code itself, or called by lenses only. */
const isForeign = (command: string) => !command.startsWith('playbook.') || command.endsWith('.focus');

describe('the manifest of the extension', () => {
  it('names only commands that it declares', () => {
    const inMenus = Object.values(menus).flatMap((items) =>
      items.flatMap((item) => [...('command' in item ? [item.command] : []), ...('alt' in item ? [item.alt] : [])]),
    );
    const named = [...inMenus, ...keybindings.map(({ command }) => command)];
    expect(named.filter((command) => !isForeign(command) && !declared.has(command))).toEqual([]);
  });

  it('shows the preview to the side with Ctrl+Alt+V where a Markdown text is open, and with nothing else', () => {
    expect(keybindings.filter(({ command, key }) => command === 'playbook.previewToSide' || key === 'ctrl+alt+v')).toEqual([
      {
        command: 'playbook.previewToSide',
        key: 'ctrl+alt+v',
        mac: 'cmd+alt+v',
        when: 'playbook.state == running && editorLangId == markdown',
      },
    ]);
  });

  it('wakes for every kind of page that is to be there again after the window was loaded anew', () => {
    const pages = manifest.activationEvents.filter((event) => event.startsWith('onWebviewPanel:')).map((event) => event.split(':')[1]);
    expect(pages).toEqual(['playbook.preview', 'playbook.comparison', 'playbook.health']);
  });

  it('what waits for trust waits in the code too: lenses and the status bar do not ask the manifest', () => {
    const files = readdirSync('src/vscode', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const waiting = files.flatMap((file) => {
      const source = readFileSync(join('src/vscode', file), 'utf8');
      return [...source.matchAll(/registerTrustedCommand\(\s*(?:'([^']+)'|command,)/g)].flatMap(([, name]) =>
        name === undefined ? [...source.matchAll(/\{ command: '([^']+)'/g)].map(([, listed]) => listed) : [name],
      );
    });
    const declaredSo = commands.filter((command) => 'enablement' in command && command.enablement?.includes('isWorkspaceTrusted'));
    expect(declaredSo.length).toBeGreaterThan(0);
    expect(waiting.sort()).toEqual(declaredSo.map(({ command }) => command).sort());
  });
});
