'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip, type ChipTone } from '@/ui/chip';
import { Moment } from '@/ui/moment';
import type { RawEventView } from '../contract';
import { EventBody } from './event-body';
import { EventDetail } from './event-detail';

const tones: Record<RawEventView['state'], ChipTone> = {
  pending: 'accent',
  applied: 'good',
  ignored: 'plain',
  parked: 'warn',
};

export interface EventRowProps {
  slug: string;
  channelId: string;
  event: RawEventView;
  /** What can be done with it. */
  action?: ReactNode;
}

/** One delivery: what became of it and why, its body one click away. */
export function EventRow({ slug, channelId, event, action }: EventRowProps) {
  const t = useTranslations('channels.events');
  const format = useFormatter();
  const { state, receivedAt, attempts, size } = event;
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip small tone={tones[state]}>
          {t(state)}
        </Chip>
        <span className="num text-small text-ink">
          <Moment value={receivedAt} style="full" />
        </span>
        <span className="num text-meta text-ink-3">
          {t('size', { size: format.number(size) })}
          {attempts > 0 ? ` · ${t('attempts', { count: attempts })}` : null}
        </span>
        {action ? <span className="ml-auto">{action}</span> : null}
      </div>
      <EventDetail event={event} />
      <EventBody slug={slug} channelId={channelId} event={event} />
    </div>
  );
}
