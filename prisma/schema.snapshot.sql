-- Written by the tests (UPDATE_SNAPSHOT=1); a migration's effect is reviewed as this file's diff.

-- columns
api_keys.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
api_keys.hint text NOT NULL
api_keys.id uuid NOT NULL
api_keys.key_hash bytea NOT NULL
api_keys.last_used_at timestamp(3) with time zone
api_keys.member_id uuid NOT NULL
api_keys.name text NOT NULL
api_keys.revoked_at timestamp(3) with time zone
api_keys.workspace_id uuid NOT NULL
attachments.content_type text NOT NULL
attachments.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
attachments.id uuid NOT NULL
attachments.message_id uuid
attachments.name text NOT NULL
attachments.size bigint NOT NULL
attachments.storage_key text
attachments.url text
attachments.workspace_id uuid NOT NULL
audit_entries.action text NOT NULL
audit_entries.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
audit_entries.data jsonb NOT NULL DEFAULT '{}'::jsonb
audit_entries.id uuid NOT NULL
audit_entries.member_id uuid
audit_entries.request_id text
audit_entries.subject_id uuid
audit_entries.subject_type text NOT NULL
audit_entries.workspace_id uuid NOT NULL
bulk_changes.action jsonb NOT NULL
bulk_changes.before jsonb NOT NULL DEFAULT '[]'::jsonb
bulk_changes.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
bulk_changes.done integer NOT NULL DEFAULT 0
bulk_changes.finished_at timestamp(3) with time zone
bulk_changes.id uuid NOT NULL
bulk_changes.member_id uuid NOT NULL
bulk_changes.refused integer NOT NULL DEFAULT 0
bulk_changes.selection jsonb NOT NULL
bulk_changes.state text NOT NULL DEFAULT 'running'::text
bulk_changes.total integer NOT NULL
bulk_changes.workspace_id uuid NOT NULL
channel_authorizations.channel_id uuid NOT NULL
channel_authorizations.expires_at timestamp(3) with time zone NOT NULL
channel_authorizations.sealed_verifier bytea NOT NULL
channel_authorizations.session_id uuid NOT NULL
channel_authorizations.state_hash bytea NOT NULL
channel_authorizations.workspace_id uuid NOT NULL
channel_budgets.ceiling integer
channel_budgets.channel_id uuid NOT NULL
channel_budgets.remaining integer
channel_budgets.reserved_to timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
channel_budgets.resets_at timestamp(3) with time zone
channel_budgets.scope text NOT NULL
channel_budgets.workspace_id uuid NOT NULL
channel_feeds.channel_id uuid NOT NULL
channel_feeds.complete_at timestamp(3) with time zone
channel_feeds.cursor jsonb
channel_feeds.detail text
channel_feeds.ended_at timestamp(3) with time zone
channel_feeds.failures integer NOT NULL DEFAULT 0
channel_feeds.fetched_count integer NOT NULL DEFAULT 0
channel_feeds.gap_closed_at timestamp(3) with time zone
channel_feeds.gap_from timestamp(3) with time zone
channel_feeds.gap_until timestamp(3) with time zone
channel_feeds.leased_by text
channel_feeds.leased_until timestamp(3) with time zone
channel_feeds.name text NOT NULL
channel_feeds.next_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
channel_feeds.pause_seconds integer
channel_feeds.progress real
channel_feeds.reason text
channel_feeds.since timestamp(3) with time zone
channel_feeds.started_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
channel_feeds.state text NOT NULL DEFAULT 'running'::text
channel_feeds.workspace_id uuid NOT NULL
channel_secrets.channel_id uuid NOT NULL
channel_secrets.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
channel_secrets.id uuid NOT NULL
channel_secrets.name text NOT NULL
channel_secrets.retires_at timestamp(3) with time zone
channel_secrets.sealed bytea NOT NULL
channel_secrets.workspace_id uuid NOT NULL
channel_tries.channel_id uuid NOT NULL
channel_tries.failed integer NOT NULL DEFAULT 0
channel_tries.hour timestamp(3) with time zone NOT NULL
channel_tries.scope text NOT NULL
channel_tries.tried integer NOT NULL DEFAULT 0
channel_tries.workspace_id uuid NOT NULL
channels.account jsonb
channels.check_detail text
channels.check_reason text
channels.checked_at timestamp(3) with time zone
channels.connector text NOT NULL
channels.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
channels.expectation_minutes integer NOT NULL DEFAULT 480
channels.expectations jsonb NOT NULL DEFAULT '{}'::jsonb
channels.expires_at timestamp(3) with time zone
channels.handshake_at timestamp(3) with time zone
channels.id uuid NOT NULL
channels.last_event_at timestamp(3) with time zone
channels.last_sent_at timestamp(3) with time zone
channels.missing_scopes text[] DEFAULT ARRAY[]::text[]
channels.name text NOT NULL
channels.network text NOT NULL
channels.reconnect_told_at timestamp(3) with time zone
channels.refresh_at timestamp(3) with time zone
channels.refresh_failures integer NOT NULL DEFAULT 0
channels.refresh_not_before timestamp(3) with time zone
channels.refused_at timestamp(3) with time zone
channels.refused_count integer NOT NULL DEFAULT 0
channels.removed_at timestamp(3) with time zone
channels.settings jsonb NOT NULL DEFAULT '{}'::jsonb
channels.state text NOT NULL DEFAULT 'active'::text
channels.state_reason text
channels.team_id uuid
channels.touched_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
channels.warned_days smallint
channels.workspace_id uuid NOT NULL
contact_notes.contact_id uuid NOT NULL
contact_notes.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
contact_notes.id uuid NOT NULL
contact_notes.member_id uuid NOT NULL
contact_notes.text text NOT NULL
contact_notes.updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
contact_notes.workspace_id uuid NOT NULL
contact_tags.contact_id uuid NOT NULL
contact_tags.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
contact_tags.tag_id uuid NOT NULL
contact_tags.workspace_id uuid NOT NULL
contacts.attention_weight integer NOT NULL DEFAULT 0
contacts.attributes jsonb NOT NULL DEFAULT '{}'::jsonb
contacts.avatar_url text
contacts.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
contacts.id uuid NOT NULL
contacts.language text
contacts.location text
contacts.name text NOT NULL
contacts.organization_id uuid
contacts.owner_id uuid
contacts.search_text text NOT NULL DEFAULT ''::text
contacts.updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
contacts.workspace_id uuid NOT NULL
conversation_changes.conversation_id uuid NOT NULL
conversation_changes.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
conversation_changes.data jsonb NOT NULL DEFAULT '{}'::jsonb
conversation_changes.id uuid NOT NULL
conversation_changes.member_id uuid
conversation_changes.type text NOT NULL
conversation_changes.workspace_id uuid NOT NULL
conversation_tags.conversation_id uuid NOT NULL
conversation_tags.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
conversation_tags.tag_id uuid NOT NULL
conversation_tags.workspace_id uuid NOT NULL
conversation_tallies.assignee_id uuid
conversation_tallies.channel_id uuid NOT NULL
conversation_tallies.difference integer NOT NULL
conversation_tallies.id uuid NOT NULL
conversation_tallies.status text NOT NULL
conversation_tallies.team_id uuid
conversation_tallies.workspace_id uuid NOT NULL
conversations.assignee_id uuid
conversations.attention_at timestamp(3) with time zone
conversations.channel_id uuid NOT NULL
conversations.contact_id uuid
conversations.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
conversations.due_at timestamp(3) with time zone
conversations.external_id text NOT NULL
conversations.first_response_at timestamp(3) with time zone
conversations.has_mentions boolean NOT NULL DEFAULT false
conversations.id uuid NOT NULL
conversations.kind text NOT NULL
conversations.language text
conversations.last_inbound_at timestamp(3) with time zone
conversations.last_message_at timestamp(3) with time zone NOT NULL
conversations.matched_terms text[] DEFAULT ARRAY[]::text[]
conversations.message_count integer NOT NULL DEFAULT 0
conversations.network text NOT NULL
conversations.preview text NOT NULL DEFAULT ''::text
conversations.preview_direction text NOT NULL DEFAULT 'inbound'::text
conversations.priority smallint NOT NULL DEFAULT 0
conversations.resolved_at timestamp(3) with time zone
conversations.snoozed_until timestamp(3) with time zone
conversations.spreading_since timestamp(3) with time zone
conversations.status text NOT NULL DEFAULT 'open'::text
conversations.subject text
conversations.team_id uuid
conversations.updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
conversations.url text
conversations.visibility text NOT NULL
conversations.waiting_since timestamp(3) with time zone
conversations.workspace_id uuid NOT NULL
deliveries.attempts integer NOT NULL DEFAULT 0
deliveries.channel_id uuid NOT NULL
deliveries.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
deliveries.detail text
deliveries.due_at timestamp(3) with time zone NOT NULL
deliveries.finished_at timestamp(3) with time zone
deliveries.id uuid NOT NULL
deliveries.message_id uuid NOT NULL
deliveries.reason text
deliveries.slot_at timestamp(3) with time zone
deliveries.state text NOT NULL DEFAULT 'queued'::text
deliveries.workspace_id uuid NOT NULL
idempotent_answers.body jsonb NOT NULL
idempotent_answers.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
idempotent_answers.key text NOT NULL
idempotent_answers.request_hash bytea NOT NULL
idempotent_answers.status smallint NOT NULL
idempotent_answers.workspace_id uuid NOT NULL
identities.avatar_url text
identities.contact_id uuid NOT NULL
identities.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
identities.external_id text NOT NULL
identities.handle text
identities.id uuid NOT NULL
identities.is_verified boolean NOT NULL DEFAULT false
identities.name text NOT NULL
identities.network text NOT NULL
identities.profile_url text
identities.realm text NOT NULL DEFAULT ''::text
identities.updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
identities.workspace_id uuid NOT NULL
invitations.accepted_at timestamp(3) with time zone
invitations.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
invitations.email text NOT NULL
invitations.expires_at timestamp(3) with time zone NOT NULL
invitations.id uuid NOT NULL
invitations.invited_by_id uuid
invitations.revoked_at timestamp(3) with time zone
invitations.role text NOT NULL
invitations.token_hash bytea NOT NULL
invitations.workspace_id uuid NOT NULL
listening_matches.matched_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
listening_matches.message_id uuid NOT NULL
listening_matches.query_id uuid NOT NULL
listening_matches.term text NOT NULL
listening_matches.workspace_id uuid NOT NULL
listening_queries.all_of text[] DEFAULT ARRAY[]::text[]
listening_queries.any_of text[] DEFAULT ARRAY[]::text[]
listening_queries.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
listening_queries.id uuid NOT NULL
listening_queries.is_active boolean NOT NULL DEFAULT true
listening_queries.languages text[] DEFAULT ARRAY[]::text[]
listening_queries.name text NOT NULL
listening_queries.networks text[] DEFAULT ARRAY[]::text[]
listening_queries.none_of text[] DEFAULT ARRAY[]::text[]
listening_queries.workspace_id uuid NOT NULL
listening_terms.network text NOT NULL
listening_terms.term text NOT NULL
listening_terms.workspace_id uuid NOT NULL
memberships.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
memberships.display_name text NOT NULL
memberships.id uuid NOT NULL
memberships.removed_at timestamp(3) with time zone
memberships.role text NOT NULL
memberships.user_id uuid NOT NULL
memberships.workspace_id uuid NOT NULL
mentions.conversation_id uuid NOT NULL
mentions.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
mentions.member_id uuid NOT NULL
mentions.message_id uuid NOT NULL
mentions.workspace_id uuid NOT NULL
message_reach.likes integer
message_reach.measured_at timestamp(3) with time zone NOT NULL
message_reach.message_id uuid NOT NULL
message_reach.replies integer
message_reach.shares integer
message_reach.views integer
message_reach.workspace_id uuid NOT NULL
message_versions.id uuid NOT NULL
message_versions.message_id uuid NOT NULL
message_versions.text text NOT NULL
message_versions.version_at timestamp(3) with time zone NOT NULL
message_versions.workspace_id uuid NOT NULL
messages.answer_to text
messages.channel_id uuid NOT NULL
messages.contact_id uuid
messages.conversation_id uuid NOT NULL
messages.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
messages.deleted_at timestamp(3) with time zone
messages.direction text NOT NULL
messages.edited_at timestamp(3) with time zone
messages.external_id text
messages.id uuid NOT NULL
messages.kind text NOT NULL
messages.language text
messages.member_id uuid
messages.quoted_text text
messages.rating smallint
messages.reply_to_external_id text
messages.reply_to_id uuid
messages.search tsvector
messages.send_state text
messages.sent_at timestamp(3) with time zone NOT NULL
messages.sentiment text
messages.sentiment_confidence real
messages.sentiment_source text
messages.text text NOT NULL
messages.version_at timestamp(3) with time zone NOT NULL
messages.visibility text NOT NULL
messages.workspace_id uuid NOT NULL
organizations.attributes jsonb NOT NULL DEFAULT '{}'::jsonb
organizations.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
organizations.id uuid NOT NULL
organizations.name text NOT NULL
organizations.workspace_id uuid NOT NULL
outbox_events.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
outbox_events.id uuid NOT NULL
outbox_events.member_id uuid
outbox_events.payload jsonb NOT NULL
outbox_events.type text NOT NULL
outbox_events.workspace_id uuid NOT NULL
outbox_events.xid xid8 NOT NULL DEFAULT pg_current_xact_id()
outbox_readers.id uuid NOT NULL
outbox_readers.name text NOT NULL
outbox_readers.xid xid8 NOT NULL
password_resets.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
password_resets.expires_at timestamp(3) with time zone NOT NULL
password_resets.token_hash bytea NOT NULL
password_resets.user_id uuid NOT NULL
rate_limits.hits integer NOT NULL
rate_limits.key text NOT NULL
rate_limits.window_start timestamp(3) with time zone NOT NULL
raw_events.attempts integer NOT NULL DEFAULT 0
raw_events.body bytea NOT NULL
raw_events.channel_id uuid NOT NULL
raw_events.detail jsonb
raw_events.external_id text NOT NULL
raw_events.headers jsonb NOT NULL
raw_events.id uuid NOT NULL
raw_events.position bigint NOT NULL DEFAULT nextval('raw_events_position_seq'::regclass)
raw_events.processed_at timestamp(3) with time zone
raw_events.reason text
raw_events.received_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
raw_events.resolved_at timestamp(3) with time zone
raw_events.resolved_body bytea
raw_events.state text NOT NULL DEFAULT 'pending'::text
raw_events.try_at timestamp(3) with time zone
raw_events.workspace_id uuid NOT NULL
read_markers.conversation_id uuid NOT NULL
read_markers.member_id uuid NOT NULL
read_markers.read_at timestamp(3) with time zone NOT NULL
read_markers.workspace_id uuid NOT NULL
routing_rules.assign text NOT NULL DEFAULT 'none'::text
routing_rules.channel_id uuid NOT NULL
routing_rules.condition jsonb NOT NULL DEFAULT '{}'::jsonb
routing_rules.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
routing_rules.id uuid NOT NULL
routing_rules.is_active boolean NOT NULL DEFAULT true
routing_rules.load_cap integer
routing_rules.name text NOT NULL
routing_rules.position integer NOT NULL
routing_rules.team_id uuid
routing_rules.workspace_id uuid NOT NULL
routing_turns.member_id uuid
routing_turns.team_id uuid NOT NULL
routing_turns.workspace_id uuid NOT NULL
saved_replies.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
saved_replies.id uuid NOT NULL
saved_replies.language text
saved_replies.name text NOT NULL
saved_replies.shortcut text NOT NULL
saved_replies.text text NOT NULL
saved_replies.updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
saved_replies.workspace_id uuid NOT NULL
saved_views.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
saved_views.id uuid NOT NULL
saved_views.name text NOT NULL
saved_views.owner_id uuid
saved_views.position integer NOT NULL DEFAULT 0
saved_views.predicate jsonb NOT NULL
saved_views.sort text NOT NULL
saved_views.workspace_id uuid NOT NULL
sentiment_corrections.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
sentiment_corrections.id uuid NOT NULL
sentiment_corrections.member_id uuid NOT NULL
sentiment_corrections.message_id uuid NOT NULL
sentiment_corrections.previous text
sentiment_corrections.previous_source text
sentiment_corrections.sentiment text NOT NULL
sentiment_corrections.workspace_id uuid NOT NULL
sentiment_models.bias double precision[]
sentiment_models.corrections integer NOT NULL
sentiment_models.scales double precision[]
sentiment_models.trained_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
sentiment_models.weights bytea NOT NULL
sentiment_models.workspace_id uuid NOT NULL
sessions.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
sessions.expires_at timestamp(3) with time zone NOT NULL
sessions.id uuid NOT NULL
sessions.revoked_at timestamp(3) with time zone
sessions.user_agent text
sessions.user_id uuid NOT NULL
silence_rules.author text
silence_rules.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
silence_rules.id uuid NOT NULL
silence_rules.is_active boolean NOT NULL DEFAULT true
silence_rules.language text
silence_rules.network text
silence_rules.words text[] DEFAULT ARRAY[]::text[]
silence_rules.workspace_id uuid NOT NULL
silencings.conversation_id uuid NOT NULL
silencings.rule_id uuid NOT NULL
silencings.silenced_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
silencings.workspace_id uuid NOT NULL
spread_alerts.against text NOT NULL
spread_alerts.amount integer NOT NULL
spread_alerts.hours double precision NOT NULL
spread_alerts.id uuid NOT NULL
spread_alerts.seen_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
spread_alerts.signal text NOT NULL
spread_alerts.started_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
spread_alerts.state text NOT NULL DEFAULT 'spreading'::text
spread_alerts.story_key text NOT NULL
spread_alerts.times double precision NOT NULL
spread_alerts.workspace_id uuid NOT NULL
spread_posts.alert_id uuid NOT NULL
spread_posts.conversation_id uuid NOT NULL
spread_posts.message_id uuid NOT NULL
spread_posts.workspace_id uuid NOT NULL
spread_weights.false_alarms integer NOT NULL DEFAULT 0
spread_weights.signal text NOT NULL
spread_weights.workspace_id uuid NOT NULL
tags.color text NOT NULL DEFAULT 'c1'::text
tags.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
tags.id uuid NOT NULL
tags.name text NOT NULL
tags.workspace_id uuid NOT NULL
team_members.member_id uuid NOT NULL
team_members.team_id uuid NOT NULL
team_members.workspace_id uuid NOT NULL
teams.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
teams.id uuid NOT NULL
teams.name text NOT NULL
teams.workspace_id uuid NOT NULL
tombstones.channel_id uuid NOT NULL
tombstones.external_id text NOT NULL
tombstones.version_at timestamp(3) with time zone NOT NULL
tombstones.workspace_id uuid NOT NULL
user_accounts.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
user_accounts.provider text NOT NULL
user_accounts.subject text NOT NULL
user_accounts.user_id uuid NOT NULL
users.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
users.email text NOT NULL
users.failed_sign_ins integer NOT NULL DEFAULT 0
users.id uuid NOT NULL
users.locale text
users.locked_until timestamp(3) with time zone
users.name text NOT NULL
users.password_hash text
users.theme text NOT NULL DEFAULT 'system'::text
workspaces.business_hours jsonb NOT NULL
workspaces.created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
workspaces.holidays jsonb NOT NULL DEFAULT '[]'::jsonb
workspaces.id uuid NOT NULL
workspaces.locale text NOT NULL DEFAULT 'de'::text
workspaces.name text NOT NULL
workspaces.settings jsonb NOT NULL DEFAULT '{}'::jsonb
workspaces.slug text NOT NULL
workspaces.time_zone text NOT NULL DEFAULT 'Europe/Berlin'::text

