import type { z } from 'zod';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { type SpreadView, type spreadList, spreadSignals } from '../contract';
import { linkOf } from '../domain/story';
import { weightAfter } from '../domain/velocity';
import { findFalseAlarms } from '../store/spread-weights';

const SHOWN_POSTS = 3;

/**
 * What spreads now, the fastest first, and how much each signal counts. Rows: one a story, a handful.
 * Plan: spread_alerts_story; posts by primary keys.
 */
export async function listSpread({ db }: { db: TenantDb }): Promise<z.input<typeof spreadList>> {
  const [rows, alarms] = await Promise.all([
    db.query<
      Omit<SpreadView, 'link' | 'startedAt' | 'seenAt'> & { storyKey: string; startedAt: Date; seenAt: Date }
    >(sql`
      SELECT a.id, a.story_key AS "storyKey", a.signal, a.amount, a.hours, a.times, a.against, a.started_at AS "startedAt",
        a.seen_at AS "seenAt", p.posts, p.count AS "postCount"
      FROM spread_alerts a CROSS JOIN LATERAL (
        SELECT count(*)::int AS count, jsonb_agg(jsonb_build_object('conversationId', x.conversation_id, 'network', x.network,
          'author', x.author, 'text', left(x.text, 280), 'sentAt', x.sent_at) ORDER BY x.sent_at) FILTER (WHERE x.place <= ${SHOWN_POSTS}) AS posts
        FROM (SELECT p.conversation_id, c.network, ct.name AS author, m.text, m.sent_at, row_number() OVER (ORDER BY m.sent_at) AS place
          FROM spread_posts p JOIN messages m ON m.workspace_id = p.workspace_id AND m.id = p.message_id
          JOIN conversations c ON c.workspace_id = p.workspace_id AND c.id = p.conversation_id
          LEFT JOIN contacts ct ON ct.workspace_id = m.workspace_id AND ct.id = m.contact_id
          WHERE p.workspace_id = a.workspace_id AND p.alert_id = a.id) x
      ) p
      WHERE a.workspace_id = ${db.workspaceId} AND a.state = 'spreading' ORDER BY a.times DESC, a.id LIMIT 50`),
    findFalseAlarms(db),
  ]);
  return {
    data: rows.map(({ storyKey, startedAt, seenAt, posts, ...row }) => ({
      ...row,
      link: linkOf(storyKey),
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      posts: (posts ?? []).map((post) => ({ ...post, sentAt: new Date(post.sentAt).toISOString() })),
    })),
    weights: spreadSignals.map((signal) => ({
      signal,
      falseAlarms: alarms[signal],
      weight: weightAfter(alarms[signal]),
    })),
    nextCursor: null,
  };
}
