import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { log } from '@/platform/log/log';
import type { RecordedEvent } from './event';
import { currentPosition, type OutboxPosition, parsePosition, readOutbox } from './outbox';

export interface Follower {
  /** Its name keeps the place in the outbox, over restarts and processes. */
  name: string;
  /** At least once for every event, in order; safe to run twice. Throwing keeps the place and tries again. */
  handle(event: RecordedEvent): Promise<void>;
}

const BATCH = 200;
const PACE_MS = 500;

/** Follows the outbox until stopped. Of all processes one at a time holds a follower's place. */
export function followOutbox({ name, handle }: Follower): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const turn = async () => {
    try {
      while (!isStopped && (await readOn(name, handle)) === BATCH);
    } catch (error) {
      log.error({ err: error, follower: name }, 'following the outbox failed, trying again');
    }
    if (!isStopped) timer = setTimeout(next, PACE_MS);
  };
  const next = () => {
    running = turn();
  };
  next();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Takes the place, handles a batch, keeps the new place. @returns how many events there were, 0 where another holds it */
async function readOn(name: string, handle: Follower['handle']): Promise<number> {
  return systemDb('outbox').transaction(async (query) => {
    const start = await currentPosition();
    await query(sql`INSERT INTO outbox_readers (name, xid, id) VALUES (${name}, ${start.xid}::xid8, ${start.id}::uuid)
      ON CONFLICT DO NOTHING`);
    const [place] = await query<OutboxPosition>(
      sql`SELECT xid::text, id FROM outbox_readers WHERE name = ${name} FOR UPDATE SKIP LOCKED`,
    );
    if (!place) return 0;
    const events = await readOutbox(place, BATCH);
    let reached: OutboxPosition | null = null;
    try {
      for (const event of events) {
        await handle(event);
        reached = parsePosition(event.position);
      }
    } catch (error) {
      log.error({ err: error, follower: name }, 'a reaction failed, its event comes again');
      if (!reached) throw error;
    }
    if (reached) {
      await query(
        sql`UPDATE outbox_readers SET xid = ${reached.xid}::xid8, id = ${reached.id}::uuid WHERE name = ${name}`,
      );
    }
    return events.length;
  });
}
