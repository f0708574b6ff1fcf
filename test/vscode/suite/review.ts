import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { acceptWhatAsks, appears, fileUri, git, openFile, rootUri } from './folder.js';
import type { Suite } from './runner.js';

/** Where those about the policy are kept. */
const decisions = '.playbook/reviews/policy-refund';
const flow = 'playbooks/flows/flow-refund.md';
const policy = 'playbooks/policies/policy-refund.md';

/** The review in git and the export of what is approved. */
export function addReview(suite: Suite): void {
  suite.test('one who did not write it approves a playbook, and the decision is committed in their name', async () => {
    await approvePolicy();
    const [person, subject] = git('log', '-1', '--format=%an <%ae>%n%s', '--', decisions).trim().split('\n');
    assert.equal(person, '鲍勃 <bob@example.com>');
    assert.match(subject ?? '', /policy-refund/);
    const files = git('log', '-1', '--name-only', '--format=', '--', decisions).trim().split('\n');
    assert.equal(files.length, 1);
    assert.match(files[0] ?? '', /^\.playbook\/reviews\/policy-refund\/[0-9a-f]{8}-bob.*\.yaml$/);
  });

  suite.test('nobody approves what they wrote themselves', async () => {
    signIn('艾丽', 'alice@example.com');
    const before = git('rev-parse', 'HEAD');
    await openFile(flow);
    await reviewIsKnown(flow);
    await acceptWhatAsks(vscode.commands.executeCommand('playbook.approve', fileUri(flow)));
    assert.equal(git('rev-parse', 'HEAD'), before);
  });

  suite.test('the export holds what is approved and nothing else', async () => {
    await approvePolicy();
    const home = appears('site/index.html');
    const exported = vscode.commands.executeCommand('playbook.export');
    await home;
    // The command ends when its message is closed.
    await acceptWhatAsks(exported);
    const site = join(rootUri().fsPath, 'site');
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    const texts = pages.map((name) => readFileSync(join(site, name), 'utf8'));
    assert.equal(
      texts.some((text) => text.includes('>退款政策</h1>')),
      true,
    );
    assert.equal(
      texts.some((text) => text.includes('>退款处理流程</h1>')),
      false,
    );
  });

  // The last one: the policy stays away.
  suite.test('the removal of a playbook is approved from the view, where its file cannot be opened any more', async () => {
    await approvePolicy();
    const approved = readdirSync(fileUri(decisions).fsPath);
    signIn('艾丽', 'alice@example.com');
    git('rm', '--quiet', policy);
    git('commit', '--quiet', '--message', '停用退款政策');
    signIn('鲍勃', 'bob@example.com');
    // As an item of the view has it: without an address.
    const entry = { id: 'policy-refund', path: policy, title: '退款政策', state: 'changed', awaiting: [{ count: 1, from: [] }] };
    while (readdirSync(fileUri(decisions).fsPath).length === approved.length) {
      await acceptWhatAsks(vscode.commands.executeCommand('playbook.approve', { entry }));
    }
    const [added, ...others] = readdirSync(fileUri(decisions).fsPath).filter((name) => !approved.includes(name));
    assert.deepEqual(others, []);
    assert.match(added ?? '', /^00000000-bob.*\.yaml$/);
    assert.equal(git('log', '-1', '--format=%an', '--', `${decisions}/${added}`).trim(), '鲍勃');
    assert.equal(git('status', '--porcelain').trim(), '');
  });
}

/** By Bob, who did not write it, unless that was done already. */
async function approvePolicy(): Promise<void> {
  if (existsSync(fileUri(decisions).fsPath)) return;
  await openFile(policy);
  await reviewIsKnown(policy);
  signIn('鲍勃', 'bob@example.com');
  // The extension may hear of the history a moment after the server has answered.
  while (!existsSync(fileUri(decisions).fsPath)) {
    await acceptWhatAsks(vscode.commands.executeCommand('playbook.approve', fileUri(policy)));
  }
}

/** Who works in this folder from now on, as git knows it. */
function signIn(name: string, email: string): void {
  git('config', 'user.name', name);
  git('config', 'user.email', email);
}

/** Ends when the server has read the history: then a playbook says above its text how it stands. */
async function reviewIsKnown(path: string): Promise<void> {
  for (;;) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', fileUri(path), 20);
    if (lenses.some(({ command }) => command?.command === 'playbook.reviewActions')) return;
  }
}
