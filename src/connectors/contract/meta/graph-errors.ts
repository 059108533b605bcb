import { z } from 'zod';
import type { OutboundResponse } from '@/platform/http/outbound';
import type { Refusal } from '../access';
import { retryAfterSeconds } from '../http-outcome';
import { isRecord, readJson } from '../read-json';

/** Where a call goes: below a post or comment, into a private conversation, or it only reads. */
export type GraphEdge = 'comments' | 'messages' | 'read';

/** What error codes of a single network mean, before those all of them share. */
export type GraphVerdicts = Readonly<
  Record<number, { outcome: 'retry' | 'failed'; reason: string; needsReconnect?: boolean } | undefined>
>;

const graphError = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().nullish(),
    message: z.string().nullish(),
    is_transient: z.boolean().nullish(),
  }),
});
type GraphError = z.output<typeof graphError>['error'];

/** Application, user, page and business limits, and "too much of the same". */
const RATE_LIMITED = new Set([4, 17, 32, 341, 613, 80001, 80006]);
const TOKEN_INVALID = new Set([102, 190, 463, 467]);
const OUTSIDE_WINDOW = new Set([2018278, 2018065]);
/** "Unknown" and "service unavailable": Meta asks to try again. */
const PASSING = new Set([1, 2]);
const DEFAULT_BACK_OFF_SECONDS = 60;

/**
 * Seconds until the page may call again: `Retry-After`, else what Meta estimates (in minutes) in its usage headers.
 */
export function backOffSeconds(headers: Readonly<Record<string, string>>, now: Date): number {
  const asked = retryAfterSeconds(headers, now);
  if (asked !== undefined) return asked;
  const usage = readJson(Buffer.from(headers['x-business-use-case-usage'] ?? ''));
  const minutes = (isRecord(usage) ? Object.values(usage) : [])
    .flat()
    .map((one) => (isRecord(one) ? Number(one.estimated_time_to_regain_access) : 0))
    .filter((value) => value > 0 && value < 100_000);
  return minutes.length > 0 ? Math.max(...minutes) * 60 : DEFAULT_BACK_OFF_SECONDS;
}

/** What an answer that is no success means. */
export function toGraphFailure(
  response: OutboundResponse,
  edge: GraphEdge,
  now: Date,
  verdicts: GraphVerdicts = {},
): Refusal {
  const { status, headers, body } = response;
  const parsed = graphError.safeParse(readJson(Buffer.from(body)));
  if (parsed.success) return judge(parsed.data.error, response, { edge, now, verdicts });
  const detail = `HTTP ${status}`;
  if (status === 429)
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: backOffSeconds(headers, now), detail };
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  return { outcome: 'failed', reason: 'network_refused', detail };
}

function judge(
  error: GraphError,
  { status, headers }: OutboundResponse,
  { edge, now, verdicts }: { edge: GraphEdge; now: Date; verdicts: GraphVerdicts },
): Refusal {
  const { code } = error;
  const detail = `${code}${error.error_subcode ? `/${error.error_subcode}` : ''} ${error.message ?? ''}`
    .trim()
    .slice(0, 500)
    .toWellFormed();
  const own = verdicts[code];
  if (own?.outcome === 'failed') return { ...own, outcome: 'failed', detail };
  if (own?.outcome === 'retry')
    return { outcome: 'retry', reason: own.reason, retryAfter: backOffSeconds(headers, now), detail };
  if (TOKEN_INVALID.has(code))
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  if (RATE_LIMITED.has(code))
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: backOffSeconds(headers, now), detail };
  if (code === 10)
    return {
      outcome: 'failed',
      reason: isWindow(error, edge) ? 'reply_window_closed' : 'permission_missing',
      detail,
    };
  if (error.is_transient || PASSING.has(code) || status >= 500)
    return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 429)
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: backOffSeconds(headers, now), detail };
  if (code >= 200 && code <= 299) return { outcome: 'failed', reason: 'permission_missing', detail };
  if (code === 551) return { outcome: 'failed', reason: 'recipient_unavailable', detail };
  if (code === 368) return { outcome: 'failed', reason: 'blocked_by_network', detail };
  if (code === 506) return { outcome: 'failed', reason: 'duplicate_text', detail };
  return { outcome: 'failed', reason: 'network_refused', detail };
}

/** Code 10 is the closed window in Messenger, and a missing permission anywhere else. */
function isWindow({ error_subcode, message }: GraphError, edge: GraphEdge): boolean {
  if (OUTSIDE_WINDOW.has(error_subcode ?? 0)) return true;
  return edge === 'messages' && !/permission/i.test(message ?? '');
}
