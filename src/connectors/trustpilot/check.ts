import { z } from 'zod';
import type { Connector } from '../contract';
import { callTrustpilot } from './api-call';
import { trustpilotSettings } from './manifest';

const listing = z.object({
  reviews: z
    .array(z.object({ businessUnit: z.object({ displayName: z.string().min(1).max(500) }).nullish() }))
    .max(1000),
});

/** Whether the application may read this business's reviews; its name stands on the newest of them. */
export function createTrustpilotCheck(baseUrl: string): NonNullable<Connector['check']> {
  return async (channel, outbound, now) => {
    const settings = trustpilotSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const { businessUnitId } = settings.data;
    const path = `business-units/${businessUnitId}/reviews?perPage=1&page=1`;
    const answer = await callTrustpilot(baseUrl, { method: 'GET', path }, channel, outbound, now);
    if (answer.outcome === 'gone') return { outcome: 'failed', reason: 'account_not_found' };
    if (answer.outcome !== 'answered') return answer;
    const listed = listing.safeParse(answer.json).data;
    if (!listed) return { outcome: 'failed', reason: 'unexpected_answer' };
    const name = listed.reviews[0]?.businessUnit?.displayName ?? 'Trustpilot';
    return { outcome: 'ok', account: { externalId: businessUnitId, name: name.toWellFormed() } };
  };
}
