import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFolder, folderWith, runBuilt, serveFolder } from '../support/built-program.js';

const secret = '外面的秘密-7f3a';
const front = (id: string) => `---\nid: ${id}\ntype: article\ntitle: ${id}\nlang: zh-Hans\n---\n\n`;

interface Found {
  readonly diagnostics: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

/** A knowledge base whose parts lead out of it in every way, beside a folder of secrets. */
function leakyFolder(): string {
  const folder = folderWith({
    'playbook.config.yaml': 'title: 测试\ncontent: .\n',
    'links.md': `${front('links')}[上](../outside/secret.md) [绝对](/etc/hosts) [反斜杠](..\\outside\\secret.md) [编码](%2e%2e/outside/secret.md) [文件](file:///etc/hosts)\n`,
    'assets.md': `${front('assets')}![上](../outside/secret.png) ![编码](..%2Foutside%2Fsecret.png) ![绝对](/etc/passwd.png) [下载](../outside/secret.txt)\n`,
    'includes.md': `${front('includes')}::include{id="../outside/secret"}\n\n::include{id=secret}\n\n[[../outside/secret]]\n`,
    'linked.md': { link: '../outside/secret.md' },
    'linked-folder': { link: '../outside' },
    'linked-assets.md': `${front('linked-assets')}![图](linked.png) ![图](linked.svg) [文](linked.txt) ![图](linked-folder/secret.png) [隐](hidden.txt)\n`,
    'linked.png': { link: '../outside/secret.png' },
    'linked.svg': { link: '../outside/secret.svg' },
    'linked.txt': { link: '../outside/secret.txt' },
    'hidden.txt': { link: '.env' },
    '.env': secret,
    'loop.md': { link: 'loop.md' },
    'device.md': { link: '/dev/zero' },
    'schemas/custom.outline.yaml': { link: '../../outside/secret.yaml' },
    'inside.md': { link: 'real.md' },
    'real.md': `${front('real')}里面的文字\n`,
  });
  const outside = join(dirname(folder), 'outside');
  mkdirSync(outside);
  for (const name of ['secret.md', 'secret.png', 'secret.txt', 'secret.yaml'])
    writeFileSync(join(outside, name), `${front('secret')}${secret}\n`);
  writeFileSync(join(outside, 'secret.svg'), `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>`);
  return folder;
}

describe.skipIf(process.platform === 'win32')('what leads out of a knowledge base', () => {
  it('is reported where it stands', async () => {
    const { code, stdout } = await runBuilt(['check', leakyFolder(), '--format', 'json', '--locale', 'zh-Hans']);
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as Found;
    const found = (path: string, rule: string) =>
      diagnostics.filter((problem) => problem.path === path && problem.code === rule).map(({ message }) => message);
    expect(found('links.md', 'broken-link').length).toBeGreaterThanOrEqual(3);
    expect(found('links.md', 'broken-link')[0]).toMatch(/知识库外|之外|外面/);
    expect([...found('assets.md', 'missing-asset'), ...found('assets.md', 'broken-link')].length).toBe(4);
    expect(found('assets.md', 'missing-asset')[0]).toMatch(/知识库外|之外|外面/);
    expect(found('includes.md', 'broken-include')).toHaveLength(2);
    expect(found('includes.md', 'broken-link')).toHaveLength(1);
    expect([...found('linked-assets.md', 'missing-asset'), ...found('linked-assets.md', 'broken-link')]).toHaveLength(5);
    expect(stdout).not.toContain(secret);
  });

  it('is neither exported, found nor served', async () => {
    const folder = leakyFolder();
    const site = await exportFolder(folder);
    const paths = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    for (const entry of paths) {
      expect(entry.isFile()).toBe(true);
      expect(readFileSync(join(entry.parentPath, entry.name), 'utf8')).not.toContain(secret);
    }
    const names = paths.map(({ name }) => name);
    expect(names).toContain('real.html');
    expect(names.filter((name) => /secret|linked\.(?:png|svg|txt)|hidden/.test(name))).toEqual([]);

    const search = await runBuilt(['search', secret, '--root', folder, '--json']);
    expect(search.stdout).not.toContain('secret.md');

    const { address, stop } = await serveFolder(folder);
    try {
      for (const path of [
        '..%2foutside/secret.txt',
        '%2e%2e/outside/secret.txt',
        'assets/linked.png',
        'linked.txt',
        '.env',
        '..%5coutside%5csecret.txt',
      ]) {
        const response = await fetch(address + path);
        expect({ path, status: response.status }).toEqual({ path, status: 404 });
        expect(await response.text()).not.toContain(secret);
      }
    } finally {
      await stop();
    }
  });
});
