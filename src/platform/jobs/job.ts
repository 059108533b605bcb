import type { z } from 'zod';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

export interface JobContext {
  /** The same for each try. */
  id: string;
  workspaceId: string;
  /** 1 for the first try. */
  attempt: number;
  signal: AbortSignal;
}

/** A kind of background work: its payload is ids, its handler one use-case that is safe to run twice. */
export interface JobDefinition<Payload> {
  name: string;
  payload: z.ZodType<Payload>;
  /** How often the queue itself tries before it gives up; work with a longer patience reschedules itself. */
  maxAttempts: number;
}

export interface EnqueueOptions {
  /** Not before. */
  runAt?: Date;
  /** Jobs with the same key collapse into one while waiting. */
  key?: string;
  /** Lower runs first; 0 where nothing is said. */
  priority?: number;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

/** The statement that enqueues: part of the transaction it stands in, stamped with its workspace (tenancy lock 4). */
export function enqueueStatement<Payload>(
  workspaceId: string,
  job: JobDefinition<Payload>,
  payload: Payload,
  { runAt, key, priority }: EnqueueOptions = {},
) {
  const stamped = JSON.stringify({ workspaceId, payload });
  const jobKey = key === undefined ? null : `${workspaceId}:${job.name}:${key}`;
  return sql`SELECT graphile_worker.add_job(${job.name}::text, ${stamped}::json, NULL::text, ${runAt ?? null}::timestamptz,
    ${job.maxAttempts}::integer, ${jobKey}::text, ${priority ?? 0}::integer)::text`;
}

export async function enqueue<Payload>(
  db: TenantDb,
  job: JobDefinition<Payload>,
  payload: Payload,
  options?: EnqueueOptions,
): Promise<void> {
  await db.query(enqueueStatement(db.workspaceId, job, payload, options));
}
