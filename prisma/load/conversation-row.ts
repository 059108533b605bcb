import { addBusinessMinutes, type OpeningTimes } from '@/kernel/business-hours';
import { attentionAt } from '@/modules/conversations/domain/attention';
import { previewOf } from '@/modules/conversations/domain/inbound/ledger';
import type { DemoChannel, DemoConversation, DemoMessage } from '../demo/shape';
import type { IdOf } from './demo-ids';

export interface RowPlace {
  idOf: IdOf;
  channels: ReadonlyMap<string, DemoChannel>;
  times: OpeningTimes;
}

/** A demo conversation as its row: whose turn it is follows from its messages, by the rules of the inbox. */
export function conversationRow(conversation: DemoConversation, { idOf, channels, times }: RowPlace) {
  const channel = channels.get(conversation.channelKey);
  if (!channel) throw new Error(`no demo channel ${conversation.channelKey}`);
  const messages = conversation.messages.filter(({ kind }) => kind !== 'note');
  const last = messages.at(-1);
  const inbound = messages.filter(({ direction }) => direction === 'inbound');
  const firstInbound = inbound[0];
  const isDone = conversation.status === 'resolved';
  const waitingSince = isDone ? null : firstUnanswered(messages);
  const dueAt = waitingSince && addBusinessMinutes(waitingSince, channel.expectationMinutes, times);
  const isPublic = conversation.visibility === 'public';
  const author = firstInbound?.authorKey;
  return {
    id: idOf('conversation', conversation.key, conversation.startedAt),
    channelId: idOf('channel', conversation.channelKey),
    externalId: conversation.externalId,
    contactId: author ? idOf('contact', author) : null,
    network: channel.network,
    kind: conversation.kind,
    visibility: conversation.visibility,
    subject: conversation.subject ?? null,
    url: conversation.url ?? null,
    status: conversation.status,
    priority: conversation.priority,
    assigneeId: conversation.assigneeKey ? idOf('member', conversation.assigneeKey) : null,
    teamId: conversation.teamKey ? idOf('team', conversation.teamKey) : null,
    language: conversation.language,
    snoozedUntil: conversation.status === 'snoozed' ? conversation.snoozedUntil : null,
    waitingSince,
    dueAt,
    attentionAt: waitingSince && dueAt && attentionAt({ waitingSince, dueAt, isPublic, personWeight: 0 }),
    lastMessageAt: last?.sentAt ?? conversation.startedAt,
    lastInboundAt: inbound.at(-1)?.sentAt ?? null,
    firstResponseAt: firstAnswer(messages)?.sentAt ?? null,
    resolvedAt: isDone ? (last?.sentAt ?? null) : null,
    preview:
      last && !last.deleted
        ? previewOf(
            last.text,
            last.attachments.map(({ name }) => name),
          )
        : '',
    previewDirection: last?.direction ?? 'inbound',
    messageCount: messages.length,
    createdAt: conversation.startedAt,
  };
}

/** The oldest message of theirs behind our last word; null where the last word is ours. */
function firstUnanswered(messages: readonly DemoMessage[]): Date | null {
  const lastOwn = messages.findLastIndex(({ direction }) => direction === 'outbound');
  return messages[lastOwn + 1]?.sentAt ?? null;
}

function firstAnswer(messages: readonly DemoMessage[]): DemoMessage | undefined {
  const asked = messages.findIndex(({ direction }) => direction === 'inbound');
  return asked < 0 ? undefined : messages.slice(asked).find(({ direction }) => direction === 'outbound');
}
