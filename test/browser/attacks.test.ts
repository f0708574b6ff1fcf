import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAddress, useBrowser, type Watched } from '../support/browser.js';
import { type AnyFiles, exportFolder, folderWith, runBuilt, serveFolder } from '../support/built-program.js';
import { attackCode, bodyAttacks, svgAttacks, svgFile, textAttacks } from './attack-vectors.js';

const windows = useBrowser();
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const quoted = (text: string) => JSON.stringify(text);

/** Each attack in a body of its own, beside the wording, in it, and by way of an embed. */
function bodyFiles(): AnyFiles {
  return Object.fromEntries(
    Object.entries(bodyAttacks).flatMap(([name, markdown], number) => {
      const id = `body-${number}`;
      const front = (own: string, type: string) =>
        `---\nid: ${own}\ntype: ${type}\ntitle: ${quoted(`攻击 ${name}`)}\nlang: zh-Hans\n---\n\n`;
      const quote = markdown.replace(/^/gm, '> ');
      const sections = `## 适用场景\n\n甲\n\n## 开场\n\n### 电话\n\n${quote}\n\n### 在线\n\n> 乙\n\n::include{id=snippet-${id}}\n\n`;
      return [
        [`${id}.md`, `${front(id, name === 'flow of markup' ? 'flow' : 'script')}${sections}${markdown}\n`],
        [`snippet-${id}.md`, `${front(`snippet-${id}`, 'snippet')}${markdown}\n`],
      ];
    }),
  );
}

/** Each hostile text in every place that takes text. */
function textFiles(): AnyFiles {
  return Object.fromEntries(
    textAttacks.flatMap((text, number) => {
      const value = quoted(text);
      const name = process.platform === 'win32' ? `attack-${number}` : text.replaceAll('/', '∕');
      const front = `id: ${quoted(`text-${number} ${text}`)}
type: script
title: ${value}
lang: ${number % 2 === 0 ? 'zh-Hans' : value}
owner: ${value}
summary: ${value}
short_code: ${value}
aliases: [${value}]
utterances: [${value}]
keywords: [${value}]
channels: [phone, ${value}]
tiers: [vip, ${value}]
audience: [${value}]
tags: [${value}]
product: ${value}
risk: ${value}
related: [${value}, body-0]
valid_from: ${value}
reviewed_on: ${value}
stage: ${value}
translation_of: ${value}
placeholders:
  order: { type: choice, label: ${value}, example: ${value}, choices: [${value}, b] }
  ${value}: { type: text, label: ${value}, example: ${value} }
`;
      const heading = text.replaceAll('\n', ' ');
      return [
        [
          `folder ${name}/page ${name}.md`,
          `---\n${front}---\n\n## ${heading}\n\n甲\n\n## 开场\n\n### 电话\n\n> {{order}} {{company.name}} {{${text}}}\n\n### ${heading}\n\n> 乙\n\n![${heading}](<picture ${name.replaceAll(/[<>\\]/g, '\\$&')}.svg>)\n\n## 升级路径\n\n1. ${heading} :owner[${heading}]\n`,
        ],
        [`folder ${name}/picture ${name}.svg`, svgFile('<rect width="9" height="9"/>')],
        [`type-${number}.md`, `---\nid: type-${number}\ntype: custom\ntitle: ${value}\n---\n\n## 小节\n\n甲\n`],
      ];
    }),
  );
}

function attackedKnowledgeBase(): AnyFiles {
  const value = quoted(textAttacks.join(' '));
  const images = Object.keys(svgAttacks).map((name, number) => `![${name}](svg-${number}.svg) [${name}](svg-${number}.svg)`);
  return {
    'playbook.config.yaml': `title: ${value}
languages: [zh-Hans, en, ${value}]
channels: [phone, chat, { id: evil, label: ${value}, aliases: [${value}] }]
tiers: [vip, { id: evil, label: ${value} }]
roles: [agent, { id: evil, label: ${value} }]
escalation: [agent, evil]
priorities: [{ id: ${value}, respondWithin: 5m }]
variables: { company: { name: ${value} } }
synonyms: [[${value}, 退款]]
forbiddenWording: [{ pattern: 绝对, replacement: ${value}, reason: ${value} }]
`,
    'schemas/custom.outline.yaml': `label: ${value}\ndescription: ${value}\nsections:\n  - { headings: { zh-Hans: [${value}, 小节] } }\n`,
    'schemas/custom.schema.json': JSON.stringify({
      title: textAttacks.join(' '),
      type: 'object',
      properties: { x: { title: textAttacks[0] } },
    }),
    'front-matter.md': `---js\n{ id: (globalThis.__attacked = 1, require('fs').writeFileSync(${quoted('attacked.txt')}, 'x'), 'front-matter'), title: '攻击' }\n---\n\n正文\n`,
    'front-matter-2.md': `---javascript\nrequire('fs').writeFileSync(${quoted('attacked.txt')}, 'x')\n---\n\n正文\n`,
    'front-matter-3.md': `---\nid: !!js/function "function(){${attackCode}}"\ntitle: !!python/object/apply:os.system ["touch attacked.txt"]\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n---\n\n正文\n`,
    'attack-svg.md': `---\nid: attack-svg\ntype: snippet\ntitle: 攻击 SVG\n---\n\n${images.join('\n\n')}\n`,
    ...Object.fromEntries(Object.values(svgAttacks).map((inside, number) => [`svg-${number}.svg`, svgFile(inside)])),
    'attack.svg': svgFile(svgAttacks['script'] ?? ''),
    'attack.html': `<script>${attackCode}</script>`,
    'attack.xml': `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${attackCode}</x:script>`,
    'attack.js': attackCode,
    'attack.txt': `<script>${attackCode}</script>`,
    'real.png': picture,
    ...bodyFiles(),
    ...textFiles(),
  };
}

