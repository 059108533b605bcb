import { payload, type Specimen } from './specimen';

const documented = JSON.parse(payload('google-reviews/review_shape'));
const review = (changes: object) => JSON.stringify({ ...documented, reviewReply: undefined, ...changes });

export const googleBusinessSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: {} },
  bodies: {
    created: review({ updateTime: documented.createTime }),
    updated: review({ starRating: 'TWO', updateTime: '2014-10-03T15:01:23.045123456Z' }),
    deleted: JSON.stringify({ gone: { reviewId: 'r1', at: '2026-11-22T11:00:00.000Z' } }),
  },
  junk: (fill) => [
    review({ comment: fill('x') }),
    `{"gone":{"reviewId":"${fill('r')}"}}`,
    `{"reviewer":{${fill('"a":0,')}"b":0}}`,
  ],
};
