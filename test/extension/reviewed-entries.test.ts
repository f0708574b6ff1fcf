import { expect, it } from 'vitest';
import type { ReviewEntry } from '../../src/lsp/protocol.js';
import { reviewedEntries } from '../../src/vscode/review/reviewed-entries.js';

const entry = (id: string): ReviewEntry => ({
  ...{ id, kind: 'playbook', path: `${id}.md`, title: id, tags: [], state: 'never-approved', description: '待审核，还缺 1 人审核' },
  ...{ authors: [], approvedBy: [], awaiting: [], mayBeAsked: [], requests: [], changesRequested: [], suspicious: [] },
  ...{ mayApprove: true, waitsForMe: false, requestedByMe: false, writtenByMe: true },
  ...{ changedSinceApproval: false, uncommitted: false },
});

it('where review is off, no page waits for anybody', () => {
  expect(
    reviewedEntries([
      { overview: { mode: 'off' }, entries: [entry('退款')] },
      { overview: { mode: 'advisory' }, entries: [entry('物流')] },
      { overview: { mode: 'required' }, entries: [entry('宕机')] },
    ]).map(({ id }) => id),
  ).toEqual(['物流', '宕机']);
});