/** What in a page, as the browser has it, could run, load or clobber although nothing has yet. */
function dangersInPage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const dangers: string[] = [];
    const own = document.baseURI.replace(/(?:(?:pages|types|tags|assets)\/)?[^/]*(?:[?#].*)?$/, '');
    for (const node of document.querySelectorAll('*')) {
      const name = node.localName;
      if (
        /^(?:iframe|frame|frameset|object|embed|applet|base|form|style|template|noscript|foreignobject|portal|math|set|animate.*)$/i.test(
          name,
        )
      ) {
        dangers.push(`<${name}>`);
      }
      for (const attribute of node.attributes) {
        const value = attribute.value.trim();
        if (
          /^on/i.test(attribute.name) ||
          /^(?:srcdoc|srcset|ping|action|formaction|background|autofocus|attributionsrc)$/.test(attribute.name)
        ) {
          dangers.push(`${name}[${attribute.name}]`);
        }
        if (attribute.name === 'style' && document.contentType === 'text/html') dangers.push(`${name}[style]`);
        if (/^(?:href|xlink:href|src|poster|data)$/.test(attribute.name)) {
          const { href, protocol } = new URL(value, document.baseURI);
          const isLink = name === 'a' && /^(?:https?|mailto|tel|sms):$/.test(protocol);
          if (!href.startsWith(own) && !isLink) dangers.push(`${name}[${attribute.name}=${value.slice(0, 60)}]`);
        }
      }
    }
    const nativeNames = ['body', 'head', 'documentElement', 'createElement', 'querySelector', 'getElementById', 'location'] as const;
    for (const name of nativeNames) if (Object.hasOwn(document, name) && name !== 'location') dangers.push(`document.${name}`);
    if (document.body !== null && document.contentType === 'text/html' && !(document.body instanceof HTMLBodyElement))
      dangers.push('document.body');
    if ('__attacked' in window) dangers.push('an attack ran');
    if ('polluted' in {}) dangers.push('prototypes are polluted');
    return dangers;
  });
}

/** Gives handlers, animations and refreshes the time to run, then says what went wrong. */
async function visit({ page, takeProblems }: Watched, address: string): Promise<readonly string[]> {
  await page.goto(address);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))));
  const moved = page.url() === address ? [] : [`moved to ${page.url()}`];
  return [...moved, ...(await dangersInPage(page)), ...takeProblems()];
}

function pathsIn(folder: string, extension: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => extension.test(path))
    .sort();
}

