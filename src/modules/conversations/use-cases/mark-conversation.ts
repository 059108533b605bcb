import type { z } from 'zod';
import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { readMarkerInput } from '../contract/changes';
import { conversationRead } from '../events';
import { setReadMarkers } from '../store/read-markers';

type Input = z.output<typeof readMarkerInput>;

/** The member has read everything there is. No history, no audit line: reading is not an act on the conversation. */
export const markConversationRead = defineUseCase({
  name: 'conversations.mark_read',
  permission: 'conversations.read',
  input: readMarkerInput,
  run: async ({ db, actor, emit }, { conversationId }: Input): Promise<void> => {
    const known = await setReadMarkers(db, actor.memberId, [conversationId], 'mark_read');
    if (known.length === 0) throw notFound('conversation_not_found');
    emit(conversationRead(conversationId, actor.memberId));
  },
});

export const markConversationUnread = defineUseCase({
  name: 'conversations.mark_unread',
  permission: 'conversations.read',
  input: readMarkerInput,
  run: async ({ db, actor, emit }, { conversationId }: Input): Promise<void> => {
    const known = await setReadMarkers(db, actor.memberId, [conversationId], 'mark_unread');
    if (known.length === 0) throw notFound('conversation_not_found');
    emit(conversationRead(conversationId, actor.memberId));
  },
});
