import type { Specimen } from './specimen';

const record = {
  kind: 'mail',
  uid: 7,
  isInSentFolder: false,
  messageId: '<b@kunde.example>',
  inReplyTo: '<a@nordlicht.example>',
  references: ['<root@kunde.example>', '<a@nordlicht.example>'],
  from: { address: 'anna@kunde.example', name: 'Anna Weber' },
  replyTo: { address: 'anna@privat.example', name: '' },
  to: [{ address: 'hallo@nordlicht.example', name: 'Nordlicht' }],
  subject: 'Re: Zelt',
  sentAt: '2026-11-22T11:00:00.000Z',
  text: 'Danke!\n\nAm 22.11.2026 um 10:12 schrieb Mira:\n> Gern.',
  automatic: { isAutoreply: false, hasNullSender: false, hasUnsubscribe: false },
  attachments: [{ name: 'zelt.jpg', contentType: 'image/jpeg', size: 3, fileKey: '<b@kunde.example>/0' }],
};
const withText = (text: string) => JSON.stringify({ ...record, text });

export const emailSpecimen: Specimen = {
  channel: {
    id: 'c',
    settings: {
      address: 'hallo@nordlicht.example',
      imapHost: 'imap.nordlicht.example',
      smtpHost: 'smtp.nordlicht.example',
    },
    secrets: { password: ['geheim'] },
  },
  bodies: { created: JSON.stringify(record) },
  junk: (fill) => [
    JSON.stringify({ ...record, references: [] }).replace(
      '"references":[]',
      `"references":[${fill('"<a@b>",')}""]`,
    ),
    withText(fill('> x\n').slice(0, 100_000)),
    withText(fill('Am 1 ').slice(0, 100_000)),
    withText(fill('Am 1 x\n').slice(0, 100_000)),
    withText(fill('On 1\nOn 1 wrote').slice(0, 100_000)),
    withText(fill('Von: x\n').slice(0, 100_000)),
    withText(fill(' \n').slice(0, 99_999)),
    withText(`Am ${fill('schrieb ').slice(0, 99_000)}`),
    withText(fill('x')),
    JSON.stringify({ ...record, subject: fill('Re: ').slice(0, 1000) }),
  ],
};
