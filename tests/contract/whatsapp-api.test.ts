import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { createWhatsappConnector } from '@/connectors/whatsapp/connector';
import { createOutbound } from '@/platform/http/outbound';
import { startWhatsapp, type WhatsappStandIn } from '../stand-ins/whatsapp';

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);
const BSUID = 'US.13491208655302741918';
const world = {
  phoneNumberId: '106',
  token: 'EAAG-token',
  appSecret: 'app-secret',
  people: { '491': hoursAgo(1), '492': hoursAgo(30), [BSUID]: hoursAgo(1), '120@g.us': hoursAgo(1) },
  templates: { back_in_stock: 1 },
  media: { '77': 'JPEG' },
  scopes: ['whatsapp_business_messaging'],
};
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let whatsapp: WhatsappStandIn;
beforeAll(async () => {
  whatsapp = await startWhatsapp(world);
});
afterAll(async () => {
  await whatsapp.close();
  await outbound.close();
});
beforeEach(() => {
  whatsapp.calls.length = 0;
  whatsapp.accepted.length = 0;
});

const connector = () => createWhatsappConnector({ graphBaseUrl: `${whatsapp.url}/` });
const channel: ChannelAccess = {
  id: 'c',
  settings: { phoneNumberId: world.phoneNumberId },
  secrets: { appSecret: [world.appSecret], accessToken: [world.token] },
};
const revoked = { ...channel, secrets: { ...channel.secrets, accessToken: ['EAAG-revoked'] } };
const reply = (overrides: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: '0198',
  text: 'Gern!',
  visibility: 'private',
  kind: 'direct',
  conversation: { externalId: '491' },
  lastInboundAt: hoursAgo(1),
  author: { name: 'Mira' },
  attachments: [],
  ...overrides,
});
const send = (message: OutboundMessage, access = channel) =>
  connector().send(message, access, outbound, new Date());
const file = (contentType: string) => ({
  name: 'zelt.bin',
  contentType,
  size: 4,
  read: async () => new TextEncoder().encode('FILE'),
});

describe('sending', () => {
  it('answers a number, a person who hides theirs, and a group; what it answers is named', async () => {
    expect(await send(reply({ replyToExternalId: 'wamid.1' }))).toEqual({
      outcome: 'sent',
      externalId: 'wamid.sent',
    });
    await send(reply({ conversation: { externalId: BSUID }, recipientExternalId: BSUID }));
    await send(reply({ conversation: { externalId: '120@g.us' }, recipientExternalId: '491' }));
    expect(whatsapp.accepted).toMatchObject([
      {
        to: '+491',
        recipient_type: 'individual',
        context: { message_id: 'wamid.1' },
        text: { body: 'Gern!' },
      },
      { recipient: BSUID },
      { to: '120@g.us', recipient_type: 'group' },
    ]);
    expect(whatsapp.calls[0]?.url).toBe('/v26.0/106/messages');
    expect(whatsapp.calls[0]?.body).not.toContain(world.token);
  });

  it('uploads a file first; what WhatsApp shows no other way goes as a document', async () => {
    await send(reply({ attachments: [file('image/jpeg')] }));
    await send(reply({ attachments: [file('text/csv')], text: '' }));
    expect(whatsapp.accepted).toMatchObject([
      { type: 'image', image: { id: 'uploaded-1', caption: 'Gern!' } },
      { type: 'document', document: { id: 'uploaded-1', filename: 'zelt.bin' } },
    ]);
    expect(whatsapp.calls[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(whatsapp.calls[0]?.body).toContain('FILE');
    const long = reply({ attachments: [file('image/jpeg')], text: 'x'.repeat(1025) });
    expect(await send(long)).toEqual({ outcome: 'failed', reason: 'text_too_long' });
  });
});

describe('after 24 hours', () => {
  const late = { conversation: { externalId: '492' }, lastInboundAt: hoursAgo(30) };
  const template = { name: 'back_in_stock', language: 'de', parameters: ['Zelt'] };

  it('only a template goes out: known beforehand, or told by Meta', async () => {
    expect(await send(reply(late))).toEqual({ outcome: 'failed', reason: 'template_required' });
    const { lastInboundAt: _, ...never } = reply();
    expect(await send(never)).toMatchObject({ reason: 'template_required' });
    expect(whatsapp.calls).toHaveLength(0);
    expect(await send(reply({ ...late, lastInboundAt: hoursAgo(1) }))).toMatchObject({
      reason: 'template_required',
    });
    expect(await send(reply({ ...late, template }))).toMatchObject({ outcome: 'sent' });
    expect(whatsapp.accepted).toMatchObject([
      {
        type: 'template',
        template: {
          name: 'back_in_stock',
          language: { code: 'de' },
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'Zelt' }] }],
        },
      },
    ]);
  });

  it('a template that is unknown or lacks a value is refused', async () => {
    for (const wrong of [
      { ...template, name: 'unknown' },
      { ...template, parameters: [] },
    ])
      expect(await send(reply({ ...late, template: wrong }))).toMatchObject({
        outcome: 'failed',
        reason: 'template_refused',
      });
  });
});

