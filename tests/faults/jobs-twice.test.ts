import { beforeEach, describe, expect, it } from 'vitest';
import { deliverToNetwork } from '@/modules/conversations/use-cases/deliver-message';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { createOutbound, type Outbound } from '@/platform/http/outbound';
import { anInboundMessage, createdEvent, receive, store } from '../factories/channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';
import { startCallback } from '../stand-ins/callback';
import { anIntegration } from './support/api-channel';
import { aQueuedReply, standOf } from './support/queued-reply';

let workspace: TestWorkspace;
let admin: MemberContext;
let context: TenantContext<null>;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  context = systemContextOf(workspace);
});

describe('the job that applies what a channel received', () => {
  it('changes nothing when it runs again, also at the same moment', async () => {
    const { channelId } = await anIntegration(admin);
    for (let number = 0; number < 30; number += 1)
      await store(workspace, channelId, createdEvent(anInboundMessage()));
    await Promise.all([1, 2, 3].map(() => drainChannelEvents(context, channelId)));
    const once = await everything();
    await drainChannelEvents(context, channelId);
    expect(await everything()).toEqual(once);
    expect(once).toMatchObject({ messages: 30, conversations: 1, tally: 1, told: 30 });
  });

  it('starts over where its connection was cut in the middle', async () => {
    const { channelId } = await anIntegration(admin);
    for (let number = 0; number < 30; number += 1)
      await store(workspace, channelId, createdEvent(anInboundMessage()));
    const cut = {
      ...context,
      db: {
        ...context.db,
        transaction: ((work) =>
          context.db.transaction(async (tx) => {
            await work(tx);
            await tx.query(sql`SELECT pg_terminate_backend(pg_backend_pid())`);
            throw new Error('the connection outlived its end');
          })) as typeof context.db.transaction,
      },
    };
    await expect(drainChannelEvents(cut, channelId)).rejects.toThrow();
    expect(await everything()).toMatchObject({ messages: 0, conversations: 0, tally: 0, told: 0 });
    await drainChannelEvents(context, channelId);
    expect(await everything()).toMatchObject({ messages: 30, conversations: 1, tally: 1, told: 30 });
  });
});

describe('the job that delivers a reply', () => {
  it('does nothing once the reply is sent, and keeps its key where the end was not recorded', async () => {
    const callback = await startCallback();
    const outbound = createOutbound({ allow: ['127.0.0.1'] });
    const { channelId, secret } = await anIntegration(admin, { settings: { callbackUrl: callback.url } });
    callback.trust(secret);
    await receive(workspace, channelId, createdEvent(anInboundMessage()));
    const reply = await aQueuedReply(admin, { channelId, isEnqueued: false });
    await expect(deliverToNetwork(dyingAfterSend(outbound), reply.deliveryId)).rejects.toThrow('killed');
    expect(await standOf(admin, reply)).toMatchObject({ sendState: 'sending', state: 'queued' });
    const alive = { ...context, offers: { ...context.offers, outbound } };
    await deliverToNetwork(alive, reply.deliveryId);
    await deliverToNetwork(alive, reply.deliveryId);
    expect(callback.requests).toHaveLength(2);
    expect(callback.delivered).toMatchObject([{ webhookId: reply.messageId }]);
    expect(await standOf(admin, reply)).toMatchObject({ sendState: 'sent', state: 'sent', attempts: 2 });
    await callback.close();
    await outbound.close();
  });
});

/** A worker whose database goes away while it speaks to the network. */
function dyingAfterSend({ http, hosts }: Outbound): TenantContext<null> {
  let hasSent = false;
  return {
    ...context,
    offers: {
      ...context.offers,
      outbound: {
        hosts,
        http: {
          request: async (request) => {
            const answer = await http.request(request);
            hasSent = true;
            return answer;
          },
        },
      },
    },
    db: {
      ...context.db,
      transaction: (work) => (hasSent ? Promise.reject(new Error('killed')) : context.db.transaction(work)),
    },
  };
}

async function everything() {
  const [row] = await workspace.db.query<Record<string, number>>(sql`
    SELECT (SELECT count(*)::int FROM messages) AS messages, (SELECT count(*)::int FROM conversations) AS conversations,
      (SELECT coalesce(sum(difference), 0)::int FROM conversation_tallies) AS tally,
      (SELECT count(*)::int FROM outbox_events WHERE type = 'message.created') AS told,
      (SELECT count(*)::int FROM outbox_events) AS events, (SELECT count(*)::int FROM contacts) AS contacts,
      (SELECT count(*)::int FROM message_versions) AS versions`);
  return row;
}
