import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboundEvent, ParsedInbound } from '@/connectors/contract';
import { createFacebookConnector } from '@/connectors/facebook/connector';
import { meanings } from './facebook-meanings';

const receivedAt = new Date('2026-11-22T12:00:00Z');
const connector = createFacebookConnector({ graphBaseUrl: 'https://graph.facebook.com' });
const folders = ['meta-page', 'messenger-official'].map((name) => `../shared/payloads/${name}`);
const bytes = (folder: string, file: string) => readFileSync(`${folder}/${file}`);
const parse = (body: Uint8Array | string, settings: Record<string, unknown> = {}): ParsedInbound =>
  connector.parseInbound(
    typeof body === 'string' ? Buffer.from(body) : body,
    { id: 'c', settings },
    receivedAt,
  );

function inWords(parsed: ParsedInbound): string {
  if (parsed.outcome !== 'messages') return `${parsed.outcome} ${parsed.reason}`;
  return parsed.events.map(eventInWords).join(' + ');
}

function eventInWords(event: InboundEvent): string {
  if (!('kind' in event)) return event.type;
  const who = event.isOwn ? 'own' : (event.author?.name ?? 'unnamed');
  return `${event.type} ${event.kind} ${who} "${event.text}"`;
}

function only(file: string, folder = folders[0] ?? ''): InboundEvent | undefined {
  const parsed = parse(bytes(folder, file));
  return parsed.outcome === 'messages' ? parsed.events[0] : undefined;
}

describe('every recorded body', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, folder] as const),
  );

  it('has a meaning, and every meaning its body', () => {
    expect(files.map(([file]) => file).sort()).toEqual(Object.keys(meanings).sort());
  });

  it.each(files)('%s', (file, folder) => {
    expect(inWords(parse(bytes(folder, file)))).toBe(meanings[file]);
  });
});

describe('threads', () => {
  it('a comment belongs to its post and answers it; a photo comes with it', () => {
    expect(only('feed-comment-add-with-photo.json')).toMatchObject({
      externalId: '901097836652708_903438993085259',
      conversation: { externalId: '1234567890321_901097836652708' },
      replyToExternalId: '1234567890321_901097836652708',
      visibility: 'public',
      sentAt: new Date('2015-12-03T09:30:03Z'),
      attachments: [{ contentType: 'image/jpeg' }],
    });
  });

  it('an answer to a comment nests below it', () => {
    const nested = bytes(folders[0] ?? '', 'feed-comment-add-211.json')
      .toString()
      .replace('"parent_id": "1234567890321_901097836652708"', '"parent_id": "901097836652708_5"')
      .replace('"parent_id":"1234567890321_901097836652708"', '"parent_id":"901097836652708_5"');
    const parsed = parse(nested);
    expect(parsed.outcome === 'messages' && parsed.events[0]).toMatchObject({
      conversation: { externalId: '1234567890321_901097836652708' },
      replyToExternalId: '901097836652708_5',
    });
  });

  it('several photos of one post are one message', () => {
    const post = only('feed-status-add-photos.json');
    expect(post).toMatchObject({ externalId: '1234567890321_930145403745849' });
    expect(post?.type === 'created' && post.attachments).toHaveLength(3);
  });

  it('Messenger is one thread per person, whoever wrote', () => {
    const thread = { conversation: { externalId: '987654321432' } };
    expect(only('messaging-message-reply-1.json')).toMatchObject({
      ...thread,
      replyToExternalId: 'very_long_id_representing_the_original_message',
    });
    expect(only('messaging-message-basic-echo.json')).toMatchObject({ ...thread, isOwn: true });
    expect(only('messaging-message-isdeleted.json')).toMatchObject({
      conversationExternalId: '987654321432',
      externalId: 'message_id',
    });
  });

  it('a review is its own conversation, which its comments find', () => {
    expect(only('ratings-rating-add-25.json')).toMatchObject({
      conversation: { externalId: '904801129604590' },
      rating: 3,
    });
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: '7_8',
      post_id: '1000_904801129604590',
      message: 'Danke',
    };
    const body = { object: 'page', entry: [{ id: '1', time: 1, changes: [{ field: 'ratings', value }] }] };
    const parsed = parse(JSON.stringify(body));
    expect(parsed.outcome === 'messages' && parsed.events[0]).toMatchObject({
      conversation: { externalId: '904801129604590' },
      replyToExternalId: '904801129604590',
    });
  });
});