-- constraints
api_keys: api_keys_pkey PRIMARY KEY (workspace_id, id)
api_keys: api_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
api_keys: api_keys_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE CASCADE
attachments: attachments_pkey PRIMARY KEY (workspace_id, id)
attachments: attachments_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
audit_entries: audit_entries_pkey PRIMARY KEY (workspace_id, id)
bulk_changes: bulk_changes_pkey PRIMARY KEY (workspace_id, id)
bulk_changes: bulk_changes_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'undone'::text])))
bulk_changes: bulk_changes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
bulk_changes: bulk_changes_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE CASCADE
channel_authorizations: channel_authorizations_pkey PRIMARY KEY (workspace_id, channel_id)
channel_authorizations: channel_authorizations_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
channel_budgets: channel_budgets_pkey PRIMARY KEY (workspace_id, channel_id, scope)
channel_budgets: channel_budgets_scope_check CHECK ((scope = ANY (ARRAY['send'::text, 'read'::text])))
channel_budgets: channel_budgets_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
channel_feeds: channel_feeds_name_check CHECK ((name = ANY (ARRAY['live'::text, 'backfill'::text])))
channel_feeds: channel_feeds_pkey PRIMARY KEY (workspace_id, channel_id, name)
channel_feeds: channel_feeds_state_check CHECK ((state = ANY (ARRAY['running'::text, 'stopped'::text, 'finished'::text])))
channel_feeds: channel_feeds_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
channel_secrets: channel_secrets_pkey PRIMARY KEY (workspace_id, id)
channel_secrets: channel_secrets_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
channel_tries: channel_tries_pkey PRIMARY KEY (workspace_id, channel_id, scope, hour)
channel_tries: channel_tries_scope_check CHECK ((scope = ANY (ARRAY['send'::text, 'read'::text])))
channel_tries: channel_tries_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
channels: channels_expectation_check CHECK (((expectation_minutes >= 1) AND (expectation_minutes <= 43200)))
channels: channels_pkey PRIMARY KEY (workspace_id, id)
channels: channels_state_check CHECK ((state = ANY (ARRAY['connecting'::text, 'active'::text, 'paused'::text, 'needs_reconnect'::text])))
channels: channels_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
channels: channels_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE RESTRICT
contact_notes: contact_notes_pkey PRIMARY KEY (workspace_id, id)
contact_notes: contact_notes_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
contact_notes: contact_notes_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE RESTRICT
contact_tags: contact_tags_pkey PRIMARY KEY (workspace_id, contact_id, tag_id)
contact_tags: contact_tags_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
contact_tags: contact_tags_workspace_id_tag_id_fkey FOREIGN KEY (workspace_id, tag_id) REFERENCES tags(workspace_id, id) ON DELETE CASCADE
contacts: contacts_attention_check CHECK (((attention_weight >= 0) AND (attention_weight <= 100)))
contacts: contacts_pkey PRIMARY KEY (workspace_id, id)
contacts: contacts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
contacts: contacts_workspace_id_organization_id_fkey FOREIGN KEY (workspace_id, organization_id) REFERENCES organizations(workspace_id, id) ON DELETE RESTRICT
contacts: contacts_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES memberships(workspace_id, id) ON DELETE RESTRICT
conversation_changes: conversation_changes_pkey PRIMARY KEY (workspace_id, id)
conversation_changes: conversation_changes_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
conversation_tags: conversation_tags_pkey PRIMARY KEY (workspace_id, conversation_id, tag_id)
conversation_tags: conversation_tags_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
conversation_tags: conversation_tags_workspace_id_tag_id_fkey FOREIGN KEY (workspace_id, tag_id) REFERENCES tags(workspace_id, id) ON DELETE CASCADE
conversation_tallies: conversation_tallies_pkey PRIMARY KEY (workspace_id, id)
conversations: conversations_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'comment'::text, 'mention'::text, 'review'::text, 'direct'::text, 'email'::text])))
conversations: conversations_pkey PRIMARY KEY (workspace_id, id)
conversations: conversations_priority_check CHECK (((priority >= 0) AND (priority <= 4)))
conversations: conversations_snooze_check CHECK (((status = 'snoozed'::text) = (snoozed_until IS NOT NULL)))
conversations: conversations_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'snoozed'::text, 'resolved'::text, 'overheard'::text, 'silenced'::text])))
conversations: conversations_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
conversations: conversations_workspace_id_assignee_id_fkey FOREIGN KEY (workspace_id, assignee_id) REFERENCES memberships(workspace_id, id) ON DELETE RESTRICT
conversations: conversations_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
conversations: conversations_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE RESTRICT
conversations: conversations_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE RESTRICT
deliveries: deliveries_pkey PRIMARY KEY (workspace_id, id)
deliveries: deliveries_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'retrying'::text, 'sent'::text, 'failed'::text, 'cancelled'::text])))
deliveries: deliveries_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
deliveries: deliveries_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
idempotent_answers: idempotent_answers_pkey PRIMARY KEY (workspace_id, key)
identities: identities_pkey PRIMARY KEY (workspace_id, id)
identities: identities_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
invitations: invitations_pkey PRIMARY KEY (workspace_id, id)
invitations: invitations_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'marketer'::text])))
invitations: invitations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
invitations: invitations_workspace_id_invited_by_id_fkey FOREIGN KEY (workspace_id, invited_by_id) REFERENCES memberships(workspace_id, id) ON DELETE RESTRICT
listening_matches: listening_matches_pkey PRIMARY KEY (workspace_id, query_id, message_id)
listening_matches: listening_matches_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
listening_matches: listening_matches_workspace_id_query_id_fkey FOREIGN KEY (workspace_id, query_id) REFERENCES listening_queries(workspace_id, id) ON DELETE CASCADE
listening_queries: listening_queries_pkey PRIMARY KEY (workspace_id, id)
listening_queries: listening_queries_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
listening_terms: listening_terms_pkey PRIMARY KEY (workspace_id, network, term)
listening_terms: listening_terms_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
memberships: memberships_pkey PRIMARY KEY (workspace_id, id)
memberships: memberships_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'marketer'::text])))
memberships: memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
memberships: memberships_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
mentions: mentions_pkey PRIMARY KEY (workspace_id, member_id, message_id)
mentions: mentions_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
mentions: mentions_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE CASCADE
mentions: mentions_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
message_reach: message_reach_pkey PRIMARY KEY (workspace_id, message_id, measured_at)
message_reach: message_reach_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
message_versions: message_versions_pkey PRIMARY KEY (workspace_id, id)
message_versions: message_versions_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
messages: messages_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text])))
messages: messages_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'comment'::text, 'mention'::text, 'review'::text, 'direct'::text, 'email'::text, 'note'::text])))
messages: messages_pkey PRIMARY KEY (workspace_id, id)
messages: messages_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
messages: messages_send_state_check CHECK ((send_state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'read'::text, 'failed'::text, 'cancelled'::text])))
messages: messages_sentiment_check CHECK ((sentiment = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))
messages: messages_sentiment_source_check CHECK ((sentiment_source = ANY (ARRAY['model'::text, 'person'::text])))
messages: messages_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text, 'internal'::text])))
messages: messages_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
messages: messages_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE RESTRICT
messages: messages_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
messages: messages_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE RESTRICT
organizations: organizations_pkey PRIMARY KEY (workspace_id, id)
organizations: organizations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
outbox_events: outbox_events_pkey PRIMARY KEY (workspace_id, id)
outbox_readers: outbox_readers_pkey PRIMARY KEY (name)
password_resets: password_resets_pkey PRIMARY KEY (user_id)
password_resets: password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
rate_limits: rate_limits_pkey PRIMARY KEY (key)
raw_events: raw_events_pkey PRIMARY KEY (workspace_id, id)
raw_events: raw_events_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'applied'::text, 'ignored'::text, 'parked'::text])))
raw_events: raw_events_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
read_markers: read_markers_pkey PRIMARY KEY (workspace_id, member_id, conversation_id)
read_markers: read_markers_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
read_markers: read_markers_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE CASCADE
routing_rules: routing_rules_assign_check CHECK ((assign = ANY (ARRAY['none'::text, 'round_robin'::text])))
routing_rules: routing_rules_load_cap_check CHECK (((load_cap >= 1) AND (load_cap <= 1000)))
routing_rules: routing_rules_pkey PRIMARY KEY (workspace_id, id)
routing_rules: routing_rules_workspace_id_channel_id_fkey FOREIGN KEY (workspace_id, channel_id) REFERENCES channels(workspace_id, id) ON DELETE CASCADE
routing_rules: routing_rules_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE CASCADE
routing_turns: routing_turns_pkey PRIMARY KEY (workspace_id, team_id)
routing_turns: routing_turns_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE CASCADE
saved_replies: saved_replies_pkey PRIMARY KEY (workspace_id, id)
saved_replies: saved_replies_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
saved_views: saved_views_pkey PRIMARY KEY (workspace_id, id)
saved_views: saved_views_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
saved_views: saved_views_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES memberships(workspace_id, id) ON DELETE CASCADE
sentiment_corrections: sentiment_corrections_pkey PRIMARY KEY (workspace_id, id)
sentiment_corrections: sentiment_corrections_previous_check CHECK ((previous = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))
sentiment_corrections: sentiment_corrections_previous_source_check CHECK ((previous_source = ANY (ARRAY['model'::text, 'person'::text])))
sentiment_corrections: sentiment_corrections_sentiment_check CHECK ((sentiment = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))
sentiment_corrections: sentiment_corrections_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
sentiment_models: sentiment_models_pkey PRIMARY KEY (workspace_id)
sentiment_models: sentiment_models_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
sessions: sessions_pkey PRIMARY KEY (id)
sessions: sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
silence_rules: silence_rules_pkey PRIMARY KEY (workspace_id, id)
silence_rules: silence_rules_says_something CHECK (((author IS NOT NULL) OR (COALESCE(cardinality(words), 0) > 0) OR (network IS NOT NULL) OR (language IS NOT NULL)))
silence_rules: silence_rules_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
silencings: silencings_pkey PRIMARY KEY (workspace_id, conversation_id)
silencings: silencings_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
silencings: silencings_workspace_id_rule_id_fkey FOREIGN KEY (workspace_id, rule_id) REFERENCES silence_rules(workspace_id, id) ON DELETE CASCADE
spread_alerts: spread_alerts_against_check CHECK ((against = ANY (ARRAY['author'::text, 'channel'::text])))
spread_alerts: spread_alerts_pkey PRIMARY KEY (workspace_id, id)
spread_alerts: spread_alerts_signal_check CHECK ((signal = ANY (ARRAY['replies'::text, 'shares'::text, 'views'::text])))
spread_alerts: spread_alerts_state_check CHECK ((state = ANY (ARRAY['spreading'::text, 'over'::text, 'false_alarm'::text])))
spread_alerts: spread_alerts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
spread_posts: spread_posts_pkey PRIMARY KEY (workspace_id, alert_id, message_id)
spread_posts: spread_posts_workspace_id_alert_id_fkey FOREIGN KEY (workspace_id, alert_id) REFERENCES spread_alerts(workspace_id, id) ON DELETE CASCADE
spread_posts: spread_posts_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
spread_posts: spread_posts_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE
spread_weights: spread_weights_pkey PRIMARY KEY (workspace_id, signal)
spread_weights: spread_weights_signal_check CHECK ((signal = ANY (ARRAY['replies'::text, 'shares'::text, 'views'::text])))
spread_weights: spread_weights_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
tags: tags_pkey PRIMARY KEY (workspace_id, id)
tags: tags_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
team_members: team_members_pkey PRIMARY KEY (workspace_id, team_id, member_id)
team_members: team_members_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES memberships(workspace_id, id) ON DELETE CASCADE
team_members: team_members_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE CASCADE
teams: teams_pkey PRIMARY KEY (workspace_id, id)
teams: teams_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
tombstones: tombstones_pkey PRIMARY KEY (workspace_id, channel_id, external_id)
user_accounts: user_accounts_pkey PRIMARY KEY (provider, subject)
user_accounts: user_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
users: users_email_check CHECK ((email = lower(email)))
users: users_pkey PRIMARY KEY (id)
users: users_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))
workspaces: workspaces_pkey PRIMARY KEY (id)

