import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

export interface HitCount {
  hits: number;
  /** Seconds until the window ends. */
  resetsIn: number;
}

/**
 * Counts one hit in a fixed window shared by all processes.
 * @param key what is counted; never anything a person typed in clear
 */
export async function countHit(key: string, windowSeconds: number): Promise<HitCount> {
  const [row] = await systemDb('rate-limit').query<HitCount>(sql`
    INSERT INTO rate_limits AS r (key, window_start, hits) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_start > now() - make_interval(secs => ${windowSeconds}) THEN r.hits + 1 ELSE 1 END,
      window_start = CASE WHEN r.window_start > now() - make_interval(secs => ${windowSeconds}) THEN r.window_start ELSE now() END
    RETURNING hits, ceil(extract(epoch FROM r.window_start + make_interval(secs => ${windowSeconds}) - now()))::int AS "resetsIn"`);
  return row ?? { hits: 1, resetsIn: windowSeconds };
}

/** Takes hits back where an attempt turned out well, so that only failures count. */
export async function forgiveHits(keys: readonly string[]): Promise<void> {
  await systemDb('rate-limit').query(
    sql`UPDATE rate_limits SET hits = greatest(hits - 1, 0) WHERE key = ANY(${keys}::text[])`,
  );
}
