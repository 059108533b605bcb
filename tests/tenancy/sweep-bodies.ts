import { newId } from '@/kernel/ids';

type Body = (ids: Record<string, string>) => Record<string, unknown>;

/**
 * A body each writing route would accept, naming the victim's things wherever it names any. A route without a line
 * here fails the sweep: writing it is part of writing the route.
 */
export const sweepBodies: Record<string, Body> = {
  'POST /api/v1/views': () => ({ name: 'Mine', query: {}, sort: 'newest' }),
  'PUT /api/v1/views/order': ({ viewId }) => ({ viewIds: [viewId] }),
  'PATCH /api/v1/views/[viewId]': () => ({ name: 'Taken' }),
  'DELETE /api/v1/views/[viewId]': () => ({}),
  'POST /api/v1/conversations/[conversationId]/changes': () => ({ action: { type: 'resolve' } }),
  'POST /api/v1/conversations/[conversationId]/presence': () => ({ state: 'viewing' }),
  'POST /api/v1/conversations/[conversationId]/messages': () => ({ text: 'From outside' }),
  'PUT /api/v1/conversations/[conversationId]/messages/[messageId]/sentiment': () => ({
    sentiment: 'negative',
  }),
  'POST /api/v1/conversations/[conversationId]/messages/[messageId]/retry': () => ({}),
  'POST /api/v1/conversations/[conversationId]/messages/[messageId]/cancellation': () => ({}),
  'PUT /api/v1/conversations/[conversationId]/read-marker': () => ({}),
  'DELETE /api/v1/conversations/[conversationId]/read-marker': () => ({}),
  'POST /api/v1/bulk-changes': ({ conversationId }) => ({
    action: { type: 'resolve' },
    selection: { ids: [conversationId] },
  }),
  'POST /api/v1/bulk-changes/[bulkChangeId]/reversal': () => ({}),
  'PATCH /api/v1/contacts/[contactId]': () => ({ name: 'Taken' }),
  'POST /api/v1/contacts/[contactId]/notes': () => ({ text: 'From outside' }),
  'PATCH /api/v1/contacts/[contactId]/notes/[noteId]': () => ({ text: 'Taken' }),
  'DELETE /api/v1/contacts/[contactId]/notes/[noteId]': () => ({}),
  'POST /api/v1/contacts/[contactId]/tags': ({ tagId }) => ({ tagIds: [tagId] }),
  'DELETE /api/v1/contacts/[contactId]/tags/[tagId]': () => ({}),
  'POST /api/v1/saved-replies': () => ({ shortcut: `own-${newId()}`, name: 'Own', text: 'Own' }),
  'PATCH /api/v1/saved-replies/[savedReplyId]': () => ({ name: 'Taken' }),
  'DELETE /api/v1/saved-replies/[savedReplyId]': () => ({}),
  'POST /api/v1/attachments': () => ({}),
  'POST /api/v1/channels': () => ({ connector: 'api', name: 'Own' }),
  'PATCH /api/v1/channels/[channelId]': () => ({ name: 'Taken' }),
  'DELETE /api/v1/channels/[channelId]': () => ({}),
  'POST /api/v1/channels/[channelId]/backfill': () => ({ days: 7 }),
  'DELETE /api/v1/channels/[channelId]/backfill': () => ({}),
  'POST /api/v1/channels/[channelId]/replay': () => ({}),
  'POST /api/v1/channels/[channelId]/retry': () => ({}),
  'POST /api/v1/channels/[channelId]/secrets': () => ({ name: 'signingSecret' }),
  'POST /api/v1/channels/[channelId]/hand-over': ({ teamId }) => ({ teamId: teamId ?? null, moveOpen: true }),
  'POST /api/v1/channels/[channelId]/routing-rules': () => ({ name: 'Own', teamId: null }),
  'PATCH /api/v1/channels/[channelId]/routing-rules/[ruleId]': () => ({ name: 'Taken' }),
  'DELETE /api/v1/channels/[channelId]/routing-rules/[ruleId]': () => ({}),
  'PUT /api/v1/channels/[channelId]/routing-rules/order': ({ ruleId }) => ({ ruleIds: [ruleId] }),
  'POST /api/v1/listening/queries': () => ({ name: 'Own', anyOf: ['own'] }),
  'PATCH /api/v1/listening/queries/[queryId]': () => ({ name: 'Taken' }),
  'DELETE /api/v1/listening/queries/[queryId]': () => ({}),
  'POST /api/v1/listening/silence-rules': () => ({ words: ['own'] }),
  'PATCH /api/v1/listening/silence-rules/[silenceRuleId]': () => ({ isActive: false }),
  'DELETE /api/v1/listening/silence-rules/[silenceRuleId]': () => ({}),
  'POST /api/v1/listening/silence-rules/[silenceRuleId]/reversal': () => ({}),
  'POST /api/v1/listening/spread/[alertId]/false-alarm': () => ({}),
  'DELETE /api/v1/listening/spread/weights/[signal]': () => ({}),
  'POST /api/v1/tags': () => ({ name: `Own ${newId()}` }),
  'PATCH /api/v1/tags/[tagId]': () => ({ name: 'Taken' }),
  'DELETE /api/v1/tags/[tagId]': () => ({}),
  'POST /api/v1/tags/[tagId]/merger': () => ({ intoTagId: newId() }),
};

/** Routes that name the victim's things and rightly answer something else than "not found". */
export const otherAnswers: Record<string, { status: number; because: string }> = {
  'DELETE /api/v1/listening/spread/weights/[signal]': {
    status: 204,
    because: 'signals are the same everywhere',
  },
};
