import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelAccess, InboundMessage, OutboundMessage, ParsedInbound } from '@/connectors/contract';
import type { PolledEvent } from '@/connectors/contract/asking';
import { emailConnector } from '@/connectors/email/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type MailServers, startMailServers } from '../servers/mail';

const brand = 'hallo@nordlicht.example';
const anna = 'anna@kunde.example';
const users: Record<string, string> = { [brand]: 'geheim', [anna]: 'anna-pw' };
const outbound = createOutbound({ allow: ['127.0.0.1', 'localhost'] });
let servers: MailServers;

beforeAll(async () => {
  servers = await startMailServers(users);
}, 180_000);
afterAll(async () => {
  await servers.close();
  await outbound.close();
});

function channelOf(address: string, settings: object = {}, password = users[address] ?? ''): ChannelAccess {
  const { imap, smtp } = servers.ports;
  const imapAt = { imapHost: '127.0.0.1', imapPort: imap, imapSecurity: 'none' };
  const smtpAt = { smtpHost: '127.0.0.1', smtpPort: smtp, smtpSecurity: 'none' };
  return {
    id: `channel of ${address}`,
    settings: { address, name: 'Nordlicht', ...imapAt, ...smtpAt, ...settings },
    secrets: { password: [password] },
  };
}

/** A mail program of somebody else. */
async function write(mail: { to: string; subject: string; text: string } & Record<string, unknown>) {
  const transport = createTransport({ host: '127.0.0.1', port: servers.ports.smtp, ignoreTLS: true });
  return transport.sendMail({ from: `Anna Weber <${anna}>`, ...mail });
}

async function poll(channel: ChannelAccess, cursor: unknown, since?: Date, limit = 100) {
  const answer = await emailConnector.poll?.(
    { cursor, terms: [], limit, ...(since && { since }) },
    channel,
    outbound,
    new Date(),
  );
  if (answer?.outcome !== 'polled') throw new Error(`${JSON.stringify(answer)}\n${await servers.logs()}`);
  return answer;
}

/** Asks until as many mails are there. */
async function pollUntil(channel: ChannelAccess, cursor: unknown, count: number) {
  const events: PolledEvent[] = [];
  let at = cursor;
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await poll(channel, at);
    at = page.cursor;
    events.push(...page.events);
    if (events.length >= count) return { events, cursor: at };
    await wait(100);
  }
  throw new Error(`only ${events.length} of ${count} mails came\n${await servers.logs()}`);
}

const parse = (channel: ChannelAccess, { body }: PolledEvent): ParsedInbound =>
  emailConnector.parseInbound(body, channel, new Date());
function messageIn(channel: ChannelAccess, event: PolledEvent | undefined): InboundMessage {
  const parsed = event && parse(channel, event);
  const message = parsed?.outcome === 'messages' ? parsed.events[0] : undefined;
  if (message?.type !== 'created') throw new Error(`no message: ${JSON.stringify(parsed)}`);
  return message;
}

let nextId = 0;
function answerTo(message: InboundMessage, overrides: Partial<OutboundMessage> = {}): OutboundMessage {
  nextId += 1;
  return {
    id: `01980000-0000-7000-8000-${String(nextId).padStart(12, '0')}`,
    text: 'Gern!\n\nWir schicken Ersatz.',
    visibility: 'private',
    kind: 'email',
    conversation: {
      externalId: message.conversation.externalId,
      earlierExternalIds: [message.externalId],
      ...(message.conversation.subject !== undefined && { subject: message.conversation.subject }),
    },
    replyToExternalId: message.externalId,
    recipientExternalId: message.answerTo ?? anna,
    author: { name: 'Mira' },
    attachments: [],
    ...overrides,
  };
}
const send = (message: OutboundMessage, channel = channelOf(brand)) =>
  emailConnector.send(message, channel, outbound, new Date());

