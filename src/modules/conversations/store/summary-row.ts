import type { ConversationSummary } from '../contract';

/** A row of `summaryColumns` as the driver gives it. */
export interface SummaryRow {
  id: string;
  channel_id: string;
  channel_name: string;
  network: ConversationSummary['channel']['network'];
  contact_id: string | null;
  contact_name: string | null;
  contact_avatar_url: string | null;
  attention_weight: number | null;
  kind: ConversationSummary['kind'];
  visibility: ConversationSummary['visibility'];
  subject: string | null;
  preview: string;
  preview_direction: ConversationSummary['previewDirection'];
  status: ConversationSummary['status'];
  priority: ConversationSummary['priority'];
  assignee_id: string | null;
  assignee_name: string | null;
  team_id: string | null;
  language: string | null;
  waiting_since: Date | null;
  due_at: Date | null;
  attention_at: Date | null;
  snoozed_until: Date | null;
  last_message_at: Date;
  message_count: number;
  is_unread: boolean;
  matched_terms: string[];
  spreading_since: Date | null;
  tags: ConversationSummary['tags'] | null;
}

export type TagRow = ConversationSummary['tags'][number];

/** A row of `listColumns` with the workspace's tags; one added since those were read is left out. */
export function toListSummary(
  row: Omit<SummaryRow, 'tags'> & { tag_ids: readonly string[] },
  tags: ReadonlyMap<string, TagRow>,
): ConversationSummary {
  return summaryOf(
    row,
    row.tag_ids.flatMap((id) => tags.get(id) ?? []),
  );
}

export function toSummary(row: SummaryRow): ConversationSummary {
  return summaryOf(row, row.tags ?? []);
}

function summaryOf(row: Omit<SummaryRow, 'tags'>, tags: TagRow[]): ConversationSummary {
  return {
    id: row.id,
    channel: { id: row.channel_id, name: row.channel_name, network: row.network },
    contact:
      row.contact_id === null
        ? null
        : { id: row.contact_id, name: row.contact_name ?? '', avatarUrl: row.contact_avatar_url },
    kind: row.kind,
    visibility: row.visibility,
    subject: row.subject,
    preview: row.preview,
    previewDirection: row.preview_direction,
    status: row.status,
    priority: row.priority,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    teamId: row.team_id,
    // Sorted here: in the statement it would cost a sort a row.
    tags: tags.length > 1 ? tags.sort((a, b) => a.name.localeCompare(b.name)) : tags,
    language: row.language,
    isUnread: row.is_unread,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    attention: attentionOf(row),
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    lastMessageAt: row.last_message_at.toISOString(),
    messageCount: row.message_count,
    matchedTerms: row.matched_terms,
    spreadingSince: row.spreading_since?.toISOString() ?? null,
  };
}

function attentionOf(
  row: Pick<SummaryRow, 'due_at' | 'attention_at' | 'visibility' | 'attention_weight'>,
): ConversationSummary['attention'] {
  if (!row.due_at || !row.attention_at) return null;
  return {
    dueAt: row.due_at.toISOString(),
    at: row.attention_at.toISOString(),
    isPublic: row.visibility === 'public',
    personWeight: row.attention_weight ?? 0,
  };
}
