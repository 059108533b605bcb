import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, InboundEvent, OutboundMessage } from '@/connectors/contract';
import type { PolledEvent } from '@/connectors/contract/asking';
import { mastodonConnector } from '@/connectors/mastodon/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type Flavour, type MastodonStandIn, startMastodon } from '../stand-ins/mastodon';

const outbound = createOutbound({ allow: ['127.0.0.1'] });
const anna = 'anna@berge.example';
let instance: MastodonStandIn;
let channel: ChannelAccess;
let terms: string[];
let nextId: number;

async function start(flavour: Flavour): Promise<void> {
  instance = await startMastodon({ flavour });
  terms = ['#Polarzelt', 'Zelt'];
  nextId = 1;
  channel = {
    id: 'c',
    settings: { baseUrl: `${instance.url}/` },
    secrets: { accessToken: [instance.accessToken] },
  };
}

/** Asks as the runtime does, until nothing more is to be had at once. */
async function ask(cursor: unknown, since?: Date) {
  const events: PolledEvent[] = [];
  let at = cursor;
  for (let page = 0; page < 30; page += 1) {
    const request = { cursor: at, terms, limit: 100, ...(since && { since }) };
    const answer = await mastodonConnector.poll?.(request, channel, outbound, new Date());
    if (answer?.outcome !== 'polled') throw new Error(JSON.stringify(answer));
    events.push(...answer.events);
    at = JSON.parse(JSON.stringify(answer.cursor));
    if (!answer.hasMore) return { events, cursor: at, budgets: answer.budgets, progress: answer.progress };
  }
  throw new Error('there is always more');
}

function meaning({ body }: PolledEvent): InboundEvent {
  const parsed = mastodonConnector.parseInbound(body, channel, new Date());
  if (parsed.outcome !== 'messages') throw new Error(JSON.stringify(parsed));
  return parsed.events[0] as InboundEvent;
}

function reply(to: string, overrides: Partial<OutboundMessage> = {}): OutboundMessage {
  nextId += 1;
  return {
    id: `01980000-0000-7000-8000-${String(nextId).padStart(12, '0')}`,
    text: 'Ja, bis 3 m Wassersäule.',
    visibility: 'public',
    kind: 'comment',
    conversation: { externalId: to },
    replyToExternalId: to,
    author: { name: 'Mira' },
    attachments: [],
    ...overrides,
  };
}
const send = (message: OutboundMessage) => mastodonConnector.send(message, channel, outbound, new Date());
const statusOf = (uri: string | undefined) => instance.statuses.find((row) => row.uri === uri);
const sentTo = async (message: OutboundMessage) => {
  const outcome = await send(message);
  if (outcome.outcome !== 'sent') throw new Error(JSON.stringify(outcome));
  return statusOf(outcome.externalId);
};

afterEach(() => instance.close());