describe('a mailbox on real servers', () => {
  it('carries a thread there and back, and tells each mail once', async () => {
    const [ours, theirs] = [channelOf(brand, { signature: 'Nordlicht\n{name}' }), channelOf(anna)];
    const start = (await poll(ours, undefined)).cursor;
    let annasCursor = (await poll(theirs, undefined)).cursor;
    const attachments = [{ filename: 'loch.png', content: Buffer.from('png bytes') }];
    await write({ to: brand, subject: 'Zelt mit Loch', text: 'Mein Zelt hat ein Loch.', attachments });

    const first = await pollUntil(ours, start, 1);
    const question = messageIn(ours, first.events[0]);
    expect(question).toMatchObject({
      author: { externalId: anna, name: 'Anna Weber' },
      text: 'Mein Zelt hat ein Loch.',
      conversation: { externalId: question.externalId, subject: 'Zelt mit Loch' },
      attachments: [{ name: 'loch.png', size: 9 }],
      isOwn: false,
    });
    const file = first.events[0]?.files?.[0];
    expect(file?.key).toBe(question.attachments[0]?.fileKey);
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('png bytes');

    const reply = answerTo(question);
    const sent = await send(reply, ours);
    expect(sent).toEqual({ outcome: 'sent', externalId: `<${reply.id}@nordlicht.example>` });
    const arrived = await pollUntil(theirs, annasCursor, 1);
    annasCursor = arrived.cursor;
    const answer = messageIn(theirs, arrived.events[0]);
    expect(answer).toMatchObject({
      externalId: `<${reply.id}@nordlicht.example>`,
      replyToExternalId: question.externalId,
      conversation: { externalId: question.externalId, subject: 'Zelt mit Loch' },
      author: { externalId: brand, name: 'Mira via Nordlicht' },
      text: 'Gern!\n\nWir schicken Ersatz.\n\n--\nNordlicht\nMira',
    });
    expect(JSON.parse(Buffer.from(arrived.events[0]?.body ?? []).toString()).subject).toBe(
      'Re: Zelt mit Loch',
    );

    // Its copy in our Sent folder is known; sent again by a try that forgot, it is not sent twice.
    const echo = await pollUntil(ours, first.cursor, 1);
    expect(echo.events.map((event) => parse(ours, event))).toEqual([
      { outcome: 'ignored', reason: 'own_echo' },
    ]);
    expect(await send(reply, ours)).toEqual(sent);
    await wait(300);
    expect((await poll(theirs, annasCursor)).events).toEqual([]);

    // Their program answers with In-Reply-To alone.
    await write({ to: brand, subject: 'Re: Zelt mit Loch', text: 'Danke!', inReplyTo: answer.externalId });
    const second = await pollUntil(ours, echo.cursor, 1);
    const thanks = messageIn(ours, second.events[0]);
    expect(thanks.conversation.relatedExternalIds).toContain(answer.externalId);
    expect((await poll(ours, second.cursor)).events).toEqual([]);
  });

  it('wakes within a second, and ends with its signal', async () => {
    const channel = channelOf(brand);
    const stop = new AbortController();
    let woken = 0;
    let wokenAt = 0;
    const listening = emailConnector.listen?.(
      channel,
      outbound,
      () => {
        woken += 1;
        wokenAt = Date.now();
      },
      stop.signal,
    );
    await expect.poll(() => woken, { timeout: 5000 }).toBe(1);
    await wait(200);
    const { cursor } = await poll(channel, undefined);
    await write({ to: brand, subject: 'Aufwachen', text: 'Hallo' });
    const writtenAt = Date.now();
    await expect.poll(() => woken, { timeout: 5000, interval: 10 }).toBeGreaterThan(1);
    expect(wokenAt - writtenAt).toBeLessThan(1000);
    expect((await poll(channel, cursor)).events).toHaveLength(1);
    stop.abort();
    await listening;
  });

  it('closes the gap after a restart, and doubles nothing when mails are numbered anew', async () => {
    const channel = channelOf(brand);
    const before = await poll(channel, undefined);
    await write({ to: brand, subject: 'Vor dem Ausfall', text: 'eins' });
    const one = await pollUntil(channel, before.cursor, 1);
    const stop = new AbortController();
    const listening = emailConnector.listen?.(channel, outbound, () => undefined, stop.signal);
    await servers.stopMailbox();
    await listening;
    const refused = await emailConnector.poll?.(
      { cursor: one.cursor, terms: [], limit: 10 },
      channel,
      outbound,
      new Date(),
    );
    expect(refused).toMatchObject({ outcome: 'retry', reason: 'mail_server_unreachable' });
    await write({ to: brand, subject: 'Während des Ausfalls', text: 'zwei' });
    await servers.startMailbox();
    const two = await pollUntil(channel, one.cursor, 1);
    expect(two.events.map((event) => messageIn(channel, event).text)).toEqual(['zwei']);

    await servers.stopMailbox();
    await servers.renumber(brand);
    await servers.startMailbox();
    const again = await poll(channel, two.cursor);
    const known = [...one.events, ...two.events].map(({ externalId }) => externalId);
    const seen = again.events.map(({ externalId }) => externalId);
    expect(seen).toEqual(expect.arrayContaining(known));
    await write({ to: brand, subject: 'Danach', text: 'drei' });
    const three = await pollUntil(channel, again.cursor, 1);
    expect(three.events.map((event) => messageIn(channel, event).text)).toEqual(['drei']);
  });

  it('fetches the past page by page, both folders, with its progress', async () => {
    const channel = channelOf(brand);
    const since = new Date(Date.now() - 90 * 24 * 60 * 60 * 1000);
    const seen: string[] = [];
    let cursor: unknown;
    let progress = 0;
    for (let page = 0; page < 50; page += 1) {
      const answer = await poll(channel, cursor, since, 2);
      expect(answer.events.length).toBeLessThanOrEqual(2);
      expect(answer.progress).toBeGreaterThanOrEqual(progress);
      progress = answer.progress ?? 0;
      seen.push(...answer.events.map(({ externalId }) => externalId));
      cursor = answer.cursor;
      if (!answer.hasMore) break;
    }
    expect(progress).toBe(1);
    expect(seen.length).toBeGreaterThanOrEqual(6);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await poll(channel, undefined, new Date(Date.now() + 3 * 24 * 60 * 60 * 1000))).events).toEqual(
      [],
    );
  });

  it('says why a mail cannot go, and what may pass', async () => {
    const question = { externalId: '<q@kunde.example>', conversation: { externalId: '<q@kunde.example>' } };
    const to = (recipientExternalId: string, overrides: Partial<OutboundMessage> = {}) =>
      send(answerTo(question as InboundMessage, { recipientExternalId, ...overrides }));
    expect(await to('niemand@kunde.example')).toMatchObject({
      outcome: 'failed',
      reason: 'recipient_unknown',
    });
    expect(await to('full@kunde.example')).toMatchObject({ outcome: 'failed', reason: 'mailbox_full' });
    expect(await to('slow@kunde.example')).toMatchObject({ outcome: 'retry', reason: 'mail_deferred' });
    expect(await to('nobody')).toEqual({ outcome: 'failed', reason: 'no_recipient' });
    const big = { name: 'big.bin', contentType: 'application/octet-stream', size: 2_000_000 };
    const attachments = [{ ...big, read: async () => Buffer.alloc(big.size) }];
    expect(await to(anna, { attachments })).toMatchObject({ outcome: 'failed', reason: 'mail_too_large' });
    expect(await send(answerTo(question as InboundMessage), channelOf(brand, {}, 'falsch'))).toMatchObject({
      outcome: 'failed',
      reason: 'mail_login_refused',
      needsReconnect: true,
    });
  });

  it('checks both logins, and says what is wrong in words an admin can act on', async () => {
    const check = (settings: object = {}, password = users[brand], door = outbound) =>
      emailConnector.check?.(channelOf(brand, settings, password), door, new Date());
    expect(await check()).toEqual({
      outcome: 'ok',
      account: { externalId: brand, name: 'Nordlicht', handle: brand },
    });
    const refusals = [
      [await check({}, 'falsch'), 'failed', 'mail_login_refused'],
      [await check({ imapHost: 'gibt-es-nicht.invalid' }), 'retry', 'mail_host_not_found'],
      [
        await check({ imapHost: 'localhost', imapPort: servers.ports.imaps, imapSecurity: 'tls' }),
        'failed',
        'mail_certificate_refused',
      ],
      [await check({ imapPort: servers.ports.imap, imapSecurity: 'tls' }), 'failed', 'mail_tls_not_spoken'],
      [await check({ smtpSecurity: 'starttls' }), 'failed', 'mail_without_tls'],
      [await check({ smtpPort: 1 }), 'retry', 'mail_server_unreachable'],
      [await check({ folder: 'Gibtesnicht' }), 'failed', 'mail_folder_not_found'],
      [await check({}, users[brand], createOutbound({ allow: [] })), 'failed', 'mail_address_refused'],
    ] as const;
    for (const [answer, outcome, reason] of refusals) expect(answer).toMatchObject({ outcome, reason });
  });
});
