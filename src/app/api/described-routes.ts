import type { Door } from '@/entry/node-http';
import * as channelsChannelIdAuthorize from './channels/[channelId]/authorize/route';
import * as channelsCallback from './channels/callback/route';
import * as chatChannelIdEvents from './chat/[channelId]/events/route';
import * as chatChannelIdMessages from './chat/[channelId]/messages/route';
import * as chatChannelIdSession from './chat/[channelId]/session/route';
import * as chatChannelIdWidgetJs from './chat/[channelId]/widget.js/route';
import * as filesToken from './files/[token]/route';
import * as health from './health/route';
import * as metrics from './metrics/route';
import * as stream from './stream/route';
import * as attachmentsAttachmentId from './v1/attachments/[attachmentId]/route';
import * as attachments from './v1/attachments/route';
import * as bulkChangesBulkChangeIdReversal from './v1/bulk-changes/[bulkChangeId]/reversal/route';
import * as bulkChangesBulkChangeId from './v1/bulk-changes/[bulkChangeId]/route';
import * as bulkChanges from './v1/bulk-changes/route';
import * as channelsChannelIdBackfill from './v1/channels/[channelId]/backfill/route';
import * as channelsChannelIdConnection from './v1/channels/[channelId]/connection/route';
import * as channelsChannelIdEventsRawEventIdBody from './v1/channels/[channelId]/events/[rawEventId]/body/route';
import * as channelsChannelIdEventsRawEventId from './v1/channels/[channelId]/events/[rawEventId]/route';
import * as channelsChannelIdEvents from './v1/channels/[channelId]/events/route';
import * as channelsChannelIdFailures from './v1/channels/[channelId]/failures/route';
import * as channelsChannelIdFeeds from './v1/channels/[channelId]/feeds/route';
import * as channelsChannelIdHandOver from './v1/channels/[channelId]/hand-over/route';
import * as channelsChannelIdReplay from './v1/channels/[channelId]/replay/route';
import * as channelsChannelIdRetry from './v1/channels/[channelId]/retry/route';
import * as channelsChannelId from './v1/channels/[channelId]/route';
import * as channelsChannelIdRoutingRulesRuleId from './v1/channels/[channelId]/routing-rules/[ruleId]/route';
import * as channelsChannelIdRoutingRulesOrder from './v1/channels/[channelId]/routing-rules/order/route';
import * as channelsChannelIdRoutingRules from './v1/channels/[channelId]/routing-rules/route';
import * as channelsChannelIdSecrets from './v1/channels/[channelId]/secrets/route';
import * as channels from './v1/channels/route';
import * as channelsWarnings from './v1/channels/warnings/route';
import * as contactsContactIdConversations from './v1/contacts/[contactId]/conversations/route';
import * as contactsContactIdNotesNoteId from './v1/contacts/[contactId]/notes/[noteId]/route';
import * as contactsContactIdNotes from './v1/contacts/[contactId]/notes/route';
import * as contactsContactId from './v1/contacts/[contactId]/route';
import * as contactsContactIdTagsTagId from './v1/contacts/[contactId]/tags/[tagId]/route';
import * as contactsContactIdTags from './v1/contacts/[contactId]/tags/route';
import * as contacts from './v1/contacts/route';
import * as conversationsConversationIdChanges from './v1/conversations/[conversationId]/changes/route';
import * as conversationsConversationIdMessagesMessageIdCancellation from './v1/conversations/[conversationId]/messages/[messageId]/cancellation/route';
import * as conversationsConversationIdMessagesMessageIdRetry from './v1/conversations/[conversationId]/messages/[messageId]/retry/route';
import * as conversationsConversationIdMessagesMessageIdSentiment from './v1/conversations/[conversationId]/messages/[messageId]/sentiment/route';
import * as conversationsConversationIdMessages from './v1/conversations/[conversationId]/messages/route';
import * as conversationsConversationIdPanes from './v1/conversations/[conversationId]/panes/route';
import * as conversationsConversationIdPresence from './v1/conversations/[conversationId]/presence/route';
import * as conversationsConversationIdReadMarker from './v1/conversations/[conversationId]/read-marker/route';
import * as conversationsConversationId from './v1/conversations/[conversationId]/route';
import * as conversationsCounts from './v1/conversations/counts/route';
import * as conversations from './v1/conversations/route';
import * as fields from './v1/fields/route';
import * as listeningPreview from './v1/listening/preview/route';
import * as listeningQueriesQueryId from './v1/listening/queries/[queryId]/route';
import * as listeningQueries from './v1/listening/queries/route';
import * as listeningSilenceRulesSilenceRuleIdReversal from './v1/listening/silence-rules/[silenceRuleId]/reversal/route';
import * as listeningSilenceRulesSilenceRuleId from './v1/listening/silence-rules/[silenceRuleId]/route';
import * as listeningSilenceRules from './v1/listening/silence-rules/route';
import * as listeningSpreadAlertIdFalseAlarm from './v1/listening/spread/[alertId]/false-alarm/route';
import * as listeningSpread from './v1/listening/spread/route';
import * as listeningSpreadWeightsSignal from './v1/listening/spread/weights/[signal]/route';
import * as members from './v1/members/route';
import * as savedRepliesSavedReplyId from './v1/saved-replies/[savedReplyId]/route';
import * as savedReplies from './v1/saved-replies/route';
import * as search from './v1/search/route';
import * as tagsTagIdMerger from './v1/tags/[tagId]/merger/route';
import * as tagsTagId from './v1/tags/[tagId]/route';
import * as tags from './v1/tags/route';
import * as teams from './v1/teams/route';
import * as viewsViewId from './v1/views/[viewId]/route';
import * as viewsCounts from './v1/views/counts/route';
import * as viewsOrder from './v1/views/order/route';
import * as views from './v1/views/route';
import * as webhooksChannelId from './webhooks/[channelId]/route';

