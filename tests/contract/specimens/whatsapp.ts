import { createHmac } from 'node:crypto';
import { payload, type Specimen } from './specimen';

const message = (part: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: '2' },
              messages: [{ id: 'wamid.2', from: '491234567890', timestamp: '1653253400', ...part }],
            },
          },
        ],
      },
    ],
  });

export const whatsappSpecimen: Specimen = {
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
    created: payload('whatsapp/webhook-incoming-message-text-bsuid'),
    updated: message({
      type: 'edit',
      edit: { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'Doch nicht' } } },
    }),
    deleted: message({ type: 'revoke', revoke: { original_message_id: 'wamid.1' } }),
  },
  junk: (fill) => {
    const value = (inner: string) =>
      `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"2"},${inner}}}]}]}`;
    return [
      value(`"messages":[${fill('{},')}{}]`),
      value(`"statuses":[${fill('{"status":"read"},')}{}]`),
      value(`"contacts":[${fill('{},')}{}],"messages":[{"id":"m","from":"1","timestamp":"1","type":"text"}]`),
      value(
        `"messages":[{"id":"m","from":"1","timestamp":"1","type":"contacts","contacts":[${fill('{},')}{}]}]`,
      ),
      `{"object":"whatsapp_business_account","entry":[${fill('{"changes":[]},')}{}]}`,
    ];
  },
};
