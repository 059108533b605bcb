import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { showToast } from '@/ui/toast';
import { bulkOptions } from '../../client/queries';
import { useBulkTriageMutation } from '../../client/triage';
import type { TriageAction } from '../../contract';
import { listFilters } from '../address/list-filters';
import { useAddressStore } from '../address/use-address';
import { useInbox, useInboxState } from '../state/inbox-context';
import { clearPicked } from '../state/inbox-state';
import { useErrorSentence } from './use-error-sentence';
import { useUndo } from './use-triage';

/** Changes everything picked; the work is followed by `useBulkProgress`. */
export function useBulk(): (action: TriageAction) => void {
  const t = useTranslations('inbox');
  const { workspace, store } = useInbox();
  const address = useAddressStore();
  const sentence = useErrorSentence();
  const { mutateAsync } = useBulkTriageMutation(workspace.slug);
  return (action) => {
    const { picked, isAllPicked } = store.get();
    const { view, sort, filters } = address.get();
    const selection = isAllPicked ? { list: listFilters({ view, sort, filters }) } : { ids: [...picked] };
    clearPicked(store);
    // The bar goes with the selection; a callback given to `mutate` would go with it.
    mutateAsync({ action, selection }).then(
      ({ id }) => store.set({ bulk: { id, type: action.type } }),
      (error) => void showToast({ text: t('notDone'), detail: sentence(error), tone: 'bad' }),
    );
  };
}

export interface BulkWork {
  type: TriageAction['type'];
  done: number;
  total: number;
}

/** A bulk change under way, or null; when it ends it says what was done, with undo. Mounted once. */
export function useBulkProgress(): BulkWork | null {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const { workspace, store } = useInbox();
  const work = useInboxState((state) => state.bulk);
  const undo = useUndo();
  const { data } = useQuery({ ...bulkOptions(workspace.slug, work?.id ?? ''), enabled: work !== null });
  const latest = useRef({ t, common, undo });
  latest.current = { t, common, undo };
  useEffect(() => {
    if (!work || data?.id !== work.id || data.state === 'running') return;
    const { t: words, common: buttons, undo: takeBack } = latest.current;
    store.set({ bulk: null });
    if (data.state !== 'done') return;
    showToast({
      text: words(`done.${work.type}`, { count: data.done - data.refused }),
      tone: 'good',
      ...(data.refused > 0 ? { detail: words('bulk.refused', { count: data.refused }) } : {}),
      action: { label: buttons('undo'), run: () => takeBack(work.id) },
      timeout: 10_000,
    });
  }, [work, data, store]);
  return work && data ? { type: work.type, done: data.done, total: data.total } : null;
}
