import pg from 'pg';
import { env } from '@/platform/env';

export type DirectClient = pg.Client;
export type DirectPool = pg.Pool;

/** A connection of its own, past any transaction pooler: for LISTEN and for locks that last as long as it does. */
export function directClient(purpose: string): DirectClient {
  return new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: `rapport ${purpose}`,
    keepAlive: true,
  });
}

/** The job queue's own pool. A connection lost while idle is replaced; without listeners it would end the process. */
export function jobPool(size: number): DirectPool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: size,
    application_name: 'rapport jobs',
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
