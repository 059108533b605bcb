'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { useAction } from '../../../../../action-form/use-action';
import { replayEventsAction } from '../../actions';

export interface ReplayButtonProps {
  slug: string;
  channelId: string;
  /** All parked events of the channel where none is named. */
  rawEventId?: string;
}

export function ReplayButton({ slug, channelId, rawEventId }: ReplayButtonProps) {
  const t = useTranslations('channels.events');
  const { run, isPending } = useAction();
  const replay = () =>
    run(() => replayEventsAction(slug, channelId, rawEventId), {
      done: ({ replayed }) => ({ text: t('replayed', { count: replayed }) }),
    });
  return (
    <Button size="small" busy={isPending} onClick={replay}>
      {t(rawEventId ? 'replay' : 'replayAll')}
    </Button>
  );
}
