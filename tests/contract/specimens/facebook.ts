import { createHmac } from 'node:crypto';
import { payload, type Specimen } from './specimen';

export const facebookSpecimen: Specimen = {
  channel: {
    id: 'c',
    settings: {},
    secrets: { appSecret: ['new', 'old'], verifyToken: ['a/verify+token='] },
  },
  signing: {
    secretName: 'appSecret',
    makeSecret: (text) => text,
    signsTime: false,
    sign: (body, secret) => ({
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    }),
  },
  bodies: {
    created: payload('meta-page/feed-post-add-25'),
    updated: payload('meta-page/messaging-message-edits'),
    deleted: payload('meta-page/feed-comment-remove-25'),
  },
  junk: (fill) => [
    `{"object":"page","entry":[${fill('{},')}{}]}`,
    `{"object":"page","entry":[{"id":"1","changes":[${fill('{"field":"feed","value":{}},')}{}]}]}`,
    `{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":{"item":"status","verb":"add","post_id":"1_2","photos":[${fill('5,')}5]}}]}]}`,
    `{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"message":{"mid":"m","attachments":[${fill('{},')}{}]}}]}]}`,
  ],
};
