import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '@/connectors/contract';
import { discourseConnector } from '@/connectors/discourse/connector';
import { inWords } from './in-words';

const folder = '../shared/payloads/discourse';
const receivedAt = new Date('2026-11-22T12:00:00Z');

/**
 * What each body means, read by hand. The recording left the posts' own words out (`raw`, `cooked`), which an edit
 * cannot do without.
 */
const meanings: Record<string, string> = {
  'like_1_post_liked.json': 'ignored reaction',
  'post_1_post_created.json': 'created comment Francois Andrieu ""',
  'post_2_post_edited.json': 'ignored content_not_included',
  'post_3_post_recovered.json': 'updated comment Hank Lee ""',
  'post_4_post_destroyed.json': 'deleted',
  'solved_1_accepted_solution.json': 'ignored solution_marked',
  'topic_1_topic_created.json': 'ignored topic_event',
  'topic_2_topic_edited.json': 'ignored topic_event',
  'topic_3_topic_destroyed.json': 'ignored topic_event',
  'topic_4_topic_recovered.json': 'ignored topic_event',
};

interface Recorded {
  headers: Record<string, string>;
  body: { post: Record<string, unknown> };
}
const recorded = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Recorded;
const parse = (body: unknown, headers?: Record<string, string>, settings: Record<string, unknown> = {}) =>
  discourseConnector.parseInbound(
    Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    { id: 'c', settings },
    receivedAt,
    headers,
  );
const only = (...given: Parameters<typeof parse>) => {
  const parsed = parse(...given);
  return parsed.outcome === 'messages' ? parsed.events[0] : parsed;
};
const { post } = recorded('post_1_post_created.json').body;
const event = (name: string, changes: object = {}) =>
  [{ post: { ...post, ...changes } }, { 'x-discourse-event': name }] as const;

describe('every recorded body', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

  it('has a meaning, and every meaning its body', () => {
    expect(files.sort()).toEqual(Object.keys(meanings).sort());
  });

  it.each(files)('%s', (file) => {
    const { headers, body } = recorded(file);
    const lower = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const delivered = parse(body, lower);
    expect(inWords(delivered)).toBe(meanings[file]);
    // With its headers inside, as it was recorded, it means the same.
    expect(parse({ headers, body })).toEqual(delivered);
  });
});

describe('a post', () => {
  it('belongs to its topic and answers the post whose number it names', () => {
    const { headers, body } = recorded('post_3_post_recovered.json');
    expect(only({ headers, body })).toMatchObject({
      externalId: '46225/3',
      replyToExternalId: '46225/2',
      conversation: {
        externalId: '46225',
        subject: 'QuickDocs - Manage images',
        url: 'https://discussion.fedoraproject.org/t/quickdocs-manage-images/46225',
      },
      author: {
        externalId: '2597',
        handle: '@hankuoffroad',
        avatarUrl:
          'https://discussion.fedoraproject.org/user_avatar/discussion.fedoraproject.org/hankuoffroad/120/2935_2.png',
        profileUrl: 'https://discussion.fedoraproject.org/u/hankuoffroad',
      },
      sentAt: new Date('2023-01-27T15:41:26.572Z'),
    });
  });

  it('answers the first post where it names none, which itself answers nobody', () => {
    expect(only(...event('post_created'))).toMatchObject({ kind: 'comment', replyToExternalId: '46582/1' });
    const first = only(...event('post_created', { post_number: 1 }));
    expect(first).toMatchObject({ kind: 'post', externalId: '46582/1' });
    expect(first).not.toHaveProperty('replyToExternalId');
  });

  it('reads as it was written, else as its markup reads', () => {
    expect(
      only(...event('post_created', { raw: 'Wann **kommt** das Zelt?', cooked: '<p>x</p>' })),
    ).toMatchObject({
      text: 'Wann **kommt** das Zelt?',
    });
    expect(only(...event('post_created', { cooked: '<p>Gr&uuml;&szlig;e<br>Anna</p>' }))).toMatchObject({
      text: 'Grüße\nAnna',
    });
    expect(only(...event('post_created', { raw: 'a\u0000b\ud83dc' }))).toMatchObject({
      text: 'a\uFFFDb\uFFFDc',
    });
  });

  it('brings its pictures at full size and its files, not its emojis', () => {
    const cooked =
      '<p><img class="emoji" src="/images/emoji/smile.png" alt=":smile:"></p>' +
      '<a class="lightbox" href="/uploads/original/1.jpg" title="Zelt"><img src="/uploads/optimized/1.jpg" alt="Zelt"></a>' +
      '<img src="//cdn.example.com/2.png" alt="Plan"><a class="attachment" href="/uploads/rechnung.pdf">rechnung.pdf</a>';
    expect(only(...event('post_created', { cooked }), { baseUrl: 'https://forum.example/' })).toMatchObject({
      attachments: [
        { url: 'https://forum.example/uploads/original/1.jpg', contentType: 'image/jpeg', name: 'Zelt' },
        { url: 'https://cdn.example.com/2.png', contentType: 'image/png', name: 'Plan' },
        {
          url: 'https://forum.example/uploads/rechnung.pdf',
          contentType: 'application/pdf',
          name: 'rechnung.pdf',
        },
      ],
    });
  });

  it('is private in a topic of private messages, and own where our account wrote it', () => {
    expect(only(...event('post_created', { topic_archetype: 'private_message' }))).toMatchObject({
      kind: 'direct',
      visibility: 'private',
    });
    expect(only(...event('post_created'), { username: 'DarkNao' })).toMatchObject({ isOwn: true });
    expect(only(...event('post_created'), { username: 'other' })).toMatchObject({ isOwn: false });
  });

  it.each([
    [3, 'small_action'],
    [4, 'whisper'],
  ])('of type %i is left aside', (type, reason) => {
    expect(parse(...event('post_created', { post_type: type }))).toEqual({ outcome: 'ignored', reason });
  });

  it('that was asked for says itself what it has been through', () => {
    const words = { raw: 'x' };
    expect(only({ post: { ...post, ...words } })).toMatchObject({ type: 'created' });
    expect(only({ post: { ...post, ...words, version: 2 } })).toMatchObject({ type: 'updated' });
    expect(only({ post: { ...post, deleted_at: '2023-03-01T00:00:00Z' } })).toMatchObject({
      type: 'deleted',
    });
  });
});

