import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import type { PollRequest } from '@/connectors/contract/asking';
import { createTelegramConnector } from '@/connectors/telegram/connector';
import { createOutbound } from '@/platform/http/outbound';
import { startTelegram, type TelegramStandIn } from '../stand-ins/telegram';

const TOKEN = '123456:ABC-DEF';
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let telegram: TelegramStandIn;
beforeAll(async () => {
  telegram = await startTelegram({
    token: TOKEN,
    bot: { id: 123456, first_name: 'Nordlicht', username: 'nordlicht_bot' },
    chats: { '7': 'open', '8': 'blocked', '-100': 'open' },
    files: { f1: 'JPEG' },
  });
});
afterAll(async () => {
  await telegram.close();
  await outbound.close();
});
beforeEach(() => {
  telegram.calls.length = 0;
  telegram.accepted.length = 0;
  telegram.updates.length = 0;
  telegram.state.hasWebhook = false;
});

const connector = () => createTelegramConnector({ telegramBaseUrl: `${telegram.url}/` });
const channelWith = (botToken = TOKEN): ChannelAccess => ({
  id: 'c',
  settings: {},
  secrets: { botToken: [botToken] },
});
const reply = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: '0198',
  text: 'Gern!',
  visibility: 'private',
  kind: 'direct',
  conversation: { externalId: '7' },
  author: { name: 'Mira' },
  attachments: [],
  ...overrides,
});
const send = (message: OutboundMessage, channel = channelWith()) =>
  connector().send(message, channel, outbound, new Date());
const file = (size = 4) => ({
  name: 'zelt.jpg',
  contentType: 'image/jpeg',
  size,
  read: async () => new TextEncoder().encode('JPEG'),
});

describe('sending', () => {
  it('answers a message in its chat, and in the topic of a group', async () => {
    expect(await send(reply({ replyToExternalId: '7:12' }))).toEqual({
      outcome: 'sent',
      externalId: '7:4711',
    });
    await send(reply({ conversation: { externalId: '-100/3' }, visibility: 'public', kind: 'comment' }));
    expect(telegram.accepted.map(({ body }) => body)).toEqual([
      { chat_id: 7, text: 'Gern!', reply_parameters: { message_id: 12, allow_sending_without_reply: true } },
      { chat_id: -100, message_thread_id: 3, text: 'Gern!' },
    ]);
  });

  it('sends a picture as such with its caption, a large one as a file', async () => {
    await send(reply({ attachments: [file()] }));
    await send(reply({ attachments: [file(11_000_000)], text: '' }));
    expect(telegram.accepted).toEqual([
      { method: 'sendPhoto', body: { chat_id: '7', caption: 'Gern!', photo: 'zelt.jpg' } },
      { method: 'sendDocument', body: { chat_id: '7', document: 'zelt.jpg' } },
    ]);
    expect(await send(reply({ attachments: [file(), file()] }))).toMatchObject({
      reason: 'too_many_attachments',
    });
  });

  it('likes a message and takes it back', async () => {
    const react = (isOn: boolean) =>
      connector().react?.({ externalId: '7:12', isOn }, channelWith(), outbound, new Date());
    expect(await react(true)).toEqual({ outcome: 'sent' });
    expect(await react(false)).toEqual({ outcome: 'sent' });
    expect(telegram.accepted.map(({ body }) => body.reaction)).toEqual([
      [{ type: 'emoji', emoji: '👍' }],
      [],
    ]);
  });
});

describe('what Telegram refuses', () => {
  it('too long a text is known beforehand, and understood when told', async () => {
    expect(await send(reply({ text: 'x'.repeat(4097) }))).toEqual({
      outcome: 'failed',
      reason: 'text_too_long',
    });
    expect(await send(reply({ text: 'x'.repeat(1025), attachments: [file()] }))).toMatchObject({
      reason: 'text_too_long',
    });
    expect(telegram.calls).toHaveLength(0);
    expect(await send(reply({ text: 'x'.repeat(4096) }))).toMatchObject({ outcome: 'sent' });
    telegram.failNext({
      status: 400,
      body: { ok: false, error_code: 400, description: 'Bad Request: message is too long' },
    });
    expect(await send(reply())).toMatchObject({ outcome: 'failed', reason: 'text_too_long' });
  });

  it('who blocked the bot or is unknown, without asking again', async () => {
    expect(await send(reply({ conversation: { externalId: '8' } }))).toMatchObject({
      outcome: 'failed',
      reason: 'recipient_blocked',
      detail: '403 Forbidden: bot was blocked by the user',
    });
    expect(await send(reply({ conversation: { externalId: '99' } }))).toMatchObject({
      reason: 'recipient_unavailable',
    });
    expect(await send(reply({ conversation: { externalId: 'x' } }))).toMatchObject({
      reason: 'no_recipient',
    });
  });

  it('a revoked or malformed token asks for a reconnect and is never repeated', async () => {
    for (const token of ['123456:REVOKED', 'nonsense']) {
      const outcome = await send(reply(), channelWith(token));
      expect(outcome).toMatchObject({
        outcome: 'failed',
        reason: 'access_token_invalid',
        needsReconnect: true,
      });
      expect(JSON.stringify(outcome)).not.toContain(token);
    }
    const away = createTelegramConnector({ telegramBaseUrl: 'http://127.0.0.1:1' });
    const outcome = await away.send(reply(), channelWith(), outbound, new Date());
    expect(outcome).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    expect(JSON.stringify(outcome)).not.toContain(TOKEN);
  });

  it('passing trouble is tried again, after the time Telegram names', async () => {
    const parameters = { retry_after: 9 };
    telegram.failNext({
      status: 429,
      body: { ok: false, error_code: 429, description: 'Too Many Requests', parameters },
    });
    expect(await send(reply())).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 9 });
    telegram.failNext({ status: 502, body: '<html>' });
    expect(await send(reply())).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
  });
});

