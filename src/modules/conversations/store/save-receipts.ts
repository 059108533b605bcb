import type { InboundEvent, InboundReach, InboundReceipt } from '@/connectors/contract';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';

const RANK = { sent: 0, delivered: 1, failed: 2, read: 3 } as const;

/**
 * What became of messages of ours. A receipt never goes back (read stays read), and one that comes before the
 * network has told us the message's id finds nothing: the network repeats the later states.
 * Plan: unique index messages (workspace_id, channel_id, external_id).
 * @returns the messages whose state changed
 */
export async function saveReceipts(
  db: TenantTransaction,
  channelId: string,
  events: readonly InboundEvent[],
): Promise<{ conversationId: string; messageId: string }[]> {
  const latest = new Map<string, InboundReceipt>();
  for (const event of events) {
    if (event.type !== 'receipt') continue;
    const known = latest.get(event.externalId);
    if (!known || RANK[event.state] > RANK[known.state]) latest.set(event.externalId, event);
  }
  if (latest.size === 0) return [];
  const receipts = JSON.stringify(
    [...latest.values()].map(({ externalId, state, reason, detail }) => ({
      external_id: externalId,
      state,
      rank: RANK[state],
      reason: reason ?? 'failed_at_network',
      detail: detail ?? null,
    })),
  );
  return db.query(sql`
    WITH receipts AS (
      SELECT * FROM jsonb_to_recordset(${receipts}::jsonb) AS r(external_id text, state text, rank int, reason text, detail text)
    ), changed AS (
      UPDATE messages m SET send_state = r.state FROM receipts r
      WHERE m.workspace_id = ${db.workspaceId} AND m.channel_id = ${channelId}::uuid AND m.external_id = r.external_id
        AND m.direction = 'outbound' AND m.send_state IN ('sending', 'sent', 'delivered', 'failed')
        AND r.rank > CASE m.send_state WHEN 'delivered' THEN 1 WHEN 'failed' THEN 2 ELSE 0 END
      RETURNING m.id, m.conversation_id, r.state, r.reason, r.detail
    ), given_up AS (
      UPDATE deliveries d SET state = 'failed', reason = c.reason, detail = c.detail FROM changed c
      WHERE d.workspace_id = ${db.workspaceId} AND d.message_id = c.id AND c.state = 'failed'
    )
    SELECT id AS "messageId", conversation_id AS "conversationId" FROM changed`);
}

/** How far public messages had spread when their network counted; one row a message and moment. */
export async function saveReach(
  db: TenantTransaction,
  channelId: string,
  events: readonly InboundEvent[],
): Promise<void> {
  const counted = events.filter((event): event is InboundReach => event.type === 'reach');
  if (counted.length === 0) return;
  const rows = JSON.stringify(
    counted.map(({ externalId, replies, shares, likes, views, versionAt }) => ({
      external_id: externalId,
      measured_at: versionAt,
      replies: replies ?? null,
      shares: shares ?? null,
      likes: likes ?? null,
      views: views ?? null,
    })),
  );
  await db.query(sql`
    INSERT INTO message_reach (workspace_id, message_id, measured_at, replies, shares, likes, views)
    SELECT ${db.workspaceId}::uuid, m.id, r.measured_at, max(r.replies), max(r.shares), max(r.likes), max(r.views)
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(external_id text, measured_at timestamptz, replies int, shares int, likes int, views int)
    JOIN messages m ON m.workspace_id = ${db.workspaceId} AND m.channel_id = ${channelId}::uuid AND m.external_id = r.external_id
    GROUP BY m.id, r.measured_at
    ON CONFLICT (workspace_id, message_id, measured_at) DO NOTHING`);
}
