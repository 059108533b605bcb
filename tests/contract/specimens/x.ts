import { createHmac } from 'node:crypto';
import { payload, type Specimen } from './specimen';

const mention = (changes: object = {}) =>
  JSON.stringify({
    data: {
      event_uuid: '2080765813578191303',
      filter: { user_id: '11' },
      event_type: 'post.mention.create',
      payload: {
        id: '2080765813578191303',
        text: 'hey @rapport https://t.co/abc',
        author_id: '22',
        created_at: '2026-07-24T21:23:23.000Z',
        conversation_id: '2080765813578191303',
        edit_history_tweet_ids: ['2080765813578191303'],
        entities: { urls: [{ url: 'https://t.co/abc', expanded_url: 'https://example.com/' }] },
        lang: 'en',
        ...changes,
      },
      includes: { users: [{ id: '22', name: 'Anna', username: 'anna' }] },
    },
  });

export const xSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: { clientSecret: ['new', 'old'] } },
  signing: {
    secretName: 'clientSecret',
    makeSecret: (text) => text,
    signsTime: false,
    sign: (body, secret) => ({
      'x-twitter-webhooks-signature': `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`,
    }),
  },
  bodies: {
    created: mention(),
    updated: mention({ edit_history_tweet_ids: ['2080765813578190000', '2080765813578191303'] }),
    deleted: payload('x/aaa_13_tweet_delete_events'),
  },
  junk: (fill) => [
    `{"tweet_create_events":[${fill('{},')}{}]}`,
    `{"for_user_id":"1","direct_message_events":[${fill('5,')}5]}`,
    `{"data":{"event_type":"post.create","payload":{"id":"1","author_id":"2","text":"x"},"includes":{"users":[${fill('{},')}{}]}}}`,
    `{"data":{"event_type":"post.create","payload":{"id":"1","author_id":"2","text":"${fill('https://t.co/').slice(0, 99_000)}"}}}`,
  ],
};
