import { expect, it } from 'vitest';
import type { InboundReceipt } from '@/connectors/contract';
import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { aChannel, aConversation, aMessage } from '../../../../tests/factories/conversations';
import { aMember, aWorkspace } from '../../../../tests/factories/workspaces';
import { listMessages } from '../queries/get-conversation';
import { saveReceipts } from './save-receipts';

it('shows what became of a reply, never goes back, and says why one failed', async () => {
  const workspace = await aWorkspace();
  const member = await aMember(workspace);
  const channelId = await aChannel(workspace);
  const conversationId = await aConversation(workspace, { channelId });
  const id = await aMessage(workspace, { conversationId, channelId, direction: 'outbound' });
  await workspace.db.pipeline(
    sql`UPDATE messages SET send_state = 'sent', external_id = 'x' WHERE id = ${id}`,
    sql`INSERT INTO deliveries (workspace_id, id, message_id, channel_id, state, due_at)
      VALUES (${workspace.id}, ${newId()}, ${id}, ${channelId}, 'sent', now())`,
  );
  const receive = (...states: InboundReceipt['state'][]) =>
    workspace.db.transaction((db) =>
      saveReceipts(
        db,
        channelId,
        states.map((state) => ({
          type: 'receipt',
          externalId: 'x',
          state,
          reason: 'blocked',
          versionAt: new Date(),
        })),
      ),
    );
  const shown = async () => {
    const { data } = await listMessages(member, { conversationId, limit: 50 });
    return data[0]?.send;
  };
  expect(await receive('delivered')).toEqual([{ messageId: id, conversationId }]);
  expect(await shown()).toMatchObject({ state: 'delivered' });
  expect(await receive('delivered')).toEqual([]);
  await receive('failed');
  expect(await shown()).toMatchObject({ state: 'failed', reason: 'blocked' });
  await receive('delivered', 'read');
  expect(await shown()).toMatchObject({ state: 'read' });
  expect(await receive('failed')).toEqual([]);
});
