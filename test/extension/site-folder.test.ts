import { describe, expect, it } from 'vitest';
import { liesAmongPlaybooks } from '../../src/vscode/commands/site-folder.js';

describe('the folder of the exported site', () => {
  it.each([
    // Where the playbooks are the folder itself, the usual folder lies among them.
    ['', 'site', true],
    ['', '.', true],
    ['', '../知识库-site', false],
    ['', '/srv/site', false],
    ['', '/工作/知识库/site', true],
    ['', '..网站', true],
    ['playbooks', 'site', false],
    ['playbooks', 'playbooks', true],
    ['playbooks', 'playbooks/site', true],
    ['playbooks', 'playbooks-site', false],
    ['playbooks', '.', false],
  ])('with playbooks in “%s”: does “%s” lie among them? %s', (content, folder, expected) => {
    expect(liesAmongPlaybooks('/工作/知识库', content, folder)).toBe(expected);
  });
});
