import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareMessage, readThreads } from '../../src/app/threads.js';
import type { Message, MessageKind } from '../../src/core/model/thread.js';
import { anchorAt, findAnchor, wholePage } from '../../src/core/review/threads/anchor.js';
import { formatMessage, messagePath, parseMessage, threadOf } from '../../src/core/review/threads/message-file.js';
import { readThreadFiles } from '../../src/node/thread-files.js';
import { configText, type PersonName, page, people, Repository, useRepositories } from '../support/repository.js';

useRepositories();

const blob = '0123456789012345678901234567890123456789';

/** An anchor for the words between `[` and `]`. */
function anchored(marked: string) {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  return { text, anchor: anchorAt(text, { start, end: marked.indexOf(']') - 1 }, blob) };
}

/** The text with the place that is found marked the same way, and how it was found. */
function found(text: string, { anchor }: ReturnType<typeof anchored>): readonly [string, string] {
  const { start, end, found: how } = findAnchor(text, anchor);
  return [`${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, how];
}

describe('an anchor', () => {
  const policy = anchored('## 期限\n\n顾客[七天内]可以退款。\n\n## 例外\n\n生鲜除外。\n');

  it('finds its words where they were, and where they have moved', () => {
    expect(found(policy.text, policy)).toEqual(['## 期限\n\n顾客[七天内]可以退款。\n\n## 例外\n\n生鲜除外。\n', 'found']);
    expect(found(`# 新😀\n\n前言。\n\n${policy.text}`, policy)).toEqual([
      '# 新😀\n\n前言。\n\n## 期限\n\n顾客[七天内]可以退款。\n\n## 例外\n\n生鲜除外。\n',
      'found',
    ]);
  });

  it('says when the words have changed, and where they were', () => {
    expect(found('## 期限\n\n顾客十天内可以退款。\n\n## 例外\n\n生鲜除外。\n', policy)).toEqual([
      '## 期限\n\n顾客[十天内]可以退款。\n\n## 例外\n\n生鲜除外。\n',
      'changed',
    ]);
    expect(found('## 期限\n\n见合同。\n', policy)[1]).toBe('changed');
    expect(found('', policy)).toEqual(['[]', 'changed']);
  });

  it('of words that stand in several places keeps to its own', () => {
    const third = anchored('甲：请稍等。\n\n乙：请稍等。\n\n丙：[请稍等。]\n\n丁：请稍等。\n');
    expect(found(`新：请稍等。\n\n${third.text}\n戊：请稍等。\n`, third)[0]).toContain('丙：[请稍等。]');
    // Short words elsewhere are others.
    expect(found('戊，请稍等。己\n', third)[1]).toBe('changed');
  });

  it('does not mind how lines end', () => {
    const windows = policy.text.replaceAll('\n', '\r\n');
    expect(found(windows, policy)).toEqual(['## 期限\r\n\r\n顾客[七天内]可以退款。\r\n\r\n## 例外\r\n\r\n生鲜除外。\r\n', 'found']);
    const start = windows.indexOf('七天内');
    expect(anchorAt(windows, { start, end: start + 3 }, blob)).toEqual(policy.anchor);
  });

  it('at a cursor is about its line, on a blank line or without words about the whole page', () => {
    const cursor = policy.text.indexOf('可以');
    expect(anchorAt(policy.text, { start: cursor, end: cursor }, blob).quote).toBe('顾客七天内可以退款。');
    expect(anchorAt('\n甲', { start: 0, end: 0 }, blob).quote).toBe('');
    expect(findAnchor(policy.text, wholePage(blob))).toEqual({ start: 0, end: 0, found: 'whole' });
  });

  it('takes no half of a surrogate pair', () => {
    const long = `${'x'.repeat(59)}😀您好${'😀'.repeat(40)}`;
    const { before, after } = anchorAt(long, { start: 61, end: 63 }, blob);
    expect(() => encodeURIComponent(`${before}|${after}`)).not.toThrow();
  });

  it('survives edits elsewhere', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '。', ' ', '\n', 'a', '😀', '# '), maxLength: 80 });
    const quote = fc.string({ unit: fc.constantFrom('七', '天', '内', '退'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(words, quote, words, words, words, (before, own, after, earlier, later) => {
        const text = `${before}「${own}」${after}`;
        const start = before.length + 1;
        const anchor = anchorAt(text, { start, end: start + own.length }, blob);
        // What stands right beside the words stays; everything else is written anew.
        const edited = `${earlier}${before.slice(-12)}「${own}」${after.slice(0, 12)}${later}`;
        const at = earlier.length + before.slice(-12).length + 1;
        const place = findAnchor(edited, anchor);
        const isTelling = own.length >= 8 || edited === text || before.slice(-12).length + after.slice(0, 12).length >= 2;
        if (isTelling) expect(place).toEqual({ start: at, end: at + own.length, found: 'found' });
        else expect(place.end).toBeLessThanOrEqual(edited.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a place inside any text', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(any, any, fc.nat(60), fc.nat(60), (text, other, one, two) => {
        const [start = 0, end = 0] = [Math.min(one, text.length), Math.min(two, text.length)].sort((a, b) => a - b);
        const place = findAnchor(other, anchorAt(text, { start, end }, blob));
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        expect(place.end).toBeLessThanOrEqual(other.length);
      }),
    );
  });
});

