import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiConnector } from '@/connectors/api/connector';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { createOutbound } from '@/platform/http/outbound';
import { type CallbackStandIn, startCallback } from '../stand-ins/callback';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_b3RoZXItc2VjcmV0LW9mLXJhcHBvcnQtMTIzNDU2Nzg=';

const channelWith = (secrets: readonly string[], settings: Record<string, unknown> = {}): ChannelAccess => ({
  id: 'c1',
  settings,
  secrets: { signingSecret: secrets },
});

describe('replies to the callback', () => {
  const outbound = createOutbound({ allow: ['127.0.0.1'] });
  let callback: CallbackStandIn;
  beforeAll(async () => {
    callback = await startCallback({ secrets: [SECRET] });
  });
  afterAll(async () => {
    await callback.close();
    await outbound.close();
  });
  beforeEach(() => {
    callback.delivered.length = 0;
  });

  const reply: OutboundMessage = {
    id: '0198c0de-0000-7000-8000-000000000001',
    text: 'Ab Mai wieder — grüße!',
    visibility: 'public',
    kind: 'comment',
    conversation: { externalId: 'c1' },
    replyToExternalId: 'm1',
    author: { name: 'Mira' },
    attachments: [],
  };
  const send = (secrets: readonly string[] = [SECRET], callbackUrl: string | undefined = callback.url) =>
    apiConnector.send(reply, channelWith(secrets, callbackUrl ? { callbackUrl } : {}), outbound, new Date());

  it('arrive signed by the newest secret, with the message id as webhook-id', async () => {
    expect(await send([SECRET, OTHER])).toEqual({ outcome: 'sent', externalId: `ext-${reply.id}` });
    expect(callback.delivered).toEqual([
      {
        webhookId: reply.id,
        type: 'message.send',
        timestamp: expect.stringMatching(/Z$/),
        data: {
          id: reply.id,
          conversation: { externalId: 'c1' },
          replyToExternalId: 'm1',
          text: reply.text,
          author: { name: 'Mira' },
        },
      },
    ]);
    expect(await send([OTHER, SECRET])).toMatchObject({ outcome: 'failed', reason: 'callback_refused' });
  });

  it('name the addresses of what they carry, and nothing that is not part of the agreement', async () => {
    const read = () => Promise.reject(new Error('read for nothing'));
    const file = {
      name: 'sheet.pdf',
      contentType: 'application/pdf',
      size: 9,
      url: 'https://r.example/api/files/t',
    };
    const carrying = { ...reply, attachments: [{ ...file, read }] };
    const channel = channelWith([SECRET], { callbackUrl: callback.url });
    expect(await apiConnector.send(carrying, channel, outbound, new Date())).toMatchObject({
      outcome: 'sent',
    });
    const signed = callback.requests.at(-1);
    expect(JSON.parse(signed?.body ?? '{}').data.attachments).toEqual([file]);
  });

  it.each([
    [429, 'retry', 'callback_rate_limited'],
    [503, 'retry', 'callback_unavailable'],
    [500, 'retry', 'callback_unavailable'],
    [408, 'retry', 'callback_timeout'],
    [410, 'failed', 'callback_gone'],
    [404, 'failed', 'callback_refused'],
    [302, 'failed', 'callback_refused'],
  ])('HTTP %i: %s', async (status, outcome, reason) => {
    callback.failNext(1, status);
    expect(await send()).toMatchObject({ outcome, reason });
  });

  it('wait as long as they are asked to', async () => {
    callback.failNext(1, 503, { 'retry-after': '120' });
    expect(await send()).toMatchObject({ outcome: 'retry', retryAfter: 120 });
    callback.failNext(1, 429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
    const outcome = await send();
    expect(outcome.outcome === 'retry' && outcome.retryAfter).toBeGreaterThan(50);
  });

  it('do not leave without an address, nor for a private one', async () => {
    expect(await send([SECRET], '')).toEqual({ outcome: 'failed', reason: 'no_callback' });
    expect(await send([SECRET], 'https://10.0.0.1/')).toMatchObject({
      outcome: 'failed',
      reason: 'callback_address_refused',
    });
    expect(await send([SECRET], 'http://127.0.0.1:1/')).toMatchObject({ outcome: 'retry' });
  });

  it('verify with the published package', () => {
    const signed = callback.requests.find((request) => request.headers['webhook-id'] === reply.id);
    const headers = signed?.headers ?? {};
    expect(() => new Webhook(SECRET).verify(signed?.body ?? '', headers)).not.toThrow();
  });
});
