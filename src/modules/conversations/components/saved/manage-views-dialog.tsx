'use client';
import { useQuery } from '@tanstack/react-query';
import Layers from 'lucide-react/icons/layers';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { iconLarge } from '@/ui/icon';
import { ListSkeleton } from '@/ui/skeleton';
import { viewsOptions } from '../../client/queries';
import type { SavedView } from '../../contract/saved';
import { useAddressStore } from '../address/use-address';
import { useErrorSentence } from '../data/use-error-sentence';
import { useInbox } from '../state/inbox-context';
import { useViewChanges } from './use-view-changes';
import { ViewGroup } from './view-group';

/** Saved views: renamed, shared, put in order, deleted. Everything takes effect at once. */
export default function ManageViewsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('inbox.manageViews');
  const common = useTranslations('common');
  return (
    <Dialog
      open
      title={t('title')}
      description={t('text')}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
    >
      <ManagedViews onClose={onClose} />
    </Dialog>
  );
}

function ManagedViews({ onClose }: { onClose: () => void }) {
  const t = useTranslations('inbox.manageViews');
  const common = useTranslations('common');
  const { workspace, member } = useInbox();
  const address = useAddressStore();
  const sentence = useErrorSentence();
  const changes = useViewChanges();
  const { data: views, error, refetch, isFetching } = useQuery(viewsOptions(workspace.slug));
  if (!views && error) {
    return (
      <ErrorState
        title={t('failed')}
        text={sentence(error)}
        retryLabel={common('retry')}
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    );
  }
  if (!views) return <ListSkeleton label={common('loading')} rows={3} />;
  if (views.length === 0) {
    return <EmptyState quiet icon={<Layers {...iconLarge} />} title={t('empty')} text={t('emptyText')} />;
  }
  const canShare = member.role !== 'marketer';
  const shared = views.filter(({ isShared }) => isShared);
  const onOpen = ({ id, sort }: SavedView) => {
    onClose();
    address.go({ view: id, sort, filters: {}, conversationId: null });
  };
  return (
    <div className="flex flex-col gap-5 pb-2">
      <ViewGroup
        title={t('shared')}
        views={shared}
        changes={changes}
        canEdit={canShare}
        canShare={canShare}
        onOpen={onOpen}
      />
      {canShare || shared.length === 0 ? null : (
        <p className="-mt-3.5 text-meta text-ink-3">{t('readOnly')}</p>
      )}
      <ViewGroup
        title={t('own')}
        views={views.filter(({ isShared }) => !isShared)}
        changes={changes}
        canEdit
        canShare={canShare}
        onOpen={onOpen}
      />
    </div>
  );
}
