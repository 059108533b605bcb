import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { TagView } from '@/modules/contacts/contract';
import type { Member } from '@/modules/workspaces/client';
import type { ConversationDetail, ConversationPage, ConversationSummary, TriageAction } from '../contract';
import { conversationKeys } from './queries';

type Lists = [readonly unknown[], InfiniteData<ConversationPage, string | null> | undefined][];

/** What the caches held before a change, for putting it back. */
export interface Snapshot {
  lists: Lists;
  details: [readonly unknown[], ConversationDetail | undefined][];
}

/** Changes conversations wherever a cache shows them, lists and detail; the rows stay where they are. */
export async function patchConversations(
  client: QueryClient,
  slug: string,
  ids: ReadonlySet<string>,
  change: (conversation: ConversationSummary) => ConversationSummary,
): Promise<Snapshot> {
  const lists = { queryKey: conversationKeys.lists(slug) };
  const details = { queryKey: [...conversationKeys.all(slug), 'detail'] };
  await Promise.all([client.cancelQueries(lists), client.cancelQueries(details)]);
  const snapshot: Snapshot = {
    lists: client.getQueriesData<InfiniteData<ConversationPage, string | null>>(lists),
    details: client.getQueriesData<ConversationDetail>(details),
  };
  client.setQueriesData<InfiniteData<ConversationPage, string | null>>(
    lists,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          data: page.data.map((row) => (ids.has(row.id) ? change(row) : row)),
        })),
      },
  );
  client.setQueriesData<ConversationDetail>(details, (detail) =>
    detail && ids.has(detail.id) ? { ...detail, ...change(detail) } : detail,
  );
  return snapshot;
}

export function restore(client: QueryClient, snapshot: Snapshot | undefined): void {
  for (const [key, data] of [...(snapshot?.lists ?? []), ...(snapshot?.details ?? [])]) {
    client.setQueryData(key, data);
  }
}

/** A conversation as it will stand after an action, as far as it can be known before the server says so. */
export function applyAction(
  conversation: ConversationSummary,
  action: TriageAction,
  names: { members: readonly Member[]; tags: readonly TagView[] },
): ConversationSummary {
  const calm = { waitingSince: null, attention: null };
  switch (action.type) {
    case 'assign': {
      const member = names.members.find(({ id }) => id === action.assigneeId);
      return { ...conversation, assignee: member ? { id: member.id, name: member.name } : null };
    }
    case 'set_team':
      return { ...conversation, teamId: action.teamId };
    case 'resolve':
      return { ...conversation, ...calm, status: 'resolved', snoozedUntil: null };
    case 'silence':
      return { ...conversation, status: 'silenced' };
    case 'unsilence':
      return { ...conversation, status: 'overheard' };
    case 'take_up':
    case 'reopen':
      return { ...conversation, status: 'open', snoozedUntil: null };
    case 'set_pending':
      return { ...conversation, status: 'pending', snoozedUntil: null };
    case 'snooze':
      return { ...conversation, status: 'snoozed', snoozedUntil: action.until };
    case 'set_priority':
      return { ...conversation, priority: action.priority };
    case 'add_tags': {
      const added = names.tags.filter(({ id }) => action.tagIds.includes(id));
      const kept = conversation.tags.filter(({ id }) => !action.tagIds.includes(id));
      return { ...conversation, tags: [...kept, ...added].sort((a, b) => a.name.localeCompare(b.name)) };
    }
    case 'remove_tags':
      return { ...conversation, tags: conversation.tags.filter(({ id }) => !action.tagIds.includes(id)) };
    case 'mark_read':
      return { ...conversation, isUnread: false };
    case 'mark_unread':
      return { ...conversation, isUnread: true };
    case 'move_to_private':
      return { ...conversation, visibility: 'private' };
  }
}
