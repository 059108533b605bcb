-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "channels" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connector" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "state_reason" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "team_id" UUID,
    "expectation_minutes" INTEGER NOT NULL DEFAULT 480,
    "last_event_at" TIMESTAMPTZ(3),
    "last_sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "channels_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "channel_secrets" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retires_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_secrets_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "raw_events" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "headers" JSONB NOT NULL,
    "body" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "detail" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "raw_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "avatar_url" TEXT,
    "language" TEXT,
    "location" TEXT,
    "organization_id" UUID,
    "owner_id" UUID,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "attention_weight" INTEGER NOT NULL DEFAULT 0,
    "search_text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "identities" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "realm" TEXT NOT NULL DEFAULT '',
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "handle" TEXT,
    "avatar_url" TEXT,
    "profile_url" TEXT,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact_tags" (
    "workspace_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_tags_pkey" PRIMARY KEY ("workspace_id","contact_id","tag_id")
);

-- CreateTable
CREATE TABLE "contact_notes" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_notes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "contact_id" UUID,
    "network" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "subject" TEXT,
    "url" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "assignee_id" UUID,
    "team_id" UUID,
    "language" TEXT,
    "snoozed_until" TIMESTAMPTZ(3),
    "waiting_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "attention_at" TIMESTAMPTZ(3),
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,
    "last_inbound_at" TIMESTAMPTZ(3),
    "first_response_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "preview" TEXT NOT NULL DEFAULT '',
    "preview_direction" TEXT NOT NULL DEFAULT 'inbound',
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "external_id" TEXT,
    "contact_id" UUID,
    "member_id" UUID,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "rating" SMALLINT,
    "reply_to_external_id" TEXT,
    "reply_to_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "send_state" TEXT,
    "search" tsvector,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "message_versions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "version_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_versions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "url" TEXT,
    "storage_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "tags" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL DEFAULT 'c1',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "conversation_tags" (
    "workspace_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_tags_pkey" PRIMARY KEY ("workspace_id","conversation_id","tag_id")
);

-- CreateTable
CREATE TABLE "conversation_changes" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "member_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_changes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "mentions" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("workspace_id","member_id","message_id")
);

-- CreateTable
CREATE TABLE "read_markers" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_markers_pkey" PRIMARY KEY ("workspace_id","member_id","conversation_id")
);

