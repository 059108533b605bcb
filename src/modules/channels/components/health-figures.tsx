'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '@/ui/moment';
import type { ChannelDetail } from '../contract';
import { useGapSentence } from './gap-sentence';
import { useAgo } from './use-ago';

export interface HealthFigure {
  id: string;
  term: string;
  value: ReactNode;
  note?: ReactNode;
  isBad?: boolean;
}

/** What is measured of a channel, each figure under its name; what does not apply is left out. */
export function useHealthFigures({ measured, missingScopes }: ChannelDetail): HealthFigure[] {
  const t = useTranslations('channels.figures');
  const format = useFormatter();
  const gapSentence = useGapSentence();
  const budgets = useBudgetFigures(measured.budgets);
  const { lastEventAt, lastSentAt, queue, tries, expiresAt, refreshAt, gap, pending, parked, refused } =
    measured;
  const refusedAgo = useAgo(refused.at);
  const none = <span className="font-normal text-ink-3">{t('none')}</span>;
  const tried = tries.send.tried + tries.read.tried;
  const failed = tries.send.failed + tries.read.failed;
  return [
    {
      id: 'in',
      term: t('lastEvent'),
      value: lastEventAt ? <Moment value={lastEventAt} /> : none,
      note: pending > 0 ? t('pending', { count: pending }) : null,
    },
    { id: 'out', term: t('lastSent'), value: lastSentAt ? <Moment value={lastSentAt} /> : none },
    {
      id: 'queue',
      term: t('queue'),
      value: t('replies', { count: queue.waiting }),
      note:
        queue.lastDueAt && queue.waiting > 0 ? (
          <>
            {t('lastDue')} <Moment value={queue.lastDueAt} />
          </>
        ) : null,
    },
    {
      id: 'errors',
      term: t('errors'),
      value: tried === 0 ? none : format.number(failed / tried, 'share'),
      note: tried === 0 ? null : t('tried', { failed, tried }),
      isBad: failed > 0,
    },
    {
      id: 'access',
      term: t('access'),
      value: expiresAt ? <Moment value={expiresAt} style="day" /> : t('doesNotExpire'),
      note: refreshAt ? (
        <>
          {t('renewedBy')} <Moment value={refreshAt} />
        </>
      ) : missingScopes.length > 0 ? (
        t('scopes', { count: missingScopes.length })
      ) : null,
    },
    ...budgets,
    ...(gap ? [{ id: 'gap', term: t('gap'), value: gapSentence(gap), isBad: gap.closedAt === null }] : []),
    { id: 'parked', term: t('parked'), value: t('events', { count: parked }), isBad: parked > 0 },
    ...(refused.count > 0
      ? [
          {
            id: 'refused',
            term: t('refused'),
            value: format.number(refused.count),
            note: refusedAgo,
            isBad: true,
          },
        ]
      : []),
  ];
}

/** What the network still allows, as it said last. */
function useBudgetFigures(budgets: ChannelDetail['measured']['budgets']): HealthFigure[] {
  const t = useTranslations('channels.figures');
  const format = useFormatter();
  // Of a network that says nothing there is nothing to show, unless something waits for its turn.
  const told = budgets.filter(({ remaining, waitsUntil }) => remaining !== null || waitsUntil !== null);
  return told.map((budget) => ({
    id: budget.scope,
    term: t(`budget.${budget.scope}`),
    value:
      budget.remaining === null
        ? t('budgetUnknown')
        : budget.limit === null
          ? format.number(budget.remaining)
          : t('budgetOf', { left: budget.remaining, limit: budget.limit }),
    note: budget.waitsUntil ? (
      <>
        {t('waitsUntil')} <Moment value={budget.waitsUntil} style="clock" />
      </>
    ) : budget.resetsAt ? (
      <>
        {t('resetsAt')} <Moment value={budget.resetsAt} style="clock" />
      </>
    ) : null,
    isBad: budget.remaining === 0,
  }));
}
