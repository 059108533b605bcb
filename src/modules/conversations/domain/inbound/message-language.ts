import type { InboundMessage } from '@/connectors/contract';
import type { LedgerConversation } from './ledger';

/** The language of a text, null where nothing tells; clear where the text itself says it. */
export type LanguageOf = (text: string, hints: TextHints) => { language: string | null; isClear: boolean };

export interface TextHints {
  /** By the network. */
  declared: string | null;
  conversation: string | null;
  contactId: string | null;
}

/** The message's language; the conversation's follows what the person last clearly wrote in. */
export function tellLanguage(
  conversation: LedgerConversation,
  event: InboundMessage,
  contactId: string | null,
  languageOf: LanguageOf,
): string | null {
  const declared = event.language ?? null;
  const { language, isClear } = languageOf(event.text, {
    declared,
    conversation: conversation.language,
    contactId,
  });
  const { lastInboundAt } = conversation;
  const isLatest = !event.isOwn && (!lastInboundAt || event.sentAt >= lastInboundAt);
  if (isClear && isLatest) conversation.language = language;
  conversation.language ??= language;
  return language;
}