describe('asking', () => {
  const message = (id: number, part: object = { text: `Nr. ${id}` }) => ({
    update_id: id,
    message: {
      message_id: id,
      date: 1,
      chat: { id: 7, type: 'private' },
      from: { id: 7, first_name: 'Anna' },
      ...part,
    },
  });
  const poll = async (request: Partial<PollRequest>) => {
    const asked = { cursor: undefined, terms: [], limit: 2, ...request };
    const outcome = await connector().poll?.(asked, channelWith(), outbound, new Date());
    if (outcome?.outcome !== 'polled') throw new Error(JSON.stringify(outcome));
    return outcome;
  };

  it('begins with what is new, goes on page by page, and loses nothing when a page is asked again', async () => {
    telegram.updates.push(message(1), message(2));
    const first = await poll({});
    expect(first).toMatchObject({ events: [], cursor: { offset: 3 }, hasMore: false });
    telegram.updates.push(message(3), message(4), message(5));
    const second = await poll({ cursor: first.cursor });
    expect(second).toMatchObject({
      events: [{ externalId: '3' }, { externalId: '4' }],
      cursor: { offset: 5 },
      hasMore: true,
    });
    expect((await poll({ cursor: first.cursor })).events.map(({ externalId }) => externalId)).toEqual([
      '3',
      '4',
    ]);
    const third = await poll({ cursor: second.cursor });
    expect(third).toMatchObject({ events: [{ externalId: '5' }], cursor: { offset: 6 }, hasMore: false });
    expect(await poll({ cursor: third.cursor })).toMatchObject({ events: [], cursor: { offset: 6 } });
  });

  it('brings the files along; one that cannot be had is named only', async () => {
    telegram.updates.push(
      message(3, { photo: [{ file_id: 'f1' }] }),
      message(4, { document: { file_id: 'huge', file_name: 'a.zip' } }),
    );
    const { events } = await poll({ cursor: { offset: 3 } });
    expect(events[0]?.files).toMatchObject([{ key: 'f1', contentType: 'image/jpeg' }]);
    expect(events[1]?.files).toBeUndefined();
    const attachments = events.map(({ body }) => {
      const parsed = connector().parseInbound(body, channelWith(), new Date());
      return parsed.outcome === 'messages' && parsed.events[0] && 'attachments' in parsed.events[0]
        ? parsed.events[0].attachments
        : null;
    });
    expect(attachments).toMatchObject([[{ fileKey: 'f1' }], [{ name: 'a.zip' }]]);
    expect(attachments[1]?.[0]).not.toHaveProperty('fileKey');
    expect(events.map(({ body }) => Buffer.from(body).toString()).join()).not.toContain(TOKEN);
  });

  it('rests while a webhook brings everything, and says when the token is no longer good', async () => {
    telegram.state.hasWebhook = true;
    expect(await poll({ cursor: { offset: 3 } })).toMatchObject({
      events: [],
      cursor: { offset: 3 },
      pauseSeconds: 600,
    });
    const asked = { cursor: { offset: 3 }, terms: [], limit: 2 };
    expect(await connector().poll?.(asked, channelWith('1:x'), outbound, new Date())).toMatchObject({
      needsReconnect: true,
    });
  });
});

it('a pushed update brings its files too', async () => {
  const body = Buffer.from(
    JSON.stringify({
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' }, photo: [{ file_id: 'f1' }] },
    }),
  );
  const resolved = await connector().resolveInbound?.(body, channelWith(), outbound, new Date());
  expect(resolved).toMatchObject({ outcome: 'resolved', files: [{ key: 'f1' }] });
});

it('checks whose bot it is', async () => {
  expect(await connector().check?.(channelWith(), outbound, new Date())).toEqual({
    outcome: 'ok',
    account: {
      externalId: '123456',
      name: 'Nordlicht',
      handle: '@nordlicht_bot',
      url: 'https://t.me/nordlicht_bot',
    },
  });
});
