import type { z } from 'zod';
import { conflict, invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type MessageView, sendMessageInput } from '../contract';
import { previewOf } from '../domain/inbound/ledger';
import { type OutgoingShape, shapeOutgoing } from '../domain/outgoing';
import { conversationChanged, messageCreated } from '../events';
import { deliverMessage } from '../jobs';
import { getMessage } from '../queries/get-conversation';
import {
  type AnsweredConversation,
  findOtherAnswer,
  findReplyTarget,
  knownMembers,
  lockForAnswer,
  lockFreeFiles,
  type StoredFile,
} from '../store/answering';
import { answerStatements, messageStatements, type NewMessage, newDelivery } from '../store/save-message';

type Input = z.output<typeof sendMessageInput>;
type Context = UseCaseContext<Actor>;

/**
 * Writes an answer, a private answer or a note. The same `messageId` again is the same message. An answer leaves
 * after five seconds; until then it can be taken back. Refuses what the network does not allow (`reply_window_closed`,
 * `too_long`, …) and, unless `sendAnyway`, an answer to what somebody else answered meanwhile (`someone_answered`).
 */
export const sendMessage = defineUseCase({
  name: 'conversations.send_message',
  permission: 'conversations.reply',
  input: sendMessageInput,
  run: async (context, input: Input): Promise<MessageView> => {
    const { db, emit, audit } = context;
    const conversation = await lockForAnswer(db, input.conversationId);
    const messageId = input.messageId ?? newId();
    const isRepeated = input.messageId !== undefined && (await isKnown(context, conversation.id, messageId));
    if (isRepeated) return getMessage(context, conversation.id, messageId);
    const files = await lockFreeFiles(db, input.attachmentIds);
    const shape = decide(context, conversation, input, files);
    if (input.mode !== 'note') await refuseSecondAnswer(context, input);
    const message = await compose(context, input, messageId, shape, files);
    const statements = messageStatements(db.workspaceId, conversation, message);
    if (shape.kind !== 'note') {
      const delivery = newDelivery(message.at);
      statements.push(...answerStatements(db.workspaceId, conversation, message, delivery));
      context.enqueue(deliverMessage, { deliveryId: delivery.id }, { runAt: delivery.dueAt });
    }
    await db.pipeline(...statements);
    const assigneeId = conversation.assigneeId ?? (shape.kind === 'note' ? null : message.memberId);
    emit(messageCreated({ conversationId: conversation.id, messageId, assigneeId }));
    if (assigneeId !== conversation.assigneeId) emit(conversationChanged(conversation.id));
    audit({
      action: shape.kind === 'note' ? 'conversations.note' : 'conversations.reply',
      subjectType: 'conversation',
      subjectId: conversation.id,
      data: { messageId, visibility: shape.visibility },
    });
    return getMessage(context, conversation.id, messageId);
  },
});

/** True where this member wrote it here before. Refuses an id that means something else. */
async function isKnown({ db, actor }: Context, conversationId: string, messageId: string): Promise<boolean> {
  const [row] = await db.query<{ isSame: boolean }>(sql`
    SELECT conversation_id = ${conversationId}::uuid AND member_id IS NOT DISTINCT FROM ${actor.memberId}::uuid AS "isSame"
    FROM messages WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`);
  if (row && !row.isSame) throw conflict('message_id_taken');
  return row !== undefined;
}

function decide(
  context: Context,
  conversation: AnsweredConversation,
  { mode, text, mentions }: Input,
  files: readonly StoredFile[],
): OutgoingShape {
  const capabilities = context.offers.connectors.get(conversation.connector)?.manifest.capabilities;
  const outgoing = { mode, text, files, mentions: mentions.length };
  const shape = shapeOutgoing(outgoing, { ...conversation, capabilities }, context.now());
  if (shape.ok) return shape.value;
  if (shape.refusal.code === 'conflict') throw conflict(shape.refusal.reason);
  const { code: _, ...field } = shape.refusal;
  throw invalidInput([field]);
}

async function refuseSecondAnswer({ db, actor }: Context, input: Input): Promise<void> {
  if (input.sendAnyway || input.lastSeenMessageId === undefined) return;
  const other = await findOtherAnswer(db, input.conversationId, input.lastSeenMessageId, actor.memberId);
  if (other) throw conflict('someone_answered', { params: { name: other.name ?? '' } });
}

async function compose(
  { db, actor, now }: Context,
  input: Input,
  id: string,
  shape: OutgoingShape,
  files: readonly StoredFile[],
): Promise<NewMessage> {
  const replyToId = input.replyToId ?? null;
  const replyToExternalId = replyToId && (await findReplyTarget(db, input.conversationId, replyToId));
  const mentions = input.mentions.length > 0 ? await knownMembers(db, input.mentions) : [];
  if (mentions.length < new Set(input.mentions).size) {
    throw invalidInput([{ path: 'mentions', reason: 'member_not_found' }]);
  }
  return {
    ...shape,
    id,
    memberId: actor.memberId,
    memberName: actor.name,
    text: input.text,
    preview: previewOf(
      input.text,
      files.map(({ name }) => name),
    ),
    replyToId,
    replyToExternalId,
    at: now(),
    mentions,
    fileIds: files.map((file) => file.id),
  };
}
