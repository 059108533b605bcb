'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BackfillState, LiveFeed } from '@/modules/channels/components/catch-up';
import type { ChannelSummary } from '@/modules/channels/contract';
import type { FeedView } from '@/modules/channels/contract/feeds';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { Select } from '@/ui/select';
import { useAction } from '../../../../action-form/use-action';
import { startBackfillAction, stopBackfillAction } from '../actions';

export interface CatchUpSectionProps {
  slug: string;
  channel: ChannelSummary;
  feeds: readonly FeedView[];
}

const DAYS = [7, 14, 30, 60, 90] as const;

/** What the network is asked for: what is new, by itself; a past, when somebody wants it. */
export function CatchUpSection({ slug, channel, feeds }: CatchUpSectionProps) {
  const t = useTranslations('channels.catchUp');
  const live = feeds.find(({ name }) => name === 'live');
  const backfill = feeds.find(({ name }) => name === 'backfill');
  const { run, isPending } = useAction();
  const stop = () =>
    run(() => stopBackfillAction(slug, channel.id), {
      done: ({ fetchedCount }) => ({ text: t('stoppedToast', { count: fetchedCount }) }),
    });
  const isRunning = backfill?.state === 'running';
  return (
    <FormSection title={t('title')} text={t('text')}>
      {live ? <LiveFeed feed={live} /> : null}
      {backfill ? (
        <BackfillState
          feed={backfill}
          actions={
            <Button size="small" busy={isPending} onClick={stop}>
              {t('stop')}
            </Button>
          }
        />
      ) : null}
      {isRunning ? null : <StartBackfill slug={slug} channel={channel} />}
    </FormSection>
  );
}

function StartBackfill({ slug, channel }: Pick<CatchUpSectionProps, 'slug' | 'channel'>) {
  const t = useTranslations('channels.catchUp');
  const { run, isPending } = useAction();
  const [days, setDays] = useState('30');
  const start = () =>
    run(() => startBackfillAction(slug, channel.id, Number(days)), {
      done: () => ({ text: t('startedToast', { count: Number(days) }) }),
    });
  const isActive = channel.state === 'active';
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t('howFar')}
          value={days}
          onValueChange={setDays}
          className="!w-48"
          options={DAYS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
        />
        <Button busy={isPending} disabled={!isActive} onClick={start}>
          {t('start')}
        </Button>
      </div>
      <p className="text-meta text-ink-3">{t(isActive ? 'startHint' : 'notActive')}</p>
    </div>
  );
}
