import type { Connector } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import { callTrustpilot } from './api-call';
import { webhookDelivery, webhookEvent } from './schema';

/** More in one delivery are left to the next asking. */
const MOST = 50;

/**
 * A delivery is a hint, for nobody signed it: each review it names is fetched by its id. What no longer exists is gone,
 * whatever the delivery says of it.
 */
export function createTrustpilotResolve(baseUrl: string): NonNullable<Connector['resolveInbound']> {
  return async (body, channel, outbound, now) => {
    const json = readJson(body);
    const delivery = webhookDelivery.safeParse(json);
    if (!isRecord(json) || !delivery.success) return { outcome: 'resolved', body };
    const ids = delivery.data.events.flatMap((event) => {
      const parsed = webhookEvent.safeParse(event).data;
      return parsed?.eventName.startsWith('service-review-') ? parsed.eventData.id : [];
    });
    if (ids.length === 0) return { outcome: 'resolved', body };
    const reviews: unknown[] = [];
    const gone: { id: string; at: string }[] = [];
    for (const id of [...new Set(ids)].slice(0, MOST)) {
      const path = `reviews/${encodeURIComponent(id)}`;
      const answer = await callTrustpilot(baseUrl, { method: 'GET', path }, channel, outbound, now);
      if (answer.outcome === 'answered') reviews.push(answer.json);
      else if (answer.outcome === 'gone') gone.push({ id, at: now.toISOString() });
      else return answer;
    }
    return { outcome: 'resolved', body: Buffer.from(JSON.stringify({ reviews, gone })) };
  };
}
