import type { z } from 'zod';
import { conflict, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Sentiment } from '@/kernel/vocabulary';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { MessageView } from '../contract';
import { correctSentimentInput } from '../contract/sentiment';
import { messageChanged, sentimentCorrected } from '../events';
import { getMessage } from '../queries/get-conversation';

/**
 * A person says how a message sounds; it holds at once, whatever any model says later, and models learn from it.
 * Refuses what is not a person's message with words (`no_sentiment`).
 */
export const correctSentiment = defineUseCase({
  name: 'conversations.correct_sentiment',
  permission: 'conversations.triage',
  input: correctSentimentInput,
  run: async (context, input: z.output<typeof correctSentimentInput>): Promise<MessageView> => {
    const { db, emit, actor, now } = context;
    const { conversationId, messageId, sentiment } = input;
    const [message] = await db.query<{
      hasWords: boolean;
      sentiment: Sentiment | null;
      source: string | null;
    }>(sql`
      SELECT direction = 'inbound' AND deleted_at IS NULL AND text <> '' AS "hasWords", sentiment, sentiment_source AS source
      FROM messages WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid
        AND conversation_id = ${conversationId}::uuid FOR UPDATE`);
    if (!message) throw notFound('message_not_found');
    if (!message.hasWords) throw conflict('no_sentiment');
    const { sentiment: previous, source } = message;
    if (previous !== sentiment || source !== 'person') {
      await db.pipeline(
        sql`UPDATE messages SET sentiment = ${sentiment}, sentiment_confidence = 1, sentiment_source = 'person'
          WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`,
        sql`INSERT INTO sentiment_corrections (workspace_id, id, message_id, member_id, sentiment, previous, previous_source, created_at)
          VALUES (${db.workspaceId}::uuid, ${newId()}::uuid, ${messageId}::uuid, ${actor.memberId}::uuid, ${sentiment}, ${previous},
            ${source}, ${now()})`,
      );
      emit(messageChanged({ conversationId, messageId }), sentimentCorrected({ conversationId, messageId }));
    }
    return getMessage(context, conversationId, messageId);
  },
});
