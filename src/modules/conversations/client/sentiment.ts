import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Sentiment } from '@/kernel/vocabulary';
import { callApi } from '@/modules/workspaces/client';
import type { MessageView } from '../contract';
import { threadOptions } from './queries';

/** Says how a message sounds; it shows at once and goes back where it is refused. */
export function useCorrectSentimentMutation(slug: string, { conversationId, id }: MessageView) {
  const client = useQueryClient();
  const { queryKey } = threadOptions(slug, conversationId);
  return useMutation({
    mutationFn: (sentiment: Sentiment) =>
      callApi<MessageView>(slug, `conversations/${conversationId}/messages/${id}/sentiment`, {
        method: 'PUT',
        body: { sentiment },
      }),
    onMutate: async (value) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      const sentiment = { value, confidence: 1, source: 'person' as const };
      client.setQueryData(
        queryKey,
        (thread) =>
          thread && {
            ...thread,
            pages: thread.pages.map((page) => ({
              ...page,
              data: page.data.map((message) => (message.id === id ? { ...message, sentiment } : message)),
            })),
          },
      );
      return { before };
    },
    onError: (_error, _sentiment, result) => client.setQueryData(queryKey, result?.before),
    onSettled: () => void client.invalidateQueries({ queryKey }),
  });
}
