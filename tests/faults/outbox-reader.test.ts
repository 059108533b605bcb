import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { type DomainEvent, recordEvents } from '@/platform/events/event';
import { currentPosition, parsePosition, readOutbox } from '@/platform/events/outbox';
import { aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { type Chance, chanceFrom, pause, printedSeed } from './support/chance';

const WRITERS = 8;
const TRANSACTIONS = 60;

const happened = (id: string): DomainEvent => ({ type: 'test.happened', payload: { id } });

describe('a reader of the outbox beside transactions of every length', () => {
  it('misses nothing and gets nothing twice', async () => {
    const chance = chanceFrom(printedSeed('outbox reader'));
    const workspaces = [await aWorkspace(), await aWorkspace()];
    const before = await currentPosition();
    const committed: string[] = [];
    const writers = Array.from({ length: WRITERS }, async (_, number) => {
      const workspace = workspaces[number % 2] as TestWorkspace;
      for (let turn = 0; turn < TRANSACTIONS; turn += 1) committed.push(...(await write(workspace, chance)));
    });
    let isOver = false;
    const reader = follow(before, () => isOver, chance);
    await Promise.all(writers);
    isOver = true;
    const seen = await reader;
    expect(committed.length).toBeGreaterThan(300);
    expect([...seen].sort()).toEqual([...committed].sort());
  });
});

/** Some take long, some roll back, some write early and commit late. Returns what became true. */
async function write({ db, id: workspaceId }: TestWorkspace, chance: Chance): Promise<string[]> {
  const ids = Array.from({ length: chance.between(1, 3) }, newId);
  const length = chance.in(0.1) ? chance.between(50, 250) : chance.between(0, 10);
  try {
    await db.transaction(async (tx) => {
      if (chance.in(0.3)) await tx.query(sql`SELECT pg_current_xact_id()`);
      if (chance.in(0.5)) await pause(length);
      for (const id of ids) await tx.query(recordEvents(workspaceId, null, [happened(id)]));
      await pause(length);
      if (chance.in(0.1)) throw new RolledBack();
    });
    return ids;
  } catch (error) {
    if (error instanceof RolledBack) return [];
    throw error;
  }
}

class RolledBack extends Error {}

async function follow(
  from: { xid: string; id: string },
  isOver: () => boolean,
  chance: Chance,
): Promise<string[]> {
  const seen: string[] = [];
  let position = from;
  for (;;) {
    // Asked before reading: what is read after the last commit is all there is.
    const isLast = isOver();
    const events = await readOutbox(position, chance.between(1, 20));
    seen.push(...events.flatMap(({ type, payload }) => (type === 'test.happened' ? String(payload.id) : [])));
    position = parsePosition(events.at(-1)?.position) ?? position;
    if (events.length === 0 && isLast && (await runningTransactions()) === 0) return seen;
    await pause(chance.between(0, 5));
  }
}

/** An unrelated transaction elsewhere on the server only delays; it must not be mistaken for the end. */
async function runningTransactions(): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await client.connect();
  const { rows } = await client.query<{ held: number }>(
    `SELECT (pg_snapshot_xmax(s)::text::bigint - pg_snapshot_xmin(s)::text::bigint)::int AS held FROM pg_current_snapshot() s`,
  );
  await client.end();
  return rows[0]?.held ?? 0;
}
