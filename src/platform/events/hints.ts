import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { log } from '@/platform/log/log';

export const OUTBOX_CHANNEL = 'rapport_outbox';
const COALESCE_MS = 20;

let timer: NodeJS.Timeout | undefined;
let sending: Promise<void> = Promise.resolve();

/**
 * Tells every process that the outbox has grown: one notification for all commits of about 20 ms, outside any
 * business transaction (inside them, NOTIFY halves the commit rate). Losing one costs a second: readers also poll.
 */
export function hintOutbox(): void {
  if (timer) return;
  timer = setTimeout(() => void flushHints(), COALESCE_MS);
}

/** Sends at once what is to be told; for a process that is about to end. */
export async function flushHints(): Promise<void> {
  if (timer) {
    clearTimeout(timer);
    timer = undefined;
    sending = systemDb('outbox')
      .query(sql`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`)
      .then(
        () => undefined,
        (error) => log.warn({ err: error }, 'outbox hint failed'),
      );
  }
  await sending;
}
