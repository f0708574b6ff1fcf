import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What is typed and looked for, by VS Code's name of the language. */
const texts = {
  'zh-cn': {
    type: '标准回复',
    title: '退款到账查询回复',
    commit: '新增：退款到账查询回复',
    waiting: '等我审核',
    requested: '我提请的',
    note: '请核对到账时间',
    approval: '到账时间已核对',
  },
  en: {
    type: 'Standard response',
    title: 'Refund arrival reply',
    commit: 'Add the refund arrival reply',
    waiting: 'Waiting for me',
    requested: 'Requested by me',
    note: 'Please check the days',
    approval: 'The days are right',
  },
};

/** A forbidden word, a blank that nobody declared, a slip in a variable's name; and how it reads when all is mended. */
const mistaken = '订单 {{order_id}} 的退款保证三天到账，有问题请找{{company.shpo}}。';
const mended = '订单 {{order_id}} 的退款我们会尽力三天到账，有问题请找{{company.shop}}。';

const reviewer = { name: '鲍勃', email: 'bob@example.com' };

/**
 * From the first look at the view to an exported site: a playbook by the wizard, three mistakes mended from the light bulb, the
 * preview, a request for review, the approval by somebody else, the export.
 */
export async function travel(workbench, { folder }, address) {
  const { page } = workbench;
  const text = texts[workbench.language];
  await showView(workbench);
  await workbench.picture('view');
  await createByWizard(workbench, text);
  await makeMistakes(workbench);
  await mendFromLightBulb(workbench);
  await page.keyboard.press('Control+s');
  const path = newFile(folder);
  await workbench.until(() => readFileSync(join(folder, path), 'utf8').includes(mended), 'the mended text is saved');
  await workbench.picture('mended');
  await preview(workbench);
  await commit(workbench, text.commit, () => git(folder, 'log', '-1', '--format=%s').trim() === text.commit);
  await requestReview(workbench, text, path, () => lastDecision(folder).includes(JSON.stringify(text.note)));
  becomeReviewer(folder);
  await workbench.open(address);
  // The preview is there again by itself.
  await previewShows(workbench, '有问题请找星海商城');
  const approver = () => git(folder, 'log', '-1', '--format=%an <%ae>', '--', '.playbook/reviews').trim();
  await approve(workbench, text, () => approver() === `${reviewer.name} <${reviewer.email}>`);
  await exportSite(workbench);
  const pages = readdirSync(join(folder, 'site'), { recursive: true }).filter((name) => name.endsWith('.html'));
  const exported = pages.filter((name) => readFileSync(join(folder, 'site', name), 'utf8').includes('我们会尽力三天到账'));
  assert.equal(exported.length > 0, true, `The site has no page with the approved wording: ${pages.join(', ')}`);
}

async function showView(workbench) {
  await workbench.page.locator('.activitybar .action-item a[aria-label^="Playbook KB"]').click();
  await workbench.page.locator('.pane-header', { hasText: workbench.word('view.knowledgeBase') }).waitFor();
  await workbench.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first().waitFor();
  // Away from the icon, whose tip would stay.
  await workbench.page.mouse.move(700, 500);
}

async function createByWizard(workbench, { type, title }) {
  const { page } = workbench;
  await workbench.ownCommand('command.newPlaybook');
  await workbench.row(type).waitFor();
  await workbench.picture('wizard-type');
  await workbench.row(type).click();
  await workbench.step('2/4');
  await workbench.type(title);
  await workbench.picture('wizard-title');
  await page.keyboard.press('Enter');
  await workbench.step('3/4');
  await workbench.row('zh-Hans').waitFor();
  await workbench.picture('wizard-language');
  await workbench.row('zh-Hans').click();
  await workbench.step('4/4');
  await workbench.row('responses').waitFor();
  await workbench.picture('wizard-folder');
  await page.keyboard.press('Enter');
  await workbench.tab('.md').waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await workbench.picture('template');
}

