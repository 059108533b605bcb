import { createHmac } from 'node:crypto';
import { linkedinBodies } from '../linkedin-bodies';
import type { Specimen } from './specimen';

export const linkedinSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: { clientSecret: ['new', 'old'] } },
  signing: {
    secretName: 'clientSecret',
    makeSecret: (text) => text,
    signsTime: false,
    sign: (body, secret) => ({
      'x-li-signature': createHmac('sha256', secret).update('hmacsha256=').update(body).digest('hex'),
    }),
  },
  bodies: { created: linkedinBodies.comment, updated: linkedinBodies.edit, deleted: linkedinBodies.deletion },
  junk: (fill) => [
    `{"notifications":[${fill('{},')}{}]}`,
    `{"notifications":[{"action":"COMMENT","organizationalEntity":"urn:li:${fill('(')}"}]}`,
  ],
};