-- CreateTable
CREATE TABLE "saved_replies" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shortcut" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_replies_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "name" TEXT NOT NULL,
    "predicate" JSONB NOT NULL,
    "sort" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "bulk_changes" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "action" JSONB NOT NULL,
    "selection" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "before" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_changes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "conversation_tallies" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "channel_id" UUID NOT NULL,
    "assignee_id" UUID,
    "team_id" UUID,
    "difference" INTEGER NOT NULL,

    CONSTRAINT "conversation_tallies_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "member_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "outbox_readers" (
    "name" TEXT NOT NULL,
    "xid" xid8 NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "outbox_readers_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_accounts" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_accounts_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "business_hours" JSONB NOT NULL,
    "holidays" JSONB NOT NULL DEFAULT '[]',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "teams" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "workspace_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("workspace_id","team_id","member_id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "channel_secrets_workspace_id_channel_id_name_idx" ON "channel_secrets"("workspace_id", "channel_id", "name");

-- CreateIndex
CREATE INDEX "raw_events_workspace_id_channel_id_received_at_idx" ON "raw_events"("workspace_id", "channel_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "raw_events_workspace_id_channel_id_external_id_key" ON "raw_events"("workspace_id", "channel_id", "external_id");

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_channel_id_state_due_at_idx" ON "deliveries"("workspace_id", "channel_id", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_workspace_id_message_id_key" ON "deliveries"("workspace_id", "message_id");

-- CreateIndex
CREATE INDEX "contacts_workspace_id_created_at_id_idx" ON "contacts"("workspace_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "identities_workspace_id_contact_id_idx" ON "identities"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "identities_workspace_id_network_realm_external_id_key" ON "identities"("workspace_id", "network", "realm", "external_id");

-- CreateIndex
CREATE INDEX "contact_tags_workspace_id_tag_id_contact_id_idx" ON "contact_tags"("workspace_id", "tag_id", "contact_id");

-- CreateIndex
CREATE INDEX "contact_notes_workspace_id_contact_id_created_at_idx" ON "contact_notes"("workspace_id", "contact_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "conversations_workspace_id_contact_id_last_message_at_idx" ON "conversations"("workspace_id", "contact_id", "last_message_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "conversations_workspace_id_channel_id_external_id_key" ON "conversations"("workspace_id", "channel_id", "external_id");

-- CreateIndex
CREATE INDEX "messages_workspace_id_conversation_id_sent_at_id_idx" ON "messages"("workspace_id", "conversation_id", "sent_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "messages_workspace_id_sent_at_id_idx" ON "messages"("workspace_id", "sent_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "messages_workspace_id_contact_id_sent_at_idx" ON "messages"("workspace_id", "contact_id", "sent_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "messages_workspace_id_channel_id_external_id_key" ON "messages"("workspace_id", "channel_id", "external_id");

-- CreateIndex
CREATE INDEX "message_versions_workspace_id_message_id_version_at_idx" ON "message_versions"("workspace_id", "message_id", "version_at");

-- CreateIndex
CREATE INDEX "attachments_workspace_id_message_id_idx" ON "attachments"("workspace_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "tags_workspace_id_name_key" ON "tags"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "conversation_tags_workspace_id_tag_id_conversation_id_idx" ON "conversation_tags"("workspace_id", "tag_id", "conversation_id");

-- CreateIndex
CREATE INDEX "conversation_changes_workspace_id_conversation_id_created_a_idx" ON "conversation_changes"("workspace_id", "conversation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "mentions_workspace_id_member_id_conversation_id_idx" ON "mentions"("workspace_id", "member_id", "conversation_id");

-- CreateIndex
CREATE INDEX "read_markers_workspace_id_conversation_id_idx" ON "read_markers"("workspace_id", "conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_replies_workspace_id_shortcut_key" ON "saved_replies"("workspace_id", "shortcut");

-- CreateIndex
CREATE INDEX "saved_views_workspace_id_owner_id_idx" ON "saved_views"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "bulk_changes_workspace_id_member_id_created_at_idx" ON "bulk_changes"("workspace_id", "member_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "outbox_events_xid_id_idx" ON "outbox_events"("xid", "id");

-- CreateIndex
CREATE INDEX "audit_entries_workspace_id_created_at_id_idx" ON "audit_entries"("workspace_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_workspace_id_subject_id_created_at_idx" ON "audit_entries"("workspace_id", "subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "idempotent_answers_created_at_idx" ON "idempotent_answers"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "user_accounts_user_id_idx" ON "user_accounts"("user_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_workspace_id_user_id_key" ON "memberships"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "invitations_workspace_id_email_idx" ON "invitations"("workspace_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_workspace_id_token_hash_key" ON "invitations"("workspace_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "teams_workspace_id_name_key" ON "teams"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "team_members_workspace_id_member_id_idx" ON "team_members"("workspace_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_workspace_id_key_hash_key" ON "api_keys"("workspace_id", "key_hash");

-- AddForeignKey
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "channel_secrets" ADD CONSTRAINT "channel_secrets_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "raw_events" ADD CONSTRAINT "raw_events_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_organization_id_fkey" FOREIGN KEY ("workspace_id", "organization_id") REFERENCES "organizations"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_tags" ADD CONSTRAINT "contact_tags_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_tags" ADD CONSTRAINT "contact_tags_workspace_id_tag_id_fkey" FOREIGN KEY ("workspace_id", "tag_id") REFERENCES "tags"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_assignee_id_fkey" FOREIGN KEY ("workspace_id", "assignee_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_channel_id_fkey" FOREIGN KEY ("workspace_id", "channel_id") REFERENCES "channels"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message_versions" ADD CONSTRAINT "message_versions_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation_tags" ADD CONSTRAINT "conversation_tags_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation_tags" ADD CONSTRAINT "conversation_tags_workspace_id_tag_id_fkey" FOREIGN KEY ("workspace_id", "tag_id") REFERENCES "tags"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation_changes" ADD CONSTRAINT "conversation_changes_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "messages"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "read_markers" ADD CONSTRAINT "read_markers_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "read_markers" ADD CONSTRAINT "read_markers_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_accounts" ADD CONSTRAINT "user_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_invited_by_id_fkey" FOREIGN KEY ("workspace_id", "invited_by_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "memberships"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- ---------------------------------------------------------------------------
-- What the Prisma schema cannot say.

-- Words instead of enums: text comparison is leakproof, so indexes work under row-level security.
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_check" CHECK ("role" IN ('admin', 'manager', 'marketer'));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role_check" CHECK ("role" IN ('admin', 'manager', 'marketer'));
ALTER TABLE "channels" ADD CONSTRAINT "channels_state_check" CHECK ("state" IN ('active', 'paused', 'needs_reconnect'));
ALTER TABLE "channels" ADD CONSTRAINT "channels_expectation_check" CHECK ("expectation_minutes" BETWEEN 1 AND 43200);
ALTER TABLE "raw_events" ADD CONSTRAINT "raw_events_state_check" CHECK ("state" IN ('pending', 'applied', 'ignored', 'parked'));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_state_check" CHECK ("state" IN ('queued', 'retrying', 'sent', 'failed', 'cancelled'));
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_attention_check" CHECK ("attention_weight" BETWEEN 0 AND 100);
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_status_check" CHECK ("status" IN ('open', 'pending', 'snoozed', 'resolved'));
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_priority_check" CHECK ("priority" BETWEEN 0 AND 4);
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_kind_check" CHECK ("kind" IN ('post', 'comment', 'mention', 'review', 'direct', 'email'));
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_visibility_check" CHECK ("visibility" IN ('public', 'private'));
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_snooze_check" CHECK (("status" = 'snoozed') = ("snoozed_until" IS NOT NULL));
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_check" CHECK ("kind" IN ('post', 'comment', 'mention', 'review', 'direct', 'email', 'note'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_direction_check" CHECK ("direction" IN ('inbound', 'outbound'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_visibility_check" CHECK ("visibility" IN ('public', 'private', 'internal'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_send_state_check" CHECK ("send_state" IN ('queued', 'sending', 'sent', 'failed', 'cancelled'));
ALTER TABLE "messages" ADD CONSTRAINT "messages_rating_check" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_state_check" CHECK ("state" IN ('running', 'done', 'undone'));
ALTER TABLE "users" ADD CONSTRAINT "users_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "users" ADD CONSTRAINT "users_theme_check" CHECK ("theme" IN ('system', 'light', 'dark'));

-- The inbox. Every list is a keyset walk over one of these, nothing is sorted at read time.
CREATE INDEX "conversations_newest" ON "conversations" ("workspace_id", "last_message_at" DESC, "id" DESC);
CREATE INDEX "conversations_status_newest" ON "conversations" ("workspace_id", "status", "last_message_at" DESC, "id" DESC);
CREATE INDEX "conversations_assignee_newest" ON "conversations" ("workspace_id", "assignee_id", "status", "last_message_at" DESC, "id" DESC) WHERE "assignee_id" IS NOT NULL;
CREATE INDEX "conversations_unassigned_newest" ON "conversations" ("workspace_id", "status", "last_message_at" DESC, "id" DESC) WHERE "assignee_id" IS NULL AND "status" <> 'resolved';
CREATE INDEX "conversations_team_newest" ON "conversations" ("workspace_id", "team_id", "status", "last_message_at" DESC, "id" DESC) WHERE "team_id" IS NOT NULL;
CREATE INDEX "conversations_channel_newest" ON "conversations" ("workspace_id", "channel_id", "status", "last_message_at" DESC, "id" DESC);
CREATE INDEX "conversations_waiting" ON "conversations" ("workspace_id", "status", "waiting_since", "id") WHERE "status" <> 'resolved';
CREATE INDEX "conversations_attention" ON "conversations" ("workspace_id", "status", "attention_at", "id") WHERE "status" <> 'resolved';
CREATE INDEX "conversations_priority" ON "conversations" ("workspace_id", "status", "priority" DESC, "last_message_at" DESC, "id" DESC) WHERE "status" <> 'resolved';
CREATE INDEX "conversations_snoozed" ON "conversations" ("snoozed_until") WHERE "status" = 'snoozed';
CREATE INDEX "raw_events_pending" ON "raw_events" ("workspace_id", "channel_id", "position") WHERE "state" = 'pending';
CREATE INDEX "raw_events_parked" ON "raw_events" ("workspace_id", "channel_id", "position") WHERE "state" = 'parked';
CREATE INDEX "contacts_name" ON "contacts" ("workspace_id", "name", "id");

-- ---------------------------------------------------------------------------
-- Search. Folding: case and accents fall away (ü→u, ß→ss), then both languages' stemmers.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

CREATE FUNCTION message_search(value text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT to_tsvector('pg_catalog.german'::regconfig, public.fold_text(left(value, 50000)))
      || to_tsvector('pg_catalog.english'::regconfig, public.fold_text(left(value, 50000)))
$$;

-- What was typed, as either language would stem it, and with ae/oe/ue read as umlauts.
CREATE FUNCTION message_query(value text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  WITH spelling AS (
    SELECT public.fold_text(value) AS folded,
           replace(replace(replace(public.fold_text(value), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') AS umlauts
  )
  SELECT websearch_to_tsquery('pg_catalog.german'::regconfig, folded)
      || websearch_to_tsquery('pg_catalog.english'::regconfig, folded)
      || websearch_to_tsquery('pg_catalog.german'::regconfig, umlauts)
  FROM spelling
$$;

CREATE INDEX "messages_search" ON "messages" USING gin ("workspace_id", "search");
CREATE INDEX "contacts_search" ON "contacts" USING gin ("workspace_id", "search_text" gin_trgm_ops);

-- ---------------------------------------------------------------------------
-- Row-level security: forced on every tenant table, on a strict setting that raises an error when unset.
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "api_keys" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attachments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "attachments" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_entries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "audit_entries" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "bulk_changes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_changes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "bulk_changes" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "channel_secrets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channel_secrets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "channel_secrets" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "channels" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "channels" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "contact_notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_notes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "contact_notes" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "contact_tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact_tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "contact_tags" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contacts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "contacts" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "conversation_changes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conversation_changes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "conversation_changes" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "conversation_tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conversation_tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "conversation_tags" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "conversation_tallies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conversation_tallies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "conversation_tallies" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conversations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "conversations" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "deliveries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "deliveries" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "idempotent_answers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "idempotent_answers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "idempotent_answers" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "identities" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "identities" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "identities" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "invitations" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "memberships" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "mentions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mentions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "mentions" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "message_versions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message_versions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "message_versions" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "messages" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "messages" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organizations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "organizations" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "outbox_events" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "outbox_events" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "outbox_events" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "raw_events" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "raw_events" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "raw_events" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "read_markers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "read_markers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "read_markers" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "saved_replies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_replies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "saved_replies" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_views" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "saved_views" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tags" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "tags" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "team_members" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "team_members" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "teams" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "teams" USING ("workspace_id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("workspace_id" = current_setting('app.workspace_id')::uuid);
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "workspaces" FORCE ROW LEVEL SECURITY;
CREATE POLICY "own_workspace" ON "workspaces" USING ("id" = current_setting('app.workspace_id')::uuid) WITH CHECK ("id" = current_setting('app.workspace_id')::uuid);

-- ---------------------------------------------------------------------------
-- The few reads that come before a workspace is known (sign-in, webhook routing, job fetch), and search,
-- whose operators are not leakproof and would lose their indexes under the policy. They run as the owner of
-- the tables, who may read these and nothing else, each takes exactly what its caller already holds.
CREATE POLICY "definer_reads" ON "workspaces" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "memberships" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "invitations" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "api_keys" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "channels" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "channel_secrets" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "conversations" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "messages" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "contacts" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "outbox_events" FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY "definer_reads" ON "idempotent_answers" FOR SELECT TO CURRENT_USER USING (true);

-- Who is this session, and what are they in the workspace of this slug (columns null where they are no member).
CREATE FUNCTION system_session(session_id uuid, workspace_slug text) RETURNS TABLE (
  user_id uuid, email text, user_name text, user_locale text, theme text,
  workspace_id uuid, slug text, workspace_name text, workspace_locale text, time_zone text,
  member_id uuid, role text, display_name text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT u.id, u.email, u.name, u.locale, u.theme, w.id, w.slug, w.name, w.locale, w.time_zone, m.id, m.role, m.display_name
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  LEFT JOIN (memberships m JOIN workspaces w ON w.id = m.workspace_id AND w.slug = workspace_slug)
    ON m.user_id = u.id AND m.removed_at IS NULL
  WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now();
END $$;

CREATE FUNCTION system_memberships(of_user uuid) RETURNS TABLE (
  workspace_id uuid, slug text, workspace_name text, member_id uuid, role text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT w.id, w.slug, w.name, m.id, m.role
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = of_user AND m.removed_at IS NULL
  ORDER BY w.name, w.id;
END $$;

CREATE FUNCTION system_workspaces() RETURNS TABLE (workspace_id uuid, slug text, workspace_name text, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY SELECT w.id, w.slug, w.name, w.created_at FROM workspaces w ORDER BY w.created_at, w.id;
END $$;

-- Routing of a webhook: its channel with the sealed secrets still valid at this time, newest first.
CREATE FUNCTION system_channel(of_channel uuid) RETURNS TABLE (
  workspace_id uuid, connector text, network text, state text, settings jsonb, secrets jsonb
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.connector, c.network, c.state, c.settings,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'sealed', encode(s.sealed, 'base64')) ORDER BY s.created_at DESC, s.id DESC)
      FROM channel_secrets s
      WHERE s.workspace_id = c.workspace_id AND s.channel_id = c.id AND (s.retires_at IS NULL OR s.retires_at > now())), '[]')
  FROM channels c WHERE c.id = of_channel AND c.removed_at IS NULL;
END $$;
CREATE INDEX "channels_by_id" ON "channels" ("id");

CREATE FUNCTION system_api_key(hash bytea) RETURNS TABLE (
  workspace_id uuid, key_id uuid, slug text, workspace_name text, workspace_locale text, time_zone text,
  user_id uuid, member_id uuid, role text, display_name text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT w.id, k.id, w.slug, w.name, w.locale, w.time_zone, m.user_id, m.id, m.role, m.display_name
  FROM api_keys k
  JOIN memberships m ON m.workspace_id = k.workspace_id AND m.id = k.member_id AND m.removed_at IS NULL
  JOIN workspaces w ON w.id = k.workspace_id
  WHERE k.key_hash = hash AND k.revoked_at IS NULL;
END $$;
CREATE INDEX "api_keys_by_hash" ON "api_keys" ("key_hash");

CREATE FUNCTION system_invitation(hash bytea) RETURNS TABLE (
  workspace_id uuid, invitation_id uuid, slug text, workspace_name text, email text, role text, invited_by text, expires_at timestamptz
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT w.id, i.id, w.slug, w.name, i.email, i.role, m.display_name, i.expires_at
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  LEFT JOIN memberships m ON m.workspace_id = i.workspace_id AND m.id = i.invited_by_id
  WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL;
END $$;
CREATE INDEX "invitations_by_token" ON "invitations" ("token_hash");

-- The outbox behind a position, in an order that misses nothing: only below the oldest transaction still running.
CREATE FUNCTION system_outbox_after(after_xid xid8, after_id uuid, at_most integer) RETURNS TABLE (
  workspace_id uuid, id uuid, xid xid8, type text, payload jsonb, member_id uuid, created_at timestamptz
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT e.workspace_id, e.id, e.xid, e.type, e.payload, e.member_id, e.created_at
  FROM outbox_events e
  WHERE (e.xid, e.id) > (after_xid, after_id) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY e.xid, e.id
  LIMIT at_most;
END $$;

CREATE FUNCTION system_due_snoozes(at_most integer) RETURNS TABLE (workspace_id uuid, conversation_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.id FROM conversations c
  WHERE c.status = 'snoozed' AND c.snoozed_until <= now()
  ORDER BY c.snoozed_until LIMIT at_most;
END $$;

-- Messages of the workspace in force that match, newest first. A common word is found by walking back in
-- time, a rare one through the inverted index: each is slow where the other is fast.
CREATE FUNCTION search_messages(typed text, before_sent_at timestamptz, before_id uuid, at_most integer) RETURNS TABLE (
  message_id uuid, conversation_id uuid, sent_at timestamptz
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  own uuid := current_setting('app.workspace_id')::uuid;
  wanted tsquery := message_query(typed);
  recent integer;
BEGIN
  IF numnode(wanted) = 0 THEN RETURN; END IF;
  SELECT count(*) INTO recent FROM (
    SELECT 1 FROM (
      SELECT m.search FROM messages m
      WHERE m.workspace_id = own AND (m.sent_at, m.id) < (before_sent_at, before_id)
      ORDER BY m.sent_at DESC, m.id DESC LIMIT 1500
    ) walked WHERE walked.search @@ wanted LIMIT at_most
  ) found;
  IF recent >= at_most THEN
    RETURN QUERY
    SELECT walked.id, walked.conversation_id, walked.sent_at FROM (
      SELECT m.id, m.conversation_id, m.sent_at, m.search, m.deleted_at FROM messages m
      WHERE m.workspace_id = own AND (m.sent_at, m.id) < (before_sent_at, before_id)
      ORDER BY m.sent_at DESC, m.id DESC LIMIT 1500
    ) walked WHERE walked.search @@ wanted AND walked.deleted_at IS NULL
    ORDER BY walked.sent_at DESC, walked.id DESC LIMIT at_most;
  ELSE
    RETURN QUERY
    WITH matching AS MATERIALIZED (
      SELECT m.id, m.conversation_id, m.sent_at FROM messages m
      WHERE m.workspace_id = own AND m.search @@ wanted AND m.deleted_at IS NULL
        AND (m.sent_at, m.id) < (before_sent_at, before_id)
    )
    SELECT f.id, f.conversation_id, f.sent_at FROM matching f ORDER BY f.sent_at DESC, f.id DESC LIMIT at_most;
  END IF;
END $$;

-- People of the workspace in force by any part of name, handle, address or phone, every word must be found.
-- Where nothing matches exactly, names that look alike (typos) are offered instead.
CREATE FUNCTION search_contacts(typed text, skip integer, at_most integer) RETURNS TABLE (
  contact_id uuid, similarity real, total integer
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  own uuid := current_setting('app.workspace_id')::uuid;
  folded text := btrim(fold_text(typed));
  patterns text[];
BEGIN
  IF folded IS NULL OR folded = '' THEN RETURN; END IF;
  SELECT array_agg('%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%') INTO patterns
  FROM unnest(string_to_array(folded, ' ')) word WHERE word <> '';
  RETURN QUERY
  WITH matching AS MATERIALIZED (
    SELECT c.id, c.name FROM contacts c WHERE c.workspace_id = own AND c.search_text LIKE ALL (patterns)
  )
  SELECT f.id, public.similarity(fold_text(f.name), folded), (SELECT count(*)::integer FROM matching)
  FROM matching f ORDER BY 2 DESC, f.name, f.id OFFSET skip LIMIT at_most;
  IF FOUND OR skip > 0 THEN RETURN; END IF;
  RETURN QUERY
  WITH alike AS MATERIALIZED (
    SELECT c.id, c.name, public.word_similarity(folded, c.search_text) AS score FROM contacts c
    WHERE c.workspace_id = own AND folded OPERATOR(public.<%) c.search_text
  )
  SELECT a.id, a.score, (SELECT count(*)::integer FROM alike) FROM alike a ORDER BY a.score DESC, a.name, a.id LIMIT at_most;
END $$;

REVOKE ALL ON FUNCTION system_session(uuid, text), system_memberships(uuid), system_workspaces(), system_channel(uuid),
  system_api_key(bytea), system_invitation(bytea), system_outbox_after(xid8, uuid, integer), system_due_snoozes(integer),
  search_messages(text, timestamptz, uuid, integer), search_contacts(text, integer, integer) FROM PUBLIC;
