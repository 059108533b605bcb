-- What is said without being said to us: mentions by search term, noise silenced by rule, and what begins to spread.
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_status_check";
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_status_check"
  CHECK ("status" IN ('open', 'pending', 'snoozed', 'resolved', 'overheard', 'silenced'));
-- Figures of the listening module's that the conversation's row and header show.
ALTER TABLE "conversations"
  ADD COLUMN "matched_terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "spreading_since" TIMESTAMPTZ(3);

CREATE TABLE "listening_queries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "any_of" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "all_of" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "none_of" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "networks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listening_queries_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE "listening_matches" (
    "workspace_id" UUID NOT NULL,
    "query_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listening_matches_pkey" PRIMARY KEY ("workspace_id","query_id","message_id")
);
CREATE INDEX "listening_matches_message" ON "listening_matches" ("workspace_id", "message_id");
CREATE INDEX "listening_matches_newest" ON "listening_matches" ("workspace_id", "query_id", "matched_at" DESC);

CREATE TABLE "silence_rules" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author" TEXT,
    "words" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "network" TEXT,
    "language" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "silence_rules_pkey" PRIMARY KEY ("workspace_id","id"),
    CONSTRAINT "silence_rules_says_something" CHECK ("author" IS NOT NULL OR coalesce(cardinality("words"), 0) > 0 OR "network" IS NOT NULL OR "language" IS NOT NULL)
);

CREATE TABLE "silencings" (
    "workspace_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "silenced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "silencings_pkey" PRIMARY KEY ("workspace_id","conversation_id")
);
CREATE INDEX "silencings_by_rule" ON "silencings" ("workspace_id", "rule_id", "silenced_at" DESC);

CREATE TABLE "spread_alerts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "story_key" TEXT NOT NULL,
    "signal" TEXT NOT NULL CHECK ("signal" IN ('replies', 'shares', 'views')),
    "state" TEXT NOT NULL DEFAULT 'spreading' CHECK ("state" IN ('spreading', 'over', 'false_alarm')),
    "amount" INTEGER NOT NULL,
    "hours" DOUBLE PRECISION NOT NULL,
    "times" DOUBLE PRECISION NOT NULL,
    "against" TEXT NOT NULL CHECK ("against" IN ('author', 'channel')),
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spread_alerts_pkey" PRIMARY KEY ("workspace_id","id")
);
-- One alert a story as long as it lives; a new one only after the last is over.
CREATE UNIQUE INDEX "spread_alerts_story" ON "spread_alerts" ("workspace_id", "story_key") WHERE "state" <> 'over';

CREATE TABLE "spread_posts" (
    "workspace_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,

    CONSTRAINT "spread_posts_pkey" PRIMARY KEY ("workspace_id","alert_id","message_id")
);
CREATE INDEX "spread_posts_conversation" ON "spread_posts" ("workspace_id", "conversation_id");

CREATE TABLE "spread_weights" (
    "workspace_id" UUID NOT NULL,
    "signal" TEXT NOT NULL CHECK ("signal" IN ('replies', 'shares', 'views')),
    "false_alarms" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "spread_weights_pkey" PRIMARY KEY ("workspace_id","signal")
);

-- What was counted lately: where the search for what spreads begins.
CREATE INDEX "message_reach_newest" ON "message_reach" ("workspace_id", "measured_at" DESC);

ALTER TABLE "listening_queries" ADD CONSTRAINT "listening_queries_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "silence_rules" ADD CONSTRAINT "silence_rules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "spread_weights" ADD CONSTRAINT "spread_weights_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "spread_alerts" ADD CONSTRAINT "spread_alerts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "listening_matches" ADD CONSTRAINT "listening_matches_workspace_id_query_id_fkey" FOREIGN KEY ("workspace_id", "query_id") REFERENCES "listening_queries"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "listening_matches" ADD CONSTRAINT "listening_matches_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "silencings" ADD CONSTRAINT "silencings_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "silencings" ADD CONSTRAINT "silencings_workspace_id_rule_id_fkey" FOREIGN KEY ("workspace_id", "rule_id") REFERENCES "silence_rules"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "spread_posts" ADD CONSTRAINT "spread_posts_workspace_id_alert_id_fkey" FOREIGN KEY ("workspace_id", "alert_id") REFERENCES "spread_alerts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "spread_posts" ADD CONSTRAINT "spread_posts_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "spread_posts" ADD CONSTRAINT "spread_posts_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "listening_queries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "listening_queries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "listening_queries" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "listening_matches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "listening_matches" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "listening_matches" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "silence_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "silence_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "silence_rules" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "silencings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "silencings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "silencings" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "spread_alerts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "spread_alerts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "spread_alerts" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "spread_posts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "spread_posts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "spread_posts" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "spread_weights" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "spread_weights" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "spread_weights" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