describe('a message file', () => {
  const message: Message = {
    id: 'policies/refund "x"',
    thread: '0a1b2c3d',
    kind: 'comment',
    by: 'bob@example.com',
    name: '鲍勃',
    at: '2026-11-22T10:00:00.000+08:00',
    text: '---\n期限不对：\n\n> 七天\n\n# 标题 😀',
    anchor: { blob, quote: '七天\n内', before: '顾客', after: '"退款"', start: 12 },
  };

  it('is read back as it was written', () => {
    expect(parseMessage(formatMessage(message))).toEqual(message);
    expect(messagePath(message, formatMessage(message))).toMatch(
      /^\.playbook\/reviews\/policies\/refund%20%22x%22\/threads\/0a1b2c3d\/bob-at-example\.com-[0-9a-f]{10}\.md$/,
    );
  });

  it('whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (body, quote, name) => {
        const written: Message = {
          ...{ id: 'a', thread: '00000000', kind: 'resolved', by: 'b@c', at: '2026-01-01T00:00:00Z' },
          ...{ name, text: body.replaceAll('\r\n', '\n').trim(), anchor: { blob, quote, before: quote, after: name, start: 0 } },
        };
        expect(parseMessage(formatMessage(written))).toEqual(written);
      }),
    );
  });

  it('that this program did not write is none', () => {
    const text = formatMessage(message);
    for (const broken of [
      '',
      '# 甲\n',
      text.replace('thread: "0a1b2c3d"', 'thread: "../x"'),
      text.replace('message: "comment"', 'message: "deleted"'),
      text.replace('by: "bob', 'more: 1\nby: "bob'),
      text.replace('start: 12', 'start: -1'),
      text.slice(0, text.indexOf('\n---\n') + 5),
      `---\nid: &a [*a]\n---\n甲\n`,
      'x'.repeat(200_000),
    ]) {
      expect(parseMessage(broken)).toBeUndefined();
    }
  });
});

