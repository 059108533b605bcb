import { useState } from 'react';
import { newId } from '@/kernel/ids';
import type { ConversationDetail, MessageView } from '../../contract';
import { useSendMessage } from '../data/use-send-message';
import type { Uploads } from '../data/use-uploads';
import { useInbox } from '../state/inbox-context';
import { keepDraft } from './drafts';
import { lengthIn } from './text-length';
import type { ComposerState } from './use-composer';

export interface Collision {
  /** Who was faster; empty where the server did not say. */
  name: string;
  /** What they wrote; empty until the thread is fresh. */
  answers: readonly MessageView[];
}

interface Options {
  conversation: ConversationDetail;
  messages: readonly MessageView[];
  composer: ComposerState;
  uploads: Uploads;
}

/** Sending what is in the box: whether it may go, and what to do when somebody else was faster. */
export function useSending({ conversation, messages, composer, uploads }: Options) {
  const { workspace } = useInbox();
  const { draft, mode } = composer;
  const { send } = useSendMessage(conversation.id);
  const [refused, setRefused] = useState<{ name: string; lastSeen: string | undefined } | null>(null);
  const limit = mode === 'note' ? null : conversation.reply.textLimit;
  const length = limit ? lengthIn(limit.unit, draft.text.trim()) : 0;
  const isReady = draft.text.trim() !== '' && !uploads.isBusy && (!limit || length <= limit.max);

  const submit = async (sendAnyway: boolean) => {
    if (!isReady) return;
    const kept = { ...draft };
    const files = uploads.ready;
    const lastSeen = messages.at(-1)?.id;
    composer.clear();
    uploads.clear();
    const outcome = await send({
      messageId: newId(),
      text: kept.text.trim(),
      mode,
      mentions: mode === 'note' ? kept.mentions.filter(({ name }) => kept.text.includes(`@${name}`)) : [],
      attachments: files,
      lastSeenMessageId: lastSeen,
      sendAnyway,
    });
    if (outcome.state === 'sent') return;
    // Nothing is lost: what was written stands in the box again, also when one has gone on to another conversation.
    keepDraft(workspace.slug, conversation.id, kept);
    composer.change(kept);
    uploads.restore(files);
    if (outcome.state === 'answered') setRefused({ name: outcome.name, lastSeen });
  };

  const collision: Collision | null = refused && {
    name: refused.name,
    answers: answersSince(messages, refused.lastSeen),
  };
  return { submit, isReady, limit, length, collision, settle: () => setRefused(null) };
}

/** What of ours has come since; the thread brings it as soon as it is fresh. */
function answersSince(
  messages: readonly MessageView[],
  lastSeen: string | undefined,
): readonly MessageView[] {
  const from = messages.findIndex(({ id }) => id === lastSeen) + 1;
  return messages.slice(from).filter(({ direction, kind }) => direction === 'outbound' && kind !== 'note');
}