describe.each<Flavour>(['mastodon', 'gotosocial', 'pleroma'])('an instance of the kind %s', (flavour) => {
  beforeEach(() => start(flavour));

  it('carries a thread there and back, by uri, and tells each status once', async () => {
    instance.write({ text: `@nordlicht Von früher` });
    let { cursor } = await ask(undefined);
    const question = instance.write({ text: '@nordlicht Ist das Zelt dicht?', visibility: 'unlisted' });
    instance.like();
    const first = await ask(cursor);
    expect(first.events.map(meaning)).toMatchObject([
      {
        externalId: question,
        conversation: { externalId: question },
        author: { externalId: anna, handle: `@${anna}`, name: 'Anna Weber' },
        text: '@nordlicht Ist das Zelt dicht?',
        kind: 'mention',
        visibility: 'public',
        isOwn: false,
      },
    ]);
    cursor = first.cursor;
    const answer = await sentTo(reply(question));
    expect(answer).toMatchObject({
      text: `@${anna} Ja, bis 3 m Wassersäule.`,
      visibility: 'unlisted',
      inReplyTo: question,
    });
    const thanks = instance.write({ text: 'Danke!', inReplyTo: answer?.uri ?? '' });
    const second = await ask(cursor);
    const [comment, echo] = second.events.map(meaning);
    expect(comment).toMatchObject({
      externalId: thanks,
      kind: 'comment',
      conversation: { externalId: question, relatedExternalIds: [answer?.uri, question] },
      replyToExternalId: answer?.uri,
    });
    expect(echo).toMatchObject({
      externalId: answer?.uri,
      isOwn: true,
      conversation: { externalId: question },
    });
    expect((await ask(second.cursor)).events).toEqual([]);
  });

  it('brings what was missed in order, however much, and hashtags of strangers as overheard', async () => {
    const { cursor } = await ask(undefined);
    instance.write({ text: '@nordlicht eins' });
    const start = (await ask(cursor)).cursor;
    const missed = Array.from({ length: 95 }, (_, index) =>
      instance.write({ text: `@nordlicht Frage ${index}` }),
    );
    const heard = instance.write({ text: 'Mein #Polarzelt hält' });
    const { events } = await ask(start);
    const ids = events.map(({ externalId }) => externalId);
    expect(ids).toEqual([...missed, heard]);
    expect(meaning(events.at(-1) as PolledEvent)).toMatchObject({
      kind: 'mention',
      conversation: { isOverheard: true },
    });
  });

  it('notices edits, deletions and likes of late', async () => {
    const { cursor } = await ask(undefined);
    const [kept, removed] = ['@nordlicht alt', '@nordlicht weg'].map((text) => instance.write({ text }));
    const first = await ask(cursor);
    const at = new Date(Date.now() + 1000);
    instance.edit(kept ?? '', '@nordlicht neu', at);
    instance.remove(removed ?? '');
    const second = await ask(first.cursor);
    expect(second.events.map(meaning)).toMatchObject([
      { type: 'updated', externalId: kept, text: '@nordlicht neu', versionAt: at },
    ]);
    // Missing once may be a hiccup of the instance.
    const { events, cursor: after } = await ask(second.cursor);
    expect(events.map(meaning)).toMatchObject([{ type: 'deleted', externalId: removed }]);
    expect((await ask(after)).events).toEqual([]);
    await mastodonConnector.react?.({ externalId: kept ?? '', isOn: true }, channel, outbound, new Date());
    const liked = await ask(after);
    const parsed = mastodonConnector.parseInbound(
      liked.events[0]?.body ?? new Uint8Array(),
      channel,
      new Date(),
    );
    expect(parsed).toMatchObject({ events: [{ externalId: kept }, { type: 'reach', likes: 1 }] });
  });

  it('answers what this instance has not met yet, and says what is gone', async () => {
    const uri = 'https://fern.example/notes/9';
    instance.elsewhere.push({
      id: 'far',
      uri,
      acct: 'bo@fern.example',
      text: 'Hallo',
      at: new Date(),
      visibility: 'public',
      warning: 'Zelte',
    });
    expect(await sentTo(reply(uri))).toMatchObject({
      inReplyTo: uri,
      warning: 'Zelte',
      text: '@bo@fern.example Ja, bis 3 m Wassersäule.',
    });
    expect(await send(reply('https://fern.example/notes/10'))).toMatchObject({
      outcome: 'failed',
      reason: 'thread_gone',
    });
  });

  it('never answers more openly than what it answers', async () => {
    const thread = (visibility: string) => instance.write({ text: '@nordlicht Hallo', visibility });
    for (const visibility of ['public', 'unlisted', 'private', 'direct'])
      expect(await sentTo(reply(thread(visibility)))).toMatchObject({ visibility });
    expect(await sentTo(reply(thread('public'), { visibility: 'private' }))).toMatchObject({
      visibility: 'direct',
      text: `@${anna} Ja, bis 3 m Wassersäule.`,
    });
    expect(await sentTo(reply(thread('private'), { visibility: 'private' }))).toMatchObject({
      visibility: 'private',
    });
    const { replyToExternalId: _, ...post } = reply('new', { kind: 'post' });
    expect(await sentTo(post)).toMatchObject({ visibility: 'public', text: 'Ja, bis 3 m Wassersäule.' });
  });

  it('sends once under one id, with its pictures', async () => {
    const read = async () => Buffer.from('png bytes');
    const file = { name: 'zelt.png', contentType: 'image/png', size: 9, read };
    const message = reply(instance.write({ text: '@nordlicht Bild?' }), { attachments: [file] });
    const first = await send(message);
    expect(first).toMatchObject({ outcome: 'sent', budgets: [{ scope: 'send', limit: 300 }] });
    const again = await send(message);
    expect(again.outcome === 'sent' && again.externalId).toBe(first.outcome === 'sent' && first.externalId);
    expect(instance.statuses.filter(({ acct }) => acct === 'nordlicht')).toHaveLength(1);
    const tooMany = { ...message, id: 'x', attachments: Array.from({ length: 5 }, () => file) };
    expect(await send(tooMany)).toMatchObject({ outcome: 'failed', reason: 'too_many_attachments' });
  });

  it('fetches the past page by page', async () => {
    const day = 24 * 60 * 60 * 1000;
    const old = instance.write({ text: '@nordlicht zu alt', at: new Date(Date.now() - 100 * day) });
    const wanted = Array.from({ length: 90 }, (_, index) =>
      instance.write({ text: `@nordlicht ${index}`, at: new Date(Date.now() - (90 - index) * 0.9 * day) }),
    );
    const { events, progress } = await ask(undefined, new Date(Date.now() - 90 * day));
    const ids = events.map(({ externalId }) => externalId);
    expect([...ids].sort()).toEqual([...wanted].sort());
    expect(ids).not.toContain(old);
    expect(progress).toBe(1);
  });
});

