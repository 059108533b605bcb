import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelAccess, Connector, InboundEvent, OutboundMessage } from '@/connectors/contract';
import { feedConnector } from '@/connectors/feed/connector';
import { wordpressConnector } from '@/connectors/wordpress/connector';
import { createOutbound } from '@/platform/http/outbound';
import { startWordpress, type WordpressServer } from '../servers/wordpress';

const outbound = createOutbound({ allow: ['127.0.0.1'] });
let server: WordpressServer;
let channel: ChannelAccess;
let post: string;

beforeAll(async () => {
  server = await startWordpress();
  channel = channelWith(server.password);
  post = String(
    server.php(
      "return wp_insert_post(['post_title' => 'Nordlicht 3 & Regen', 'post_content' => 'Dicht.', 'post_status' => 'publish', 'post_author' => 1]);",
    ),
  );
}, 240_000);
afterAll(async () => {
  await server?.close();
  await outbound.close();
});

function channelWith(password: string): ChannelAccess {
  return {
    id: 'c',
    settings: { siteUrl: `${server.url}/`, username: 'rapport' },
    secrets: { applicationPassword: [password] },
  };
}

/** A visitor's comment, as the site's own form stores it. @returns its number */
function comment(text: string, fields: Record<string, string | number> = {}): string {
  const given = {
    comment_post_ID: Number(post),
    comment_content: text,
    comment_author: 'Jonas',
    comment_author_email: 'jonas@kunde.example',
    ...fields,
  };
  const json = Buffer.from(JSON.stringify(given)).toString('base64');
  return String(server.php(`return wp_insert_comment(json_decode(base64_decode('${json}'), true));`));
}

async function ask(connector: Connector, access: ChannelAccess, cursor: unknown, since?: Date, limit = 100) {
  const request = { cursor, terms: [], limit, ...(since && { since }) };
  const answer = await connector.poll?.(request, access, outbound, new Date());
  if (answer?.outcome !== 'polled') throw new Error(`${JSON.stringify(answer)}\n${await server.logs()}`);
  return answer;
}

/** Everything there is to be told, read. */
async function pollAll(cursor: unknown, since?: Date, limit?: number) {
  const events: InboundEvent[] = [];
  const ignored: string[] = [];
  for (let at = cursor; ; ) {
    const page = await ask(wordpressConnector, channel, at, since, limit);
    for (const { body } of page.events) {
      const parsed = wordpressConnector.parseInbound(body, channel, new Date());
      if (parsed.outcome === 'messages') events.push(...parsed.events);
      else ignored.push(parsed.reason);
    }
    at = page.cursor;
    if (!page.hasMore) return { events, ignored, cursor: at };
  }
}
const send = (text: string, changes: Partial<OutboundMessage> = {}, access = channel) =>
  wordpressConnector.send(
    {
      id: '01980000-0000-7000-8000-000000000001',
      text,
      visibility: 'public',
      kind: 'comment',
      conversation: { externalId: post },
      author: { name: 'Mira' },
      attachments: [],
      ...changes,
    },
    access,
    outbound,
    new Date(),
  );

