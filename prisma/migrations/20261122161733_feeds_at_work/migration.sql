-- Feeds are asked by one worker at a time, access is renewed by one process at a time, deliveries of ids are resolved.
ALTER TABLE "channel_feeds"
  ADD COLUMN "leased_by" TEXT,
  ADD COLUMN "leased_until" TIMESTAMPTZ(3),
  ADD COLUMN "pause_seconds" INTEGER;

ALTER TABLE "channels"
  ADD COLUMN "refresh_not_before" TIMESTAMPTZ(3),
  ADD COLUMN "refresh_failures" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "raw_events"
  ADD COLUMN "resolved_body" BYTEA,
  ADD COLUMN "resolved_at" TIMESTAMPTZ(3),
  ADD COLUMN "try_at" TIMESTAMPTZ(3);

CREATE TABLE "listening_terms" (
    "workspace_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "term" TEXT NOT NULL,

    CONSTRAINT "listening_terms_pkey" PRIMARY KEY ("workspace_id","network","term")
);
ALTER TABLE "listening_terms" ADD CONSTRAINT "listening_terms_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "listening_terms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "listening_terms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "listening_terms" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);

-- Plan: partial index channel_feeds_due. A feed that is being asked is nobody else's until its lease ends.
CREATE OR REPLACE FUNCTION system_due_feeds(most integer) RETURNS TABLE (workspace_id uuid, channel_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT f.workspace_id, f.channel_id, f.name FROM channel_feeds f
  JOIN channels c ON c.workspace_id = f.workspace_id AND c.id = f.channel_id
  WHERE f.state = 'running' AND f.next_at <= now() AND (f.leased_until IS NULL OR f.leased_until <= now())
    AND c.removed_at IS NULL AND c.state = 'active'
  ORDER BY f.next_at LIMIT most;
END $$;

-- Channels whose network keeps a connection open; the revision changes with whatever the connection was made with.
CREATE FUNCTION system_streaming_channels(speaking text[], most integer) RETURNS TABLE (workspace_id uuid, channel_id uuid, revision text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.id, md5(c.settings::text || coalesce((SELECT string_agg(s.id::text, ',' ORDER BY s.id) FROM channel_secrets s
    WHERE s.workspace_id = c.workspace_id AND s.channel_id = c.id AND (s.retires_at IS NULL OR s.retires_at > now())), ''))
  FROM channels c
  WHERE c.connector = ANY (speaking) AND c.removed_at IS NULL AND c.state = 'active'
  ORDER BY c.id LIMIT most;
END $$;
REVOKE ALL ON FUNCTION system_streaming_channels(text[], integer) FROM PUBLIC;

-- A paused channel is renewed too: a refresh token left alone would end while it rests.
CREATE FUNCTION system_due_refreshes(most integer) RETURNS TABLE (workspace_id uuid, channel_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.id FROM channels c
  WHERE c.refresh_at <= now() + interval '60 seconds' AND (c.refresh_not_before IS NULL OR c.refresh_not_before <= now())
    AND c.removed_at IS NULL AND c.state IN ('active', 'paused')
  ORDER BY c.refresh_at LIMIT most;
END $$;
REVOKE ALL ON FUNCTION system_due_refreshes(integer) FROM PUBLIC;
CREATE INDEX "channels_refresh" ON "channels" ("refresh_at") WHERE "refresh_at" IS NOT NULL AND "removed_at" IS NULL;
CREATE INDEX "channels_streaming" ON "channels" ("connector") WHERE "removed_at" IS NULL AND "state" = 'active';
