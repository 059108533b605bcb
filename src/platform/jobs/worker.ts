import { EventEmitter } from 'node:events';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import { type DirectClient, type DirectPool, directClient, jobPool } from '@/platform/db/direct';
import { log } from '@/platform/log/log';
import type { JobContext, JobDefinition } from './job';

/** One kind of job with the function that does it. */
export interface JobHandler {
  job: JobDefinition<unknown>;
  handle: (payload: unknown, context: JobContext) => Promise<void>;
}

export interface WorkerOptions {
  handlers: readonly JobHandler[];
  concurrency: number;
  /** Milliseconds between looks for killed workers. */
  reapEveryMs?: number;
}

export interface RunningWorker {
  /** Resolves when running jobs have ended. */
  stop(): Promise<void>;
}

const stampedPayload = z.strictObject({ workspaceId: z.uuid(), payload: z.unknown() });
const LOCK = (column: string) => `hashtextextended('rapport.worker.' || ${column}, 0)`;

/**
 * Runs jobs until stopped. Each worker pool holds an advisory lock; whoever finds a pool whose lock is free
 * unlocks its jobs, so work of a killed process goes on within about a second instead of four hours.
 */
export async function startWorker({
  handlers,
  concurrency,
  reapEveryMs = 1000,
}: WorkerOptions): Promise<RunningWorker> {
  const pool = jobPool(concurrency + 2);
  const events = new EventEmitter() as WorkerEvents;
  const liveness = new Liveness();
  events.on('pool:create', ({ workerPool }) => {
    void liveness.hold(workerPool.id).catch((error) => log.error({ err: error }, 'no liveness lock'));
  });
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    events,
    taskList: taskListOf(handlers),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ source: 'jobs' }, message);
    }),
  });
  const reaper = setInterval(() => {
    liveness.reap(pool).catch((error) => log.warn({ err: error }, 'looking for killed workers failed'));
  }, reapEveryMs);
  return {
    stop: async () => {
      clearInterval(reaper);
      await runner.stop();
      await liveness.end();
      await pool.end();
    },
  };
}

function taskListOf(handlers: readonly JobHandler[]): TaskList {
  return Object.fromEntries(
    handlers.map(({ job, handle }) => [
      job.name,
      async (raw, helpers) => {
        const { workspaceId, payload } = stampedPayload.parse(raw);
        const context = {
          id: String(helpers.job.id),
          workspaceId,
          attempt: helpers.job.attempts,
          signal: helpers.abortSignal ?? new AbortController().signal,
        };
        try {
          await handle(job.payload.parse(payload), context);
        } catch (error) {
          log.warn({ err: error, job: job.name, workspaceId, attempt: context.attempt }, 'job failed');
          throw error;
        }
      },
    ]),
  );
}

/** The connection that proves a worker pool is alive, opened anew when it breaks. */
class Liveness {
  #client: DirectClient | undefined;
  #poolIds = new Set<string>();
  async hold(poolId: string): Promise<void> {
    this.#poolIds.add(poolId);
    const client = await this.#connected();
    await client.query(`SELECT pg_advisory_lock(${LOCK('$1::text')})`, [poolId]);
  }

  async reap(pool: DirectPool): Promise<void> {
    await this.#connected();
    const { rows } = await pool.query<{ id: string }>(
      `WITH holders AS MATERIALIZED (
         SELECT DISTINCT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL AND locked_at < now() - interval '1 second'
       ), pools AS MATERIALIZED (SELECT id FROM holders WHERE NOT (id = ANY ($1)))
       SELECT id FROM pools WHERE pg_try_advisory_xact_lock(${LOCK('id')})`,
      [[...this.#poolIds]],
    );
    if (rows.length === 0) return;
    await pool.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [rows.map(({ id }) => id)]);
    log.warn({ workers: rows.length }, 'took over the jobs of workers that were killed');
  }

  async end(): Promise<void> {
    await this.#client?.end().catch(() => {});
  }

  async #connected(): Promise<DirectClient> {
    if (this.#client) return this.#client;
    const client = directClient('worker liveness');
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    this.#client = client;
    for (const id of this.#poolIds) {
      await client.query(`SELECT pg_advisory_lock(${LOCK('$1::text')})`, [id]);
    }
    return client;
  }
}
