import { z } from 'zod';
import type { Connector } from '../contract';
import { type GraphCall, graphCredentials } from '../contract/meta/graph-call';
import { inspectToken } from '../contract/meta/inspect-token';
import { ACCESS_TOKEN, SCOPES, whatsappSettings } from './manifest';

const number = z.object({
  id: z.string(),
  display_phone_number: z.string().max(200),
  verified_name: z.string().max(200).nullish(),
});

/** Whose number the token reaches, and until when. */
export function createWhatsappCheck(callGraph: GraphCall): NonNullable<Connector['check']> {
  return async (channel, outbound, now) => {
    const settings = whatsappSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const credentials = graphCredentials(channel, ACCESS_TOKEN);
    if (credentials === null)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const path = settings.data.phoneNumberId;
    const query = { fields: 'id,display_phone_number,verified_name' };
    const answer = await callGraph({ method: 'GET', path, edge: 'read', query }, credentials, outbound, now);
    if (answer.outcome !== 'answered') return answer;
    const found = number.safeParse(answer.json).data;
    if (!found)
      return { outcome: 'retry', reason: 'network_unavailable', detail: 'no phone number in the answer' };
    const handle = found.display_phone_number;
    return {
      outcome: 'ok',
      account: { externalId: found.id, name: found.verified_name || handle, handle },
      ...(await inspectToken(callGraph, { credentials, scopes: SCOPES }, outbound, now)),
    };
  };
}
