import { type Sql, sql } from '@/platform/db/sql';

export interface PostRow {
  id: string;
  conversationId: string;
  channelId: string;
  /** The contact, or the brand itself. */
  author: string;
  sentAt: Date;
  text: string;
  quotedText: string | null;
}

export interface PointRow {
  messageId: string;
  signal: 'replies' | 'shares' | 'views';
  at: Date;
  count: number;
  /** True where the network counted; else told from the messages we have. */
  isCounted: boolean;
}

const MOST_CANDIDATES = 1000;
/** Answers in two hours from which a conversation is looked at (the floor of `domain/velocity.ts`, twice, and less). */
const FEWEST_ANSWERS = 6;

/**
 * Public posts of the last two days that were counted or answered in the last hours. Rows: tens, 1,000 at most.
 * Plan: message_reach_newest; messages (workspace_id, sent_at DESC, id DESC) for the answers of two hours, and per hot
 * conversation its first message (messages by conversation and time).
 */
export function candidatesSql(workspaceId: string, now: Date): Sql {
  const window = new Date(now.getTime() - 2 * 3_600_000);
  const young = new Date(now.getTime() - 48 * 3_600_000);
  return sql`
    WITH hot AS (
      SELECT m.conversation_id FROM messages m
      WHERE m.workspace_id = ${workspaceId} AND m.sent_at > ${window} AND m.direction = 'inbound' AND m.visibility = 'public'
      GROUP BY m.conversation_id HAVING count(*) >= ${FEWEST_ANSWERS}
    ), looked_at AS (
      SELECT r.message_id AS id FROM message_reach r WHERE r.workspace_id = ${workspaceId} AND r.measured_at > ${window}
      UNION
      SELECT f.id FROM hot CROSS JOIN LATERAL (SELECT x.id FROM messages x WHERE x.workspace_id = ${workspaceId}
        AND x.conversation_id = hot.conversation_id AND x.visibility = 'public' ORDER BY x.sent_at, x.id LIMIT 1) f
    )
    ${postColumns()} JOIN looked_at l ON l.id = m.id
    WHERE m.workspace_id = ${workspaceId} AND m.visibility = 'public' AND m.deleted_at IS NULL AND m.sent_at > ${young}
    ORDER BY m.sent_at DESC LIMIT ${MOST_CANDIDATES}`;
}

/**
 * What they are held against: the first posts of the newest 300 public conversations of each channel, and the newest 60
 * public posts of each author, all of the last 30 days. Rows: hundreds a channel.
 * Plan: conversations by channel (conversations_channel_newest), messages by conversation and by contact and time.
 */
export function othersSql(workspaceId: string, posts: readonly PostRow[], now: Date): Sql {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const channels = [...new Set(posts.map(({ channelId }) => channelId))];
  const authors = [...new Set(posts.map(({ author }) => author))].filter((author) => author !== 'brand');
  return sql`
    WITH others AS (
      SELECT f.id FROM unnest(${channels}::uuid[]) AS p(channel_id)
      CROSS JOIN LATERAL (SELECT c.id FROM conversations c WHERE c.workspace_id = ${workspaceId} AND c.channel_id = p.channel_id
        AND c.visibility = 'public' AND c.last_message_at > ${since} ORDER BY c.last_message_at DESC LIMIT 300) c
      CROSS JOIN LATERAL (SELECT x.id FROM messages x WHERE x.workspace_id = ${workspaceId} AND x.conversation_id = c.id
        AND x.visibility = 'public' ORDER BY x.sent_at, x.id LIMIT 1) f
      UNION
      SELECT f.id FROM unnest(${authors}::uuid[]) AS a(contact_id)
      CROSS JOIN LATERAL (SELECT x.id FROM messages x WHERE x.workspace_id = ${workspaceId} AND x.contact_id = a.contact_id
        AND x.visibility = 'public' AND x.sent_at > ${since} ORDER BY x.sent_at DESC LIMIT 60) f
    )
    ${postColumns()} JOIN others o ON o.id = m.id
    WHERE m.workspace_id = ${workspaceId} AND m.deleted_at IS NULL AND m.sent_at > ${since}`;
}

/**
 * The counts of these posts: the network's, and the answers among our own messages as they came. Rows: tens a post.
 * Plan: primary key of message_reach; messages by conversation and time.
 */
export function pointsSql(workspaceId: string, posts: readonly PostRow[]): Sql {
  const ids = posts.map(({ id }) => id);
  return sql`
    SELECT r.message_id AS "messageId", s.signal, r.measured_at AS at, s.count, true AS "isCounted"
    FROM message_reach r CROSS JOIN LATERAL (VALUES ('replies', r.replies), ('shares', r.shares), ('views', r.views)) AS s(signal, count)
    WHERE r.workspace_id = ${workspaceId} AND r.message_id = ANY (${ids}::uuid[]) AND s.count IS NOT NULL
    UNION ALL
    SELECT p.id, 'replies', a.sent_at, a.place, false
    FROM unnest(${ids}::uuid[], ${posts.map(({ conversationId }) => conversationId)}::uuid[],
      ${posts.map(({ sentAt }) => sentAt)}::timestamptz[]) AS p(id, conversation_id, sent_at)
    CROSS JOIN LATERAL (SELECT x.sent_at, (row_number() OVER (ORDER BY x.sent_at, x.id))::int AS place FROM messages x
      WHERE x.workspace_id = ${workspaceId} AND x.conversation_id = p.conversation_id AND x.id <> p.id
        AND x.direction = 'inbound' AND x.visibility = 'public' AND x.sent_at >= p.sent_at
        AND x.sent_at < p.sent_at + interval '3 days' LIMIT 2000) a
    ORDER BY 3`;
}

function postColumns(): Sql {
  return sql`SELECT m.id, m.conversation_id AS "conversationId", m.channel_id AS "channelId",
      CASE WHEN m.direction = 'outbound' THEN 'brand' ELSE coalesce(m.contact_id::text, m.id::text) END AS author,
      m.sent_at AS "sentAt", m.text, m.quoted_text AS "quotedText"
    FROM messages m`;
}
