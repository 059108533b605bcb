import { AppError } from '@/kernel/errors';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

/** Requests an API key may make per minute. */
const API_LIMIT = 600;
const WINDOW_SECONDS = 60;

interface Count {
  hits: number;
  /** Seconds until the window ends. */
  resetsIn: number;
}

/**
 * Counts one hit in a fixed window shared by all processes.
 * @param key what is counted; never anything a person typed in clear
 */
export async function countHit(key: string, windowSeconds: number): Promise<Count> {
  const [row] = await systemDb('rate-limit').query<Count>(sql`
    INSERT INTO rate_limits AS r (key, window_start, hits) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_start > now() - make_interval(secs => ${windowSeconds}) THEN r.hits + 1 ELSE 1 END,
      window_start = CASE WHEN r.window_start > now() - make_interval(secs => ${windowSeconds}) THEN r.window_start ELSE now() END
    RETURNING hits, ceil(extract(epoch FROM r.window_start + make_interval(secs => ${windowSeconds}) - now()))::int AS "resetsIn"`);
  return row ?? { hits: 1, resetsIn: windowSeconds };
}

/** @returns the standard headers (RateLimit draft and its widespread predecessor). @throws rate_limited */
export async function countRequest(keyId: string): Promise<Record<string, string>> {
  const { hits, resetsIn } = await countHit(`api:${keyId}`, WINDOW_SECONDS);
  const remaining = Math.max(0, API_LIMIT - hits);
  if (hits > API_LIMIT) throw new AppError('rate_limited', 'rate_limited', { retryAfter: resetsIn });
  return {
    'ratelimit-policy': `"key";q=${API_LIMIT};w=${WINDOW_SECONDS}`,
    ratelimit: `"key";r=${remaining};t=${resetsIn}`,
    'ratelimit-limit': String(API_LIMIT),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetsIn),
  };
}
