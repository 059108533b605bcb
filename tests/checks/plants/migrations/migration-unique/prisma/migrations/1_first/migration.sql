CREATE TABLE "notes" (
  "workspace_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "note_id" UUID,
  "text" TEXT NOT NULL DEFAULT 'a;b',
  CONSTRAINT "notes_pkey" PRIMARY KEY (workspace_id, id)
);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "notes" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
CREATE UNIQUE INDEX "notes_text" ON "notes"("text", "workspace_id");
