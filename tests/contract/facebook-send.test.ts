import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { createFacebookConnector } from '@/connectors/facebook/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type GraphStandIn, startGraph } from '../stand-ins/graph';

const HOUR_MS = 60 * 60 * 1000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const world = {
  pageId: '4711',
  accessToken: 'EAAG-page-token',
  appSecret: 'app-secret',
  objects: ['4711_1', '1_22'],
  people: { anna: hoursAgo(1), ben: hoursAgo(30), cem: hoursAgo(200) },
};
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let graph: GraphStandIn;

beforeAll(async () => {
  graph = await startGraph(world);
});
afterAll(async () => {
  await graph.close();
  await outbound.close();
});
beforeEach(() => {
  graph.calls.length = 0;
  graph.accepted.length = 0;
});

const channel: ChannelAccess = {
  id: 'c1',
  settings: { pageId: world.pageId },
  secrets: { appSecret: [world.appSecret, 'an older one'], pageAccessToken: [world.accessToken] },
};
const comment: OutboundMessage = {
  id: '0198',
  text: 'Gern! Das Zelt gibt es ab Mai wieder.',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: '4711_1' },
  replyToExternalId: '1_22',
  author: { name: 'Mira' },
  attachments: [],
};
const direct = (
  person: keyof typeof world.people,
  overrides: Partial<OutboundMessage> = {},
): OutboundMessage => ({
  ...comment,
  visibility: 'private',
  kind: 'direct',
  conversation: { externalId: person },
  recipientExternalId: person,
  lastInboundAt: world.people[person],
  ...overrides,
});
const send = (message: OutboundMessage, access: ChannelAccess = channel) =>
  createFacebookConnector({ graphBaseUrl: `${graph.url}/` }).send(message, access, outbound, new Date());

describe('what goes out', () => {
  it('answers a comment in public, the token in a header and never in the address', async () => {
    expect(await send(comment)).toEqual({ outcome: 'sent', externalId: '22_9001' });
    expect(graph.accepted).toEqual([{ target: '1_22', text: comment.text }]);
    expect(graph.calls[0]?.url).toBe('/v26.0/1_22/comments');
    expect(graph.calls[0]?.body).not.toContain(world.accessToken);
  });

  it('answers a post where no comment is named', async () => {
    const { replyToExternalId: _, ...post } = comment;
    expect(await send(post)).toMatchObject({ outcome: 'sent' });
    expect(graph.accepted[0]?.target).toBe('4711_1');
  });

  it('answers in Messenger, with the human agent tag after a day', async () => {
    expect(await send(direct('anna'))).toEqual({ outcome: 'sent', externalId: 'm_sent_1' });
    expect(await send(direct('ben'))).toMatchObject({ outcome: 'sent' });
    expect(graph.accepted.map(({ target, tag }) => [target, tag])).toEqual([
      ['anna', undefined],
      ['ben', 'HUMAN_AGENT'],
    ]);
  });

  it('answers a comment in private', async () => {
    expect(await send({ ...comment, visibility: 'private' })).toMatchObject({ outcome: 'sent' });
    expect(JSON.parse(graph.calls[0]?.body ?? '{}').recipient).toEqual({ comment_id: '1_22' });
  });
});

describe('a file', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const file = (contentType: string, name = 'Zelt.png') => ({
    name,
    contentType,
    size: bytes.length,
    read: async () => new Uint8Array(bytes),
  });

  it.each([
    ['image/png', 'image'],
    ['video/mp4', 'video'],
    ['audio/mpeg', 'audio'],
    ['application/pdf', 'file'],
  ])('%s goes before the text, as a message of its own that is marked', async (contentType, type) => {
    const message = direct('ben', { attachments: [file(contentType)] });
    expect(await send(message)).toEqual({ outcome: 'sent', externalId: 'm_sent_1' });
    expect(graph.accepted.map(({ target, text, tag }) => [target, text, tag])).toEqual([
      ['ben', '', 'HUMAN_AGENT'],
      ['ben', message.text, 'HUMAN_AGENT'],
    ]);
    expect(graph.accepted[0]?.file).toMatchObject({ type, name: 'Zelt.png', contentType });
    expect(Buffer.from(graph.accepted[0]?.file?.bytes ?? [])).toEqual(bytes);
    expect(graph.calls.map(({ url }) => url).join()).not.toContain(world.accessToken);
  });

  it('comes back as no message of its own', async () => {
    await send(direct('anna', { attachments: [file('image/png')] }));
    const metadata = graph.accepted[0]?.file?.metadata;
    const echo = (message: object) => ({
      object: 'page',
      entry: [
        {
          id: world.pageId,
          time: 1,
          messaging: [
            {
              sender: { id: world.pageId },
              recipient: { id: 'anna' },
              timestamp: 1,
              message: {
                mid: 'm_file_1',
                is_echo: true,
                attachments: [{ type: 'image', payload: { url: 'https://e.x/1.png' } }],
                ...message,
              },
            },
          ],
        },
      ],
    });
    const parse = (body: object) =>
      createFacebookConnector({ graphBaseUrl: graph.url }).parseInbound(
        Buffer.from(JSON.stringify(body)),
        channel,
        new Date(),
      );
    expect(parse(echo({ metadata }))).toEqual({ outcome: 'ignored', reason: 'part_of_reply' });
    expect(parse(echo({}))).toMatchObject({
      outcome: 'messages',
      events: [{ externalId: 'm_file_1', isOwn: true }],
    });
  });

  it('that is refused is tried again whole; text that is refused after it is not', async () => {
    const message = direct('anna', { attachments: [file('image/png')] });
    graph.failNext(1, { status: 503, body: '' });
    expect(await send(message)).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    expect(graph.accepted).toEqual([]);
    graph.failNext(1, { status: 503, body: '' }, 1);
    expect(await send(message)).toEqual({ outcome: 'failed', reason: 'partly_sent', detail: 'HTTP 503' });
    expect(graph.accepted.map(({ text }) => text)).toEqual(['']);
  });

  it('is taken in Messenger only, and one at a time', async () => {
    const attachments = [file('image/png')];
    const refused = { outcome: 'failed', reason: 'attachments_unsupported' };
    expect(await send({ ...comment, attachments })).toEqual(refused);
    expect(await send({ ...comment, visibility: 'private', attachments })).toEqual(refused);
    expect(await send(direct('anna', { attachments: [...attachments, ...attachments] }))).toEqual(refused);
    expect(graph.calls).toEqual([]);
  });
});

