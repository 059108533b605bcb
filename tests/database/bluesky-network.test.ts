import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { blueskyConnector } from '@/connectors/bluesky/connector';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import { getChannelFeeds } from '@/modules/channels/queries/feeds';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { setListeningTerms } from '@/modules/channels/use-cases/set-listening-terms';
import { deliverToNetwork } from '@/modules/conversations/use-cases/deliver-message';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { sendMessage } from '@/modules/conversations/use-cases/send-message';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { createOutbound } from '@/platform/http/outbound';
import { poll } from '../factories/asked-channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';
import { type BlueskyNetwork, startBluesky } from '../servers/bluesky';
import { type Account, mentionOf, signUp } from '../servers/bluesky-account';

interface ShownPost {
  uri: string;
  cid: string;
  author: { handle: string };
  record: { text: string; facets?: object[]; reply?: { root: { uri: string }; parent: { uri: string } } };
  embed?: { external?: { uri: string } };
  viewer?: { like?: string };
  likeCount?: number;
}

const outbound = createOutbound({ allow: ['localhost', '127.0.0.1'] });
let network: BlueskyNetwork;
let workspace: TestWorkspace;
let admin: MemberContext;
let context: TenantContext<null>;
let brand: Account;
let anna: Account;
let channelId: string;
let access: ChannelAccess;

beforeAll(async () => {
  network = await startBluesky(inject('testServer').superuserUrl);
  [brand, anna] = await Promise.all([signUp(network.pdsUrl, 'nordlicht'), signUp(network.pdsUrl, 'anna')]);
  const made = await brand.call<{ password: string }>('com.atproto.server.createAppPassword', {
    name: 'Rapport',
  });
  workspace = await aWorkspace();
  const reaching = <C extends TenantContext>(of: C): C => ({ ...of, offers: { ...of.offers, outbound } });
  admin = reaching(await aMember(workspace, { role: 'admin' }));
  context = reaching(systemContextOf(workspace));
  const settings = { handle: '@nordlicht.test', serviceUrl: network.pdsUrl };
  const secrets = { appPassword: made.password };
  channelId = (
    await execute(createChannel, admin, { connector: 'bluesky', name: 'Bluesky', settings, secrets })
  ).id;
  access = { id: channelId, settings, secrets: { appPassword: [made.password] } };
  await runUnitOfWork(context, (work) => setListeningTerms.run(work, { terms: [{ term: 'Polarzelt' }] }));
  await ask();
}, 600_000);
afterAll(async () => {
  await network?.close();
  await outbound.close();
});

/** Asks now, and applies what came. */
async function ask(): Promise<void> {
  await workspace.db.query(
    sql`UPDATE channel_feeds SET next_at = now() WHERE channel_id = ${channelId}::uuid`,
  );
  await poll(context, channelId);
  await drainChannelEvents(context, channelId);
}

const messages = () =>
  workspace.db.models.message.findMany({ where: { channelId }, orderBy: { sentAt: 'asc' } });
/** Asks until this many messages are there. */
async function askUntil(count: number) {
  for (let tries = 0; tries < 60; tries += 1) {
    await ask();
    const known = await messages();
    if (known.length >= count) return known;
    await wait(250);
  }
  const feeds = await getChannelFeeds(admin, channelId);
  throw new Error(`only ${(await messages()).length} of ${count} messages came: ${JSON.stringify(feeds)}`);
}

/** Asks until a message says this: the network shows posts when it has indexed them, not in the order they were sent. */
async function askFor(text: string) {
  for (let tries = 0; tries < 60; tries += 1) {
    await ask();
    const found = (await messages()).find((message) => message.text === text);
    if (found) return found;
    await wait(250);
  }
  throw new Error(`"${text}" did not come, but ${JSON.stringify((await messages()).map((one) => one.text))}`);
}

async function shown(by: Account, uri: string): Promise<ShownPost> {
  for (let tries = 0; tries < 60; tries += 1) {
    const query = new URLSearchParams({ uris: uri });
    const { posts } = await by.call<{ posts: ShownPost[] }>(`app.bsky.feed.getPosts?${query}`);
    if (posts[0]) return posts[0];
    await wait(250);
  }
  throw new Error(`${uri} is not shown`);
}

