import pg from 'pg';
import { generateNordlicht } from '../prisma/demo/nordlicht';
import type { DemoStream } from '../prisma/demo/shape';
import { loadWorkspace } from '../prisma/load/load-workspace';
import { env } from '../src/platform/env';
import { say, sayProgress } from './say';

/** In units of the demo (15,000 messages in 3,000 conversations): the largest of twenty holds a third of 67. */
const SIZES = [22, 8, 6, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

/** A tenth of the data stands in workspaces of its own: both sizes may lie in one database. */
const slugOf = (share: number, place: number) => `bench-${share === 1 ? '' : 'tenth-'}${place + 1}`;

export const largestOf = (share: number) => slugOf(share, 0);

/** Loads the twenty workspaces that are not there yet; a load that was killed goes on where it stopped. */
export async function loadData(share: number): Promise<void> {
  const sizes = SIZES.map((size) => size * share);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  let loaded = 0;
  for (const [place, size] of sizes.entries()) {
    const streamAt = (now: Date) =>
      named(generateNordlicht({ seed: `bench-${place}`, now, scale: size }), slugOf(share, place));
    const { messages } = await loadWorkspace(streamAt, (done, all) => {
      sayProgress((before + (size * done) / all) / total, 'Loading 20 workspaces');
    });
    before += size;
    loaded += messages;
  }
  if (loaded > 0) await settle();
}

function named(stream: DemoStream, slug: string): DemoStream {
  const { members } = stream.head;
  // A login of its own for each workspace: nobody is a member of all twenty.
  const own = members.map((member) => ({ ...member, email: `${slug}-${member.email}` }));
  return { ...stream, head: { ...stream.head, slug, name: slug, members: own } };
}

/** What autovacuum would do within the hour: statistics, visibility map, hint bits. */
async function settle(): Promise<void> {
  say('Vacuum and statistics');
  const { DATABASE_OWNER_URL: connectionString } = env();
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  await owner.query('VACUUM (ANALYZE)');
  await owner.end();
}
