import type { z } from 'zod';
import { decodeCursor, toPage } from '@/kernel/pagination';
import type { MemberContext } from '@/platform/context/context';
import type { ConversationSummary } from '../contract';
import type { foundMessage, SearchOutput, searchInput } from '../contract/search';
import { excerptAround, findHits, findParts } from '../domain/highlight';
import { foundMessagesSql, foundPeopleSql } from '../sql/search';
import { authorOf, type MessageRow } from '../store/message-row';

type FoundMessage = z.infer<typeof foundMessage>;

interface PersonRow {
  id: string;
  name: string;
  avatarUrl: string | null;
  total: number;
  handles: string[];
}

interface FoundRow
  extends Pick<
    MessageRow,
    | 'id'
    | 'conversation_id'
    | 'text'
    | 'direction'
    | 'sent_at'
    | 'contact_id'
    | 'contact_name'
    | 'contact_avatar_url'
    | 'member_id'
    | 'member_name'
  > {
  subject: string | null;
  status: ConversationSummary['status'];
  network: ConversationSummary['channel']['network'];
  channel_id: string;
  channel_name: string;
  person_id: string | null;
  person_name: string | null;
  person_avatar_url: string | null;
}

const PEOPLE = 5;

/** People and messages for what was typed; the first page carries people and their number. One flush. */
export async function search(
  context: MemberContext,
  { q, limit, cursor }: z.output<typeof searchInput>,
): Promise<SearchOutput> {
  const workspaceId = context.workspace.id;
  const before = cursor ? decodeCursor(cursor, ['instant', 'id']) : null;
  const messages = foundMessagesSql(workspaceId, q, before, limit + 1);
  const [found, people] = before
    ? [await context.db.query<FoundRow>(messages), []]
    : await context.db.pipeline<[FoundRow[], PersonRow[]]>(messages, foundPeopleSql(workspaceId, q, PEOPLE));
  const page = toPage(found, limit, (row) => [row.sent_at.toISOString(), row.id]);
  return {
    people: {
      data: people.map(({ id, name, avatarUrl, handles }) => ({
        id,
        name,
        avatarUrl,
        handles,
        nameHits: findParts(name, q),
      })),
      total: people[0]?.total ?? 0,
    },
    data: page.data.map((row) => toFound(row, q)),
    nextCursor: page.nextCursor,
  };
}

function toFound(row: FoundRow, q: string): FoundMessage {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    conversation: {
      subject: row.subject,
      channel: { id: row.channel_id, name: row.channel_name, network: row.network },
      status: row.status,
      contact: row.person_id
        ? { id: row.person_id, name: row.person_name ?? '', avatarUrl: row.person_avatar_url }
        : null,
    },
    author: authorOf(row),
    direction: row.direction,
    sentAt: row.sent_at.toISOString(),
    ...excerptAround(row.text, findHits(row.text, q)),
  };
}
