import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChannelAccess, WebhookRequest } from '@/connectors/contract';
import { createXConnector } from '@/connectors/x/connector';
import { inWords } from './in-words';

const folder = '../shared/payloads/x';
const receivedAt = new Date('2026-11-22T12:00:00Z');
const connector = createXConnector({ xBaseUrl: 'https://api.x.com' });

/** What each body means, read by hand. */
const meanings: Record<string, string> = {
  'aaa_09_user_event.json': 'ignored access_revoked',
  'aaa_11_direct_message_indicate_typing_events.json': 'ignored typing',
  'aaa_13_tweet_delete_events.json': 'deleted',
  'activity_broadcast_chat.json': 'ignored live_broadcast',
  'activity_broadcast_start.json': 'ignored live_broadcast',
  'activity_chat_sent.json': 'ignored encrypted_message',
  'activity_dm_sent.json': 'created direct own "Thanks for the update!"',
  'activity_follow_unfollow.json': 'ignored follow',
  'activity_news_new.json': 'ignored news',
  'activity_post_create.json': 'created post own "Hello from the Activity API"',
  'activity_post_mention_create.json': 'created mention OtherUser "hey @ExampleUser"',
  'activity_post_reply_create.json': 'created comment X 2222 "@ExampleUser Great post — thanks for sharing!"',
  'activity_profile_update_banner_picture.json': 'ignored profile_change',
  'activity_profile_update_geo.json': 'ignored profile_change',
  'activity_profile_update_screenname.json': 'ignored profile_change',
  'activity_spaces_end.json': 'ignored live_broadcast',
};

const bytes = (file: string) => readFileSync(`${folder}/${file}`);
const parse = (body: unknown, settings: Record<string, unknown> = {}) =>
  connector.parseInbound(
    body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body)),
    { id: 'c', settings },
    receivedAt,
  );
const only = (...given: Parameters<typeof parse>) => {
  const parsed = parse(...given);
  return parsed.outcome === 'messages' ? parsed.events[0] : parsed;
};
const activity = (type: string, payload: object, includes: object = {}) => ({
  data: { event_uuid: '1', event_type: type, filter: { user_id: '11' }, payload, includes },
});

describe('every recorded body', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

  it('has a meaning, and every meaning its body', () => {
    expect(files.sort()).toEqual(Object.keys(meanings).sort());
  });

  it.each(files)('%s', (file) => {
    expect(inWords(parse(bytes(file)))).toBe(meanings[file]);
  });
});

