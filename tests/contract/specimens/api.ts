import { createHash, createHmac } from 'node:crypto';
import type { Specimen } from './specimen';

const whsec = (text: string) => `whsec_${createHash('sha256').update(text).digest('base64')}`;
const message = {
  externalId: 'm1',
  conversation: { externalId: 'c1' },
  author: { externalId: 'u1', name: 'Anna' },
  text: 'Hallo',
  kind: 'direct',
  visibility: 'private',
  sentAt: '2026-11-22T11:00:00Z',
};
const bodyOf = (type: string, data: unknown) =>
  JSON.stringify({ type, timestamp: '2026-11-22T11:30:00Z', data });

export const apiSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: { signingSecret: [whsec('new'), whsec('old')] } },
  signing: {
    secretName: 'signingSecret',
    makeSecret: whsec,
    signsTime: true,
    sign: (body, secret, at) => {
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const hmac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'));
      const signature = hmac.update(`msg_1.${timestamp}.`).update(body).digest('base64');
      return {
        'webhook-id': 'msg_1',
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      };
    },
  },
  bodies: {
    created: bodyOf('message.created', message),
    updated: bodyOf('message.updated', message),
    deleted: bodyOf('message.deleted', { externalId: 'm1' }),
  },
  junk: (fill) => [
    `{"type":"message.batch","data":[${fill('{},')}{}]}`,
    `{"type":"message.created","data":{"attachments":[${fill('{},')}{}]}}`,
    bodyOf('message.created', { ...message, text: fill('x') }),
  ],
};