describe('the comments of a real WordPress', () => {
  it('come in threaded, are answered below, and are told once', async () => {
    const start = await pollAll(undefined);
    expect(start.events).toEqual([]);
    const question = comment('Wann gibt es\n<b>das Zelt</b> &amp; Zubehör?');
    const first = await pollAll(start.cursor);
    expect(first.events).toMatchObject([
      {
        type: 'created',
        externalId: question,
        conversation: {
          externalId: post,
          subject: 'Nordlicht 3 & Regen',
          url: expect.stringContaining(server.url),
        },
        author: { externalId: 'jonas@kunde.example', name: 'Jonas' },
        text: 'Wann gibt es\ndas Zelt & Zubehör?',
        isOwn: false,
      },
    ]);
    expect(Math.abs(Date.now() - (first.events[0] as { sentAt: Date }).sentAt.getTime())).toBeLessThan(
      60_000,
    );

    const sent = await send('Ab Mai, für < 200 €.\n\nGrüße', { replyToExternalId: question });
    if (sent.outcome !== 'sent' || sent.externalId === undefined) throw new Error(JSON.stringify(sent));
    expect(server.php(`return get_comment(${sent.externalId})->comment_parent;`)).toBe(question);
    // A try that forgot it had been through finds what it sent; WordPress keeps one.
    expect(await send('Ab Mai, für < 200 €.\n\nGrüße', { replyToExternalId: question })).toEqual(sent);

    const thanks = comment('Danke!', { comment_parent: Number(sent.externalId) });
    const second = await pollAll(first.cursor);
    expect(second.events).toMatchObject([
      {
        externalId: sent.externalId,
        isOwn: true,
        replyToExternalId: question,
        text: 'Ab Mai, für < 200 €.\n\nGrüße',
      },
      { externalId: thanks, isOwn: false, replyToExternalId: sent.externalId },
    ]);
    expect((await pollAll(second.cursor)).events).toEqual([]);
  }, 30_000);

  it('show what becomes of them: held, approved, edited, trashed, taken back, removed', async () => {
    let { cursor } = await pollAll(undefined);
    const id = comment('Erst prüfen', { comment_approved: 0 });
    const turn = async (code?: string) => {
      if (code) server.php(`return ${code};`);
      const turned = await pollAll(cursor);
      cursor = turned.cursor;
      return [...turned.events, ...turned.ignored];
    };
    expect(await turn()).toEqual(['comment_on_hold']);
    expect(await turn(`wp_set_comment_status(${id}, 'approve')`)).toMatchObject([
      { type: 'updated', externalId: id, text: 'Erst prüfen' },
    ]);
    expect(
      await turn(`wp_update_comment(['comment_ID' => ${id}, 'comment_content' => 'Geändert'])`),
    ).toMatchObject([{ type: 'updated', externalId: id, text: 'Geändert' }]);
    expect(await turn(`wp_trash_comment(${id})`)).toMatchObject([
      { type: 'deleted', externalId: id, conversationExternalId: post },
    ]);
    expect(await turn()).toEqual([]);
    expect(await turn(`wp_untrash_comment(${id})`)).toMatchObject([
      { type: 'updated', externalId: id, isRestored: true },
    ]);
    expect(await turn(`wp_spam_comment(${id})`)).toMatchObject([{ type: 'deleted', externalId: id }]);
    expect(await turn(`wp_delete_comment(${id}, true)`)).toEqual([]);
  }, 30_000);

  it('close a gap after the site was away', async () => {
    const { cursor } = await pollAll(undefined);
    const before = new Date();
    server.php(
      `for ($i = 0; $i < 120; $i++) wp_insert_comment(['comment_post_ID' => ${post}, 'comment_content' => "Lücke $i", 'comment_author' => 'Ute']); return 1;`,
    );
    await server.stop();
    const request = { cursor, terms: [], limit: 100 };
    expect(await wordpressConnector.poll?.(request, channel, outbound, new Date())).toMatchObject({
      outcome: 'retry',
    });
    await server.start();
    const caught = await pollAll(cursor, undefined, 100);
    expect(caught.events.map((event) => 'text' in event && event.text)).toEqual(
      Array.from({ length: 120 }, (_, index) => `Lücke ${index}`),
    );
    expect((await pollAll(caught.cursor)).events).toEqual([]);
    // The second the first was written in counts as before it.
    const backfilled = await pollAll(undefined, new Date(before.getTime() - 2000));
    expect(
      backfilled.events.filter((event) => 'text' in event && event.text.startsWith('Lücke')),
    ).toHaveLength(120);
  }, 60_000);

  it('are asked for and answered where pretty links are off, too', async () => {
    server.php("update_option('permalink_structure', ''); return 1;");
    const { cursor } = await pollAll(undefined);
    const id = comment('Ohne schöne Adressen');
    expect((await pollAll(cursor)).events).toMatchObject([{ externalId: id }]);
    expect(await send('Geht auch.', { replyToExternalId: id })).toMatchObject({ outcome: 'sent' });
  }, 30_000);

  it('refuse with their reasons', async () => {
    const failed = { outcome: 'failed' };
    expect(await send('x', {}, channelWith('wrong'))).toMatchObject({
      ...failed,
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(await send('x', { conversation: { externalId: '999999' } })).toMatchObject({
      ...failed,
      reason: 'thread_gone',
    });
    expect(await send('ü'.repeat(40_000))).toMatchObject({ ...failed, reason: 'text_too_long' });
    server.php(`wp_update_post(['ID' => ${post}, 'comment_status' => 'closed']); return 1;`);
    expect(await send('Zu spät?')).toMatchObject({ ...failed, reason: 'thread_closed' });
    const check = (access = channel) => wordpressConnector.check?.(access, outbound, new Date());
    expect(await check()).toMatchObject({ outcome: 'ok', account: { name: 'Nordlicht', handle: 'rapport' } });
    expect(await check(channelWith('wrong'))).toMatchObject({
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    server.php("get_user_by('login', 'rapport')->set_role('author'); return 1;");
    expect(await check()).toMatchObject({ ...failed, reason: 'moderation_not_allowed' });
  }, 30_000);
});

describe('the blog’s feed', () => {
  it('is found from the page’s address, told once, and asked conditionally', async () => {
    const blog: ChannelAccess = { id: 'f', settings: { url: `${server.url}/`, role: 'own' }, secrets: {} };
    expect(await feedConnector.check?.(blog, outbound, new Date())).toMatchObject({
      outcome: 'ok',
      account: { externalId: expect.stringMatching(/feed/), name: 'Zeltblog' },
    });
    const first = await ask(feedConnector, blog, undefined);
    const read = first.events.map(({ body }) => feedConnector.parseInbound(body, blog, new Date()));
    expect(read).toContainEqual(
      expect.objectContaining({
        events: [
          expect.objectContaining({ kind: 'post', isOwn: true, text: 'Nordlicht 3 & Regen\n\nDicht.' }),
        ],
      }),
    );
    expect(first.pauseSeconds).toBe(3600);
    const statuses: number[] = [];
    const watched = {
      ...outbound,
      http: {
        request: async (...given: Parameters<typeof outbound.http.request>) => {
          const answer = await outbound.http.request(...given);
          if (answer.ok) statuses.push(answer.value.status);
          return answer;
        },
      },
    };
    const request = { cursor: first.cursor, terms: [], limit: 100 };
    expect(await feedConnector.poll?.(request, blog, watched, new Date())).toMatchObject({
      outcome: 'polled',
      events: [],
    });
    expect(statuses).toEqual([304]);
  }, 20_000);
});