describe('a post', () => {
  it('that mentions us is a thread of its own, its author known', () => {
    expect(only(bytes('activity_post_mention_create.json'))).toMatchObject({
      externalId: '2080765813578191303',
      conversation: {
        externalId: '2080765813578191303',
        url: 'https://x.com/i/web/status/2080765813578191303',
      },
      author: {
        externalId: '2222222222222222222',
        handle: '@OtherUser',
        profileUrl: 'https://x.com/OtherUser',
      },
      sentAt: new Date('2026-07-24T21:23:23.000Z'),
      visibility: 'public',
    });
  });

  it('that answers belongs to the thread of what it answers', () => {
    expect(only(bytes('activity_post_reply_create.json'))).toMatchObject({
      conversation: { externalId: '2080761390344937796' },
      replyToExternalId: '2080761390344937796',
      author: { isNamePlaceholder: true },
      language: 'en',
    });
  });

  const post = {
    id: '2080765813578191303',
    text: 'Fish &amp; Chips https://t.co/abc &lt;3',
    author_id: '22',
    created_at: '2026-07-24T21:23:23.000Z',
    conversation_id: '2080765813578191303',
    entities: { urls: [{ url: 'https://t.co/abc', expanded_url: 'https://example.com/karte' }] },
  };

  it('reads as its author meant it', () => {
    expect(only(activity('post.mention.create', post))).toMatchObject({
      text: 'Fish & Chips https://example.com/karte <3',
    });
    const long = { ...post, note_tweet: { text: 'der ganze Text' } };
    expect(only(activity('post.mention.create', long))).toMatchObject({ text: 'der ganze Text' });
  });

  it('that is edited gets another id and stays the same message, in a later version', () => {
    const edit = {
      ...post,
      id: '2080766813578191303',
      edit_history_tweet_ids: ['2080765813578191303', '2080766813578191303'],
    };
    const [before, after] = [post, edit].map((one) => only(activity('post.mention.create', one)));
    expect(after).toMatchObject({ type: 'updated', externalId: post.id });
    const versions = [before, after].map((one) => (one && 'versionAt' in one ? one.versionAt.getTime() : 0));
    expect(versions[1]).toBeGreaterThan(versions[0] ?? 0);
    expect(Math.abs((versions[0] ?? 0) - Date.parse(post.created_at))).toBeLessThan(1000);
  });

  it('that only passes another one on is left aside, one that quotes is not', () => {
    const referenced = (type: string) => ({ ...post, referenced_tweets: [{ type, id: '5' }] });
    expect(parse(activity('post.create', referenced('retweeted')))).toMatchObject({ reason: 'repost' });
    expect(only(activity('post.quote.create', referenced('quoted')))).toMatchObject({ kind: 'mention' });
  });

  it('brings its pictures', () => {
    const media = [
      { media_key: '3_1', type: 'photo', url: 'https://pbs.twimg.com/media/a.jpg', alt_text: 'Zelt' },
      { media_key: '3_2', type: 'photo', url: 'https://pbs.twimg.com/media/other.jpg' },
    ];
    expect(
      only(activity('post.create', { ...post, attachments: { media_keys: ['3_1'] } }, { media })),
    ).toMatchObject({
      attachments: [{ url: 'https://pbs.twimg.com/media/a.jpg', name: 'Zelt', contentType: 'image/jpeg' }],
    });
  });

  it('of the older form means the same, the long text and the long id whole', () => {
    const older = {
      for_user_id: '11',
      tweet_create_events: [
        {
          id: 1924465506158879000,
          id_str: '1924465506158878979',
          text: 'The Antikythera …',
          extended_tweet: { full_text: 'The Antikythera Mechanism &amp; more' },
          created_at: 'Mon May 19 14:01:46 +0000 2025',
          user: { id_str: '22', name: 'Anna', screen_name: 'anna' },
          in_reply_to_status_id_str: '1924465506158870000',
          in_reply_to_user_id_str: '11',
        },
        { id_str: '1924465506158878980', user: { id_str: '22' }, retweeted_status: {}, text: 'RT' },
      ],
    };
    expect(parse(older)).toMatchObject({
      events: [
        {
          externalId: '1924465506158878979',
          conversation: { externalId: '1924465506158870000' },
          replyToExternalId: '1924465506158870000',
          kind: 'comment',
          text: 'The Antikythera Mechanism & more',
          author: { handle: '@anna' },
          sentAt: new Date('2025-05-19T14:01:46Z'),
        },
      ],
      skipped: [{ path: 'tweet_create_events.1', outcome: 'ignored', reason: 'repost' }],
    });
  });

  it('that was deleted is named, dated where X does', () => {
    expect(only(bytes('aaa_13_tweet_delete_events.json'))).toEqual({
      type: 'deleted',
      externalId: '1045405559317569537',
      versionAt: new Date(1432228155593),
    });
    expect(only(activity('post.delete', { id: '5', author_id: '11' }))).toMatchObject({
      externalId: '5',
      versionAt: receivedAt,
    });
  });
});

