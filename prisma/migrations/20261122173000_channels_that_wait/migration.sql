-- Channels that are being connected, expect answers by kind and language, route what arrives, and say how they do.
ALTER TABLE "channels" DROP CONSTRAINT "channels_state_check";
ALTER TABLE "channels" ADD CONSTRAINT "channels_state_check" CHECK ("state" IN ('connecting', 'active', 'paused', 'needs_reconnect'));
ALTER TABLE "channels"
  ADD COLUMN "expectations" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "check_reason" TEXT,
  ADD COLUMN "check_detail" TEXT,
  ADD COLUMN "missing_scopes" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "reconnect_told_at" TIMESTAMPTZ(3);

-- When a waiting reply's turn comes; null until it has one, and again once it has gone.
ALTER TABLE "deliveries" ADD COLUMN "slot_at" TIMESTAMPTZ(3);

CREATE TABLE "channel_tries" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "tried" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "channel_tries_pkey" PRIMARY KEY ("workspace_id","channel_id","scope","hour")
);

CREATE TABLE "channel_authorizations" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "sealed_verifier" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_authorizations_pkey" PRIMARY KEY ("workspace_id","channel_id")
);

CREATE TABLE "routing_rules" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "condition" JSONB NOT NULL DEFAULT '{}',
    "team_id" UUID,
    "assign" TEXT NOT NULL DEFAULT 'none',
    "load_cap" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "routing_rules_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE "routing_turns" (
    "workspace_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "member_id" UUID,

    CONSTRAINT "routing_turns_pkey" PRIMARY KEY ("workspace_id","team_id")
);

CREATE INDEX "routing_rules_workspace_id_channel_id_position_idx" ON "routing_rules"("workspace_id", "channel_id", "position");

-- A new key is checked by reading the table it points at, and that table's policy asks for a workspace.
SET LOCAL app.workspace_id = '00000000-0000-0000-0000-000000000000';
ALTER TABLE "channel_tries" ADD CONSTRAINT "channel_tries_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "channel_authorizations" ADD CONSTRAINT "channel_authorizations_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "routing_turns" ADD CONSTRAINT "routing_turns_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "channel_tries" ADD CONSTRAINT "channel_tries_scope_check" CHECK ("scope" IN ('send', 'read'));
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_assign_check" CHECK ("assign" IN ('none', 'round_robin'));
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_load_cap_check" CHECK ("load_cap" BETWEEN 1 AND 1000);

ALTER TABLE "channel_tries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_tries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "channel_tries" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "channel_authorizations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_authorizations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "channel_authorizations" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "routing_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "routing_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "routing_rules" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "routing_turns" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "routing_turns" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "routing_turns" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
