import type { Sentiment } from '@/kernel/vocabulary';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { SHOWN_FROM } from '../contract/sentiment';
import { messageChanged } from '../events';

/** Judges a text; pure. */
export type JudgeText = (text: string) => { sentiment: Sentiment; confidence: number };

export interface SuggestSentimentsInput {
  /** These, or the newest that a model has judged before. */
  messageIds: readonly string[] | 'judged';
  judge: JudgeText;
}

/** How many of the newest are judged anew when a model has learnt. */
const NEWEST = 2000;

interface Judged {
  id: string;
  conversationId: string;
  text: string;
  shown: Sentiment | null;
}

/** Notes what a model makes of people's messages; never over what a person said. Tells screens of what they show anew. */
export const suggestSentiments = defineSystemUseCase<SuggestSentimentsInput, void>({
  name: 'conversations.suggest_sentiments',
  run: async ({ db, emit }, { messageIds, judge }) => {
    // Plan: the primary key; else messages by workspace and time, cut at 2,000.
    const which =
      messageIds === 'judged'
        ? sql`sentiment_source = 'model' ORDER BY sent_at DESC, id DESC LIMIT ${NEWEST}`
        : sql`id = ANY (${[...messageIds]}::uuid[]) AND sentiment_source IS DISTINCT FROM 'person'`;
    const rows = await db.query<Judged>(sql`
      SELECT id, conversation_id AS "conversationId", text,
        CASE WHEN sentiment_confidence >= ${SHOWN_FROM} THEN sentiment END AS shown
      FROM messages WHERE workspace_id = ${db.workspaceId} AND direction = 'inbound' AND deleted_at IS NULL AND text <> '' AND ${which}`);
    const judged = rows.map((row) => ({ ...row, ...judge(row.text) }));
    if (judged.length === 0) return;
    await db.query(sql`
      UPDATE messages m SET sentiment = r.sentiment, sentiment_confidence = r.confidence, sentiment_source = 'model'
      FROM unnest(${judged.map(({ id }) => id)}::uuid[], ${judged.map(({ sentiment }) => sentiment)}::text[],
        ${judged.map(({ confidence }) => confidence)}::real[]) AS r(id, sentiment, confidence)
      WHERE m.workspace_id = ${db.workspaceId} AND m.id = r.id AND m.sentiment_source IS DISTINCT FROM 'person'`);
    const changed = judged.filter(
      ({ shown, sentiment, confidence }) => shown !== (confidence >= SHOWN_FROM ? sentiment : null),
    );
    // One hint a conversation: a screen fetches the whole thread anyway.
    const first = new Map(changed.map((row) => [row.conversationId, row.id]));
    emit(...[...first].map(([conversationId, messageId]) => messageChanged({ conversationId, messageId })));
  },
});
