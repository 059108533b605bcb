import { newId } from '@/kernel/ids';
import type { ConversationStatus } from '@/kernel/vocabulary';
import { tallyStatement } from '@/modules/conversations/store/tallies';
import { sql } from '@/platform/db/sql';
import type { TestWorkspace } from './workspaces';

/** A channel of the API connector, the least that is valid. */
export async function aChannel(
  { id: workspaceId, db }: TestWorkspace,
  overrides: { connector?: string; network?: string; name?: string; state?: string } = {},
): Promise<string> {
  const { connector = 'api', network = connector, name = 'Channel', state = 'active' } = overrides;
  const id = newId();
  await db.models.channel.create({ data: { workspaceId, id, connector, network, name, state } });
  return id;
}

export async function aContact(
  { id: workspaceId, db }: TestWorkspace,
  overrides: { name?: string; attributes?: object; attentionWeight?: number; searchText?: string } = {},
): Promise<string> {
  const id = newId();
  const name = overrides.name ?? `Person ${id.slice(-4)}`;
  const attributes = JSON.stringify(overrides.attributes ?? {});
  await db.query(sql`INSERT INTO contacts (workspace_id, id, name, attributes, attention_weight, search_text)
    VALUES (${workspaceId}, ${id}, ${name}, ${attributes}::jsonb, ${overrides.attentionWeight ?? 0}, fold_text(${name}))`);
  return id;
}

export async function aTag({ id: workspaceId, db }: TestWorkspace, name: string): Promise<string> {
  const id = newId();
  await db.models.tag.create({ data: { workspaceId, id, name } });
  return id;
}

export async function aTeam({ id: workspaceId, db }: TestWorkspace, name: string): Promise<string> {
  const id = newId();
  await db.models.team.create({ data: { workspaceId, id, name } });
  return id;
}

export interface ConversationOverrides {
  channelId: string;
  contactId?: string | null;
  status?: ConversationStatus;
  assigneeId?: string | null;
  teamId?: string | null;
  priority?: number;
  kind?: string;
  visibility?: string;
  network?: string;
  language?: string | null;
  waitingSince?: Date | null;
  attentionAt?: Date | null;
  lastMessageAt?: Date;
  lastInboundAt?: Date | null;
  snoozedUntil?: Date | null;
}

/** A conversation that is counted, as every writer must; without messages. */
export async function aConversation(workspace: TestWorkspace, given: ConversationOverrides): Promise<string> {
  const { id: workspaceId, db } = workspace;
  const id = newId();
  const status = given.status ?? 'open';
  const lastMessageAt = given.lastMessageAt ?? new Date();
  const snoozedUntil = status === 'snoozed' ? (given.snoozedUntil ?? new Date(Date.now() + 3_600_000)) : null;
  const cell = {
    status,
    channelId: given.channelId,
    assigneeId: given.assigneeId ?? null,
    teamId: given.teamId ?? null,
  };
  const { channelId, assigneeId, teamId } = cell;
  const { waitingSince = null, attentionAt = null } = given;
  await db.pipeline(
    sql`INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, network, kind, visibility, status,
        priority, assignee_id, team_id, language, waiting_since, due_at, attention_at, snoozed_until, last_message_at, last_inbound_at)
      VALUES (${workspaceId}, ${id}, ${channelId}, ${id}, ${given.contactId ?? null}, ${given.network ?? 'api'},
        ${given.kind ?? 'comment'}, ${given.visibility ?? 'public'}, ${status}, ${given.priority ?? 0}, ${assigneeId}, ${teamId},
        ${given.language ?? null}, ${waitingSince}, ${attentionAt}, ${attentionAt}, ${snoozedUntil}, ${lastMessageAt},
        ${given.lastInboundAt === undefined ? lastMessageAt : given.lastInboundAt})`,
    ...tallyStatement(workspaceId, null, cell),
  );
  return id;
}

export async function aMessage(
  { id: workspaceId, db }: TestWorkspace,
  given: {
    conversationId: string;
    channelId: string;
    text?: string;
    direction?: 'inbound' | 'outbound';
    memberId?: string | null;
    contactId?: string | null;
    sentAt?: Date;
    kind?: string;
    visibility?: string;
  },
): Promise<string> {
  const id = newId();
  const { conversationId, channelId, direction = 'inbound', text = 'Hello', sentAt = new Date() } = given;
  await db.query(sql`INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, member_id, kind, direction,
      visibility, text, sent_at, version_at, search)
    VALUES (${workspaceId}, ${id}, ${conversationId}, ${channelId}, ${given.contactId ?? null}, ${given.memberId ?? null},
      ${given.kind ?? 'comment'}, ${direction}, ${given.visibility ?? 'public'}, ${text}, ${sentAt}, ${sentAt}, message_search(${text}::text))`);
  return id;
}

/** What a use-case left behind: types of its events, actions of its audit lines, oldest first. */
export async function trailOf({ db, id }: TestWorkspace): Promise<{ events: string[]; audits: string[] }> {
  const [events, audits] = await db.pipeline<[{ type: string }[], { action: string }[]]>(
    sql`SELECT type FROM outbox_events WHERE workspace_id = ${id} ORDER BY xid, id`,
    sql`SELECT action FROM audit_entries WHERE workspace_id = ${id} ORDER BY created_at, id`,
  );
  return { events: events.map(({ type }) => type), audits: audits.map(({ action }) => action) };
}
