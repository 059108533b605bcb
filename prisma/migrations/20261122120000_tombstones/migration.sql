CREATE TABLE "tombstones" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "version_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tombstones_pkey" PRIMARY KEY ("workspace_id","channel_id","external_id")
);
ALTER TABLE "tombstones" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tombstones" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "tombstones" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
