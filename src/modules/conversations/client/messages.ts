import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { callApi } from '@/modules/workspaces/client';
import type { MessageView, sendMessageInput, ThreadPage } from '../contract';
import { conversationKeys, threadOptions } from './queries';

type Thread = InfiniteData<ThreadPage, unknown>;

export interface SendVariables {
  conversationId: string;
  /** Made by the caller (`newId()`), so that a repeated request is the same message. */
  messageId: string;
  text: string;
  mode?: 'public' | 'private' | 'note';
  replyToId?: string;
  mentions?: string[];
  attachmentIds?: string[];
  lastSeenMessageId?: string;
  sendAnyway?: boolean;
  /** What is shown until the server answers. */
  preview: MessageView;
}

/** Writes a message; it stands in the thread at once and leaves it where it is refused (`someone_answered`, …). */
export function useSendMessageMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ conversationId, preview: _, ...body }: SendVariables) =>
      callApi<MessageView>(slug, `conversations/${conversationId}/messages`, {
        method: 'POST',
        body: body satisfies Omit<z.input<typeof sendMessageInput>, 'conversationId'>,
      }),
    onMutate: ({ conversationId, preview }) =>
      patchThread(client, slug, conversationId, (messages) => [...messages, preview]),
    onError: (_error, { conversationId }, before) => restoreThread(client, slug, conversationId, before),
    // Nobody waits for it: a refusal, and the words it gives back, are there at once.
    onSettled: (_data, _error, { conversationId }) => void settle(client, slug, conversationId),
  });
}

/** Takes a message back within the five seconds before it leaves. */
export function useCancelMessageMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ conversationId, messageId }: { conversationId: string; messageId: string }) =>
      callApi<MessageView>(slug, `conversations/${conversationId}/messages/${messageId}/cancellation`, {
        method: 'POST',
      }),
    onMutate: ({ conversationId, messageId }) =>
      patchThread(client, slug, conversationId, (messages) => messages.filter(({ id }) => id !== messageId)),
    onError: (_error, { conversationId }, before) => restoreThread(client, slug, conversationId, before),
    // Nobody waits for it: a refusal, and the words it gives back, are there at once.
    onSettled: (_data, _error, { conversationId }) => void settle(client, slug, conversationId),
  });
}

export function useRetryMessageMutation(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ conversationId, messageId }: { conversationId: string; messageId: string }) =>
      callApi<MessageView>(slug, `conversations/${conversationId}/messages/${messageId}/retry`, {
        method: 'POST',
      }),
    onMutate: ({ conversationId, messageId }) =>
      patchThread(client, slug, conversationId, (messages) =>
        messages.map((message) =>
          message.id === messageId && message.send
            ? { ...message, send: { ...message.send, state: 'queued' as const, reason: null, detail: null } }
            : message,
        ),
      ),
    onError: (_error, { conversationId }, before) => restoreThread(client, slug, conversationId, before),
    // Nobody waits for it: a refusal, and the words it gives back, are there at once.
    onSettled: (_data, _error, { conversationId }) => void settle(client, slug, conversationId),
  });
}

async function patchThread(
  client: QueryClient,
  slug: string,
  conversationId: string,
  change: (messages: MessageView[]) => MessageView[],
): Promise<{ thread: Thread | undefined }> {
  const { queryKey } = threadOptions(slug, conversationId);
  await client.cancelQueries({ queryKey });
  const thread = client.getQueryData(queryKey);
  client.setQueryData(queryKey, (data) => {
    // The first page is the newest; a message is only ever added there.
    if (!data) return data;
    const [newest, ...older] = data.pages;
    return newest ? { ...data, pages: [{ ...newest, data: change(newest.data) }, ...older] } : data;
  });
  return { thread };
}

function restoreThread(
  client: QueryClient,
  slug: string,
  conversationId: string,
  before: { thread: Thread | undefined } | undefined,
): void {
  client.setQueryData(threadOptions(slug, conversationId).queryKey, before?.thread);
}

function settle(client: QueryClient, slug: string, conversationId: string) {
  const { thread, detail, lists, counts } = conversationKeys;
  const keys = [thread(slug, conversationId), detail(slug, conversationId), lists(slug), counts(slug)];
  return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
