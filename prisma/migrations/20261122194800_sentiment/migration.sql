-- How each inbound message sounds, as a model suggests it or a person says it, and what a workspace's own model learns from.
ALTER TABLE "messages"
  ADD COLUMN "sentiment" TEXT,
  ADD COLUMN "sentiment_confidence" REAL,
  ADD COLUMN "sentiment_source" TEXT;
ALTER TABLE "messages" ADD CONSTRAINT "messages_sentiment_check" CHECK ("sentiment" IN ('positive', 'neutral', 'negative'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_sentiment_source_check" CHECK ("sentiment_source" IN ('model', 'person'));

CREATE TABLE "sentiment_corrections" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "sentiment" TEXT NOT NULL CHECK ("sentiment" IN ('positive', 'neutral', 'negative')),
    "previous" TEXT CHECK ("previous" IN ('positive', 'neutral', 'negative')),
    "previous_source" TEXT CHECK ("previous_source" IN ('model', 'person')),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sentiment_corrections_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE "sentiment_models" (
    "workspace_id" UUID NOT NULL,
    "weights" BYTEA NOT NULL,
    "scales" DOUBLE PRECISION[],
    "bias" DOUBLE PRECISION[],
    "corrections" INTEGER NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sentiment_models_pkey" PRIMARY KEY ("workspace_id")
);

CREATE INDEX "sentiment_corrections_message" ON "sentiment_corrections" ("workspace_id", "message_id", "created_at" DESC);
CREATE INDEX "sentiment_corrections_newest" ON "sentiment_corrections" ("workspace_id", "created_at" DESC);
ALTER TABLE "sentiment_corrections" ADD CONSTRAINT "sentiment_corrections_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "sentiment_models" ADD CONSTRAINT "sentiment_models_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "sentiment_corrections" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sentiment_corrections" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "sentiment_corrections" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "sentiment_models" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sentiment_models" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "sentiment_models" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