describe('what Meta refuses', () => {
  it.each([
    [131026, 'failed', 'recipient_unavailable'],
    [130429, 'retry', 'rate_limited'],
    [131056, 'retry', 'rate_limited'],
    [131016, 'retry', 'network_unavailable'],
    [131049, 'failed', 'not_delivered_by_choice'],
    [131050, 'failed', 'recipient_opted_out'],
    [131042, 'failed', 'payment_missing'],
    [131031, 'failed', 'blocked_by_network'],
    [4, 'retry', 'rate_limited'],
    [10, 'failed', 'permission_missing'],
  ])('code %i: %s, %s', async (code, outcome, reason) => {
    const message = code === 10 ? 'Application does not have permission for this action' : 'told';
    whatsapp.failNext({ status: 400, body: { error: { code, message } } });
    expect(await send(reply())).toMatchObject({ outcome, reason });
  });

  it('an unknown person, and too long a text before it is sent', async () => {
    const unknown = reply({ conversation: { externalId: '499' } });
    expect(await send(unknown)).toMatchObject({ outcome: 'failed', reason: 'recipient_unavailable' });
    expect(await send(reply({ text: 'x'.repeat(4097) }))).toEqual({
      outcome: 'failed',
      reason: 'text_too_long',
    });
  });

  it('a revoked token asks for a reconnect, a passing error does not', async () => {
    expect(await send(reply(), revoked)).toMatchObject({
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    whatsapp.failNext({ status: 503, body: 'down' });
    const passing = await send(reply());
    expect(passing).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    expect(passing).not.toHaveProperty('needsReconnect');
  });
});

describe('files that come in', () => {
  const body = (id: string) =>
    Buffer.from(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          {
            changes: [
              {
                field: 'messages',
                value: {
                  metadata: { phone_number_id: '106' },
                  messages: [{ id: 'wamid.1', from: '491', timestamp: '1', type: 'image', image: { id } }],
                },
              },
            ],
          },
        ],
      }),
    );
  const resolve = (id: string, access = channel) =>
    connector().resolveInbound?.(body(id), access, outbound, new Date());

  it('are fetched at once with the token, and only then offered', async () => {
    const resolved = await resolve('77');
    if (resolved?.outcome !== 'resolved') throw new Error(JSON.stringify(resolved));
    expect(resolved.files).toMatchObject([{ key: '77', contentType: 'image/jpeg' }]);
    expect(Buffer.from(resolved.files?.[0]?.bytes ?? []).toString()).toBe('JPEG');
    expect(connector().parseInbound(resolved.body, channel, new Date())).toMatchObject({
      events: [{ attachments: [{ fileKey: '77' }] }],
    });
  });

  it('never keep the message back for good, but wait for what passes', async () => {
    for (const outcome of [
      await resolve('gone'),
      await resolve('77', revoked),
      await resolve('77', { ...channel, secrets: {} }),
    ]) {
      expect(outcome).toMatchObject({ outcome: 'resolved' });
      expect(outcome).not.toHaveProperty('files');
    }
    whatsapp.failNext({ status: 503, body: 'down' });
    expect(await resolve('77')).toMatchObject({ outcome: 'retry' });
  });
});

it('checks whose number it is, until when, and what is not granted', async () => {
  expect(await connector().check?.(channel, outbound, new Date())).toEqual({
    outcome: 'ok',
    account: { externalId: '106', name: 'Nordlicht', handle: '+49 123' },
    expiresAt: new Date(1_900_000_000_000),
    missingScopes: ['whatsapp_business_management'],
  });
  expect(await connector().check?.(revoked, outbound, new Date())).toMatchObject({ needsReconnect: true });
});
