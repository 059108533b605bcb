import type { z } from 'zod';
import { conflict, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type MessageView, messageRefInput } from '../contract';
import { replyRules } from '../domain/reply-rules';
import { messageChanged } from '../events';
import { deliverMessage } from '../jobs';
import { getMessage } from '../queries/get-conversation';
import { lockForAnswer } from '../store/answering';

/**
 * Sends again what was given up, with a fresh patience. Refuses what did not fail (`not_failed`) and what the network
 * does not allow any more (`reply_window_closed`, …).
 */
export const retryMessage = defineUseCase({
  name: 'conversations.retry_message',
  permission: 'conversations.reply',
  input: messageRefInput,
  run: async (context, input: z.output<typeof messageRefInput>): Promise<MessageView> => {
    const { db, emit, audit, enqueue, now } = context;
    const { conversationId, messageId } = input;
    const conversation = await lockForAnswer(db, conversationId);
    const [delivery] = await db.query<{ id: string; state: string; kind: typeof conversation.kind }>(sql`
      SELECT d.id, d.state, m.kind FROM deliveries d
      JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
      WHERE d.workspace_id = ${db.workspaceId} AND d.message_id = ${messageId}::uuid
        AND m.conversation_id = ${conversationId}::uuid FOR UPDATE OF d`);
    if (!delivery) throw notFound('message_not_found');
    if (delivery.state !== 'failed') throw conflict('not_failed');
    const capabilities = context.offers.connectors.get(conversation.connector)?.manifest.capabilities;
    const rules = replyRules({ ...conversation, kind: delivery.kind, capabilities }, now());
    if (rules.refusedReason) throw conflict(rules.refusedReason);
    await db.pipeline(
      sql`UPDATE deliveries SET state = 'queued', attempts = 0, reason = NULL, detail = NULL, finished_at = NULL,
          due_at = now(), created_at = now() WHERE workspace_id = ${db.workspaceId} AND id = ${delivery.id}::uuid`,
      sql`UPDATE messages SET send_state = 'queued' WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`,
    );
    enqueue(deliverMessage, { deliveryId: delivery.id });
    emit(messageChanged({ conversationId, messageId }));
    audit({
      action: 'conversations.retry_reply',
      subjectType: 'conversation',
      subjectId: conversationId,
      data: { messageId },
    });
    return getMessage(context, conversationId, messageId);
  },
});
