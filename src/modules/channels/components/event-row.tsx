'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip, type ChipTone } from '@/ui/chip';
import { Moment } from '@/ui/moment';
import type { RawEventView } from '../contract';
import { EventDetail } from './event-detail';

const tones: Record<RawEventView['state'], ChipTone> = {
  pending: 'accent',
  applied: 'good',
  ignored: 'plain',
  parked: 'warn',
};

export interface EventRowProps {
  event: RawEventView;
  /** What can be done with it. */
  action?: ReactNode;
}

/** One delivery: what became of it and why, its body one click away. */
export function EventRow({ event, action }: EventRowProps) {
  const t = useTranslations('channels.events');
  const format = useFormatter();
  const { state, externalId, receivedAt, attempts, size, excerpt } = event;
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
      <details className="group min-w-0">
        <summary className="w-fit max-w-full cursor-pointer truncate rounded-r1 text-meta text-ink-3 hover:text-ink">
          {t('body')} · <code className="font-mono">{externalId}</code>
        </summary>
        <pre className="mt-1.5 max-h-72 overflow-auto rounded-r2 border border-line bg-sunken p-3 font-mono text-meta leading-4.5 whitespace-pre-wrap wrap-anywhere">
          {excerpt}
          {size > excerpt.length ? ' …' : ''}
        </pre>
      </details>
    </div>
  );
}