async function answer(conversationId: string, replyToId: string, text: string): Promise<string> {
  const { id } = await execute(sendMessage, admin, { conversationId, replyToId, text, sendAnyway: true });
  const [delivery] = await workspace.db.query<{ id: string }>(
    sql`UPDATE deliveries SET due_at = now() WHERE message_id = ${id}::uuid RETURNING id`,
  );
  await deliverToNetwork(context, delivery?.id ?? '');
  const sent = await workspace.db.models.message.findFirst({ where: { id } });
  expect(sent).toMatchObject({ sendState: 'sent', externalId: expect.stringMatching(/^at:\/\//) });
  return sent?.externalId ?? '';
}

describe('an account on a real Bluesky network', () => {
  const question = 'Hallo @nordlicht.test, ist das Zelt dicht? 🏕️';
  let asked: { uri: string; cid: string };

  it('says whose account it is, and what is wrong with its password', async () => {
    const check = (channel: ChannelAccess) => blueskyConnector.check?.(channel, outbound, new Date());
    expect(await check(access)).toMatchObject({
      outcome: 'ok',
      account: { externalId: brand.did, handle: '@nordlicht.test' },
    });
    expect(await check({ ...access, secrets: { appPassword: ['abcd-efgh-ijkl-mnop'] } })).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
  });

  it('carries a thread there and back, and tells each post once', async () => {
    asked = await anna.post(question, mentionOf(brand, question));
    const [mention] = await askUntil(1);
    expect(mention).toMatchObject({
      externalId: asked.uri,
      kind: 'mention',
      direction: 'inbound',
      visibility: 'public',
      text: question,
    });
    const conversationId = mention?.conversationId ?? '';
    const text = 'Ja, @anna.test: bis 3 m Wassersäule. Mehr auf https://nordlicht.example/zelt #Zelte';
    const uri = await answer(conversationId, mention?.id ?? '', text);
    const seen = await shown(anna, uri);
    expect(seen).toMatchObject({
      author: { handle: 'nordlicht.test' },
      record: { text, reply: { root: { uri: asked.uri }, parent: { uri: asked.uri } } },
      embed: { external: { uri: 'https://nordlicht.example/zelt' } },
    });
    expect(seen.record.facets).toHaveLength(3);

    const reply = { root: { uri: asked.uri, cid: asked.cid }, parent: { uri: seen.uri, cid: seen.cid } };
    const thanks = await anna.post('Danke!', { reply });
    const three = await askUntil(3);
    expect(three.map(({ externalId }) => externalId)).toEqual([asked.uri, uri, thanks.uri]);
    expect(new Set(three.map((message) => message.conversationId))).toEqual(new Set([conversationId]));
    expect(three[2]).toMatchObject({ kind: 'comment', direction: 'inbound' });
    await ask();
    expect(await messages()).toHaveLength(3);
  });

  it('finds the post of a try that came through and was not heard of', async () => {
    const message: OutboundMessage = {
      id: newId(),
      text: 'Gern geschehen.',
      visibility: 'public',
      kind: 'comment',
      conversation: { externalId: asked.uri },
      author: { name: 'Mira' },
      attachments: [{ name: 'a.png', contentType: 'image/png', size: PNG.length, read: async () => PNG }],
    };
    const send = () => blueskyConnector.send(message, access, outbound, new Date());
    const first = await send();
    expect(first).toMatchObject({ outcome: 'sent', externalId: expect.stringContaining(brand.did) });
    expect(await send()).toMatchObject({
      outcome: 'sent',
      externalId: first.outcome === 'sent' && first.externalId,
    });
    const ours = await askFor('Gern geschehen.');
    await ask();
    expect((await messages()).filter(({ text }) => text === 'Gern geschehen.')).toHaveLength(1);
    expect(ours).toMatchObject({
      direction: 'outbound',
      externalId: first.outcome === 'sent' && first.externalId,
    });
    const tooLong = { ...message, id: newId(), text: '🏕️'.repeat(301) };
    expect(await blueskyConnector.send(tooLong, access, outbound, new Date())).toMatchObject({
      outcome: 'failed',
      reason: 'text_too_long',
    });
    const gone = {
      ...message,
      id: newId(),
      replyToExternalId: `at://${anna.did}/app.bsky.feed.post/3aaaaaaaaaaaa`,
    };
    expect(await blueskyConnector.send(gone, access, outbound, new Date())).toMatchObject({
      outcome: 'failed',
      reason: 'thread_gone',
    });
  });

  it('likes a post and takes it back', async () => {
    const react = (isOn: boolean) =>
      blueskyConnector.react?.({ externalId: asked.uri, isOn }, access, outbound, new Date());
    const likes = async () => (await shown(anna, asked.uri)).likeCount;
    expect(await react(true)).toMatchObject({ outcome: 'sent' });
    await expect.poll(likes, { timeout: 10_000 }).toBe(1);
    expect(await react(true)).toMatchObject({ outcome: 'sent' });
    expect(await react(false)).toMatchObject({ outcome: 'sent' });
    await expect.poll(likes, { timeout: 10_000 }).toBe(0);
  });

  it('finds what nobody addressed to us by its search', async () => {
    const found = await anna.post('Hat jemand ein Polarzelt im Regen getragen?');
    const known = await askUntil(5);
    const overheard = known.find(({ externalId }) => externalId === found.uri);
    expect(overheard).toMatchObject({ kind: 'mention', direction: 'inbound' });
    const conversation = await workspace.db.models.conversation.findFirst({
      where: { id: overheard?.conversationId ?? '' },
    });
    expect(conversation?.status).toBe('overheard');
  });

  it('closes the gap after its servers were away, and doubles nothing', async () => {
    const before = (await messages()).length;
    await network.order('stopAppView');
    await anna.post('Noch eine Frage, @nordlicht.test', mentionOf(brand, 'Noch eine Frage, @nordlicht.test'));
    await ask();
    const [away] = await getChannelFeeds(admin, channelId);
    expect(away).toMatchObject({ failures: 1, reason: 'network_unavailable' });
    await network.order('stopPds');
    await network.order('startPds');
    await network.order('startAppView');
    const after = await askUntil(before + 1);
    expect(after.at(-1)?.text).toBe('Noch eine Frage, @nordlicht.test');
    await ask();
    expect(await messages()).toHaveLength(before + 1);
    const [back] = await getChannelFeeds(admin, channelId);
    expect(back).toMatchObject({ failures: 0, reason: null });
  });

  it('tells of a deletion', async () => {
    const [, , , rkey] = asked.uri.replace('at://', '//').split('/').slice(1);
    await anna.call('com.atproto.repo.deleteRecord', {
      repo: anna.did,
      collection: 'app.bsky.feed.post',
      rkey,
    });
    const removed = async () => {
      await ask();
      return (await messages()).find(({ externalId }) => externalId === asked.uri)?.deletedAt ?? null;
    };
    await expect.poll(removed, { timeout: 20_000 }).not.toBeNull();
  });

  it('fetches the past page by page, with its progress', async () => {
    const since = new Date(Date.now() - 90 * 24 * 60 * 60 * 1000);
    const seen = new Set<string>();
    let cursor: unknown;
    let progress = 0;
    for (let page = 0; page < 10; page += 1) {
      const answered = await blueskyConnector.poll?.(
        { cursor, since, terms: ['Polarzelt'], limit: 100 },
        access,
        outbound,
        new Date(),
      );
      if (answered?.outcome !== 'polled') throw new Error(JSON.stringify(answered));
      for (const { externalId } of answered.events) seen.add(externalId);
      expect(answered.progress).toBeGreaterThanOrEqual(progress);
      progress = answered.progress ?? 0;
      cursor = answered.cursor;
      if (!answered.hasMore) break;
    }
    expect(progress).toBe(1);
    // All but the post that was deleted.
    expect(seen.size).toBe((await messages()).length - 1);
  });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
