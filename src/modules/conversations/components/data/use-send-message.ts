import { useTranslations } from 'next-intl';
import { AppError } from '@/kernel/errors';
import { showToast } from '@/ui/toast';
import {
  useCancelMessageMutation,
  useRetryMessageMutation,
  useSendMessageMutation,
} from '../../client/messages';
import type { MessageView } from '../../contract';
import { useInbox } from '../state/inbox-context';
import type { ComposerMode } from '../state/inbox-state';
import { useErrorSentence } from './use-error-sentence';

export interface Outgoing {
  messageId: string;
  text: string;
  mode: ComposerMode;
  mentions: readonly { id: string; name: string }[];
  attachments: MessageView['attachments'];
  lastSeenMessageId: string | undefined;
  sendAnyway: boolean;
}

export type SendOutcome =
  | { state: 'sent' }
  | { state: 'failed' }
  /** A colleague was faster: who, where the server may say. */
  | { state: 'answered'; name: string };

const UNDO_MS = 5000;

/** Writes to one conversation, takes back within five seconds, tries again what failed. */
export function useSendMessage(conversationId: string) {
  const t = useTranslations('conversations');
  const sentence = useErrorSentence();
  const { workspace, member, store } = useInbox();
  const sending = useSendMessageMutation(workspace.slug);
  const cancelling = useCancelMessageMutation(workspace.slug);
  const retrying = useRetryMessageMutation(workspace.slug);
  const refused = (error: unknown, text: string) =>
    void showToast({ text, detail: sentence(error), tone: 'bad' });

  const undo = async (message: MessageView) => {
    // The words stand in the box again at once; nobody waits for the server to write on.
    const mode = message.visibility === 'internal' ? 'note' : message.visibility;
    store.set({ compose: { conversationId, mode, text: message.text } });
    try {
      await cancelling.mutateAsync({ conversationId, messageId: message.id });
    } catch (error) {
      refused(error, t('send.tooLate'));
    }
  };

  const send = async (outgoing: Outgoing): Promise<SendOutcome> => {
    const { mentions, attachments, lastSeenMessageId, ...rest } = outgoing;
    const preview = previewOf(outgoing, conversationId, member);
    try {
      const message = await sending.mutateAsync({
        ...rest,
        conversationId,
        preview,
        mentions: mentions.map(({ id }) => id),
        attachmentIds: attachments.map(({ id }) => id),
        ...(lastSeenMessageId ? { lastSeenMessageId } : {}),
      });
      if (outgoing.mode !== 'note') {
        const action = { label: t('send.undo'), run: () => void undo(message) };
        const left = message.send?.dueAt ? Date.parse(message.send.dueAt) - Date.now() : UNDO_MS;
        if (left > 500) showToast({ text: t('send.undoOffer'), timeout: left, action });
      }
      return { state: 'sent' };
    } catch (error) {
      if (error instanceof AppError && error.reason === 'someone_answered') {
        return { state: 'answered', name: String(error.params.name ?? '') };
      }
      refused(error, t('send.refused'));
      return { state: 'failed' };
    }
  };

  const retry = (message: MessageView) =>
    retrying.mutate(
      { conversationId, messageId: message.id },
      { onError: (error) => refused(error, t('send.refused')) },
    );

  return { send, undo: (message: MessageView) => void undo(message), retry };
}

/** What stands in the thread until the server has answered. */
function previewOf(
  { messageId, text, mode, mentions, attachments }: Outgoing,
  conversationId: string,
  member: { id: string; name: string },
): MessageView {
  const now = Date.now();
  const isNote = mode === 'note';
  return {
    id: messageId,
    conversationId,
    kind: isNote ? 'note' : mode === 'private' ? 'direct' : 'comment',
    direction: 'outbound',
    visibility: isNote ? 'internal' : mode,
    text,
    language: null,
    rating: null,
    sentiment: null,
    author: { type: 'member', id: member.id, name: member.name },
    sentAt: new Date(now).toISOString(),
    quotedText: null,
    editedAt: null,
    deletedAt: null,
    replyToId: null,
    attachments: [...attachments],
    send: isNote
      ? null
      : {
          state: 'queued',
          reason: null,
          detail: null,
          attempts: 0,
          dueAt: new Date(now + UNDO_MS).toISOString(),
        },
    mentions: mentions.map(({ id, name }) => ({ id, name })),
  };
}
