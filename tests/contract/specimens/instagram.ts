import { createHmac } from 'node:crypto';
import { payload, type Specimen } from './specimen';

const item = (message: object) =>
  JSON.stringify({
    object: 'instagram',
    entry: [
      {
        id: '17',
        time: 1_668_022_334_834,
        messaging: [
          { sender: { id: '56' }, recipient: { id: '17' }, timestamp: 1_668_022_333_735, ...message },
        ],
      },
    ],
  });

export const instagramSpecimen: Specimen = {
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
    created: payload('instagram/wh-comments-2021'),
    updated: item({ message_edit: { mid: 'm1', text: 'Doch nicht' } }),
    deleted: item({ message: { mid: 'm1', is_deleted: true } }),
  },
  junk: (fill) => [
    `{"object":"instagram","entry":[${fill('{},')}{}]}`,
    `[${fill('{"object":"instagram","entry":[]},')}{"object":"instagram","entry":[]}]`,
    `{"object":"instagram","entry":[{"id":"1","changes":[${fill('{"field":"comments","value":{}},')}{}]}]}`,
    `{"object":"instagram","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},"message":{"mid":"m","attachments":[${fill('{},')}{}]}}]}]}`,
  ],
};
