import type { Specimen } from './specimen';

const comment = {
  id: 5,
  post: 7,
  parent: 3,
  author: 0,
  author_name: 'Jonas &amp; Co',
  author_email: 'jonas@kunde.example',
  author_url: 'https://jonas.example',
  author_avatar_urls: { '96': 'https://avatars.example/jonas.png' },
  date_gmt: '2026-11-22T10:00:00',
  content: { rendered: '<p>Wann kommt das Zelt?</p>\n', raw: 'Wann kommt das Zelt?' },
  link: 'https://blog.example/zelt/#comment-5',
  status: 'approved',
};
const body = (changes: object = {}, seenAt?: string) =>
  JSON.stringify({
    comment: { ...comment, ...changes },
    post: { title: { rendered: 'Das Zelt' }, link: 'https://blog.example/zelt/' },
    isOwn: false,
    ...(seenAt && { seenAt }),
  });
const withContent = (rendered: string) => body({ content: { rendered: rendered.slice(0, 499_000) } });

export const wordpressSpecimen: Specimen = {
  channel: {
    id: 'c',
    settings: { siteUrl: 'https://blog.example', username: 'rapport' },
    secrets: { applicationPassword: ['abcd EFGH 1234 ijkl MNOP 6789'] },
  },
  bodies: {
    created: body(),
    updated: body({ content: { rendered: '<p>Wann?</p>' } }, '2026-11-22T11:00:00.000Z'),
    deleted: JSON.stringify({ gone: 5, post: 7, seenAt: '2026-11-22T12:00:00.000Z' }),
  },
  junk: (fill) => ['<', '<p ', '<img ', '&#1', '<br', '<script>'].map((piece) => withContent(fill(piece))),
};
