import { useTranslations } from 'next-intl';
import { showToast } from '@/ui/toast';
import { useDeleteReplyMutation, useSaveReplyMutation } from '../../client/saved';
import type { SavedReply } from '../../contract/saved';
import { useErrorSentence } from '../data/use-error-sentence';

/** Milliseconds in which a deletion can be taken back. */
export const UNDO_MS = 10_000;

/** Deletes at once and offers to bring it back. */
export function useDeleteReply(slug: string): (reply: SavedReply) => void {
  const t = useTranslations('settings.savedReplies');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const deleting = useDeleteReplyMutation(slug);
  const saving = useSaveReplyMutation(slug);
  const refused = (error: unknown) => void showToast({ text: sentence(error), tone: 'bad' });
  // Promises, not callbacks of `mutate`: those are dropped once the list is empty and its rows are gone.
  return ({ id, ...reply }) => {
    const restore = () =>
      void saving
        .mutateAsync(reply)
        .then(() => void showToast({ text: t('restored', { name: reply.name }), tone: 'good' }), refused);
    const offerUndo = () =>
      void showToast({
        text: t('deleted', { name: reply.name }),
        tone: 'good',
        timeout: UNDO_MS,
        action: { label: common('undo'), run: restore },
      });
    void deleting.mutateAsync({ savedReplyId: id }).then(offerUndo, refused);
  };
}
