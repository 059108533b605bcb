import { type Sql, sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { ChannelSummary, Expectations } from '../contract';
import type { ChannelAccountView } from '../contract/connecting';

interface Counts {
  tried: number;
  failed: number;
}

/** A channel with everything that is measured of it, as the driver gives it. */
export interface ChannelRow {
  id: string;
  name: string;
  connector: string;
  network: ChannelSummary['network'];
  state: ChannelSummary['state'];
  stateReason: string | null;
  teamId: string | null;
  expectationMinutes: number;
  expectations: Expectations;
  settings: Record<string, unknown>;
  account: ChannelAccountView | null;
  expiresAt: Date | null;
  refreshAt: Date | null;
  checkReason: string | null;
  missingScopes: string[];
  refusedCount: number;
  refusedAt: Date | null;
  lastEventAt: Date | null;
  lastSentAt: Date | null;
  pending: number;
  parked: number;
  failed: number;
  waiting: number;
  lastDueAt: Date | null;
  feed: FeedFacts | null;
  /** Instants as text: they come out of JSON. */
  budgets: BudgetFacts[];
  tries: { send: Counts; read: Counts };
}

interface FeedFacts {
  failures: number;
  reason: string | null;
  gapFrom: string | null;
  gapUntil: string | null;
  gapClosedAt: string | null;
}

export interface BudgetFacts {
  scope: 'send' | 'read';
  reservedTo: string;
  remaining: number | null;
  ceiling: number | null;
  resetsAt: string | null;
}

/**
 * The last event is the last one received, applied or not (a replay is none). One statement however many channels.
 * Plan: primary keys of channels, channel_feeds, channel_budgets, channel_tries; the end of raw_events (workspace_id,
 * channel_id, received_at); counts over raw_events_pending, raw_events_parked and deliveries (workspace_id, channel_id, state).
 */
export function selectChannelRows(db: TenantDb, condition: Sql): Promise<ChannelRow[]> {
  return db.query<ChannelRow>(sql`
    SELECT c.id, c.name, c.connector, c.network, c.state, c.state_reason AS "stateReason", c.team_id AS "teamId",
      c.expectation_minutes AS "expectationMinutes", c.expectations, c.settings, c.account, c.expires_at AS "expiresAt",
      c.refresh_at AS "refreshAt", c.check_reason AS "checkReason", c.missing_scopes AS "missingScopes",
      c.refused_count AS "refusedCount", c.refused_at AS "refusedAt", c.last_sent_at AS "lastSentAt",
      coalesce((SELECT max(r.received_at) FROM raw_events r
        WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id), c.last_event_at) AS "lastEventAt",
      (SELECT count(*)::int FROM raw_events r WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id AND r.state = 'pending') AS pending,
      (SELECT count(*)::int FROM raw_events r WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id AND r.state = 'parked') AS parked,
      (SELECT count(*)::int FROM deliveries d WHERE d.workspace_id = c.workspace_id AND d.channel_id = c.id AND d.state = 'failed') AS failed,
      q.waiting, q."lastDueAt", f.feed, coalesce(b.budgets, '[]') AS budgets, t.tries
    FROM channels c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS waiting, max(d.due_at) AS "lastDueAt" FROM deliveries d
      WHERE d.workspace_id = c.workspace_id AND d.channel_id = c.id AND d.state IN ('queued', 'retrying')
    ) q
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('failures', f.failures, 'reason', f.reason, 'gapFrom', f.gap_from, 'gapUntil', f.gap_until,
        'gapClosedAt', f.gap_closed_at) AS feed
      FROM channel_feeds f WHERE f.workspace_id = c.workspace_id AND f.channel_id = c.id AND f.name = 'live'
    ) f ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('scope', b.scope, 'reservedTo', b.reserved_to, 'remaining', b.remaining,
        'ceiling', b.ceiling, 'resetsAt', b.resets_at) ORDER BY b.scope DESC) AS budgets
      FROM channel_budgets b WHERE b.workspace_id = c.workspace_id AND b.channel_id = c.id
    ) b ON true
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object(
        'send', jsonb_build_object('tried', coalesce(sum(t.tried) FILTER (WHERE t.scope = 'send'), 0), 'failed', coalesce(sum(t.failed) FILTER (WHERE t.scope = 'send'), 0)),
        'read', jsonb_build_object('tried', coalesce(sum(t.tried) FILTER (WHERE t.scope = 'read'), 0), 'failed', coalesce(sum(t.failed) FILTER (WHERE t.scope = 'read'), 0))
      ) AS tries
      FROM channel_tries t WHERE t.workspace_id = c.workspace_id AND t.channel_id = c.id AND t.hour > now() - interval '24 hours'
    ) t
    WHERE c.workspace_id = ${db.workspaceId} AND c.removed_at IS NULL ${condition}
    ORDER BY c.name, c.id`);
}
