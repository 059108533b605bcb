-- Channels that fetch by themselves, renew their access and keep within their network's limits.
ALTER TABLE "channels"
  ADD COLUMN "account" JSONB,
  ADD COLUMN "refresh_at" TIMESTAMPTZ(3),
  ADD COLUMN "expires_at" TIMESTAMPTZ(3),
  ADD COLUMN "warned_days" SMALLINT,
  ADD COLUMN "checked_at" TIMESTAMPTZ(3),
  ADD COLUMN "handshake_at" TIMESTAMPTZ(3),
  ADD COLUMN "refused_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "refused_at" TIMESTAMPTZ(3);

CREATE TABLE "channel_feeds" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "cursor" JSONB,
    "since" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "complete_at" TIMESTAMPTZ(3),
    "gap_from" TIMESTAMPTZ(3),
    "gap_until" TIMESTAMPTZ(3),
    "gap_closed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "detail" TEXT,
    "fetched_count" INTEGER NOT NULL DEFAULT 0,
    "progress" REAL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_feeds_pkey" PRIMARY KEY ("workspace_id","channel_id","name")
);

CREATE TABLE "channel_budgets" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "reserved_to" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remaining" INTEGER,
    "ceiling" INTEGER,
    "resets_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_budgets_pkey" PRIMARY KEY ("workspace_id","channel_id","scope")
);

CREATE TABLE "message_reach" (
    "workspace_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,
    "replies" INTEGER,
    "shares" INTEGER,
    "likes" INTEGER,
    "views" INTEGER,

    CONSTRAINT "message_reach_pkey" PRIMARY KEY ("workspace_id","message_id","measured_at")
);

ALTER TABLE "message_reach" ADD CONSTRAINT "message_reach_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "channel_feeds" ADD CONSTRAINT "channel_feeds_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "channel_budgets" ADD CONSTRAINT "channel_budgets_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "channel_feeds" ADD CONSTRAINT "channel_feeds_name_check" CHECK ("name" IN ('live', 'backfill'));
ALTER TABLE "channel_feeds" ADD CONSTRAINT "channel_feeds_state_check" CHECK ("state" IN ('running', 'stopped', 'finished'));
ALTER TABLE "channel_budgets" ADD CONSTRAINT "channel_budgets_scope_check" CHECK ("scope" IN ('send', 'read'));
ALTER TABLE "messages" DROP CONSTRAINT "messages_send_state_check";
ALTER TABLE "messages" ADD CONSTRAINT "messages_send_state_check" CHECK ("send_state" IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'cancelled'));

-- The schedule looks for feeds whose time has come in all workspaces.
CREATE INDEX "channel_feeds_due" ON "channel_feeds" ("next_at") WHERE "state" = 'running';

ALTER TABLE "channel_feeds" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_feeds" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "channel_feeds" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "message_reach" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message_reach" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "message_reach" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "channel_budgets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_budgets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "channel_budgets" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
CREATE POLICY "definer_reads" ON "channel_feeds" FOR SELECT TO CURRENT_USER USING (true);

-- Plan: partial index channel_feeds_due.
CREATE FUNCTION system_due_feeds(most integer) RETURNS TABLE (workspace_id uuid, channel_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT f.workspace_id, f.channel_id, f.name FROM channel_feeds f
  JOIN channels c ON c.workspace_id = f.workspace_id AND c.id = f.channel_id
  WHERE f.state = 'running' AND f.next_at <= now() AND c.removed_at IS NULL AND c.state = 'active'
  ORDER BY f.next_at LIMIT most;
END $$;
REVOKE ALL ON FUNCTION system_due_feeds(integer) FROM PUBLIC;