describe('versions', () => {
  const change = (verb: string, time: number, extra: object = {}) => ({
    object: 'page',
    entry: [
      {
        id: '1',
        time,
        changes: [
          {
            field: 'feed',
            value: { item: 'comment', verb, comment_id: '5_6', post_id: '1_5', message: 'x', ...extra },
          },
        ],
      },
    ],
  });
  const versionOf = (body: object) => {
    const parsed = parse(JSON.stringify(body));
    return parsed.outcome === 'messages' ? (parsed.events[0]?.versionAt.getTime() ?? 0) : 0;
  };

  it('created, edited and removed in one second keep their order', () => {
    const at = { created_time: 1448555737 };
    const versions = ['add', 'edited', 'remove'].map((verb) => versionOf(change(verb, 1448555737, at)));
    expect(versions).toEqual([1448555737000, 1448555737001, 1448555737002]);
  });

  it('an edit counts from its own time, not from the creation it repeats', () => {
    expect(versionOf(change('edited', 1448559999, { created_time: 1448555737 }))).toBe(1448559999001);
  });
});

describe('what does not fit', () => {
  const feed = (value: unknown, more: object = {}) =>
    JSON.stringify({
      object: 'page',
      entry: [{ id: '1', time: 1, changes: [{ field: 'feed', value }] }],
      ...more,
    });

  it('names the field that is missing or wrong', () => {
    expect(parse(feed({ item: 'comment', verb: 'add', post_id: '1_2' }))).toMatchObject({
      outcome: 'refused',
      fields: [{ path: 'entry.0.changes.0.value.comment_id', reason: 'required' }],
    });
    expect(parse(feed({ item: 'comment', verb: 'add', comment_id: {}, post_id: '1_2' }))).toMatchObject({
      outcome: 'refused',
      reason: 'invalid_delivery',
    });
    expect(parse(feed('text'))).toMatchObject({ fields: [{ path: 'entry.0.changes.0.value' }] });
    expect(parse('{"object":"page"}')).toMatchObject({ outcome: 'refused', fields: [{ path: 'entry' }] });
    expect(parse('{"object":"page","entry":[5]}')).toMatchObject({ fields: [{ path: 'entry.0' }] });
    expect(parse('not json')).toEqual({ outcome: 'refused', reason: 'not_json_object' });
  });

  it('lets pass what Meta may add', () => {
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: '5_6',
      post_id: '1_5',
      message: 'x',
      novelty: [1],
    };
    expect(parse(feed(value, { another: true }))).toMatchObject({ outcome: 'messages' });
  });

  it('keeps the good beside the bad, and names the bad', () => {
    const good = { item: 'comment', verb: 'add', comment_id: '5_6', post_id: '1_5', message: 'x' };
    const changes = [good, { item: 'comment', verb: 'add' }, { item: 'like', verb: 'add' }].map((value) => ({
      field: 'feed',
      value,
    }));
    const parsed = parse(JSON.stringify({ object: 'page', entry: [{ id: '1', time: 1, changes }] }));
    expect(parsed).toMatchObject({
      outcome: 'messages',
      events: [{ externalId: '5_6' }],
      skipped: [
        { path: 'entry.0.changes.1', outcome: 'refused', reason: 'invalid_delivery' },
        { path: 'entry.0.changes.2', outcome: 'ignored', reason: 'reaction' },
      ],
    });
  });

  it("leaves another page's delivery aside", () => {
    const body = bytes(folders[0] ?? '', 'feed-post-add-25.json');
    expect(parse(body, { pageId: '99' })).toEqual({ outcome: 'ignored', reason: 'other_page' });
    expect(parse(body, { pageId: '1234567890321' })).toMatchObject({ outcome: 'messages' });
  });

  it('keeps every digit of an id that came as a long number', () => {
    const body =
      '{"object":"page","entry":[{"id":100002241334695904,"time":1,"messaging":[{"sender":{"id":10105655000959553},"recipient":{"id":100002241334695904},"timestamp":1458692752478,"message":{"mid":"m","text":"12345678901234567 \\"99999999999999999"}}]}]}';
    const parsed = parse(body);
    expect(parsed.outcome === 'messages' && parsed.events[0]).toMatchObject({
      conversation: { externalId: '10105655000959553' },
      text: '12345678901234567 "99999999999999999',
    });
  });

  it('makes text storable', () => {
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: '5_6',
      post_id: '1_5',
      message: 'a\u0000b\ud83dc',
    };
    const parsed = parse(feed(value));
    expect(parsed.outcome === 'messages' && parsed.events[0]).toMatchObject({ text: 'a\uFFFDb\uFFFDc' });
  });
});
