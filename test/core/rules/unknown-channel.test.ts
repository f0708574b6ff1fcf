import { describe, expect, it } from 'vitest';
import { checkMarked, mendMarked } from '../../support/knowledge-base.js';

describe('unknown-channel', () => {
  const marked = '---\nchannels: [phone, ⟦unknown-channel|简讯⟧, ⟦unknown-channel|簡訊⟧, ⟦unknown-channel|emial⟧]\n---\n';

  it('marks channels that the config does not have', () => {
    const { expected, found, problems } = checkMarked('unknown-channel', marked);
    expect(found).toEqual(expected);
    expect(problems.map((problem) => problem.message)).toEqual([
      'There is no channel “简讯”. The channels are: phone, chat, email, sms, social, app, counter.',
      'Channels are written by id: “簡訊” is “sms”.',
      'There is no channel “emial”. Did you mean “email”?',
    ]);
  });

  it('writes the id of a name or of the nearest', () => {
    const { text, left } = mendMarked('unknown-channel', marked);
    expect(text).toBe('---\nchannels: [phone, 简讯, sms, email]\n---\n');
    expect(left).toHaveLength(1);
  });

  it('knows the config’s own channels, a single text, and the channel of a case', () => {
    const config = { 'playbook.config.yaml': 'channels: [{ id: wecom, label: 企业微信 }]\n' };
    const single = checkMarked('unknown-channel', '---\nchannels: ⟦unknown-channel|企业微信⟧\n---\n', config);
    expect(single.found).toEqual(single.expected);
    expect(checkMarked('unknown-channel', '---\nchannels: wecom\n---\n', config).found).toEqual([]);
    const ofCase = checkMarked('unknown-channel', '---\ntype: case\nchannel: ⟦unknown-channel|电话⟧\n---\n');
    expect(ofCase.found).toEqual(ofCase.expected);
  });
});
