import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '@/connectors/contract';
import { createInstagramConnector } from '@/connectors/instagram/connector';
import { inWords } from './in-words';

const folders = ['instagram', 'instagram-official'].map((name) => `../shared/payloads/${name}`);
const connector = createInstagramConnector({
  graphBaseUrl: 'https://graph.facebook.com',
  instagramBaseUrl: 'https://graph.instagram.com',
  instagramLoginBaseUrl: 'https://api.instagram.com',
});
const parse = (body: Uint8Array | string, settings: Record<string, unknown> = {}) =>
  connector.parseInbound(Buffer.from(body), { id: 'c', settings }, new Date('2026-11-22T12:00:00Z'));
const entry = (part: object) =>
  JSON.stringify({ object: 'instagram', entry: [{ id: '17', time: 1_519_399_307, ...part }] });
const change = (field: string, value: object) => entry({ changes: [{ field, value }] });
const item = (part: object) =>
  entry({
    messaging: [{ sender: { id: '56' }, recipient: { id: '17' }, timestamp: 1_668_022_333_735, ...part }],
  });
function only(body: Uint8Array | string): InboundMessage {
  const parsed = parse(body);
  const event = parsed.outcome === 'messages' ? parsed.events[0] : undefined;
  if (event === undefined || !('kind' in event)) throw new Error(JSON.stringify(parsed));
  return event;
}

/** Read by hand: `type kind who text`, or why it is left aside. */
const meanings: Record<string, string> = {
  // What the API answers about a comment, not a delivery.
  'comment_missing_user.json': 'refused invalid_delivery',
  'messaging-attachment-unsupported.json': 'created direct Instagram 2581 ""',
  'messaging-seen.json': 'receipt',
  'wh-comments-2021.json': 'created comment testuser "This is an example."',
  'wh-comments.json': 'created comment unnamed "This is an example."',
  'wh-livecomments.json': 'created comment unnamed "This is an example."',
  'wh-mentions.json': 'ignored ids_only',
  'comment_business_login.json': 'created comment <USERNAME> "<COMMENT_TEXT>"',
  'comment_recorded_huawei.json': 'created comment own "(text cut in the source excerpt)"',
};

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
    expect(inWords(parse(readFileSync(`${folder}/${file}`)))).toBe(meanings[file]);
  });
});

describe('comments', () => {
  const value = {
    id: '5',
    text: 'Wann gibt es das Zelt?',
    from: { id: '9', username: 'anna.b' },
    media: { id: '3', permalink: 'https://www.instagram.com/p/3/' },
  };

  it('belong to their post, in both shapes', () => {
    const meant = {
      externalId: '5',
      conversation: { externalId: '3', url: 'https://www.instagram.com/p/3/' },
      author: { externalId: '9', name: 'anna.b', handle: '@anna.b' },
      replyToExternalId: '3',
      visibility: 'public',
      sentAt: new Date(1_519_399_307_000),
    };
    expect(only(change('comments', value))).toMatchObject(meant);
    expect(only(entry({ field: 'comments', value }))).toMatchObject(meant);
    expect(only(`[${entry({ field: 'live_comments', value })}]`)).toMatchObject(meant);
  });

  it('an answer nests below its comment; our own are ours', () => {
    expect(only(change('comments', { ...value, parent_id: '4' })).replyToExternalId).toBe('4');
    expect(only(change('comments', { ...value, from: { id: '17', username: 'nordlicht' } })).isOwn).toBe(
      true,
    );
  });
});

describe('mentions', () => {
  const ids = { media_id: '3', comment_id: '5' };

  it('mean what was looked up, and are named where Instagram does not show them', () => {
    const comment = {
      id: '5',
      text: '@nordlicht schaut',
      username: 'ben',
      timestamp: '2018-04-24T08:14:12+0000',
    };
    expect(only(change('mentions', { ...ids, resolved: { comment } }))).toMatchObject({
      kind: 'mention',
      conversation: { externalId: '3' },
      author: { externalId: '@ben', handle: '@ben' },
      sentAt: new Date('2018-04-24T08:14:12Z'),
    });
    const media = {
      id: '3',
      caption: 'Mit @nordlicht',
      username: 'ben',
      media_type: 'IMAGE',
      media_url: 'https://x.test/a.jpg',
    };
    const post = only(change('mentions', { media_id: '3', resolved: { media } }));
    expect(post).toMatchObject({
      externalId: '3',
      text: 'Mit @nordlicht',
      attachments: [{ contentType: 'image/jpeg' }],
    });
    expect(parse(change('mentions', { ...ids, resolved: null }))).toEqual({
      outcome: 'ignored',
      reason: 'mention_not_shown',
    });
  });
});

describe('messages', () => {
  it('a story reply and a story mention are direct, with a link to the story', () => {
    const url = 'https://lookaside.fbsbx.com/story/1';
    const story = [{ url, name: 'story' }];
    const reply = { mid: 'm1', text: 'Schön!', reply_to: { story: { url, id: '8' } } };
    expect(only(item({ message: reply }))).toMatchObject({
      kind: 'direct',
      text: 'Schön!',
      attachments: story,
    });
    const mention = { mid: 'm2', attachments: [{ type: 'story_mention', payload: { url } }] };
    expect(only(item({ message: mention }))).toMatchObject({ text: '', attachments: story });
  });

  it('echoes are ours, edits and deletions name their message, reactions are left aside', () => {
    const echo = {
      sender: { id: '17' },
      recipient: { id: '56' },
      message: { mid: 'm3', text: 'Gern', is_echo: true },
    };
    expect(only(item(echo))).toMatchObject({ isOwn: true, conversation: { externalId: '56' } });
    expect(only(item({ message_edit: { mid: 'm1', text: 'Doch' } }))).toMatchObject({
      type: 'updated',
      text: 'Doch',
    });
    expect(parse(item({ message: { mid: 'm1', is_deleted: true } }))).toMatchObject({
      events: [{ type: 'deleted' }],
    });
    expect(parse(item({ reaction: { mid: 'm1', action: 'react' } }))).toEqual({
      outcome: 'ignored',
      reason: 'reaction',
    });
    expect(parse(item({ message: { mid: 'm4', is_unsupported: true } }))).toMatchObject({
      reason: 'unsupported_content',
    });
  });

  it('come as a change too, and what was read is told of the message', () => {
    const value = {
      sender: { id: '56' },
      recipient: { id: '17' },
      timestamp: '1668022333',
      message: { mid: 'm', text: 'Hi' },
    };
    expect(only(change('messages', value))).toMatchObject({ text: 'Hi', conversation: { externalId: '56' } });
    expect(parse(item({ read: { mid: 'm3' } }))).toMatchObject({
      events: [{ type: 'receipt', state: 'read', externalId: 'm3' }],
    });
  });
});

it("leaves another account's delivery and other fields aside, and names what is missing", () => {
  expect(parse(change('comments', { id: '1' }), { accountId: '18' })).toEqual({
    outcome: 'ignored',
    reason: 'other_account',
  });
  expect(parse(change('story_insights', {}))).toEqual({ outcome: 'ignored', reason: 'unknown_field' });
  expect(parse('{"object":"page","entry":[]}')).toEqual({ outcome: 'ignored', reason: 'other_object' });
  expect(parse(change('comments', { text: 'x' }))).toMatchObject({
    outcome: 'refused',
    fields: [{ path: 'entry.0.changes.0.value.id' }],
  });
});
