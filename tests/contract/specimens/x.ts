import { createHmac } from 'node:crypto';
import { payload, type Specimen } from './specimen';

const mention = payload('x/activity_post_mention_create');
const edited = mention.replaceAll(
  /"edit_history_tweet_ids": \[\s*"\d+"/g,
  '"edit_history_tweet_ids": ["2080765813578190000", "2080765813578191303"',
);

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
    created: mention,
    updated: edited,
    deleted: payload('x/aaa_13_tweet_delete_events'),
  },
  junk: (fill) => [
    `{"tweet_create_events":[${fill('{},')}{}]}`,
    `{"for_user_id":"1","direct_message_events":[${fill('5,')}5]}`,
    `{"data":{"event_type":"post.create","payload":{"id":"1","author_id":"2","text":"x"},"includes":{"users":[${fill('{},')}{}]}}}`,
    `{"data":{"event_type":"post.create","payload":{"id":"1","author_id":"2","text":"${fill('https://t.co/').slice(0, 99_000)}"}}}`,
  ],
};
