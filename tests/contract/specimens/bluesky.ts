import type { Specimen } from './specimen';

const ours = 'did:plc:nordlicht';
const theirs = 'did:plc:anna';
const root = { uri: `at://${ours}/app.bsky.feed.post/3root`, cid: 'bafyroot' };
const mentioning = 'Hallo @nordlicht.example, siehe example.org/very-long-pa…';
const post = {
  uri: `at://${theirs}/app.bsky.feed.post/3answer`,
  cid: 'bafyanswer',
  author: {
    did: theirs,
    handle: 'anna.example',
    displayName: 'Anna Weber',
    avatar: 'https://cdn.example/a.jpg',
  },
  record: {
    $type: 'app.bsky.feed.post',
    text: mentioning,
    createdAt: '2026-11-22T10:00:00.000Z',
    langs: ['de-DE'],
    facets: [
      {
        index: { byteStart: 6, byteEnd: 24 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: ours }],
      },
      {
        index: { byteStart: 32, byteEnd: Buffer.byteLength(mentioning) },
        features: [
          { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.org/very-long-path/to/the-tent' },
        ],
      },
    ],
    reply: { root, parent: root },
  },
  embed: {
    $type: 'app.bsky.embed.recordWithMedia#view',
    media: {
      $type: 'app.bsky.embed.images#view',
      images: [{ fullsize: 'https://cdn.example/zelt.jpg', alt: 'Ein Zelt' }],
    },
    record: {
      record: {
        uri: `at://${ours}/app.bsky.feed.post/3quoted`,
        author: { handle: 'nordlicht.example' },
        value: { text: 'Das neue Zelt ist da.' },
      },
    },
  },
  replyCount: 0,
  repostCount: 0,
  likeCount: 0,
  quoteCount: 0,
  indexedAt: '2026-11-22T10:00:01.000Z',
};
const polled = { ownDid: ours, seenAt: '2026-11-22T11:00:00.000Z', post };
const withRecord = (record: object) =>
  JSON.stringify({ ...polled, post: { ...post, record: { ...post.record, ...record } } });

export const blueskyPost = polled;

export const blueskySpecimen: Specimen = {
  channel: {
    id: 'c',
    settings: { handle: 'nordlicht.example' },
    secrets: { appPassword: ['abcd-efgh-ijkl-mnop'] },
  },
  bodies: {
    created: JSON.stringify(polled),
    deleted: JSON.stringify({ ownDid: ours, seenAt: polled.seenAt, deleted: post.uri }),
  },
  junk: (fill) => [
    withRecord({ facets: [] }).replace('"facets":[]', `"facets":[${fill('{},')}{}]`),
    withRecord({ text: fill('…').slice(0, 33_000) }),
    withRecord({
      text: fill('a…').slice(0, 50_000),
      facets: Array.from({ length: 300 }, (_, index) => ({
        index: { byteStart: index, byteEnd: 50_000 },
        features: [{ $type: '#link', uri: 'https://example.org/'.padEnd(4000, 'x') }],
      })),
    }),
    JSON.stringify({ ...polled, post: { ...post, embed: { media: 0 } } }).replace(
      '"media":0',
      `"images":[${fill('{},')}{}]`,
    ),
    JSON.stringify({ ...polled, post: { ...post, uri: `at://${fill('a')}` } }),
  ],
};