describe('threads in git', () => {
  function repository(): Repository {
    return Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/a.md': page('a'), 'playbooks/b.md': page('a/threads') });
  }

  async function threadsOf(made: Repository, id = 'a') {
    const threads = await readThreads(await made.review(), id, await readThreadFiles(made.root, id));
    return threads.map(({ id: thread, state, messages }) => ({
      thread,
      state,
      messages: messages.map(({ message, proof, by }) => `${by.name}：${message.text}（${message.kind}，${proof}）`),
    }));
  }

  let minute = 0;
  /** Writes a message; a new thread about the words of the page, or a reply. */
  async function say(
    made: Repository,
    who: PersonName,
    text: string,
    more: { readonly thread?: string; readonly kind?: MessageKind; readonly id?: string; readonly as?: PersonName } = {},
  ) {
    const { thread, kind = 'comment', id = 'a', as = who } = more;
    minute += 1;
    const threads = await readThreads(await made.review(), id, await readThreadFiles(made.root, id));
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const words = page(id);
    const anchor = anchorAt(words, { start: words.indexOf('正在'), end: words.indexOf('。\n') }, blob);
    const prepared = prepareMessage(threads, { id, kind, by: people[as], at, text, ...(thread === undefined ? { anchor } : { thread }) });
    if ('refusal' in prepared) throw new Error(prepared.refusal);
    return prepared;
  }

  it('are proven by who committed each message', async () => {
    const made = repository();
    const first = await say(made, 'bob', '“正在”太口语。');
    made.commit('bob', { [first.file]: first.text });
    const reply = await say(made, 'alice', '改成“马上”？', { thread: first.thread });
    made.write({ [reply.file]: reply.text });
    expect(await threadsOf(made)).toEqual([
      {
        thread: first.thread,
        state: 'open',
        messages: ['鲍勃：“正在”太口语。（comment，proven）', '艾丽：改成“马上”？（comment，uncommitted）'],
      },
    ]);
    made.commit('alice');
    // Mallory speaks for Bob, and Alice's words are changed.
    const forged = await say(made, 'mallory', '', { thread: first.thread, kind: 'resolved', as: 'bob' });
    made.commit('mallory', { [forged.file]: forged.text });
    made.commit('mallory', { [reply.file]: reply.text.replace('马上', '永远') });
    expect(await threadsOf(made)).toEqual([
      {
        thread: first.thread,
        state: 'open',
        messages: ['鲍勃：“正在”太口语。（comment，proven）', '艾丽：改成“永远”？（comment，edited）', '鲍勃：（resolved，not-author）'],
      },
    ]);
    const done = await say(made, 'alice', '已改。', { thread: first.thread, kind: 'resolved' });
    made.commit('alice', { [done.file]: done.text });
    expect((await threadsOf(made))[0]?.state).toBe('resolved');
    const again = await say(made, 'bob', '', { thread: first.thread, kind: 'reopened' });
    made.commit('bob', { [again.file]: again.text });
    expect((await threadsOf(made))[0]?.state).toBe('open');
  });

  it('of two branches merge without conflict, replies to one thread too', async () => {
    const made = repository();
    const first = await say(made, 'bob', '一。');
    made.commit('bob', { [first.file]: first.text });
    made.git('switch', '--quiet', '-c', 'side');
    const [side, aside] = [await say(made, 'carol', '二，在分支上。', { thread: first.thread }), await say(made, 'carol', '另一件事。')];
    made.commit('carol', { [side.file]: side.text, [aside.file]: aside.text });
    made.git('switch', '--quiet', 'main');
    const [main, settled] = [
      await say(made, 'alice', '三，在主干上。', { thread: first.thread }),
      await say(made, 'alice', '好了。', { thread: first.thread, kind: 'resolved' }),
    ];
    made.commit('alice', { [main.file]: main.text, [settled.file]: settled.text });
    made.git('merge', '--quiet', '--no-edit', 'side');
    const [one, other] = await threadsOf(made);
    expect(one).toEqual({
      thread: first.thread,
      state: 'resolved',
      messages: [
        '鲍勃：一。（comment，proven）',
        '艾丽：三，在主干上。（comment，proven）',
        '艾丽：好了。（resolved，proven）',
        '陈晨：二，在分支上。（comment，proven）',
      ],
    });
    expect(other).toEqual({ thread: aside.thread, state: 'open', messages: ['陈晨：另一件事。（comment，proven）'] });
  });

  it('change nothing about what is approved, and are no decisions', async () => {
    const made = repository();
    await made.approve('a', 'bob');
    const open = await say(made, 'carol', '再想想。');
    made.commit('carol', { [open.file]: open.text });
    const review = await made.review();
    expect(review.states.get('a')).toMatchObject({ state: 'approved', suspicious: [] });
    expect(review.ledger.unreadable).toEqual([]);
  });

  it('belong to the playbook that their files name', async () => {
    const made = repository();
    const [own, other] = [await say(made, 'bob', '甲的。'), await say(made, 'bob', '乙的。', { id: 'a/threads' })];
    made.commit('bob', { [own.file]: own.text, [other.file]: other.text });
    expect((await threadsOf(made)).map(({ thread }) => thread)).toEqual([own.thread]);
    expect((await threadsOf(made, 'a/threads')).map(({ thread }) => thread)).toEqual([other.thread]);
  });

  it('are refused without words, and replies where there is no thread', () => {
    const wish = { id: 'a', kind: 'comment', by: people.bob, at: '2026-01-01T00:00:00Z', text: ' \n' } as const;
    expect(prepareMessage([], { ...wish, anchor: wholePage(blob) })).toEqual({ refusal: 'empty-text' });
    expect(prepareMessage([], { ...wish, text: '甲', thread: '00000000' })).toEqual({ refusal: 'unknown-thread', thread: '00000000' });
  });

  it('two that begin with the same words at different times are two', () => {
    const message = { id: 'a', kind: 'comment', by: 'bob@example.com', text: '甲', anchor: wholePage(blob) } as const;
    expect(threadOf({ ...message, at: '2026-01-01T00:00:00Z' })).not.toBe(threadOf({ ...message, at: '2026-01-01T00:00:01Z' }));
  });
});
