import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelAccess } from '@/connectors/contract';
import { createFacebookConnector } from '@/connectors/facebook/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type GraphStandIn, startGraph } from '../stand-ins/graph';

const world = { pageId: '4711', accessToken: 'EAAG-page-token', appSecret: 's', objects: [], people: {} };
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let graph: GraphStandIn;
beforeAll(async () => {
  graph = await startGraph(world);
});
afterAll(async () => {
  await graph.close();
  await outbound.close();
});

const check = (pageId: string, secrets: Record<string, string[]>) => {
  const channel: ChannelAccess = { id: 'c1', settings: { pageId }, secrets };
  const connector = createFacebookConnector({ graphBaseUrl: graph.url });
  return connector.check?.(channel, outbound, new Date());
};
const access = { appSecret: ['s'], pageAccessToken: ['EAAG-page-token'] };

describe('whose page it is', () => {
  it('tells the page and what the token was not granted', async () => {
    expect(await check('4711', access)).toEqual({
      outcome: 'ok',
      account: { externalId: '4711', name: 'Nordlicht', handle: '@nordlicht' },
      missingScopes: ['pages_manage_metadata', 'pages_read_engagement', 'pages_manage_engagement'],
    });
  });

  it.each([
    ['no token', '4711', { appSecret: ['s'] }, 'access_token_missing'],
    ['a revoked one', '4711', { ...access, pageAccessToken: ['old'] }, 'access_token_invalid'],
  ])('asks for a new connection with %s', async (_name, pageId, secrets, reason) => {
    expect(await check(pageId, secrets)).toMatchObject({ outcome: 'failed', reason, needsReconnect: true });
  });

  it('refuses a page that is not there', async () => {
    expect(await check('4712', access)).toMatchObject({ outcome: 'failed' });
  });

  it('calls an outage what it is', async () => {
    graph.failNext(1, { status: 502 });
    expect(await check('4711', access)).toMatchObject({ outcome: 'retry' });
  });
});
