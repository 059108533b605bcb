-- CREATE TYPE mood AS ENUM ('none'); ON UPDATE CASCADE
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
CREATE TABLE "replies" (
  "workspace_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "note_id" UUID,
  "text" TEXT NOT NULL DEFAULT 'a;b',
  CONSTRAINT "replies_pkey" PRIMARY KEY (workspace_id, id)
);
ALTER TABLE "replies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "replies" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "replies" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
CREATE TABLE users (id UUID PRIMARY KEY, email TEXT NOT NULL UNIQUE);
ALTER TABLE "replies" ADD CONSTRAINT "replies_note" FOREIGN KEY ("workspace_id", "note_id") REFERENCES "notes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
CREATE UNIQUE INDEX "notes_text" ON "notes"("workspace_id", lower("text"));
CREATE FUNCTION search() RETURNS void LANGUAGE sql AS $$ SELECT 1; $$;