-- indexes
CREATE INDEX api_keys_by_hash ON public.api_keys USING btree (key_hash)
CREATE INDEX attachments_workspace_id_message_id_idx ON public.attachments USING btree (workspace_id, message_id)
CREATE INDEX audit_entries_workspace_id_created_at_id_idx ON public.audit_entries USING btree (workspace_id, created_at DESC, id DESC)
CREATE INDEX audit_entries_workspace_id_subject_id_created_at_idx ON public.audit_entries USING btree (workspace_id, subject_id, created_at DESC)
CREATE INDEX bulk_changes_workspace_id_member_id_created_at_idx ON public.bulk_changes USING btree (workspace_id, member_id, created_at DESC)
CREATE INDEX channel_feeds_due ON public.channel_feeds USING btree (next_at) WHERE (state = 'running'::text)
CREATE INDEX channel_secrets_workspace_id_channel_id_name_idx ON public.channel_secrets USING btree (workspace_id, channel_id, name)
CREATE INDEX channels_by_id ON public.channels USING btree (id)
CREATE INDEX channels_refresh ON public.channels USING btree (refresh_at) WHERE ((refresh_at IS NOT NULL) AND (removed_at IS NULL))
CREATE INDEX channels_streaming ON public.channels USING btree (connector) WHERE ((removed_at IS NULL) AND (state = 'active'::text))
CREATE INDEX contact_notes_workspace_id_contact_id_created_at_idx ON public.contact_notes USING btree (workspace_id, contact_id, created_at DESC)
CREATE INDEX contact_tags_workspace_id_tag_id_contact_id_idx ON public.contact_tags USING btree (workspace_id, tag_id, contact_id)
CREATE INDEX contacts_name ON public.contacts USING btree (workspace_id, name, id)
CREATE INDEX contacts_name_alike ON public.contacts USING gin (workspace_id, fold_text(name) gin_trgm_ops) WITH (gin_pending_list_limit='64')
CREATE INDEX contacts_search ON public.contacts USING gin (workspace_id, search_text gin_trgm_ops) WITH (gin_pending_list_limit='64')
CREATE INDEX contacts_workspace_id_created_at_id_idx ON public.contacts USING btree (workspace_id, created_at DESC, id DESC)
CREATE INDEX conversation_changes_workspace_id_conversation_id_created_a_idx ON public.conversation_changes USING btree (workspace_id, conversation_id, created_at DESC)
CREATE INDEX conversation_tags_workspace_id_tag_id_conversation_id_idx ON public.conversation_tags USING btree (workspace_id, tag_id, conversation_id)
CREATE INDEX conversation_tallies_cells ON public.conversation_tallies USING btree (workspace_id) INCLUDE (status, channel_id, assignee_id, team_id, difference)
CREATE INDEX conversations_assignee_newest ON public.conversations USING btree (workspace_id, assignee_id, status, last_message_at DESC, id DESC) INCLUDE (last_inbound_at, created_at) WHERE (assignee_id IS NOT NULL)
CREATE INDEX conversations_attention ON public.conversations USING btree (workspace_id, status, attention_at, id) WHERE (status <> 'resolved'::text)
CREATE INDEX conversations_channel_newest ON public.conversations USING btree (workspace_id, channel_id, status, last_message_at DESC, id DESC)
CREATE INDEX conversations_mentioning ON public.conversations USING btree (workspace_id, id) WHERE (has_mentions AND (status <> 'resolved'::text))
CREATE INDEX conversations_newest ON public.conversations USING btree (workspace_id, last_message_at DESC, id DESC)
CREATE INDEX conversations_priority ON public.conversations USING btree (workspace_id, status, priority DESC, last_message_at DESC, id DESC) WHERE (status <> 'resolved'::text)
CREATE INDEX conversations_snoozed ON public.conversations USING btree (snoozed_until) WHERE (status = 'snoozed'::text)
CREATE INDEX conversations_status_newest ON public.conversations USING btree (workspace_id, status, last_message_at DESC, id DESC)
CREATE INDEX conversations_team_newest ON public.conversations USING btree (workspace_id, team_id, status, last_message_at DESC, id DESC) WHERE (team_id IS NOT NULL)
CREATE INDEX conversations_unassigned_newest ON public.conversations USING btree (workspace_id, status, last_message_at DESC, id DESC) WHERE ((assignee_id IS NULL) AND (status <> 'resolved'::text))
CREATE INDEX conversations_waiting ON public.conversations USING btree (workspace_id, status, waiting_since, id) WHERE (status <> 'resolved'::text)
CREATE INDEX conversations_workspace_id_contact_id_last_message_at_idx ON public.conversations USING btree (workspace_id, contact_id, last_message_at DESC)
CREATE INDEX deliveries_workspace_id_channel_id_state_due_at_idx ON public.deliveries USING btree (workspace_id, channel_id, state, due_at)
CREATE INDEX idempotent_answers_created_at_idx ON public.idempotent_answers USING btree (created_at)
CREATE INDEX identities_workspace_id_contact_id_idx ON public.identities USING btree (workspace_id, contact_id)
CREATE INDEX invitations_by_token ON public.invitations USING btree (token_hash)
CREATE INDEX invitations_workspace_id_email_idx ON public.invitations USING btree (workspace_id, email)
CREATE INDEX listening_matches_message ON public.listening_matches USING btree (workspace_id, message_id)
CREATE INDEX listening_matches_newest ON public.listening_matches USING btree (workspace_id, query_id, matched_at DESC)
CREATE INDEX memberships_user_id_idx ON public.memberships USING btree (user_id)
CREATE INDEX mentions_workspace_id_member_id_conversation_id_idx ON public.mentions USING btree (workspace_id, member_id, conversation_id)
CREATE INDEX message_reach_newest ON public.message_reach USING btree (workspace_id, measured_at DESC)
CREATE INDEX message_versions_workspace_id_message_id_version_at_idx ON public.message_versions USING btree (workspace_id, message_id, version_at)
CREATE INDEX messages_search ON public.messages USING gin (workspace_id, search) WITH (gin_pending_list_limit='64')
CREATE INDEX messages_workspace_id_contact_id_sent_at_idx ON public.messages USING btree (workspace_id, contact_id, sent_at DESC)
CREATE INDEX messages_workspace_id_conversation_id_sent_at_id_idx ON public.messages USING btree (workspace_id, conversation_id, sent_at DESC, id DESC)
CREATE INDEX messages_workspace_id_sent_at_id_idx ON public.messages USING btree (workspace_id, sent_at DESC, id DESC)
CREATE INDEX outbox_events_xid_id_idx ON public.outbox_events USING btree (xid, id)
CREATE INDEX raw_events_parked ON public.raw_events USING btree (workspace_id, channel_id, "position") WHERE (state = 'parked'::text)
CREATE INDEX raw_events_pending ON public.raw_events USING btree (workspace_id, channel_id, "position") WHERE (state = 'pending'::text)
CREATE INDEX raw_events_workspace_id_channel_id_received_at_idx ON public.raw_events USING btree (workspace_id, channel_id, received_at)
CREATE INDEX read_markers_workspace_id_conversation_id_idx ON public.read_markers USING btree (workspace_id, conversation_id)
CREATE INDEX routing_rules_workspace_id_channel_id_position_idx ON public.routing_rules USING btree (workspace_id, channel_id, "position")
CREATE INDEX saved_views_workspace_id_owner_id_idx ON public.saved_views USING btree (workspace_id, owner_id)
CREATE INDEX sentiment_corrections_message ON public.sentiment_corrections USING btree (workspace_id, message_id, created_at DESC)
CREATE INDEX sentiment_corrections_newest ON public.sentiment_corrections USING btree (workspace_id, created_at DESC)
CREATE INDEX sessions_user_id_idx ON public.sessions USING btree (user_id)
CREATE INDEX silencings_by_rule ON public.silencings USING btree (workspace_id, rule_id, silenced_at DESC)
CREATE INDEX spread_posts_conversation ON public.spread_posts USING btree (workspace_id, conversation_id)
CREATE INDEX team_members_workspace_id_member_id_idx ON public.team_members USING btree (workspace_id, member_id)
CREATE INDEX user_accounts_user_id_idx ON public.user_accounts USING btree (user_id)
CREATE UNIQUE INDEX api_keys_pkey ON public.api_keys USING btree (workspace_id, id)
CREATE UNIQUE INDEX api_keys_workspace_id_key_hash_key ON public.api_keys USING btree (workspace_id, key_hash)
CREATE UNIQUE INDEX attachments_pkey ON public.attachments USING btree (workspace_id, id)
CREATE UNIQUE INDEX audit_entries_pkey ON public.audit_entries USING btree (workspace_id, id)
CREATE UNIQUE INDEX bulk_changes_pkey ON public.bulk_changes USING btree (workspace_id, id)
CREATE UNIQUE INDEX channel_authorizations_pkey ON public.channel_authorizations USING btree (workspace_id, channel_id)
CREATE UNIQUE INDEX channel_budgets_pkey ON public.channel_budgets USING btree (workspace_id, channel_id, scope)
CREATE UNIQUE INDEX channel_feeds_pkey ON public.channel_feeds USING btree (workspace_id, channel_id, name)
CREATE UNIQUE INDEX channel_secrets_pkey ON public.channel_secrets USING btree (workspace_id, id)
CREATE UNIQUE INDEX channel_tries_pkey ON public.channel_tries USING btree (workspace_id, channel_id, scope, hour)
CREATE UNIQUE INDEX channels_pkey ON public.channels USING btree (workspace_id, id)
CREATE UNIQUE INDEX contact_notes_pkey ON public.contact_notes USING btree (workspace_id, id)
CREATE UNIQUE INDEX contact_tags_pkey ON public.contact_tags USING btree (workspace_id, contact_id, tag_id)
CREATE UNIQUE INDEX contacts_pkey ON public.contacts USING btree (workspace_id, id)
CREATE UNIQUE INDEX conversation_changes_pkey ON public.conversation_changes USING btree (workspace_id, id)
CREATE UNIQUE INDEX conversation_tags_pkey ON public.conversation_tags USING btree (workspace_id, conversation_id, tag_id)
CREATE UNIQUE INDEX conversation_tallies_pkey ON public.conversation_tallies USING btree (workspace_id, id)
CREATE UNIQUE INDEX conversations_pkey ON public.conversations USING btree (workspace_id, id)
CREATE UNIQUE INDEX conversations_workspace_id_channel_id_external_id_key ON public.conversations USING btree (workspace_id, channel_id, external_id)
CREATE UNIQUE INDEX deliveries_pkey ON public.deliveries USING btree (workspace_id, id)
CREATE UNIQUE INDEX deliveries_workspace_id_message_id_key ON public.deliveries USING btree (workspace_id, message_id)
CREATE UNIQUE INDEX idempotent_answers_pkey ON public.idempotent_answers USING btree (workspace_id, key)
CREATE UNIQUE INDEX identities_pkey ON public.identities USING btree (workspace_id, id)
CREATE UNIQUE INDEX identities_workspace_id_network_realm_external_id_key ON public.identities USING btree (workspace_id, network, realm, external_id)
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (workspace_id, id)
CREATE UNIQUE INDEX invitations_workspace_id_token_hash_key ON public.invitations USING btree (workspace_id, token_hash)
CREATE UNIQUE INDEX listening_matches_pkey ON public.listening_matches USING btree (workspace_id, query_id, message_id)
CREATE UNIQUE INDEX listening_queries_pkey ON public.listening_queries USING btree (workspace_id, id)
CREATE UNIQUE INDEX listening_terms_pkey ON public.listening_terms USING btree (workspace_id, network, term)
CREATE UNIQUE INDEX memberships_pkey ON public.memberships USING btree (workspace_id, id)
CREATE UNIQUE INDEX memberships_workspace_id_user_id_key ON public.memberships USING btree (workspace_id, user_id)
CREATE UNIQUE INDEX mentions_pkey ON public.mentions USING btree (workspace_id, member_id, message_id)
CREATE UNIQUE INDEX message_reach_pkey ON public.message_reach USING btree (workspace_id, message_id, measured_at)
CREATE UNIQUE INDEX message_versions_pkey ON public.message_versions USING btree (workspace_id, id)
CREATE UNIQUE INDEX messages_pkey ON public.messages USING btree (workspace_id, id)
CREATE UNIQUE INDEX messages_workspace_id_channel_id_external_id_key ON public.messages USING btree (workspace_id, channel_id, external_id)
CREATE UNIQUE INDEX organizations_pkey ON public.organizations USING btree (workspace_id, id)
CREATE UNIQUE INDEX outbox_events_pkey ON public.outbox_events USING btree (workspace_id, id)
CREATE UNIQUE INDEX outbox_readers_pkey ON public.outbox_readers USING btree (name)
CREATE UNIQUE INDEX password_resets_pkey ON public.password_resets USING btree (user_id)
CREATE UNIQUE INDEX password_resets_token_hash_key ON public.password_resets USING btree (token_hash)
CREATE UNIQUE INDEX rate_limits_pkey ON public.rate_limits USING btree (key)
CREATE UNIQUE INDEX raw_events_pkey ON public.raw_events USING btree (workspace_id, id)
CREATE UNIQUE INDEX raw_events_workspace_id_channel_id_external_id_key ON public.raw_events USING btree (workspace_id, channel_id, external_id)
CREATE UNIQUE INDEX read_markers_pkey ON public.read_markers USING btree (workspace_id, member_id, conversation_id)
CREATE UNIQUE INDEX routing_rules_pkey ON public.routing_rules USING btree (workspace_id, id)
CREATE UNIQUE INDEX routing_turns_pkey ON public.routing_turns USING btree (workspace_id, team_id)
CREATE UNIQUE INDEX saved_replies_pkey ON public.saved_replies USING btree (workspace_id, id)
CREATE UNIQUE INDEX saved_replies_workspace_id_shortcut_key ON public.saved_replies USING btree (workspace_id, shortcut)
CREATE UNIQUE INDEX saved_views_pkey ON public.saved_views USING btree (workspace_id, id)
CREATE UNIQUE INDEX sentiment_corrections_pkey ON public.sentiment_corrections USING btree (workspace_id, id)
CREATE UNIQUE INDEX sentiment_models_pkey ON public.sentiment_models USING btree (workspace_id)
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id)
CREATE UNIQUE INDEX silence_rules_pkey ON public.silence_rules USING btree (workspace_id, id)
CREATE UNIQUE INDEX silencings_pkey ON public.silencings USING btree (workspace_id, conversation_id)
CREATE UNIQUE INDEX spread_alerts_pkey ON public.spread_alerts USING btree (workspace_id, id)
CREATE UNIQUE INDEX spread_alerts_story ON public.spread_alerts USING btree (workspace_id, story_key) WHERE (state <> 'over'::text)
CREATE UNIQUE INDEX spread_posts_pkey ON public.spread_posts USING btree (workspace_id, alert_id, message_id)
CREATE UNIQUE INDEX spread_weights_pkey ON public.spread_weights USING btree (workspace_id, signal)
CREATE UNIQUE INDEX tags_pkey ON public.tags USING btree (workspace_id, id)
CREATE UNIQUE INDEX tags_workspace_id_name_key ON public.tags USING btree (workspace_id, name)
CREATE UNIQUE INDEX team_members_pkey ON public.team_members USING btree (workspace_id, team_id, member_id)
CREATE UNIQUE INDEX teams_pkey ON public.teams USING btree (workspace_id, id)
CREATE UNIQUE INDEX teams_workspace_id_name_key ON public.teams USING btree (workspace_id, name)
CREATE UNIQUE INDEX tombstones_pkey ON public.tombstones USING btree (workspace_id, channel_id, external_id)
CREATE UNIQUE INDEX user_accounts_pkey ON public.user_accounts USING btree (provider, subject)
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email)
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)
CREATE UNIQUE INDEX workspaces_pkey ON public.workspaces USING btree (id)
CREATE UNIQUE INDEX workspaces_slug_key ON public.workspaces USING btree (slug)

