import { newId } from '@/kernel/ids';
import { type Sql, sql } from '@/platform/db/sql';
import { isHeardOnly } from '../domain/conversation';
import type { OutgoingShape } from '../domain/outgoing';
import type { AnsweredConversation } from './answering';
import { historyRows } from './save-triage';
import { tallyStatement } from './tallies';

export interface NewMessage extends OutgoingShape {
  id: string;
  memberId: string;
  memberName: string;
  text: string;
  preview: string;
  replyToId: string | null;
  replyToExternalId: string | null;
  at: Date;
  mentions: readonly string[];
  fileIds: readonly string[];
}

/** The message with what belongs to it: files, who is called in, that its writer has read so far. */
export function messageStatements(
  workspaceId: string,
  { id: conversationId, channelId }: AnsweredConversation,
  message: NewMessage,
): Sql[] {
  const { id, memberId, kind, visibility, text, at } = message;
  const sendState = kind === 'note' ? null : 'queued';
  const statements = [
    sql`INSERT INTO messages (workspace_id, id, conversation_id, channel_id, member_id, kind, direction, visibility, text,
        reply_to_id, reply_to_external_id, sent_at, version_at, send_state, search)
      VALUES (${workspaceId}::uuid, ${id}::uuid, ${conversationId}::uuid, ${channelId}::uuid, ${memberId}::uuid, ${kind},
        'outbound', ${visibility}, ${text}, ${message.replyToId}::uuid, ${message.replyToExternalId}, ${at}, ${at},
        ${sendState}, message_search(${text}::text))`,
    sql`INSERT INTO read_markers (workspace_id, member_id, conversation_id, read_at)
      VALUES (${workspaceId}::uuid, ${memberId}::uuid, ${conversationId}::uuid, ${at})
      ON CONFLICT (workspace_id, member_id, conversation_id) DO UPDATE SET read_at = greatest(read_markers.read_at, excluded.read_at)`,
  ];
  if (message.fileIds.length > 0) {
    statements.push(sql`UPDATE attachments SET message_id = ${id}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${message.fileIds}::uuid[])`);
  }
  if (message.mentions.length > 0) {
    statements.push(sql`INSERT INTO mentions (workspace_id, member_id, message_id, conversation_id)
      SELECT ${workspaceId}::uuid, m.id, ${id}::uuid, ${conversationId}::uuid FROM unnest(${message.mentions}::uuid[]) AS m(id)`);
    // The count of mentions looks only where somebody was ever called in.
    statements.push(sql`UPDATE conversations SET has_mentions = true
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${conversationId}::uuid AND NOT has_mentions`);
  }
  return statements;
}

/** What an answer does to its conversation: it waits no more, belongs to who answered, and leaves in five seconds. */
export function answerStatements(
  workspaceId: string,
  conversation: AnsweredConversation,
  message: NewMessage,
  delivery: { id: string; dueAt: Date },
): Sql[] {
  const { id, channelId, assigneeId, status, teamId } = conversation;
  const { memberId, at } = message;
  const isTaken = assigneeId === null;
  // Who answers what was overheard has taken it up.
  const isTakenUp = isHeardOnly(status);
  const statusAfter = isTakenUp ? 'open' : status;
  const taken = { id: memberId, name: message.memberName };
  // The message's id says which answer took the conversation, so that taking the answer back gives it back.
  const data = { from: null, to: taken, messageId: message.id };
  return [
    sql`UPDATE conversations SET last_message_at = greatest(last_message_at, ${at}), preview = ${message.preview},
        preview_direction = 'outbound', message_count = message_count + 1, waiting_since = NULL, due_at = NULL,
        attention_at = NULL, status = ${statusAfter}, assignee_id = coalesce(assignee_id, ${memberId}::uuid), updated_at = now(),
        first_response_at = CASE WHEN last_inbound_at IS NULL THEN first_response_at ELSE coalesce(first_response_at, ${at}) END
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`,
    sql`INSERT INTO deliveries (workspace_id, id, message_id, channel_id, due_at)
      VALUES (${workspaceId}::uuid, ${delivery.id}::uuid, ${message.id}::uuid, ${channelId}::uuid, ${delivery.dueAt})`,
    ...(isTakenUp
      ? historyRows(
          workspaceId,
          [{ conversationId: id, type: 'status_changed', data: { from: status, to: statusAfter } }],
          memberId,
        )
      : []),
    ...(isTaken || isTakenUp
      ? [
          ...tallyStatement(
            workspaceId,
            { status, channelId, assigneeId, teamId },
            { status: statusAfter, channelId, assigneeId: assigneeId ?? memberId, teamId },
          ),
          ...(isTaken
            ? historyRows(workspaceId, [{ conversationId: id, type: 'assigned', data }], memberId)
            : []),
        ]
      : []),
  ];
}

export function newDelivery(at: Date): { id: string; dueAt: Date } {
  return { id: newId(), dueAt: new Date(at.getTime() + UNDO_MS) };
}

/** Within this time after writing, an answer can be taken back. */
const UNDO_MS = 5000;