describe('what Meta refuses', () => {
  it('a closed window: known beforehand without a call, or told by Meta', async () => {
    expect(await send(direct('cem'))).toEqual({ outcome: 'failed', reason: 'reply_window_closed' });
    expect(graph.calls).toHaveLength(0);
    const told = await send(direct('ben', { lastInboundAt: hoursAgo(1) }));
    expect(told).toMatchObject({ outcome: 'failed', reason: 'reply_window_closed' });
    expect(graph.calls).toHaveLength(1);
  });

  it('a revoked token asks for a reconnect', async () => {
    const secrets = { ...channel.secrets, pageAccessToken: ['EAAG-revoked'] };
    const outcome = await send(comment, { ...channel, secrets });
    expect(outcome).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(JSON.stringify(outcome)).not.toContain('EAAG');
    const without = await send(comment, { ...channel, secrets: { appSecret: ['x'] } });
    expect(without).toMatchObject({ reason: 'access_token_missing', needsReconnect: true });
  });

  it('a wrong proof and an unknown object never come back by themselves, and are no revocation', async () => {
    const secrets = { ...channel.secrets, appSecret: ['another'] };
    const wrongProof = await send(comment, { ...channel, secrets });
    expect(wrongProof).toMatchObject({ outcome: 'failed', reason: 'network_refused' });
    const unknown = await send({ ...comment, replyToExternalId: '1_404' });
    expect(unknown).toMatchObject({ outcome: 'failed', reason: 'network_refused' });
    expect(unknown).not.toHaveProperty('needsReconnect');
    const lacking = { status: 403, body: { error: { code: 200, message: 'Permissions error' } } };
    graph.failNext(1, lacking);
    expect(await send(comment)).toMatchObject({ outcome: 'failed', reason: 'permission_missing' });
    graph.failNext(1, { status: 403, body: { error: { code: 10, message: '(#10) needs permission' } } });
    expect(await send(comment)).toMatchObject({ outcome: 'failed', reason: 'permission_missing' });
  });

  it('too long a text is refused before it is sent', async () => {
    expect(await send({ ...comment, text: 'x'.repeat(8001) })).toEqual({
      outcome: 'failed',
      reason: 'text_too_long',
    });
    expect(await send({ ...comment, text: 'x'.repeat(8000) })).toMatchObject({ outcome: 'sent' });
    expect(await send(direct('anna', { text: 'x'.repeat(2001) }))).toMatchObject({ reason: 'text_too_long' });
  });
});

describe('what is worth another try', () => {
  it('the rate limit, after the time Meta names', async () => {
    graph.limitNext(1, 3);
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 180 });
    expect(await send(comment)).toMatchObject({ outcome: 'sent' });
  });

  it.each([4, 17, 32, 80001])('limit code %i', async (code) => {
    graph.failNext(1, {
      status: 400,
      body: { error: { code, message: 'limit' } },
      headers: { 'retry-after': '7' },
    });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 7 });
  });

  it('an error of theirs, whatever its body, and a server that is away', async () => {
    graph.failNext(1, { status: 502, body: '<html>Bad gateway</html>' });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    graph.failNext(1, {
      status: 500,
      body: { error: { code: 2, message: 'Service temporarily unavailable' } },
    });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    const away = createFacebookConnector({ graphBaseUrl: 'http://127.0.0.1:1' });
    expect(await away.send(comment, channel, outbound, new Date())).toMatchObject({ outcome: 'retry' });
  });
});