describe('direct messages', () => {
  const direct = (senderId: string, recipientId: string) =>
    activity('dm.received', {
      direct_message_events: [
        {
          type: 'message_create',
          id: '77',
          created_timestamp: '1784927750704',
          message_create: {
            target: { recipient_id: recipientId },
            sender_id: senderId,
            message_data: { text: 'Hallo &lt;3' },
          },
        },
      ],
      users: { [senderId]: { data: { id: senderId, name: 'Anna', username: 'anna' } } },
    });

  it('are one thread for two people, whoever writes', () => {
    const thread = { conversation: { externalId: '11-22' }, kind: 'direct', visibility: 'private' };
    expect(only(direct('22', '11'))).toMatchObject({
      ...thread,
      isOwn: false,
      text: 'Hallo <3',
      author: { name: 'Anna' },
    });
    expect(only(direct('11', '22'))).toMatchObject({ ...thread, isOwn: true });
  });

  it('that were read say so of ours', () => {
    const read = (sender_id: string) => ({
      for_user_id: '11',
      direct_message_mark_read_events: [
        { created_timestamp: '1518452444662', sender_id, last_read_event_id: '963085315333238788' },
      ],
    });
    expect(only(read('22'))).toEqual({
      type: 'receipt',
      externalId: '963085315333238788',
      state: 'read',
      versionAt: new Date(1518452444662),
    });
    expect(parse(read('11'))).toEqual({ outcome: 'ignored', reason: 'read_receipt' });
  });
});

describe('what does not fit', () => {
  it('names the field', () => {
    expect(parse(activity('post.create', { id: '5', text: 'x' }))).toMatchObject({
      outcome: 'refused',
      fields: [{ path: 'data.payload.author_id' }],
    });
    expect(parse({ data: {} })).toMatchObject({ fields: [{ path: 'data.event_type' }] });
    expect(parse({ tweet_create_events: 5 })).toMatchObject({ fields: [{ path: 'tweet_create_events' }] });
    expect(parse({})).toEqual({ outcome: 'ignored', reason: 'unknown_event' });
  });

  it("leaves another account's delivery aside", () => {
    expect(parse(bytes('activity_post_create.json'), { userId: '5' })).toMatchObject({
      reason: 'other_account',
    });
    expect(parse(bytes('aaa_13_tweet_delete_events.json'), { userId: '5' })).toMatchObject({
      reason: 'other_account',
    });
  });
});

describe('who calls', () => {
  const channel: ChannelAccess = {
    id: 'c',
    settings: {},
    secrets: { clientSecret: ['client'], consumerSecret: ['consumer'] },
  };
  const body = bytes('activity_post_create.json');
  const signed = (header: string, secret: string): WebhookRequest => ({
    method: 'POST',
    headers: { [header]: `sha256=${createHmac('sha256', secret).update(body).digest('base64')}` },
    query: {},
    body,
  });
  const verify = (request: WebhookRequest) => connector.verifySignature(request, channel, receivedAt);

  it('proves it by either header, the delivery named by its id and kind', () => {
    const named = { ok: true, externalId: '2080761390344937796.post.create' };
    expect(verify(signed('x-twitter-webhooks-signature-oauth2', 'client'))).toEqual(named);
    expect(verify(signed('x-twitter-webhooks-signature', 'consumer'))).toEqual(named);
    expect(verify(signed('x-twitter-webhooks-signature', 'foreign'))).toEqual({
      ok: false,
      reason: 'signature_mismatch',
    });
  });

  it('is answered its challenge as JSON', () => {
    const ask = (query: Record<string, string>, access = channel) =>
      connector.answerHandshake?.({ method: 'GET', headers: {}, query, body: new Uint8Array() }, access);
    const expected = createHmac('sha256', 'client').update('challenge_string').digest('base64');
    expect(JSON.parse(ask({ crc_token: 'challenge_string' }) ?? '')).toEqual({
      response_token: `sha256=${expected}`,
    });
    expect(ask({})).toBeNull();
    expect(ask({ crc_token: 'x' }, { ...channel, secrets: {} })).toBeNull();
  });
});
