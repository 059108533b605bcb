'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { useAction } from '../../../../../action-form/use-action';
import { retryDeliveriesAction } from '../../actions';

export interface RetryButtonProps {
  slug: string;
  channelId: string;
  /** All failed replies of the channel where none is named. */
  deliveryId?: string;
}

export function RetryButton({ slug, channelId, deliveryId }: RetryButtonProps) {
  const t = useTranslations('channels.failed');
  const { run, isPending } = useAction();
  const retry = () =>
    run(() => retryDeliveriesAction(slug, channelId, deliveryId), {
      done: ({ retried }) => ({ text: t('retried', { count: retried }) }),
    });
  return (
    <Button size="small" busy={isPending} onClick={retry}>
      {t(deliveryId ? 'retry' : 'retryAll')}
    </Button>
  );
}
