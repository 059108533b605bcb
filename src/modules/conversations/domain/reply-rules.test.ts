import { describe, expect, it } from 'vitest';
import { shapeOutgoing } from './outgoing';
import { type ReplyCapabilities, type ReplySituation, replyRules, textLength } from './reply-rules';

const now = new Date('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const capabilities: ReplyCapabilities = {
  reply: true,
  privateReply: true,
  attachments: { maxCount: 1, maxBytes: 1000, contentTypes: ['image/png'] },
  textLimit: { unit: 'characters', max: 8000, maxByKind: { direct: 2000 } },
  replyWindow: { hours: 24, kinds: ['direct'], humanAgentHours: 168 },
};
const comment: ReplySituation = {
  capabilities,
  channelState: 'active',
  kind: 'comment',
  visibility: 'public',
  lastInboundAt: hoursAgo(500),
};
const direct: ReplySituation = { ...comment, kind: 'direct', visibility: 'private' };

describe('reply rules', () => {
  it.each<[string, ReplySituation, string | null]>([
    ['a comment has no window', comment, null],
    ['a direct message within a person’s window', { ...direct, lastInboundAt: hoursAgo(100) }, null],
    ['a direct message after it', { ...direct, lastInboundAt: hoursAgo(168) }, 'reply_window_closed'],
    ['a direct message nobody wrote', { ...direct, lastInboundAt: null }, 'reply_window_closed'],
    ['a paused channel', { ...comment, channelState: 'paused' }, 'channel_paused'],
    ['a lost connection', { ...comment, channelState: 'needs_reconnect' }, 'channel_needs_reconnect'],
    ['no connector', { ...comment, capabilities: undefined }, 'network_unknown'],
    ['a feed', { ...comment, capabilities: { ...capabilities, reply: false } }, 'network_without_replies'],
  ])('%s', (_, situation, refusedReason) => {
    const rules = replyRules(situation, now);
    expect(rules.refusedReason).toBe(refusedReason);
    expect(rules.canReply).toBe(refusedReason === null);
  });

  it('takes files of the kinds that take them', () => {
    const attachments = {
      maxCount: 1,
      maxBytes: 1000,
      contentTypes: ['image/png'],
      kinds: ['direct' as const],
    };
    const taking = { ...capabilities, attachments };
    expect(replyRules({ ...direct, capabilities: taking }, now).attachments).toMatchObject({ maxCount: 1 });
    expect(replyRules({ ...comment, capabilities: taking }, now).attachments).toBeNull();
    const outgoing = { text: '', files: [{ contentType: 'image/png', size: 1 }], mentions: 0 };
    const shape = (mode: 'public' | 'private', situation: ReplySituation) =>
      shapeOutgoing({ ...outgoing, mode }, { ...situation, lastInboundAt: now, capabilities: taking }, now);
    expect(shape('private', direct)).toMatchObject({ ok: true });
    const refusal = { reason: 'attachments_not_supported' };
    expect(shape('public', comment)).toMatchObject({ ok: false, refusal });
    expect(shape('private', comment)).toMatchObject({ ok: false, refusal });
  });

  it('limits by kind and leaves the public thread only from it', () => {
    expect(replyRules(comment, now)).toMatchObject({ canReplyPrivately: true, textLimit: { max: 8000 } });
    expect(replyRules({ ...direct, lastInboundAt: hoursAgo(1) }, now)).toMatchObject({
      canReplyPrivately: false,
      textLimit: { max: 2000 },
      windowEndsAt: new Date('2026-11-29T11:00:00Z'),
    });
  });

  it.each([
    ['characters', 5],
    ['graphemes', 2],
    ['bytes', 14],
  ] as const)('counts %s', (unit, length) => {
    // Three code points joined to one sign, then u with a combining mark.
    expect(textLength('👩\u200d🚀u\u0308', unit)).toBe(length);
  });
});