export interface ApiRoute {
  /** As in the folder tree: `/api/v1/conversations/[conversationId]`. */
  path: string;
  handlers: Partial<Record<string, Door>>;
}

/** Every route below `app/api` but sign-in and the description made from this very table. */
export const describedRoutes: readonly ApiRoute[] = [
  { path: '/api/files/[token]', handlers: filesToken },
  { path: '/api/channels/[channelId]/authorize', handlers: channelsChannelIdAuthorize },
  { path: '/api/channels/callback', handlers: channelsCallback },
  { path: '/api/chat/[channelId]/events', handlers: chatChannelIdEvents },
  { path: '/api/chat/[channelId]/messages', handlers: chatChannelIdMessages },
  { path: '/api/chat/[channelId]/session', handlers: chatChannelIdSession },
  { path: '/api/chat/[channelId]/widget.js', handlers: chatChannelIdWidgetJs },
  { path: '/api/health', handlers: health },
  { path: '/api/metrics', handlers: metrics },
  { path: '/api/stream', handlers: stream },
  { path: '/api/v1/attachments', handlers: attachments },
  { path: '/api/v1/attachments/[attachmentId]', handlers: attachmentsAttachmentId },
  { path: '/api/v1/bulk-changes', handlers: bulkChanges },
  { path: '/api/v1/bulk-changes/[bulkChangeId]', handlers: bulkChangesBulkChangeId },
  { path: '/api/v1/bulk-changes/[bulkChangeId]/reversal', handlers: bulkChangesBulkChangeIdReversal },
  { path: '/api/v1/channels', handlers: channels },
  { path: '/api/v1/channels/[channelId]', handlers: channelsChannelId },
  { path: '/api/v1/channels/[channelId]/backfill', handlers: channelsChannelIdBackfill },
  { path: '/api/v1/channels/[channelId]/feeds', handlers: channelsChannelIdFeeds },
  { path: '/api/v1/channels/[channelId]/events', handlers: channelsChannelIdEvents },
  { path: '/api/v1/channels/[channelId]/events/[rawEventId]', handlers: channelsChannelIdEventsRawEventId },
  {
    path: '/api/v1/channels/[channelId]/events/[rawEventId]/body',
    handlers: channelsChannelIdEventsRawEventIdBody,
  },
  { path: '/api/v1/channels/[channelId]/failures', handlers: channelsChannelIdFailures },
  { path: '/api/v1/channels/[channelId]/replay', handlers: channelsChannelIdReplay },
  { path: '/api/v1/channels/[channelId]/retry', handlers: channelsChannelIdRetry },
  { path: '/api/v1/channels/[channelId]/secrets', handlers: channelsChannelIdSecrets },
  { path: '/api/v1/channels/[channelId]/connection', handlers: channelsChannelIdConnection },
  { path: '/api/v1/channels/[channelId]/hand-over', handlers: channelsChannelIdHandOver },
  { path: '/api/v1/channels/[channelId]/routing-rules', handlers: channelsChannelIdRoutingRules },
  {
    path: '/api/v1/channels/[channelId]/routing-rules/[ruleId]',
    handlers: channelsChannelIdRoutingRulesRuleId,
  },
  { path: '/api/v1/channels/[channelId]/routing-rules/order', handlers: channelsChannelIdRoutingRulesOrder },
  { path: '/api/v1/channels/warnings', handlers: channelsWarnings },
  { path: '/api/v1/contacts', handlers: contacts },
  { path: '/api/v1/contacts/[contactId]', handlers: contactsContactId },
  { path: '/api/v1/contacts/[contactId]/conversations', handlers: contactsContactIdConversations },
  { path: '/api/v1/contacts/[contactId]/notes', handlers: contactsContactIdNotes },
  { path: '/api/v1/contacts/[contactId]/notes/[noteId]', handlers: contactsContactIdNotesNoteId },
  { path: '/api/v1/contacts/[contactId]/tags', handlers: contactsContactIdTags },
  { path: '/api/v1/contacts/[contactId]/tags/[tagId]', handlers: contactsContactIdTagsTagId },
  { path: '/api/v1/conversations', handlers: conversations },
  { path: '/api/v1/conversations/[conversationId]', handlers: conversationsConversationId },
  { path: '/api/v1/conversations/[conversationId]/changes', handlers: conversationsConversationIdChanges },
  { path: '/api/v1/conversations/[conversationId]/messages', handlers: conversationsConversationIdMessages },
  {
    path: '/api/v1/conversations/[conversationId]/messages/[messageId]/cancellation',
    handlers: conversationsConversationIdMessagesMessageIdCancellation,
  },
  {
    path: '/api/v1/conversations/[conversationId]/messages/[messageId]/retry',
    handlers: conversationsConversationIdMessagesMessageIdRetry,
  },
  {
    path: '/api/v1/conversations/[conversationId]/messages/[messageId]/sentiment',
    handlers: conversationsConversationIdMessagesMessageIdSentiment,
  },
  { path: '/api/v1/conversations/[conversationId]/panes', handlers: conversationsConversationIdPanes },
  { path: '/api/v1/conversations/[conversationId]/presence', handlers: conversationsConversationIdPresence },
  {
    path: '/api/v1/conversations/[conversationId]/read-marker',
    handlers: conversationsConversationIdReadMarker,
  },
  { path: '/api/v1/conversations/counts', handlers: conversationsCounts },
  { path: '/api/v1/fields', handlers: fields },
  { path: '/api/v1/listening/preview', handlers: listeningPreview },
  { path: '/api/v1/listening/queries/[queryId]', handlers: listeningQueriesQueryId },
  { path: '/api/v1/listening/queries', handlers: listeningQueries },
  {
    path: '/api/v1/listening/silence-rules/[silenceRuleId]/reversal',
    handlers: listeningSilenceRulesSilenceRuleIdReversal,
  },
  { path: '/api/v1/listening/silence-rules/[silenceRuleId]', handlers: listeningSilenceRulesSilenceRuleId },
  { path: '/api/v1/listening/silence-rules', handlers: listeningSilenceRules },
  { path: '/api/v1/listening/spread/[alertId]/false-alarm', handlers: listeningSpreadAlertIdFalseAlarm },
  { path: '/api/v1/listening/spread', handlers: listeningSpread },
  { path: '/api/v1/listening/spread/weights/[signal]', handlers: listeningSpreadWeightsSignal },
  { path: '/api/v1/members', handlers: members },
  { path: '/api/v1/saved-replies', handlers: savedReplies },
  { path: '/api/v1/saved-replies/[savedReplyId]', handlers: savedRepliesSavedReplyId },
  { path: '/api/v1/search', handlers: search },
  { path: '/api/v1/tags', handlers: tags },
  { path: '/api/v1/tags/[tagId]', handlers: tagsTagId },
  { path: '/api/v1/tags/[tagId]/merger', handlers: tagsTagIdMerger },
  { path: '/api/v1/teams', handlers: teams },
  { path: '/api/v1/views', handlers: views },
  { path: '/api/v1/views/[viewId]', handlers: viewsViewId },
  { path: '/api/v1/views/counts', handlers: viewsCounts },
  { path: '/api/v1/views/order', handlers: viewsOrder },
  { path: '/api/webhooks/[channelId]', handlers: webhooksChannelId },
];
