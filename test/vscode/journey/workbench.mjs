import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** VS Code's built-in themes, and how the page says which one it shows. */
export const themes = {
  light: { name: 'Light 2026', mark: '.monaco-workbench.vs' },
  dark: { name: 'Dark 2026', mark: '.monaco-workbench.vs-dark' },
  contrast: { name: 'Default High Contrast', mark: '.monaco-workbench.hc-black' },
};

/** The longest a step may take, in milliseconds. */
const patience = 60_000;

/** The window notices at once what changes in the folder's own settings; those of the user it reads when it opens. */
function setTheme(folder, colorTheme) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': colorTheme }));
}

/** A VS Code window as a person sees it: what is clicked, typed and read. */
export class Workbench {
  #shots = 0;

  /**
   * @param {{ page: import('playwright-core').Page, folder: string, pictures: string, language: string }} options
   *   `folder` is the one that is open, `pictures` where the pictures go, `language` VS Code's name of it
   */
  constructor({ page, folder, pictures, language }) {
    this.page = page;
    this.folder = folder;
    this.pictures = pictures;
    const file = language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
    this.words = JSON.parse(readFileSync(file, 'utf8'));
    this.language = language;
    page.setDefaultTimeout(patience);
  }

  /** What the product calls a thing in the language of the window. */
  word(key) {
    const text = this.words[key];
    if (text === undefined) throw new Error(`No word for ${key}`);
    return text;
  }

  async open(address) {
    await this.page.goto(address, { waitUntil: 'commit' });
    await this.page.waitForSelector('.monaco-workbench .part.statusbar');
  }

  /** Pictures of the whole window, one in each theme. */
  async picture(name) {
    this.#shots += 1;
    const number = String(this.#shots).padStart(2, '0');
    for (const [theme, { name: colorTheme, mark }] of Object.entries(themes)) {
      setTheme(this.folder, colorTheme);
      await this.page.waitForSelector(mark, { state: 'attached' });
      await this.page.screenshot({ path: join(this.pictures, `${number}-${name}-${theme}.png`), animations: 'disabled' });
    }
  }

  /** Runs a command from the palette, found by its title. */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.type(title);
    await this.row(title).click();
  }

  /** Runs a command of the product, by what it is called in the language of the window; VS Code has commands of the same title. */
  async ownCommand(key) {
    await this.command(`Playbook: ${this.word(key)}`);
  }

  /** Types into the list that is open, over what it holds. */
  async type(text) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    const isCommand = (await input.inputValue()).startsWith('>');
    await input.fill(isCommand ? `>${text}` : text);
  }

  /** The row of an open list with this text. */
  row(text) {
    return this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: text }).first();
  }

  /** Waits for the question whose title holds this, such as `2/4` of a wizard. */
  async step(place) {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: place }).waitFor();
  }

  /** Waits until something holds that the page gives no event for; looks again at every frame the window paints. */
  async until(holds, what) {
    const end = performance.now() + patience;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`Never so: ${what}`);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Types text into whatever has the focus, as an input method does. */
  async write(text) {
    await this.page.keyboard.insertText(text);
  }

  /** A tab of the editors, by its label. */
  tab(label) {
    return this.page.locator('.tabs-container .tab', { hasText: label }).first();
  }

  /** Marks under the text of the editor. */
  marks() {
    return this.page.locator('.monaco-editor .cdr.squiggly-error, .monaco-editor .cdr.squiggly-warning');
  }
}
