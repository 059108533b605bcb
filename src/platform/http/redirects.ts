import { ok, type Result, refuse } from '@/kernel/result';
import type { OutboundFailure, OutboundRequest, OutboundResponse } from './outbound-types';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** The only headers another origin gets to see: signatures, tokens and cookies stay where they were meant for. */
const HARMLESS_HEADERS = new Set(['accept', 'accept-language', 'content-type', 'user-agent']);

/**
 * The request an answer's redirect asks for, or null where it is none. Refuses redirects that would lose the
 * body (301–303 on a POST would silently become a GET) or hand it to another origin.
 */
export function nextRequest(
  request: OutboundRequest,
  url: URL,
  response: OutboundResponse,
): Result<OutboundRequest | null, OutboundFailure> {
  if (!REDIRECTS.has(response.status)) return ok(null);
  const location = response.headers.location;
  if (location === undefined) return ok(null);
  if (!URL.canParse(location, url))
    return refuse({ reason: 'redirect_refused', detail: 'unreadable location' });
  const target = new URL(location, url);
  const isSafe = request.method === 'GET' || request.method === 'HEAD';
  const keepsMethod = response.status === 307 || response.status === 308;
  if (!isSafe && !keepsMethod)
    return refuse({ reason: 'redirect_refused', detail: `${response.status} would drop the body` });
  if (target.origin === url.origin) return ok({ ...request, url: target.href });
  if (!isSafe) return refuse({ reason: 'redirect_refused', detail: `body would go to ${target.host}` });
  if (url.protocol === 'https:' && target.protocol === 'http:')
    return refuse({ reason: 'redirect_refused', detail: 'from https to http' });
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase())),
  );
  return ok({ ...request, url: target.href, headers });
}
