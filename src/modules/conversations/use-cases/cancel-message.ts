import type { z } from 'zod';
import { conflict, forbidden, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type MessageView, messageRefInput } from '../contract';
import { conversationChanged, messageChanged } from '../events';
import { getMessage } from '../queries/get-conversation';
import { lockForAnswer } from '../store/answering';
import { restoreConversation } from '../store/restore-conversation';

interface OwnMessage {
  memberId: string | null;
  sendState: string | null;
  deliveryId: string | null;
  deliveryState: string | null;
  attempts: number | null;
}

/**
 * Takes one's own answer back before it leaves; the conversation stands as if it had never been written. Refuses what
 * is on its way (`already_sent`); taking back what was taken back changes nothing.
 */
export const cancelMessage = defineUseCase({
  name: 'conversations.cancel_message',
  permission: 'conversations.reply',
  input: messageRefInput,
  run: async (context, input: z.output<typeof messageRefInput>): Promise<MessageView> => {
    const { db, actor, emit, audit } = context;
    const { conversationId, messageId } = input;
    await lockForAnswer(db, conversationId);
    const [message] = await db.query<OwnMessage>(sql`
      SELECT m.member_id AS "memberId", m.send_state AS "sendState", d.id AS "deliveryId", d.state AS "deliveryState", d.attempts
      FROM messages m JOIN deliveries d ON d.workspace_id = m.workspace_id AND d.message_id = m.id
      WHERE m.workspace_id = ${db.workspaceId} AND m.id = ${messageId}::uuid AND m.conversation_id = ${conversationId}::uuid
      FOR UPDATE OF d, m`);
    if (!message) throw notFound('message_not_found');
    if (message.memberId !== actor.memberId) throw forbidden('not_your_message');
    if (message.sendState === 'cancelled') return getMessage(context, conversationId, messageId);
    if (message.deliveryState !== 'queued' || message.attempts !== 0) throw conflict('already_sent');
    await db.pipeline(
      sql`UPDATE deliveries SET state = 'cancelled', finished_at = now()
        WHERE workspace_id = ${db.workspaceId} AND id = ${message.deliveryId}::uuid`,
      // Without words in the index: nobody said this.
      sql`UPDATE messages SET send_state = 'cancelled', search = NULL
        WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`,
    );
    await restoreConversation(context, conversationId, messageId, actor.memberId);
    emit(messageChanged({ conversationId, messageId }), conversationChanged(conversationId));
    audit({
      action: 'conversations.cancel_reply',
      subjectType: 'conversation',
      subjectId: conversationId,
      data: { messageId },
    });
    return getMessage(context, conversationId, messageId);
  },
});
