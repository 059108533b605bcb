import { useTranslations } from 'next-intl';
import { showToast } from '@/ui/toast';
import {
  useDeleteViewMutation,
  useOrderViewsMutation,
  useSaveViewMutation,
  useUpdateViewMutation,
} from '../../client/saved';
import type { SavedView } from '../../contract/saved';
import { useAddressStore } from '../address/use-address';
import { useErrorSentence } from '../data/use-error-sentence';
import { useInbox } from '../state/inbox-context';
import { UNDO_MS } from './use-delete-reply';

export interface ViewChanges {
  rename: (view: SavedView, name: string) => void;
  share: (view: SavedView, isShared: boolean) => void;
  /** Resolves once the list shows the new order, or the old one where it was refused. */
  order: (ids: string[]) => Promise<void>;
  remove: (view: SavedView, group: readonly SavedView[]) => void;
}

/** What can be done to saved views; sharing and deleting offer undo. */
export function useViewChanges(): ViewChanges {
  const t = useTranslations('inbox.manageViews');
  const common = useTranslations('common');
  const { slug } = useInbox().workspace;
  const address = useAddressStore();
  const sentence = useErrorSentence();
  const saving = useSaveViewMutation(slug);
  const updating = useUpdateViewMutation(slug);
  const deleting = useDeleteViewMutation(slug);
  const ordering = useOrderViewsMutation(slug);
  const refused = (error: unknown) => void showToast({ text: sentence(error), tone: 'bad' });
  const say = (text: string, undo?: () => void) =>
    void showToast({
      text,
      tone: 'good',
      ...(undo && { timeout: UNDO_MS, action: { label: common('undo'), run: undo } }),
    });

  const order = (ids: string[]) => ordering.mutateAsync(ids).catch(refused);
  const share = (view: SavedView, isShared: boolean, isUndo = false) => {
    const told = t(isShared ? 'nowShared' : 'nowOwn', { name: view.name });
    void updating
      .mutateAsync({ viewId: view.id, isShared })
      .then(() => say(told, isUndo ? undefined : () => share(view, !isShared, true)), refused);
  };
  const restore = async ({ id, ...view }: SavedView, group: readonly SavedView[]) => {
    const again = await saving.mutateAsync(view);
    await order(group.map((one) => (one.id === id ? again.id : one.id)));
    say(t('restored', { name: view.name }));
  };
  return {
    order,
    share: (view, isShared) => share(view, isShared),
    rename: (view, name) => void updating.mutateAsync({ viewId: view.id, name }).catch(refused),
    remove: (view, group) => {
      const gone = () => {
        if (address.get().view === view.id) address.go({ view: 'open', filters: {}, conversationId: null });
        say(t('deleted', { name: view.name }), () => void restore(view, group).catch(refused));
      };
      void deleting.mutateAsync({ viewId: view.id }).then(gone, refused);
    },
  };
}