describe('an instance that refuses', () => {
  beforeEach(() => start('mastodon'));
  const outcomes = async () => {
    const request = { cursor: undefined, terms, limit: 100 };
    return [
      await mastodonConnector.poll?.(request, channel, outbound, new Date()),
      await mastodonConnector.check?.(channel, outbound, new Date()),
      await send(reply('https://berge.example/1')),
    ];
  };

  it('has taken our access, which asks for a new connection', async () => {
    instance.revoke();
    const lost = { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true };
    for (const outcome of await outcomes()) expect(outcome).toMatchObject(lost);
  });

  it.each([
    [
      { status: 500, body: '' },
      { outcome: 'retry', reason: 'network_unavailable' },
    ],
    [
      { status: 503, body: '<html>' },
      { outcome: 'retry', reason: 'network_unavailable' },
    ],
    [
      { status: 422, body: { error: 'Validation failed' } },
      { outcome: 'failed', reason: 'network_refused' },
    ],
    [
      { status: 403, body: { error: 'This action is not allowed' } },
      { outcome: 'failed', reason: 'permission_missing' },
    ],
    [
      { status: 200, body: '<html>' },
      { outcome: 'failed', reason: 'unexpected_answer' },
    ],
  ] as const)('%j', async (answer, expected) => {
    instance.failNext(answer);
    expect(await mastodonConnector.check?.(channel, outbound, new Date())).toMatchObject(expected);
  });

  it('asks to wait until its limit begins anew', async () => {
    const resetsAt = new Date(Date.now() + 120_000).toISOString();
    instance.failNext({
      status: 429,
      headers: { 'x-ratelimit-reset': resetsAt, 'x-ratelimit-remaining': '0' },
    });
    const outcome = await send(reply(instance.write({ text: '@nordlicht' })));
    expect(outcome).toMatchObject({ outcome: 'retry', reason: 'rate_limited' });
    expect(outcome.outcome === 'retry' && outcome.retryAfter).toBeGreaterThan(115);
  });

  it('counts with the names in front: what is too long does not leave', async () => {
    const question = instance.write({ text: '@nordlicht Wie lang?' });
    const text = 'x'.repeat(500 - '@anna '.length);
    expect(await send(reply(question, { text }))).toMatchObject({ outcome: 'sent' });
    const posts = instance.calls.filter(({ method }) => method === 'POST').length;
    expect(await send(reply(question, { text: `${text}x` }))).toMatchObject({
      outcome: 'failed',
      reason: 'text_too_long',
    });
    expect(instance.calls.filter(({ method }) => method === 'POST')).toHaveLength(posts);
  });
});
