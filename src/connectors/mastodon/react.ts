import type { Connector } from '../contract';
import { callerFor } from './api-call';
import { findStatus } from './find-status';

/** Likes a status, or takes it back. */
export const reactOnMastodon: NonNullable<Connector['react']> = async (
  { externalId, isOn },
  channel,
  outbound,
  now,
) => {
  const call = callerFor(channel, outbound, now);
  const found = await findStatus(externalId, call);
  if ('outcome' in found) return found;
  const verb = isOn ? 'favourite' : 'unfavourite';
  const path = `/api/v1/statuses/${encodeURIComponent(found.id)}/${verb}`;
  const answer = await call({ method: 'POST', path });
  return answer.outcome === 'answered' ? { outcome: 'sent', budgets: answer.budgets } : answer;
};
