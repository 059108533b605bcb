import type { z } from 'zod';
import { conflict, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineUseCase } from '@/platform/context/use-case';
import { type ConversationSummary, triageInput } from '../contract';
import { conversationChanged, conversationRead } from '../events';
import { getSummary } from '../queries/get-conversation';
import { applyTriage } from '../store/apply-triage';
import { insertBulkChange } from '../store/bulk-changes';

export interface TriageAnswer {
  conversation: ConversationSummary;
  undoId: string | null;
}

/**
 * One change to one conversation, with its history, audit line and undo. Refuses what is so already
 * (`already_resolved`, …) and a snooze into the past; assigning to whom it belongs anyway changes nothing.
 */
export const triageConversation = defineUseCase({
  name: 'conversations.triage',
  permission: 'conversations.triage',
  input: triageInput,
  run: async (context, { conversationId, action }: z.output<typeof triageInput>): Promise<TriageAnswer> => {
    const { db, actor, emit, audit } = context;
    const { kept, refused, isReading } = await applyTriage(context, [conversationId], action, actor.memberId);
    const reason = refused[0]?.reason;
    if (reason === 'conversation_not_found') throw notFound(reason);
    if (reason && reason !== 'unchanged') throw conflict(reason);
    let undoId: string | null = null;
    if (kept.length > 0) {
      undoId = newId();
      const state = { state: 'done' as const, total: 1, done: 1, refused: 0 };
      const selection = { ids: [conversationId] };
      await insertBulkChange(db, {
        id: undoId,
        memberId: actor.memberId,
        action,
        selection,
        ...state,
        before: kept,
      });
      emit(conversationChanged(conversationId));
      audit({
        action: `conversations.${action.type}`,
        subjectType: 'conversation',
        subjectId: conversationId,
        data: { ...action },
      });
    }
    if (isReading) emit(conversationRead(conversationId, actor.memberId));
    return { conversation: await getSummary(context, actor.memberId, conversationId), undoId };
  },
});
