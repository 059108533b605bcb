import { describe, expect, it } from 'vitest';
import { apiConnector } from '@/connectors/api/connector';
import type { ChannelAccess, WebhookRequest } from '@/connectors/contract';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_b3RoZXItc2VjcmV0LW9mLXJhcHBvcnQtMTIzNDU2Nzg=';
const receivedAt = new Date('2026-11-22T12:00:00Z');

const channelWith = (secrets: readonly string[], settings: Record<string, unknown> = {}): ChannelAccess => ({
  id: 'c1',
  settings,
  secrets: { signingSecret: secrets },
});

describe('signature', () => {
  const now = new Date(1614265330_000);
  const vector = (
    headers: Record<string, string | undefined> = {},
    body = '{"test": 2432232314}',
  ): WebhookRequest => ({
    method: 'POST',
    headers: {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      ...headers,
    },
    query: {},
    body: Buffer.from(body),
  });
  const verify = (request: WebhookRequest, secrets: readonly string[] = [SECRET], at = now) => {
    const verdict = apiConnector.verifySignature(request, channelWith(secrets), at);
    return verdict.ok ? verdict.externalId : verdict.reason;
  };

  it('accepts the published vector, and names the delivery by its id', () => {
    expect(verify(vector())).toBe('msg_p5jXN8AQM9LWM0D4loKWxJek');
  });

  it('accepts either secret of a rotation, and one good signature among several', () => {
    expect(verify(vector(), [OTHER, SECRET])).toMatch(/^msg_/);
    const several = `v1a,xxx v1,AAAA ${vector().headers['webhook-signature']}`;
    expect(verify(vector({ 'webhook-signature': several }))).toMatch(/^msg_/);
  });

  it.each([
    ['signature_headers_missing', { 'webhook-id': undefined }],
    ['signature_headers_missing', { 'webhook-signature': '' }],
    ['signature_id_too_long', { 'webhook-id': 'x'.repeat(513) }],
    ['signature_timestamp_invalid', { 'webhook-timestamp': '1614265330.5' }],
    ['signature_timestamp_invalid', { 'webhook-timestamp': 'soon' }],
    ['signature_version_unknown', { 'webhook-signature': 'v2,g0hM9SsE' }],
    ['signature_mismatch', { 'webhook-signature': 'v1,AAAA' }],
    ['signature_mismatch', { 'webhook-id': 'msg_other' }],
    ['signature_mismatch', { 'webhook-timestamp': '1614265331' }],
  ])('%s: %o', (reason, headers) => {
    expect(verify(vector(headers))).toBe(reason);
  });

  it('refuses an altered body, another secret, none, and what is older or newer than five minutes', () => {
    expect(verify(vector({}, '{"test": 2432232315}'))).toBe('signature_mismatch');
    expect(verify(vector(), [OTHER])).toBe('signature_mismatch');
    expect(verify(vector(), [])).toBe('signature_secret_missing');
    expect(verify(vector(), [SECRET], new Date(now.getTime() + 300_000))).toMatch(/^msg_/);
    expect(verify(vector(), [SECRET], new Date(now.getTime() + 301_000))).toBe('signature_too_old');
    expect(verify(vector(), [SECRET], new Date(now.getTime() - 301_000))).toBe('signature_too_new');
  });
});

const message = {
  externalId: 'm1',
  conversation: { externalId: 'c1', subject: 'Zelt', url: 'https://forum.example/t/1' },
  author: {
    externalId: 'u1',
    name: 'Jürgen O’Neill',
    handle: '@juergen',
    avatarUrl: 'https://forum.example/a.png',
    profileUrl: 'https://forum.example/u/1',
  },
  text: 'Wann gibt es das Zelt wieder?',
  kind: 'comment',
  visibility: 'public',
  sentAt: '2026-11-22T12:30:00+01:00',
  replyToExternalId: 'm0',
  language: 'de',
  attachments: [{ url: 'https://forum.example/x.jpg', contentType: 'image/jpeg', name: 'x.jpg', size: 12 }],
};
const envelope = (
  data: unknown = message,
  type = 'message.created',
  timestamp: unknown = '2026-11-22T11:59:00Z',
) => ({
  type,
  timestamp,
  data,
});
const parse = (value: unknown) =>
  apiConnector.parseInbound(
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    { id: 'c1', settings: {} },
    receivedAt,
  );
const refusedFields = (value: unknown) => {
  const parsed = parse(value);
  return parsed.outcome === 'refused'
    ? (parsed.fields ?? []).map(({ path, reason }) => `${path} ${reason}`)
    : parsed;
};