async function makeMistakes(workbench) {
  const { page } = workbench;
  // The wording of the first channel; what stands in “do not say” may hold forbidden words.
  await page.locator('.monaco-editor .view-line', { hasText: '您不用再来询问' }).click();
  await page.keyboard.press('End');
  await workbench.write(mistaken);
  await workbench.marks().nth(2).waitFor();
  await workbench.picture('mistakes');
}

async function mendFromLightBulb(workbench) {
  const { page } = workbench;
  await page.keyboard.press('Control+Home');
  for (const number of [1, 2, 3]) {
    const before = await workbench.marks().count();
    await page.keyboard.press('F8');
    await page.locator('.peekview-widget').waitFor();
    await workbench.picture(`problem-${number}`);
    await page.keyboard.press('Escape');
    await page.locator('.peekview-widget').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await workbench.picture(`light-bulb-${number}`);
    await page.keyboard.press('Enter');
    await workbench.until(async () => (await workbench.marks().count()) < before, `problem ${number} is mended`);
  }
}

/** The exported page beside the text. */
async function preview(workbench) {
  await workbench.page.keyboard.press('Control+Alt+v');
  // The value of a variable is in the product's page only.
  await previewShows(workbench, '有问题请找星海商城');
  await workbench.picture('preview');
}

async function previewShows({ page }, text) {
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('body', { hasText: text }).waitFor();
}

async function commit(workbench, message, isDone) {
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+g');
  await page.locator('.scm-editor .monaco-editor').click();
  await workbench.write(message);
  await workbench.picture('commit');
  await page.keyboard.press('Control+Enter');
  await workbench.until(isDone, 'the playbook is committed');
}

async function requestReview(workbench, { title, note, requested }, path, isDone) {
  const { page } = workbench;
  await showView(workbench);
  await workbench.tab(basename(path)).click();
  await workbench.ownCommand('command.requestReview');
  await workbench.step(title);
  await workbench.type(note);
  await workbench.picture('request');
  await page.keyboard.press('Enter');
  await workbench.until(isDone, 'the request is committed with its note');
  await page.locator('.monaco-list-row', { hasText: requested }).waitFor();
  await workbench.picture('requested');
}

/** Somebody else sits down at the computer. */
function becomeReviewer(folder) {
  git(folder, 'config', 'user.name', reviewer.name);
  git(folder, 'config', 'user.email', reviewer.email);
}

async function approve(workbench, { title, waiting, approval }, isDone) {
  const { page } = workbench;
  await showView(workbench);
  const list = page.locator('.monaco-list-row', { hasText: waiting });
  await list.waitFor();
  if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click();
  const entry = page
    .locator('.pane', { hasText: workbench.word('view.review') })
    .locator('.monaco-list-row', { hasText: title })
    .first();
  await entry.waitFor();
  await entry.click();
  await workbench.picture('waiting-for-me');
  await workbench.ownCommand('command.approve');
  await workbench.step(title);
  await workbench.type(approval);
  await workbench.picture('approve');
  await page.keyboard.press('Enter');
  await workbench.until(isDone, 'the approval is committed');
  await list.waitFor({ state: 'detached' });
  await workbench.picture('approved');
}

async function exportSite(workbench) {
  await workbench.command('Notifications: Clear All Notifications');
  await workbench.ownCommand('command.export');
  // The message of the finished export offers two ways on; that of a running one offers to stop it.
  await workbench.page.locator('.notification-toast', { has: workbench.page.locator('.monaco-button').nth(1) }).waitFor();
  await workbench.picture('exported');
}

/** Text of the decision that was committed last. */
function lastDecision(folder) {
  return git(folder, 'log', '-1', '--format=', '--patch', '--', '.playbook/reviews').replaceAll(/^\+/gm, '');
}

/** Path of the file that git does not know yet. */
function newFile(folder) {
  const files = git(folder, 'ls-files', '--others', '--exclude-standard', '-z')
    .split('\0')
    .filter((path) => path.endsWith('.md'));
  assert.equal(files.length, 1);
  return files[0];
}

function git(folder, ...args) {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
}
