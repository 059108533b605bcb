import { createHmac } from 'node:crypto';
import type { Specimen } from './specimen';

const post = (changes: object) =>
  JSON.stringify({
    post: {
      id: 5,
      topic_id: 7,
      post_number: 2,
      post_type: 1,
      version: 1,
      username: 'jonas',
      name: 'Jonas Weber',
      user_id: 9,
      created_at: '2026-11-20T10:00:00.000Z',
      updated_at: '2026-11-20T10:00:00.000Z',
      deleted_at: null,
      raw: 'Hallo',
      cooked: '<p>Hallo</p>',
      topic_title: 'Zelt',
      ...changes,
    },
  });

export const discourseSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: { webhookSecret: ['new', 'old'] } },
  signing: {
    secretName: 'webhookSecret',
    makeSecret: (text) => text,
    signsTime: false,
    sign: (body, secret) => ({
      'x-discourse-event-id': '7',
      'x-discourse-event-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    }),
  },
  bodies: {
    created: post({}),
    updated: post({ version: 2, updated_at: '2026-11-20T11:00:00.000Z' }),
    deleted: post({ deleted_at: '2026-11-20T12:00:00.000Z' }),
  },
  junk: (fill) => [
    post({ raw: fill('<'), cooked: fill('<') }),
    post({ raw: undefined, cooked: fill('<').slice(0, 499_000) }),
    post({ raw: undefined, cooked: fill('<img src="x"').slice(0, 499_000) }),
    post({ raw: undefined, cooked: fill('<a class="lightbox" href="/x">').slice(0, 499_000) }),
  ],
};