describe('deliveries', () => {
  it('reads a message, its version being the timestamp', () => {
    expect(parse(envelope())).toEqual({
      outcome: 'messages',
      events: [
        {
          ...message,
          type: 'created',
          sentAt: new Date('2026-11-22T11:30:00Z'),
          versionAt: new Date('2026-11-22T11:59:00Z'),
          isOwn: false,
        },
      ],
    });
    expect(parse(envelope(message, 'message.updated'))).toMatchObject({ events: [{ type: 'updated' }] });
  });

  it('reads the least that is valid', () => {
    const { externalId, text, kind, visibility, sentAt } = message;
    const least = {
      externalId,
      conversation: { externalId: 'c1' },
      author: { externalId: 'u1', name: 'A' },
      text,
      kind,
      visibility,
      sentAt,
    };
    expect(parse(envelope(least))).toMatchObject({ outcome: 'messages', events: [{ attachments: [] }] });
  });

  it('reads a deletion by its id alone', () => {
    expect(parse(envelope({ externalId: 'm1' }, 'message.deleted'))).toEqual({
      outcome: 'messages',
      events: [{ type: 'deleted', externalId: 'm1', versionAt: new Date('2026-11-22T11:59:00Z') }],
    });
    const withThread = envelope({ externalId: 'm1', conversation: { externalId: 'c1' } }, 'message.deleted');
    expect(parse(withThread)).toMatchObject({ events: [{ conversationExternalId: 'c1' }] });
  });

  it('reads a batch of up to 500, each version its own sending time', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...message, externalId: `m${index}` }));
    const parsed = parse({ type: 'message.batch', data: many(500) });
    expect(parsed.outcome === 'messages' && parsed.events).toHaveLength(500);
    expect(parsed).toMatchObject({
      events: { 0: { versionAt: new Date('2026-11-22T11:30:00Z'), type: 'created' } },
    });
    expect(refusedFields({ type: 'message.batch', data: many(501) })).toEqual(['data too_big']);
    expect(refusedFields({ type: 'message.batch', data: [] })).toEqual(['data too_small']);
    const oneBad = [...many(3), { ...message, text: 5 }];
    expect(refusedFields({ type: 'message.batch', data: oneBad })).toEqual(['data.3.text invalid_type']);
  });

  it('keeps a review with its rating, and no other rating', () => {
    expect(parse(envelope({ ...message, kind: 'review', rating: 4 }))).toMatchObject({
      events: [{ rating: 4 }],
    });
    expect(refusedFields(envelope({ ...message, rating: 4 }))).toEqual([
      'data.rating rating_only_for_reviews',
    ]);
    expect(refusedFields(envelope({ ...message, kind: 'review', rating: 6 }))).toEqual([
      'data.rating too_big',
    ]);
  });

  it('makes text storable: no NUL, no lone surrogate; emoji and right-to-left stay', () => {
    const parsed = parse(envelope({ ...message, text: 'a\u0000b \ud83d c 👩‍👩‍👧 שלום' }));
    expect(parsed).toMatchObject({ events: [{ text: 'a\uFFFDb \uFFFD c 👩‍👩‍👧 שלום' }] });
  });
});

describe('refusals name their field', () => {
  const { text: _, ...withoutText } = message;
  it.each<[string, unknown]>([
    ['data.text required', envelope(withoutText)],
    ['data.colour unknown_key', envelope({ ...message, colour: 'red' })],
    ['data.author.mail unknown_key', envelope({ ...message, author: { ...message.author, mail: 'x' } })],
    ['more unknown_key', { ...envelope(), more: 1 }],
    ['data.type unknown_key', envelope({ ...message, type: 'message.deleted' })],
    ['data.text too_long', envelope({ ...message, text: 'x'.repeat(100_001) })],
    [
      'data.author.name too_long',
      envelope({ ...message, author: { externalId: 'u', name: 'x'.repeat(201) } }),
    ],
    ['data.author.name too_short', envelope({ ...message, author: { externalId: 'u', name: ' ' } })],
    ['data.externalId too_short', envelope({ ...message, externalId: '' })],
    ['data.externalId too_long', envelope({ ...message, externalId: 'x'.repeat(513) })],
    ['data.externalId invalid_type', envelope({ ...message, externalId: 7 })],
    ['data.kind invalid_value', envelope({ ...message, kind: 'note' })],
    ['data.visibility invalid_value', envelope({ ...message, visibility: 'internal' })],
    ['data.sentAt invalid_format', envelope({ ...message, sentAt: '2026-11-22 12:00' })],
    ['data.sentAt invalid_format', envelope({ ...message, sentAt: '2026-11-22T12:00:00' })],
    ['data.sentAt invalid_format', envelope({ ...message, sentAt: '2026-02-30T12:00:00Z' })],
    ['data.sentAt time_in_future', envelope({ ...message, sentAt: '2026-11-23T12:00:01Z' })],
    ['data.sentAt time_too_early', envelope({ ...message, sentAt: '1969-12-31T00:00:00Z' })],
    ['timestamp time_in_future', envelope(message, 'message.updated', '2126-01-01T00:00:00Z')],
    ['timestamp required', { type: 'message.created', data: message }],
    [
      'data.author.avatarUrl invalid_url',
      envelope({ ...message, author: { ...message.author, avatarUrl: 'javascript:alert(1)' } }),
    ],
    [
      'data.conversation.url invalid_url',
      envelope({ ...message, conversation: { externalId: 'c', url: 'file:///etc' } }),
    ],
    ['data.language invalid_format', envelope({ ...message, language: 'German, I think' })],
    [
      'data.attachments.0.size too_small',
      envelope({ ...message, attachments: [{ ...message.attachments[0], size: -1 }] }),
    ],
    [
      'data.attachments too_big',
      envelope({ ...message, attachments: Array(51).fill(message.attachments[0]) }),
    ],
    ['data.externalId required', envelope({}, 'message.deleted')],
  ])('%s', (field, body) => {
    expect(refusedFields(body)).toEqual([field]);
  });

  it('says when the body or its type is not ours', () => {
    expect(parse('[]')).toEqual({ outcome: 'refused', reason: 'not_json_object' });
    expect(parse('{"type":')).toEqual({ outcome: 'refused', reason: 'not_json_object' });
    expect(parse(envelope(message, 'message.liked'))).toMatchObject({ reason: 'unknown_delivery_type' });
  });
});
