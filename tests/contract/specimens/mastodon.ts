import type { Specimen } from './specimen';

const own = { id: '1', acct: 'nordlicht', domain: 'alpin.example' };
const root = 'https://alpin.example/users/nordlicht/statuses/100';
const status = {
  id: '110',
  uri: 'https://berge.example/users/anna/statuses/7',
  url: 'https://berge.example/@anna/7',
  account: {
    id: '2',
    acct: 'anna@berge.example',
    display_name: 'Anna Weber',
    url: 'https://berge.example/@anna',
    avatar: 'https://berge.example/a.png',
  },
  content:
    '<p><span class="h-card"><a href="https://alpin.example/@nordlicht" class="u-url mention">@<span>nordlicht</span></a></span> Ist das Zelt dicht?<br />Siehe <a href="https://example.org/a/very/long/path"><span class="invisible">https://</span><span class="ellipsis">example.org/a/very</span><span class="invisible">/long/path</span></a></p>',
  spoiler_text: 'Zelte',
  visibility: 'unlisted',
  language: 'de',
  created_at: '2026-11-22T10:00:00.000Z',
  edited_at: null,
  in_reply_to_id: '100',
  in_reply_to_account_id: '1',
  mentions: [{ id: '1', acct: 'nordlicht', username: 'nordlicht', url: 'https://alpin.example/@nordlicht' }],
  media_attachments: [
    {
      type: 'image',
      url: 'https://berge.example/zelt.jpg',
      remote_url: null,
      description: 'Ein Zelt im Regen',
    },
  ],
  reblog: null,
  replies_count: 0,
  reblogs_count: 0,
  favourites_count: 0,
};
const polled = { own, seenAt: '2026-11-22T11:00:00.000Z', ancestors: [root], status };
const withStatus = (changes: object) => JSON.stringify({ ...polled, status: { ...status, ...changes } });

export const mastodonPolled = polled;

export const mastodonSpecimen: Specimen = {
  channel: { id: 'c', settings: { baseUrl: 'https://alpin.example' }, secrets: { accessToken: ['token'] } },
  bodies: {
    created: JSON.stringify(polled),
    updated: withStatus({
      edited_at: '2026-11-22T10:05:00.000Z',
      content: '<p>Ist das Zelt wirklich dicht?</p>',
    }),
    deleted: JSON.stringify({ own, seenAt: polled.seenAt, deleted: status.uri }),
  },
  junk: (fill) => [
    withStatus({ content: fill('<p class="quote-inline').slice(0, 299_000) }),
    withStatus({ content: fill('<span class="').slice(0, 299_000) }),
    withStatus({ content: fill('<p><br>').slice(0, 299_000) }),
    withStatus({ mentions: [] }).replace('"mentions":[]', `"mentions":[${fill('{},')}{}]`),
    JSON.stringify(polled).replace(JSON.stringify([root]), `[${fill('"https://a",')}""]`),
  ],
};