-- policies
api_keys: definer_reads r USING true CHECK -
api_keys: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
attachments: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
audit_entries: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
bulk_changes: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
channel_authorizations: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
channel_budgets: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
channel_feeds: definer_reads r USING true CHECK -
channel_feeds: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
channel_secrets: definer_reads r USING true CHECK -
channel_secrets: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
channel_tries: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
channels: definer_reads r USING true CHECK -
channels: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
contact_notes: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
contact_tags: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
contacts: definer_reads r USING true CHECK -
contacts: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
conversation_changes: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
conversation_tags: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
conversation_tallies: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
conversations: definer_reads r USING true CHECK -
conversations: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
deliveries: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
graphile_worker._private_job_queues: application * USING true CHECK true
graphile_worker._private_jobs: application * USING true CHECK true
graphile_worker._private_known_crontabs: application * USING true CHECK true
graphile_worker._private_tasks: application * USING true CHECK true
idempotent_answers: definer_reads r USING true CHECK -
idempotent_answers: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
identities: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
invitations: definer_reads r USING true CHECK -
invitations: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
listening_matches: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
listening_queries: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
listening_terms: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
memberships: definer_reads r USING true CHECK -
memberships: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
mentions: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
message_reach: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
message_versions: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
messages: definer_reads r USING true CHECK -
messages: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
organizations: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
outbox_events: definer_reads r USING true CHECK -
outbox_events: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
raw_events: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
read_markers: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
routing_rules: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
routing_turns: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
saved_replies: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
saved_views: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
sentiment_corrections: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
sentiment_models: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
silence_rules: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
silencings: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
spread_alerts: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
spread_posts: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
spread_weights: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
tags: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
team_members: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
teams: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
tombstones: own_workspace * USING (workspace_id = (current_setting('app.workspace_id'::text))::uuid) CHECK (workspace_id = (current_setting('app.workspace_id'::text))::uuid)
workspaces: definer_reads r USING true CHECK -
workspaces: own_workspace * USING (id = (current_setting('app.workspace_id'::text))::uuid) CHECK (id = (current_setting('app.workspace_id'::text))::uuid)

