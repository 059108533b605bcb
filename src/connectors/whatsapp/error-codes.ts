import type { GraphVerdicts } from '../contract/meta/graph-errors';

const failed = (reason: string) => ({ outcome: 'failed', reason }) as const;
const retry = (reason: string) => ({ outcome: 'retry', reason }) as const;

/** The Cloud API's own error codes, told in the answer to a message or later in its status. */
export const verdicts: GraphVerdicts = {
  0: { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true },
  3: failed('permission_missing'),
  80007: retry('rate_limited'),
  130429: retry('rate_limited'),
  // The same pair of numbers too often: one message in six seconds.
  131056: retry('rate_limited'),
  131000: retry('network_unavailable'),
  131016: retry('network_unavailable'),
  131057: retry('network_unavailable'),
  130472: failed('not_delivered_by_choice'),
  131005: failed('permission_missing'),
  131026: failed('recipient_unavailable'),
  131030: failed('recipient_not_allowed'),
  131031: failed('blocked_by_network'),
  131042: failed('payment_missing'),
  131047: failed('template_required'),
  131048: failed('blocked_by_network'),
  131049: failed('not_delivered_by_choice'),
  131050: failed('recipient_opted_out'),
  131051: failed('network_refused'),
  131052: failed('attachment_refused'),
  131053: failed('attachment_refused'),
  131062: failed('recipient_unavailable'),
  132000: failed('template_refused'),
  132001: failed('template_refused'),
  132005: failed('template_refused'),
  132007: failed('template_refused'),
  132012: failed('template_refused'),
  132015: failed('template_refused'),
  132016: failed('template_refused'),
};

/** Why a message that was taken did not arrive; what could have been tried again is over by then. */
export function reasonOfCode(code: number | undefined): string {
  const verdict = code === undefined ? undefined : verdicts[code];
  return verdict?.outcome === 'failed' ? verdict.reason : 'failed_at_network';
}
