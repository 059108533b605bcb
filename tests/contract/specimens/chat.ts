import type { Specimen } from './specimen';

const post = {
  id: '7c9a1f0e-6f0b-4d6e-9d0f-1f6f0c0f9a11',
  text: 'Gibt es das Zelt auch in Rot?',
  consent: {
    text: 'Ich bin einverstanden.',
    language: 'de',
    givenAt: '2026-11-22T11:29:00.000Z',
  },
  name: 'Anna Weiß',
  email: 'anna@example.org',
  page: { url: 'https://shop.example/zelte', title: 'Zelte' },
};
const bodyOf = (changes: object) =>
  JSON.stringify({
    type: 'visitor.message',
    visitorId: '0d4c1e53-6e5c-4b60-8f0b-3c6f9d1f2a77',
    receivedAt: '2026-11-22T11:30:00.000Z',
    post: { ...post, ...changes },
  });

export const chatSpecimen: Specimen = {
  channel: {
    id: 'c',
    settings: { allowedOrigins: ['https://shop.example'], title: 'Nordlicht' },
    secrets: {},
  },
  bodies: { created: bodyOf({}) },
  junk: (fill) => [
    bodyOf({ text: fill('x') }),
    bodyOf({ page: { url: fill('https://x'), title: fill(' ') } }),
  ],
};
