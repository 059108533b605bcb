'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '@/ui/moment';
import { Progress } from '@/ui/progress';
import type { FeedView } from '../contract/feeds';
import { useIngestSentence } from './event-detail';
import { useGapSentence } from './gap-sentence';

/** What is new: when the network was last asked for everything, what went wrong, what was missed. */
export function LiveFeed({ feed }: { feed: FeedView }) {
  const t = useTranslations('channels.catchUp');
  const gapSentence = useGapSentence();
  const isFailing = feed.failures > 0;
  return (
    <div className="flex flex-col gap-1 text-small">
      <p className="num">
        {isFailing ? (
          <span className="text-warn-ink">
            {t('failing', { count: feed.failures })} {t('nextTry')}{' '}
            <Moment value={feed.nextAt} style="clock" />.
          </span>
        ) : feed.completeAt ? (
          <>
            {t('complete')} <Moment value={feed.completeAt} />
          </>
        ) : (
          t('firstTime')
        )}
      </p>
      {isFailing ? <FeedFailure feed={feed} /> : null}
      {feed.gap ? <p className="num text-ink-2">{t('away', { sentence: gapSentence(feed.gap) })}</p> : null}
    </div>
  );
}

export function FeedFailure({ feed }: { feed: Pick<FeedView, 'reason' | 'detail'> }) {
  const sentenceOf = useIngestSentence();
  if (!feed.reason) return null;
  return (
    <p className="text-small text-ink-2">
      {sentenceOf(`delivery.${feed.reason}`)}
      {feed.detail ? (
        <span className="block font-mono text-meta wrap-anywhere text-ink-3">{feed.detail}</span>
      ) : null}
    </p>
  );
}

/** A past that is being fetched, or was: how much, how far, and how it ended. */
export function BackfillState({ feed, actions }: { feed: FeedView; actions: ReactNode }) {
  const t = useTranslations('channels.catchUp');
  const format = useFormatter();
  const since = feed.since ? format.dateTime(new Date(feed.since), 'day') : '';
  if (feed.state === 'running') {
    return (
      <div className="flex flex-col gap-2">
        <Progress
          label={t('running', { since })}
          done={feed.progress ?? 0}
          total={feed.progress === null ? null : 1}
          counts={
            feed.progress === null
              ? t('fetched', { count: feed.fetchedCount })
              : t('fetchedShare', { count: feed.fetchedCount, share: feed.progress })
          }
          actions={actions}
        />
        {feed.failures > 0 ? <FeedFailure feed={feed} /> : null}
      </div>
    );
  }
  return (
    <div className="num flex flex-col gap-1 text-small text-ink-2">
      <p>
        {t(feed.state === 'finished' ? 'finished' : 'stopped', { since, count: feed.fetchedCount })}
        {feed.endedAt ? (
          <>
            {' · '}
            <Moment value={feed.endedAt} />
          </>
        ) : null}
      </p>
      {feed.state === 'stopped' ? <FeedFailure feed={feed} /> : null}
    </div>
  );
}
