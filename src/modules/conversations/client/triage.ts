import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { tagsOptions } from '@/modules/contacts/client';
import { callApi, membersOptions } from '@/modules/workspaces/client';
import type { BulkProgress, bulkTriageInput, ConversationSummary, TriageAction } from '../contract';
import { applyAction, patchConversations, restore } from './patch-conversations';
import { conversationKeys, conversationOptions } from './queries';

export interface TriageVariables {
  conversationId: string;
  action: TriageAction;
}

export interface TriageAnswer {
  conversation: ConversationSummary;
  undoId: string | null;
}

/** One change to one conversation: seen at once, taken back with the reason where it is refused. */
export function useTriageMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ conversationId, action }: TriageVariables) =>
      callApi<TriageAnswer>(slug, `conversations/${conversationId}/changes`, {
        method: 'POST',
        body: { action },
      }),
    onMutate: ({ conversationId, action }) => patchAll(client, slug, [conversationId], action),
    onError: (_error, _variables, snapshot) => restore(client, snapshot),
    onSuccess: ({ conversation }) =>
      client.setQueryData(
        conversationOptions(slug, conversation.id).queryKey,
        (detail) => detail && { ...detail, ...conversation },
      ),
    onSettled: (_data, _error, { conversationId }) => settle(client, slug, conversationId),
  });
}

/** Many at once: those that are shown change at once, the rest while the server works. */
export function useBulkTriageMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof bulkTriageInput>) =>
      callApi<BulkProgress>(slug, 'bulk-changes', { method: 'POST', body }),
    onMutate: ({ action, selection }) =>
      'ids' in selection ? patchAll(client, slug, selection.ids, action) : undefined,
    onError: (_error, _variables, snapshot) => restore(client, snapshot),
    onSuccess: (progress) => client.setQueryData(conversationKeys.bulk(slug, progress.id), progress),
    onSettled: () => settle(client, slug),
  });
}

/** Puts back what a change, single or bulk, changed and nobody has changed since. */
export function useUndoMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ undoId }: { undoId: string }) =>
      callApi<BulkProgress>(slug, `bulk-changes/${undoId}/reversal`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.all(slug) }),
  });
}

export function useMarkReadMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ conversationId }: { conversationId: string }) =>
      callApi<void>(slug, `conversations/${conversationId}/read-marker`, { method: 'PUT' }),
    onMutate: ({ conversationId }) => patchAll(client, slug, [conversationId], { type: 'mark_read' }),
    onError: (_error, _variables, snapshot) => restore(client, snapshot),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.counts(slug) }),
  });
}

function patchAll(client: QueryClient, slug: string, ids: readonly string[], action: TriageAction) {
  const names = {
    members: client.getQueryData(membersOptions(slug).queryKey)?.data ?? [],
    tags: client.getQueryData(tagsOptions(slug).queryKey)?.data ?? [],
  };
  return patchConversations(client, slug, new Set(ids), (row) => applyAction(row, action, names));
}

function settle(client: QueryClient, slug: string, conversationId?: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: conversationKeys.lists(slug) }),
    client.invalidateQueries({ queryKey: conversationKeys.counts(slug) }),
    ...(conversationId === undefined
      ? []
      : [client.invalidateQueries({ queryKey: conversationKeys.thread(slug, conversationId) })]),
  ]);
}
