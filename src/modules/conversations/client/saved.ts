import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { callApi } from '@/modules/workspaces/client';
import type {
  createReplyInput,
  SavedReply,
  SavedView,
  saveViewInput,
  updateReplyInput,
  updateViewInput,
} from '../contract/saved';
import { conversationKeys, viewsOptions } from './queries';

export function useSaveViewMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof saveViewInput>) =>
      callApi<SavedView>(slug, 'views', { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.views(slug) }),
  });
}

/** Shown at once, put back where it is refused. */
export function useUpdateViewMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ viewId, ...body }: z.input<typeof updateViewInput>) =>
      callApi<SavedView>(slug, `views/${viewId}`, { method: 'PATCH', body }),
    onMutate: async ({ viewId, ...change }) => {
      const { queryKey } = viewsOptions(slug);
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(
        queryKey,
        (views) =>
          views && {
            data: views.data.map((view) =>
              view.id === viewId ? { ...view, ...(change as Partial<SavedView>) } : view,
            ),
          },
      );
      return { before };
    },
    onError: (_error, _change, kept) => client.setQueryData(viewsOptions(slug).queryKey, kept?.before),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.all(slug) }),
  });
}

export function useDeleteViewMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ viewId }: { viewId: string }) =>
      callApi<void>(slug, `views/${viewId}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.views(slug) }),
  });
}

export function useOrderViewsMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => callApi<void>(slug, 'views/order', { method: 'PUT', body: { ids } }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.views(slug) }),
  });
}

/** With `savedReplyId` it is changed, without it is new. */
export function useSaveReplyMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reply: z.input<typeof createReplyInput> | z.input<typeof updateReplyInput>) => {
      if (!('savedReplyId' in reply)) {
        return callApi<SavedReply>(slug, 'saved-replies', { method: 'POST', body: reply });
      }
      const { savedReplyId, ...body } = reply;
      return callApi<SavedReply>(slug, `saved-replies/${savedReplyId}`, { method: 'PATCH', body });
    },
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.replies(slug) }),
  });
}

export function useDeleteReplyMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ savedReplyId }: { savedReplyId: string }) =>
      callApi<void>(slug, `saved-replies/${savedReplyId}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationKeys.replies(slug) }),
  });
}
