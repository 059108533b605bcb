import { z } from 'zod';
import type { Connector } from '../contract';
import { callGoogle, hostFor } from './api-call';
import { googleSettings, locationOf } from './manifest';

const location = z.object({
  title: z.string().min(1).max(500),
  metadata: z.object({ mapsUri: z.url().max(2000).nullish() }).nullish(),
});

/** The place whose reviews are followed, as its profile names it. */
export function createGoogleCheck(baseUrl: string): NonNullable<Connector['check']> {
  return async (channel, outbound, now) => {
    const settings = googleSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const host = hostFor(baseUrl, 'mybusinessbusinessinformation');
    const url = `${host}/v1/locations/${settings.data.locationId}?readMask=title,metadata`;
    const answer = await callGoogle({ method: 'GET', url }, channel, outbound, now);
    if (answer.outcome === 'failed' && answer.reason === 'thread_gone')
      return { ...answer, reason: 'account_not_found' };
    if (answer.outcome !== 'answered') return answer;
    const found = location.safeParse(answer.json).data;
    if (!found) return { outcome: 'failed', reason: 'unexpected_answer' };
    const mapsUri = found.metadata?.mapsUri;
    const externalId = locationOf(settings.data);
    return {
      outcome: 'ok',
      account: { externalId, name: found.title.toWellFormed(), ...(mapsUri && { url: mapsUri }) },
    };
  };
}