describe('a hostile knowledge base', () => {
  let folder = '';
  let site = '';
  const vectors = Object.keys(bodyAttacks).length + textAttacks.length + Object.keys(svgAttacks).length + 3;

  beforeAll(async () => {
    folder = folderWith(attackedKnowledgeBase());
    site = await exportFolder(folder);
  });

  it('is refused where it would run as front matter', async () => {
    const { code, stdout } = await runBuilt(['check', folder, '--format', 'json'], folder);
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { path: string; code: string; severity: string; message: string }[] };
    for (const path of ['front-matter.md', 'front-matter-2.md']) {
      const problem = diagnostics.find((diagnostic) => diagnostic.path === path && diagnostic.code === 'front-matter-language');
      expect(problem).toMatchObject({ severity: 'error', message: expect.stringMatching(/YAML/) });
    }
    expect(pathsIn(join(folder, '..'), /attacked\.txt$/)).toEqual([]);
  });

  it('is large: at least 60 attacks', () => {
    console.log(`${vectors} attacks on ${pathsIn(site, /\.html$/).length} pages`);
    expect(vectors).toBeGreaterThan(60);
    expect(pathsIn(site, /\.html$/).length).toBeGreaterThan(200);
  });

  it('leaves nothing on the site that a browser would run by itself', () => {
    expect(pathsIn(site, /\.(?:xml|xhtml|xsl|js)$/)).toEqual([
      'course.js',
      'flow.js',
      'run.js',
      'search-data.js',
      'search-tables.js',
      'search.js',
      'service-worker.js',
      'site.js',
      'theme.js',
      'words.en.js',
      'words.zh-Hans.js',
    ]);
    expect(pathsIn(site, /attack.*\.html$/)).not.toContain('assets/attack.html');
    expect(pathsIn(join(site, 'assets'), /\.svg$/).length).toBeGreaterThanOrEqual(Object.keys(svgAttacks).length);
  });

  describe.each(['opened as files', 'served'] as const)('%s', (way) => {
    let root = '';
    let stop: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      if (way === 'opened as files') root = fileAddress(site);
      else ({ address: root, stop } = await serveFolder(folder));
    });
    afterAll(async () => {
      await stop?.();
    });

    it('runs nothing, shows no dialog and asks no other host on any page', async () => {
      const watched = await windows.open(root);
      const found: Record<string, readonly string[]> = {};
      for (const path of pathsIn(site, /\.html$/)) {
        const problems = await visit(watched, root + path);
        // A page of a host's own, and one that only an exported site has.
        const isElsewhere = path === '404.html' || (path === 'offline.html' && way === 'served');
        if (problems.length > 0 && !isElsewhere) found[path] = problems;
      }
      expect(found).toEqual({});
    });

    it('runs nothing in a picture that is opened by itself', async () => {
      const watched = await windows.open(root);
      const found: Record<string, readonly string[]> = {};
      for (const path of pathsIn(site, /\.svg$/)) {
        const problems = await visit(watched, root + path);
        if (problems.length > 0) found[path] = problems;
      }
      expect(found).toEqual({});
    });

    it('runs nothing when hits are found, chosen and previewed', async () => {
      const watched = await windows.open(root);
      const { page, takeProblems } = watched;
      await page.goto(`${root}index.html`);
      await page.keyboard.press('/');
      for (const words of ['攻击', 'img src onerror', 'script alert', 'javascript', 'constructor', '<img src=x onerror=alert(1)>']) {
        await page.locator('.search-field').fill(words);
        await page.locator('a[role=option]').first().waitFor();
        const count = await page.locator('a[role=option]').count();
        expect(count).toBeGreaterThan(2);
        for (let at = 0; at < count; at += 1) await page.keyboard.press('ArrowDown');
        expect(await dangersInPage(page)).toEqual([]);
      }
      await page.locator('.search-field').fill(`qqq<img src=x onerror="${attackCode}">zzz`);
      await page.locator('[role=option], .search-message:not(:empty)').first().waitFor();
      expect(await dangersInPage(page)).toEqual([]);
      expect(takeProblems()).toEqual([]);
    });

    it('runs nothing when blanks are filled and copied, buttons pressed and pages left', async () => {
      const watched = await windows.open(root);
      const { page, takeProblems } = watched;
      const withForms = pathsIn(site, /^pages\/text-.*\.html$/).filter((path) =>
        readFileSync(join(site, path), 'utf8').includes('data-blank'),
      );
      expect(withForms.length).toBe(textAttacks.length);
      for (const path of withForms) {
        await page.goto(root + path);
        for (const field of await page.locator('input[data-blank]').all()) await field.fill(`<img src=x onerror="${attackCode}">`);
        for (const button of await page.locator('main button:visible').all())
          if ((await button.getAttribute('data-print')) === null) await button.click();
        expect({ path, dangers: await dangersInPage(page) }).toEqual({ path, dangers: [] });
      }
      expect(takeProblems()).toEqual([]);
    });
  });
});

describe('the watch itself', () => {
  it('sees an attack that gets through', async () => {
    const folder = folderWith({
      'index.html': `<!doctype html><img src="x.png" onerror="${attackCode}"><img src="https://attacker.example/x.png"><script>throw new Error('oops')</script>`,
    });
    const problems = await visit(await windows.open(fileAddress(folder)), `${fileAddress(folder)}index.html`);
    expect(problems).toEqual(
      expect.arrayContaining([
        'an attack ran',
        'img[onerror]',
        'dialog: attacked',
        'request: https://attacker.example/x.png',
        'exception: oops',
      ]),
    );
  });
});
