import { expect } from 'vitest';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { Story } from './story';

interface StoredMessage {
  externalId: string;
  text: string;
  isDeleted: boolean;
}

/** Nothing acknowledged lost, nothing doubled, the latest version in force, the counts right: for one channel. */
export async function checkStories(
  db: TenantDb,
  channelId: string,
  stories: readonly Story[],
): Promise<void> {
  const raw = await db.query<{ externalId: string; state: string }>(
    sql`SELECT external_id AS "externalId", state FROM raw_events WHERE channel_id = ${channelId}::uuid`,
  );
  const told = stories.flatMap((story) => story.told);
  expect(raw.map(({ externalId }) => externalId).sort()).toEqual(
    told.map(({ webhookId }) => webhookId).sort(),
  );
  expect(raw.filter(({ state }) => state !== 'applied')).toEqual([]);
  for (const story of stories) await checkConversation(db, channelId, story);
}

async function checkConversation(db: TenantDb, channelId: string, story: Story): Promise<void> {
  const expected = [...story.messages.values()];
  const conversations = await db.query<{ id: string; messageCount: number; preview: string }>(sql`
    SELECT id, message_count AS "messageCount", preview FROM conversations
    WHERE channel_id = ${channelId}::uuid AND external_id = ${story.conversationId}`);
  expect(conversations).toHaveLength(1);
  const [conversation] = conversations;
  const stored = await db.query<StoredMessage>(sql`
    SELECT external_id AS "externalId", text, deleted_at IS NOT NULL AS "isDeleted" FROM messages
    WHERE conversation_id = ${conversation?.id}::uuid ORDER BY sent_at, id`);
  expect(stored).toEqual(
    expected.map(({ externalId, text, isDeleted }) => ({ externalId, text, isDeleted })),
  );
  expect(conversation).toMatchObject({ messageCount: expected.length, preview: expected.at(-1)?.text });
}

/** The figures beside the rows: tallies, identities, and one event for each message. */
export async function checkFigures(db: TenantDb, stories: readonly Story[]): Promise<void> {
  const differing = await db.query(sql`
    SELECT status, channel_id, sum(n)::int AS difference FROM (
      SELECT status, channel_id, difference AS n FROM conversation_tallies
      UNION ALL SELECT status, channel_id, -1 FROM conversations) cells
    GROUP BY status, channel_id HAVING sum(n) <> 0`);
  expect(differing).toEqual([]);
  const [contacts] = await db.query(sql`
    SELECT (SELECT count(*)::int FROM contacts) - (SELECT count(DISTINCT (realm, external_id))::int FROM identities) AS surplus`);
  expect(contacts).toEqual({ surplus: 0 });
  const events = await db.query<{ messageId: string; times: number }>(sql`
    SELECT payload->>'messageId' AS "messageId", count(*)::int AS times FROM outbox_events
    WHERE type = 'message.created' GROUP BY 1`);
  expect(events.filter(({ times }) => times !== 1)).toEqual([]);
  expect(events).toHaveLength(stories.reduce((sum, story) => sum + story.messages.size, 0));
}
