import { describe, expect, it } from 'vitest';
import { Notices } from '../../src/vscode/notices.js';

/** Like the client of the editor's library: one handler for each kind of message. */
class OneHandlerEach {
  readonly #handlers = new Map<string, () => void>();
  onNotification(method: string, handler: () => void): void {
    this.#handlers.set(method, handler);
  }
  send(method: string): void {
    this.#handlers.get(method)?.();
  }
}

describe('messages of the language server', () => {
  it('reach everybody who listens, and those who stop take nobody with them', () => {
    const client = new OneHandlerEach();
    const notices = new Notices();
    notices.connect(client);
    const heard: string[] = [];
    notices.on('playbook/reviewChanged', () => heard.push('view'));
    const panel = notices.on('playbook/reviewChanged', () => heard.push('panel'));
    notices.on('playbook/changed', () => heard.push('other'));
    client.send('playbook/reviewChanged');
    expect(heard).toEqual(['view', 'panel']);
    panel.dispose();
    client.send('playbook/reviewChanged');
    expect(heard).toEqual(['view', 'panel', 'view']);
  });

  it('come by the connection of now, also to who listened before there was one', () => {
    const notices = new Notices();
    let count = 0;
    notices.on('playbook/changed', () => {
      count += 1;
    });
    const [first, second] = [new OneHandlerEach(), new OneHandlerEach()];
    notices.connect(first);
    first.send('playbook/changed');
    notices.connect(second);
    second.send('playbook/changed');
    expect(count).toBe(2);
  });
});
