-- The inbox's counts hold at a million messages: three index-only scans instead of hundreds of rows fetched.

-- What is unread among somebody's open conversations is counted from the index alone.
DROP INDEX "conversations_assignee_newest";
CREATE INDEX "conversations_assignee_newest" ON "conversations" ("workspace_id", "assignee_id", "status", "last_message_at" DESC, "id" DESC)
  INCLUDE ("last_inbound_at", "created_at") WHERE "assignee_id" IS NOT NULL;

-- The cells of a workspace lie scattered over the table: 644 of them were 588 pages, now 11.
CREATE INDEX "conversation_tallies_cells" ON "conversation_tallies" ("workspace_id")
  INCLUDE ("status", "channel_id", "assignee_id", "team_id", "difference");

-- Where nobody was ever called in, the count of mentions need not look: 198 of 4,480 conversations remain.
ALTER TABLE "conversations" ADD COLUMN "has_mentions" BOOLEAN NOT NULL DEFAULT false;
-- For a moment the owner sees every workspace's rows; nobody else does, and the transaction ends as it began.
ALTER TABLE "conversations" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "mentions" NO FORCE ROW LEVEL SECURITY;
UPDATE "conversations" c SET "has_mentions" = true FROM "mentions" m
  WHERE m."workspace_id" = c."workspace_id" AND m."conversation_id" = c."id";
ALTER TABLE "conversations" FORCE ROW LEVEL SECURITY;
ALTER TABLE "mentions" FORCE ROW LEVEL SECURITY;
CREATE INDEX "conversations_mentioning" ON "conversations" ("workspace_id", "id")
  WHERE "has_mentions" AND "status" <> 'resolved';
