import { z } from 'zod';
import type { Connector } from '../contract';
import { createGraphCall, graphCredentials } from '../contract/meta/graph-call';
import { inspectToken } from '../contract/meta/inspect-token';
import { facebookSettings, PAGE_ACCESS_TOKEN, SCOPES } from './manifest';

const page = z.object({
  id: z.string(),
  name: z.string().min(1).max(500),
  username: z.string().max(200).nullish(),
  link: z.url().max(2000).nullish(),
});

/** Which page the token speaks for, until when, and what it was not granted. */
export function createFacebookCheck(graphBaseUrl: string): NonNullable<Connector['check']> {
  const callGraph = createGraphCall(graphBaseUrl);
  return async (channel, outbound, now) => {
    const settings = facebookSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const credentials = graphCredentials(channel, PAGE_ACCESS_TOKEN);
    if (credentials === null)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const { pageId } = settings.data;
    const query = { fields: 'id,name,username,link' };
    const answer = await callGraph(
      { method: 'GET', path: pageId, edge: 'read', query },
      credentials,
      outbound,
      now,
    );
    if (answer.outcome !== 'answered') return answer;
    const found = page.safeParse(answer.json).data;
    if (!found) return { outcome: 'failed', reason: 'unexpected_answer' };
    if (found.id !== pageId) return { outcome: 'failed', reason: 'account_mismatch', detail: found.name };
    return {
      outcome: 'ok',
      account: {
        externalId: found.id,
        name: found.name.toWellFormed(),
        ...(found.username && { handle: `@${found.username}` }),
        ...(found.link && { url: found.link }),
      },
      ...(await inspectToken(callGraph, { credentials, scopes: SCOPES }, outbound, now)),
    };
  };
}