-- functions
CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $function$

CREATE OR REPLACE FUNCTION public.message_query(value text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  WITH spelling AS (
    SELECT public.fold_text(value) AS folded,
           replace(replace(replace(public.fold_text(value), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') AS umlauts
  )
  SELECT websearch_to_tsquery('pg_catalog.german'::regconfig, folded)
      || websearch_to_tsquery('pg_catalog.english'::regconfig, folded)
      || websearch_to_tsquery('pg_catalog.german'::regconfig, umlauts)
  FROM spelling
$function$

CREATE OR REPLACE FUNCTION public.message_search(value text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT to_tsvector('pg_catalog.german'::regconfig, public.fold_text(left(value, 50000)))
      || to_tsvector('pg_catalog.english'::regconfig, public.fold_text(left(value, 50000)))
$function$

CREATE OR REPLACE FUNCTION public.search_contacts(typed text, skip integer, at_most integer)
 RETURNS TABLE(contact_id uuid, similarity real, total integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'pg_catalog', 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  most CONSTANT integer := 2000;
  most_by_two_letters CONSTANT integer := 500;
  own uuid := current_setting('app.workspace_id')::uuid;
  folded text := btrim(fold_text(typed));
  words text[];
  patterns text[];
  ids uuid[];
  names text[];
BEGIN
  SELECT array_agg(word ORDER BY length(word) DESC, position) INTO words
  FROM unnest(string_to_array(replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_'), ' '))
    WITH ORDINALITY typed_words(word, position) WHERE word <> '';
  IF words IS NULL THEN RETURN; END IF;
  patterns := ARRAY(SELECT '%' || word || '%' FROM unnest(words) word);
  IF length(words[1]) >= 3 THEN
    SELECT array_agg(f.id), array_agg(f.name) INTO ids, names FROM (
      SELECT c.id, c.name FROM contacts c
      WHERE c.workspace_id = own AND c.search_text LIKE patterns[1] AND c.search_text LIKE ALL (patterns[2:])
      LIMIT most
    ) f;
  ELSE
    SELECT array_agg(f.id), array_agg(f.name) INTO ids, names FROM (
      SELECT c.id, c.name FROM contacts c
      WHERE c.workspace_id = own
        AND fold_text(c.name) LIKE ANY (ARRAY[words[1] || '%', '% ' || words[1] || '%'])
        AND c.search_text LIKE ALL (patterns) LIMIT most_by_two_letters
    ) f;
    IF ids IS NULL THEN
      SELECT array_agg(f.id), array_agg(f.name) INTO ids, names FROM (
        SELECT c.id, c.name FROM contacts c
        WHERE c.workspace_id = own AND c.search_text LIKE ALL (patterns) LIMIT most
      ) f;
    END IF;
  END IF;
  IF ids IS NOT NULL THEN
    -- Folding costs more than comparing, and what is ASCII needs no more than its case folded.
    RETURN QUERY SELECT f.id, public.similarity(
      CASE WHEN octet_length(f.name) = length(f.name) THEN lower(f.name) ELSE fold_text(f.name) END, folded),
      cardinality(ids)
    FROM unnest(ids, names) f(id, name) ORDER BY 2 DESC, f.name, f.id OFFSET skip LIMIT at_most;
  ELSIF length(folded) BETWEEN 4 AND 60 AND cardinality(words) <= 4 AND folded !~ '[0-9@]' THEN
    RETURN QUERY
    WITH alike AS MATERIALIZED (
      SELECT c.id, c.name FROM contacts c
      WHERE c.workspace_id = own AND folded OPERATOR(public.<%) fold_text(c.name) LIMIT most
    )
    SELECT a.id, public.word_similarity(folded, fold_text(a.name)), (SELECT count(*)::integer FROM alike)
    FROM alike a ORDER BY 2 DESC, a.name, a.id OFFSET skip LIMIT at_most;
  END IF;
END $function$

CREATE OR REPLACE FUNCTION public.search_messages(typed text, before_sent_at timestamp with time zone, before_id uuid, at_most integer)
 RETURNS TABLE(message_id uuid, conversation_id uuid, sent_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'pg_catalog', 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  own uuid := current_setting('app.workspace_id')::uuid;
  wanted tsquery := message_query(typed);
  from_at timestamptz := before_sent_at;
  from_id uuid := before_id;
  to_at timestamptz;
  to_id uuid;
  stretch integer := 300;
  missing integer := at_most;
  found_now integer;
BEGIN
  IF numnode(wanted) = 0 OR at_most <= 0 THEN RETURN; END IF;
  LOOP
    RETURN QUERY
    SELECT walked.id, walked.conversation_id, walked.sent_at FROM (
      SELECT m.id, m.conversation_id, m.sent_at, m.search, m.deleted_at FROM messages m
      WHERE m.workspace_id = own AND (m.sent_at, m.id) < (from_at, from_id)
      ORDER BY m.sent_at DESC, m.id DESC LIMIT stretch
    ) walked WHERE walked.search @@ wanted AND walked.deleted_at IS NULL
    ORDER BY walked.sent_at DESC, walked.id DESC LIMIT missing;
    GET DIAGNOSTICS found_now = ROW_COUNT;
    missing := missing - found_now;
    IF missing <= 0 THEN RETURN; END IF;
    -- Where the stretch ends: messages_workspace_id_sent_at_id_idx alone. Nothing there: it reaches the beginning.
    SELECT m.sent_at, m.id INTO to_at, to_id FROM messages m
    WHERE m.workspace_id = own AND (m.sent_at, m.id) < (from_at, from_id)
    ORDER BY m.sent_at DESC, m.id DESC OFFSET stretch - 1 LIMIT 1;
    IF to_id IS NULL THEN RETURN; END IF;
    from_at := to_at;
    from_id := to_id;
    -- Walked a second time, or too rare for a second walk to bring the rest soon.
    EXIT WHEN stretch > 300 OR found_now = 0
      OR missing * 300.0 / found_now > greatest(3000, at_most * 12);
    stretch := ceil(missing * 450.0 / found_now)::integer + 300;
  END LOOP;
  RETURN QUERY
  WITH matching AS MATERIALIZED (
    SELECT m.id, m.conversation_id, m.sent_at FROM messages m
    WHERE m.workspace_id = own AND m.search @@ wanted AND m.deleted_at IS NULL
  )
  SELECT f.id, f.conversation_id, f.sent_at FROM matching f WHERE (f.sent_at, f.id) < (from_at, from_id)
  ORDER BY f.sent_at DESC, f.id DESC LIMIT missing;
END $function$

CREATE OR REPLACE FUNCTION public.system_api_key(hash bytea)
 RETURNS TABLE(workspace_id uuid, key_id uuid, slug text, workspace_name text, workspace_locale text, time_zone text, user_id uuid, member_id uuid, role text, display_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT w.id, k.id, w.slug, w.name, w.locale, w.time_zone, m.user_id, m.id, m.role, m.display_name
  FROM api_keys k
  JOIN memberships m ON m.workspace_id = k.workspace_id AND m.id = k.member_id AND m.removed_at IS NULL
  JOIN workspaces w ON w.id = k.workspace_id
  WHERE k.key_hash = hash AND k.revoked_at IS NULL;
END $function$

CREATE OR REPLACE FUNCTION public.system_channel(of_channel uuid)
 RETURNS TABLE(workspace_id uuid, connector text, network text, state text, settings jsonb, secrets jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.connector, c.network, c.state, c.settings,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'sealed', encode(s.sealed, 'base64')) ORDER BY s.created_at DESC, s.id DESC)
      FROM channel_secrets s
      WHERE s.workspace_id = c.workspace_id AND s.channel_id = c.id AND (s.retires_at IS NULL OR s.retires_at > now())), '[]')
  FROM channels c WHERE c.id = of_channel AND c.removed_at IS NULL;
END $function$

CREATE OR REPLACE FUNCTION public.system_due_feeds(most integer)
 RETURNS TABLE(workspace_id uuid, channel_id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT f.workspace_id, f.channel_id, f.name FROM channel_feeds f
  JOIN channels c ON c.workspace_id = f.workspace_id AND c.id = f.channel_id
  WHERE f.state = 'running' AND f.next_at <= now() AND (f.leased_until IS NULL OR f.leased_until <= now())
    AND c.removed_at IS NULL AND c.state = 'active'
  ORDER BY f.next_at LIMIT most;
END $function$

CREATE OR REPLACE FUNCTION public.system_due_refreshes(most integer)
 RETURNS TABLE(workspace_id uuid, channel_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.id FROM channels c
  WHERE c.refresh_at <= now() + interval '60 seconds' AND (c.refresh_not_before IS NULL OR c.refresh_not_before <= now())
    AND c.removed_at IS NULL AND c.state IN ('active', 'paused')
  ORDER BY c.refresh_at LIMIT most;
END $function$

CREATE OR REPLACE FUNCTION public.system_due_snoozes(at_most integer)
 RETURNS TABLE(workspace_id uuid, conversation_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.id FROM conversations c
  WHERE c.status = 'snoozed' AND c.snoozed_until <= now()
  ORDER BY c.snoozed_until LIMIT at_most;
END $function$

CREATE OR REPLACE FUNCTION public.system_invitation(hash bytea)
 RETURNS TABLE(workspace_id uuid, invitation_id uuid, slug text, workspace_name text, email text, role text, invited_by text, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT w.id, i.id, w.slug, w.name, i.email, i.role, m.display_name, i.expires_at
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  LEFT JOIN memberships m ON m.workspace_id = i.workspace_id AND m.id = i.invited_by_id
  WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL;
END $function$

CREATE OR REPLACE FUNCTION public.system_memberships(of_user uuid)
 RETURNS TABLE(workspace_id uuid, slug text, workspace_name text, member_id uuid, role text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT w.id, w.slug, w.name, m.id, m.role
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = of_user AND m.removed_at IS NULL
  ORDER BY w.name, w.id;
END $function$

CREATE OR REPLACE FUNCTION public.system_outbox_after(after_xid xid8, after_id uuid, at_most integer)
 RETURNS TABLE(workspace_id uuid, id uuid, xid xid8, type text, payload jsonb, member_id uuid, created_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT e.workspace_id, e.id, e.xid, e.type, e.payload, e.member_id, e.created_at
  FROM outbox_events e
  WHERE (e.xid, e.id) > (after_xid, after_id) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY e.xid, e.id
  LIMIT at_most;
END $function$

CREATE OR REPLACE FUNCTION public.system_session(session_id uuid, workspace_slug text)
 RETURNS TABLE(user_id uuid, email text, user_name text, user_locale text, theme text, workspace_id uuid, slug text, workspace_name text, workspace_locale text, time_zone text, member_id uuid, role text, display_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT u.id, u.email, u.name, u.locale, u.theme, w.id, w.slug, w.name, w.locale, w.time_zone, m.id, m.role, m.display_name
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  LEFT JOIN (memberships m JOIN workspaces w ON w.id = m.workspace_id AND w.slug = workspace_slug)
    ON m.user_id = u.id AND m.removed_at IS NULL
  WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now();
END $function$

CREATE OR REPLACE FUNCTION public.system_streaming_channels(speaking text[], most integer)
 RETURNS TABLE(workspace_id uuid, channel_id uuid, revision text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT c.workspace_id, c.id, md5(c.settings::text || coalesce((SELECT string_agg(s.id::text, ',' ORDER BY s.id) FROM channel_secrets s
    WHERE s.workspace_id = c.workspace_id AND s.channel_id = c.id AND (s.retires_at IS NULL OR s.retires_at > now())), ''))
  FROM channels c
  WHERE c.connector = ANY (speaking) AND c.removed_at IS NULL AND c.state = 'active'
  ORDER BY c.id LIMIT most;
END $function$

CREATE OR REPLACE FUNCTION public.system_workspaces()
 RETURNS TABLE(workspace_id uuid, slug text, workspace_name text, created_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY SELECT w.id, w.slug, w.name, w.created_at FROM workspaces w ORDER BY w.created_at, w.id;
END $function$