describe('versions', () => {
  const at = (given: ReturnType<typeof only>) =>
    'versionAt' in (given ?? {}) ? (given as { versionAt: Date }).versionAt : null;

  it('an edit counts from its own time', () => {
    const edited = { raw: 'x', version: 2, updated_at: '2023-02-09T11:00:00.000Z' };
    expect(at(only(...event('post_edited', edited)))).toEqual(new Date('2023-02-09T11:00:00Z'));
  });

  it('a deletion is later than what it deletes although the forum does not date it, a recovery later still', () => {
    expect(at(only(...event('post_destroyed')))).toEqual(receivedAt);
    const dated = { deleted_at: '2023-02-10T00:00:00.000Z' };
    expect(at(only(...event('post_destroyed', dated)))).toEqual(new Date('2023-02-10T00:00:00Z'));
    expect(only(...event('post_recovered', { raw: 'wieder da' }))).toMatchObject({
      type: 'updated',
      isRestored: true,
      versionAt: receivedAt,
      text: 'wieder da',
    });
  });

  it('what its author took back is deleted at once', () => {
    const taken = {
      user_deleted: true,
      raw: '(post deleted by author)',
      updated_at: '2023-02-09T12:00:00.000Z',
    };
    expect(only(...event('post_edited', taken))).toEqual({
      type: 'deleted',
      externalId: '46582/3',
      conversationExternalId: '46582',
      versionAt: new Date('2023-02-09T12:00:00Z'),
    });
  });
});

describe('what does not fit', () => {
  it('names the field that is missing or wrong', () => {
    const { topic_id: _, ...without } = post;
    expect(parse({ post: without }, { 'x-discourse-event': 'post_created' })).toMatchObject({
      outcome: 'refused',
      fields: [{ path: 'post.topic_id', reason: 'required' }],
    });
    expect(parse({}, { 'x-discourse-event': 'post_created' })).toMatchObject({ fields: [{ path: 'post' }] });
    expect(parse('[]')).toEqual({ outcome: 'refused', reason: 'not_json_object' });
  });

  it('leaves aside what is no post', () => {
    expect(parse({ ping: 'OK' })).toEqual({ outcome: 'ignored', reason: 'ping' });
    expect(parse({ user: {} }, { 'x-discourse-event': 'user_created' })).toMatchObject({
      reason: 'unknown_event',
    });
    expect(parse(...event('post_fancied'))).toMatchObject({ reason: 'unknown_event' });
  });
});

describe("Discourse's own signature vector", () => {
  const request = (body: string, changes: Record<string, string | undefined> = {}): WebhookRequest => ({
    method: 'POST',
    headers: {
      'x-discourse-event-id': '1',
      'x-discourse-event-signature':
        'sha256=162f107f6b5022353274eb1a7197885cfd35744d8d08e5bcea025d309386b7d6',
      ...changes,
    },
    query: {},
    body: Buffer.from(body),
  });
  const verify = (given: WebhookRequest, secret = 'my_lovely_secret_for_web_hook') =>
    discourseConnector.verifySignature(
      given,
      { id: 'c', settings: {}, secrets: { webhookSecret: [secret] } },
      receivedAt,
    );

  it('verifies, and nothing near it does', () => {
    expect(verify(request('{"ping":"OK"}'))).toMatchObject({
      ok: true,
      externalId: expect.stringMatching(/^1\./),
    });
    expect(verify(request('{"ping":"OK" }'))).toEqual({ ok: false, reason: 'signature_mismatch' });
    expect(verify(request('{"ping":"OK"}'), 'another')).toEqual({ ok: false, reason: 'signature_mismatch' });
    expect(verify(request('{"ping":"OK"}', { 'x-discourse-event-id': undefined }))).toMatchObject({
      reason: 'signature_headers_missing',
    });
  });
});
