import { newId, type WorkspaceId } from '@/kernel/ids';
import { type TenantDb, tenantDb } from '@/platform/db/tenant-db';

/** Writes one batch of a workspace; resolves after the commit with the ids of what is new. */
export type StoreBatch<Event> = (
  db: TenantDb,
  events: readonly (Event & { id: string })[],
) => Promise<ReadonlySet<string>>;

interface Waiting<Event> {
  event: Event & { id: string };
  resolve: (isNew: boolean) => void;
  reject: (error: unknown) => void;
}

const MOST_PER_BATCH = 200;
/** A batch is one message to the database, which takes 1 GB at most and all of it in memory. */
const MOST_BYTES_PER_BATCH = 16_000_000;
/** How many batches of one workspace may be under way at once. */
const LANES = 2;

/**
 * A store that gathers: deliveries that arrive while a batch is being written share the next one, so a flood
 * costs few commits (6,313/s against 600/s one by one) and a single delivery waits for nobody. A batch never
 * mixes two workspaces (tenancy lock 2).
 * @returns a function that resolves after the commit, false where the delivery was stored before
 */
export function gatherBatches<Event extends { body: Uint8Array }>(store: StoreBatch<Event>) {
  const queues = new Map<WorkspaceId, { waiting: Waiting<Event>[]; running: number }>();

  async function writeBatches(workspaceId: WorkspaceId): Promise<void> {
    const queue = queues.get(workspaceId);
    if (!queue || queue.running >= LANES) return;
    queue.running += 1;
    // One turn of the loop lets everything that has arrived join.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.waiting.length > 0) await writeBatch(workspaceId, takeBatch(queue.waiting));
    queue.running -= 1;
    if (queue.running === 0) queues.delete(workspaceId);
  }

  async function writeBatch(workspaceId: WorkspaceId, batch: readonly Waiting<Event>[]): Promise<void> {
    try {
      const isNew = await store(
        tenantDb(workspaceId),
        batch.map(({ event }) => event),
      );
      for (const { event, resolve } of batch) resolve(isNew.has(event.id));
    } catch (error) {
      if (batch.length > 1 && isOfTheBatch(error)) {
        for (const one of batch) await writeBatch(workspaceId, [one]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }

  return (workspaceId: WorkspaceId, event: Event): Promise<boolean> => {
    const queue = queues.get(workspaceId) ?? { waiting: [], running: 0 };
    queues.set(workspaceId, queue);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ event: { ...event, id: newId() }, resolve, reject });
      void writeBatches(workspaceId);
    });
  };
}

/** The oldest that may go together, at least one. */
function takeBatch<Event extends { body: Uint8Array }>(waiting: Waiting<Event>[]): Waiting<Event>[] {
  let bytes = 0;
  const end = waiting.findIndex(({ event }, place) => {
    bytes += event.body.byteLength;
    return place > 0 && (place >= MOST_PER_BATCH || bytes > MOST_BYTES_PER_BATCH);
  });
  return waiting.splice(0, end < 0 ? waiting.length : end);
}

/** A deadlock between two floods of the same deliveries, or one that the database refuses: each alone may be right. */
function isOfTheBatch(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(2[123]|40)[0-9A-Z]{3}$/.test(code);
}
