import { AppError } from '@/kernel/errors';
import { countHit } from '@/platform/rate-limit/count-hit';

/** Requests an API key may make per minute. */
const API_LIMIT = 600;
const WINDOW_SECONDS = 60;

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
