import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '@/connectors/contract';
import { createOutbound } from '@/platform/http/outbound';
import { type InstagramStandIn, startInstagram } from '../stand-ins/instagram';
import { channelWith, connectorAt, hoursAgo, withPage, world } from './instagram-world';

const outbound = createOutbound({ allow: ['127.0.0.1'] });
let instagram: InstagramStandIn;
beforeAll(async () => {
  instagram = await startInstagram(world);
});
afterAll(async () => {
  await instagram.close();
  await outbound.close();
});
beforeEach(() => {
  instagram.calls.length = 0;
  instagram.accepted.length = 0;
});

const connector = () => connectorAt(instagram.url);
const comment: OutboundMessage = {
  id: '0198',
  text: 'Ab Mai wieder!',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: '3' },
  replyToExternalId: '5',
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
const send = (message: OutboundMessage, channel = channelWith()) =>
  connector().send(message, channel, outbound, new Date());

describe('sending', () => {
  it('answers a comment, a post of ours, and where others name us', async () => {
    expect(await send(comment)).toEqual({ outcome: 'sent', externalId: '9001' });
    await send({ ...comment, replyToExternalId: '3' }, withPage());
    await send({ ...comment, kind: 'mention' });
    expect(instagram.accepted).toEqual([
      { path: '5/replies', body: { message: comment.text } },
      { path: '3/comments', body: { message: comment.text } },
      { path: '17/mentions', body: { media_id: '3', comment_id: '5', message: comment.text } },
    ]);
    expect(instagram.calls.map(({ url, body }) => url + body).join()).not.toMatch(/IGAA|EAAG/);
  });

  it('writes to a person, with the human agent tag after a day, and privately to who commented', async () => {
    expect(await send(direct('anna'))).toEqual({ outcome: 'sent', externalId: 'mid.sent' });
    await send(direct('ben'));
    await send({ ...comment, visibility: 'private' });
    expect(instagram.accepted.map(({ body }) => [body.recipient, body.tag])).toEqual([
      [{ id: 'anna' }, undefined],
      [{ id: 'ben' }, 'HUMAN_AGENT'],
      [{ comment_id: '5' }, undefined],
    ]);
  });

  it('sends a picture by its address, alone', async () => {
    const url = 'https://rapport.example/f/1';
    const picture = {
      name: 'a.jpg',
      contentType: 'image/jpeg',
      size: 4,
      url,
      read: async () => new Uint8Array(),
    };
    expect(await send(direct('anna', { text: '', attachments: [picture] }))).toMatchObject({
      outcome: 'sent',
    });
    expect(instagram.accepted[0]?.body.message).toEqual({ attachment: { type: 'image', payload: { url } } });
    expect(await send(direct('anna', { attachments: [picture] }))).toMatchObject({ reason: 'text_or_file' });
    const { url: _, ...unreachable } = picture;
    expect(await send(direct('anna', { text: '', attachments: [unreachable] }))).toMatchObject({
      reason: 'attachment_unreachable',
    });
    expect(await send({ ...comment, attachments: [picture] })).toMatchObject({
      reason: 'attachments_unsupported',
    });
  });
});

describe('what Instagram refuses', () => {
  it('a closed window: known beforehand, or told', async () => {
    expect(await send(direct('cem'))).toEqual({ outcome: 'failed', reason: 'reply_window_closed' });
    expect(instagram.calls).toHaveLength(0);
    expect(await send(direct('ben', { lastInboundAt: hoursAgo(1) }))).toMatchObject({
      reason: 'reply_window_closed',
    });
    const old = { ...comment, visibility: 'private', replyToExternalId: '6' } as const;
    expect(await send(old)).toMatchObject({ outcome: 'failed', reason: 'reply_window_closed' });
  });

  it('too long a text, counted in bytes', async () => {
    expect(await send(direct('anna', { text: 'ü'.repeat(501) }))).toMatchObject({ reason: 'text_too_long' });
    expect(await send(direct('anna', { text: 'ü'.repeat(500) }))).toMatchObject({ outcome: 'sent' });
    expect(await send({ ...comment, text: 'x'.repeat(2201) })).toMatchObject({ reason: 'text_too_long' });
  });

  it('a revoked token asks for a reconnect; limits and passing errors do not', async () => {
    const revoked = channelWith({ accessToken: ['IGAA-revoked'] });
    expect(await send(comment, revoked)).toMatchObject({
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(await send(comment, channelWith({}))).toMatchObject({ reason: 'access_token_missing' });
    instagram.failNext({
      status: 400,
      body: { error: { code: 613, message: 'limit' } },
      headers: { 'retry-after': '7' },
    });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 7 });
    instagram.failNext({ status: 502, body: '<html>' });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    expect(await send({ ...comment, replyToExternalId: '404' })).toMatchObject({
      outcome: 'failed',
      reason: 'network_refused',
    });
  });
});
