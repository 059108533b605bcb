import { writeRoute } from '@/entry/route';
import { feedView } from '@/modules/channels/contract/feeds';
import { startBackfill, stopBackfill } from '@/modules/channels/use-cases/run-backfill';

export const POST = writeRoute(startBackfill, {
  summary: 'Fetches what a network has of the last days, 90 at most',
  output: feedView,
  status: 201,
});

export const DELETE = writeRoute(stopBackfill, {
  summary: 'Stops fetching the past; what was fetched stays',
  output: feedView,
});
