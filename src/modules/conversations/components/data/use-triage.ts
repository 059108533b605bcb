import { useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import { showToast } from '@/ui/toast';
import { useTriageMutation, useUndoMutation } from '../../client/triage';
import type { TriageAction } from '../../contract';
import { useAddressStore } from '../address/use-address';
import { useInbox } from '../state/inbox-context';
import { useConversationOrder } from './use-conversation-order';
import { useErrorSentence } from './use-error-sentence';

const silent = new Set<TriageAction['type']>(['mark_read', 'add_tags', 'remove_tags']);
const leaving = new Set<TriageAction['type']>(['resolve', 'snooze', 'set_pending', 'take_up', 'silence']);

/** Changes one conversation: seen at once, with undo, taken back with the reason where it is refused. */
export function useTriage(): (ids: readonly [string], action: TriageAction) => void {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const { slug } = useInbox().workspace;
  const { mutateAsync } = useTriageMutation(slug);
  const undo = useUndo();
  const sentence = useErrorSentence();
  const advance = useAdvance();
  const latest = useRef({ undo, sentence, t, common });
  latest.current = { undo, sentence, t, common };
  return useCallback(
    ([conversationId], action) => {
      if (leaving.has(action.type)) advance(conversationId);
      // By promise: the next change, or leaving the conversation, would drop callbacks given to `mutate`.
      mutateAsync({ conversationId, action }).then(
        ({ undoId }) => {
          const { t: words, common: buttons, undo: takeBack } = latest.current;
          if (silent.has(action.type)) return;
          showToast({
            text: words(`done.${action.type}`, { count: 1 }),
            tone: 'good',
            ...(undoId ? { action: { label: buttons('undo'), run: () => takeBack(undoId) } } : {}),
          });
        },
        (error: unknown) => {
          const { t: words, sentence: say } = latest.current;
          showToast({ text: words('notDone'), detail: say(error), tone: 'bad' });
        },
      );
    },
    [mutateAsync, advance],
  );
}

/** Puts back what a change changed, and says so. */
export function useUndo(): (undoId: string) => void {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const { mutateAsync } = useUndoMutation(useInbox().workspace.slug);
  return (undoId) =>
    void mutateAsync({ undoId }).then(
      () => showToast({ text: common('undone'), timeout: 2500 }),
      (error: unknown) => showToast({ text: t('notUndone'), detail: sentence(error), tone: 'bad' }),
    );
}

/** What leaves the list hands the selection on to the next one, else the one before. */
function useAdvance(): (id: string) => void {
  const address = useAddressStore();
  const order = useConversationOrder();
  const { store } = useInbox();
  return useCallback(
    (id) => {
      const { conversationId, view } = address.get();
      if (conversationId !== id || view === 'all' || view === 'mentions') return;
      // On a phone the list comes back; beside one another the next one opens.
      if (store.get().layout === 1) return address.go({ conversationId: null }, 'replace');
      const ids = order.current;
      const at = ids.indexOf(id);
      const next = ids[at + 1] ?? ids[at - 1];
      if (at >= 0 && next) address.go({ conversationId: next }, 'replace');
    },
    [address, order, store],
  );
}
