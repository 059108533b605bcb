import type { Specimen } from './specimen';

const body = (changes: object, seenAt?: string) =>
  JSON.stringify({
    post: {
      pid: 5,
      tid: 7,
      toPid: 3,
      uid: 9,
      content: '<p>Hallo</p>',
      timestamp: 1_795_000_000_000,
      edited: 0,
      deleted: 0,
      user: { uid: 9, username: 'jonas', displayname: 'Jonas' },
      ...changes,
    },
    topic: { tid: 7, title: 'Zelt', slug: '7/zelt', mainPid: 1 },
    ...(seenAt && { seenAt }),
  });

export const nodebbSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: {} },
  bodies: {
    created: body({}),
    updated: body({ edited: 1_795_000_060_000 }),
    deleted: body({ deleted: 1 }, '2026-11-22T11:00:00.000Z'),
  },
  junk: (fill) => [
    body({ content: fill('<').slice(0, 499_000) }),
    body({ content: fill('<img src="x"').slice(0, 499_000) }),
    body({ content: fill('&#1').slice(0, 499_000) }),
  ],
};
