import assert from 'node:assert/strict';
import { activationTimes, ownExtension } from './extension.js';
import { revertAll } from './folder.js';
import { addPreview } from './preview.js';
import { addReading } from './reading.js';
import { addReview } from './review.js';
import { report, Suite } from './runner.js';
import { addWriting } from './writing.js';

/** Called by VS Code's extension host. */
export async function run(): Promise<void> {
  const suite = new Suite(async () => {
    await revertAll();
    await (await ownExtension().activate()).ready();
  });
  suite.test('the extension starts by itself in a folder with a config, and its language server answers', async () => {
    const { ready } = await ownExtension().activate();
    assert.equal(await ready(), true);
    const times = await activationTimes();
    const { loadCode, callActivate, finishActivate, event } = times;
    report(`activation by VS Code's own figures: ${loadCode} + ${callActivate} + ${finishActivate} ms (code, call, end), ${event}`);
    assert.equal(event, 'workspaceContains:**/playbook.config.yaml');
  });
  addWriting(suite);
  addPreview(suite);
  addReading(suite);
  addReview(suite);
  await suite.run(process.env['PLAYBOOK_VSCODE_ONLY'] ?? '');
}
