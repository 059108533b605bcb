import type { OutboundFailure } from '@/platform/http/outbound';
import type { Refusal } from './access';

const LASTING: readonly OutboundFailure['reason'][] = [
  'invalid_url',
  'insecure_url',
  'address_refused',
  'redirect_refused',
  // The request was taken; asking again would only do it twice.
  'response_too_large',
];

/** True for failures that another try cannot mend; timeouts and lost connections may pass. */
export function isLasting(failure: OutboundFailure): boolean {
  return LASTING.includes(failure.reason);
}

/** A request that got no answer: worth another try, unless it was refused for what it is. */
export function refusalOfFailure(failure: OutboundFailure): Refusal {
  const detail = `${failure.reason} ${failure.detail}`;
  return isLasting(failure)
    ? { outcome: 'failed', reason: 'network_refused', detail }
    : { outcome: 'retry', reason: 'network_unavailable', detail };
}

/** Seconds a `Retry-After` header asks for (number or HTTP date), at least 0; undefined where there is none. */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
