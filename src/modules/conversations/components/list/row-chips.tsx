'use client';
import AlarmClock from 'lucide-react/icons/alarm-clock';
import Ear from 'lucide-react/icons/ear';
import Hourglass from 'lucide-react/icons/hourglass';
import TrendingUp from 'lucide-react/icons/trending-up';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/ui/chip';
import { iconSmall } from '@/ui/icon';
import { Moment } from '@/ui/moment';
import { useMinute } from '@/ui/use-minute';
import type { ConversationSummary } from '../../contract';
import { formatDuration } from '../format/duration';
import { PriorityMark } from './priority-mark';
import { type UrgencyFact, urgencyOf } from './row-facts';
import { TagChip } from './tag-chip';

const SHOWN_TAGS = 2;

/** What a row says beside its words: why it is urgent, until when it sleeps, priority, tags. Null when there is nothing. */
export function RowChips({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations('inbox');
  const words = useTranslations('vocabulary');
  const now = useMinute(conversation.waitingSince !== null);
  const { priority, status, snoozedUntil, tags, matchedTerms, spreadingSince } = conversation;
  const urgency = urgencyOf(conversation, now);
  const chips: ReactNode[] = [];
  if (urgency) chips.push(<UrgencyChip key="urgency" urgency={urgency} now={now} />);
  if (status === 'snoozed' && snoozedUntil) {
    chips.push(
      <Chip key="snoozed" small icon={<AlarmClock {...iconSmall} />}>
        <span className="sr-only">{t('row.snoozedUntil')} </span>
        <Moment value={snoozedUntil} />
      </Chip>,
    );
  }
  if (status === 'pending') {
    chips.push(
      <Chip key="pending" small icon={<Hourglass {...iconSmall} />}>
        {words('status.pending')}
      </Chip>,
    );
  }
  if (spreadingSince) chips.push(<SpreadChip key="spread" />);
  if (status === 'overheard' || status === 'silenced') {
    for (const term of matchedTerms.slice(0, SHOWN_TAGS)) {
      chips.push(
        <Chip key={`term-${term}`} small icon={<Ear {...iconSmall} />}>
          <span className="sr-only">{t('row.matched', { term })}</span>
          <span aria-hidden="true">{term}</span>
        </Chip>,
      );
    }
  }
  if (priority >= 3) {
    chips.push(
      <Chip key="priority" small icon={<PriorityMark priority={priority} />}>
        {words(`priority.${priority}`)}
      </Chip>,
    );
  }
  for (const tag of tags.slice(0, SHOWN_TAGS)) chips.push(<TagChip key={tag.id} tag={tag} />);
  if (tags.length > SHOWN_TAGS) {
    chips.push(
      <Chip key="more" small>
        {t('row.moreTags', { count: tags.length - SHOWN_TAGS })}
      </Chip>,
    );
  }
  return chips.length > 0 ? (
    <span className="mt-1.5 flex h-5 flex-wrap gap-1.5 overflow-hidden">{chips}</span>
  ) : null;
}

export function SpreadChip() {
  const t = useTranslations('inbox');
  return (
    <Chip small tone="attention" icon={<TrendingUp {...iconSmall} />}>
      {t('row.spreading')}
    </Chip>
  );
}

function UrgencyChip({ urgency, now }: { urgency: UrgencyFact; now: number }) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const text =
    urgency.kind === 'due'
      ? t('row.due', { time: formatDuration(urgency.minutes * 60_000, locale) })
      : t('row.overdue', {
          isPublic: String(urgency.isPublic),
          time: formatDuration(now - Date.parse(urgency.since), locale),
        });
  return (
    <Chip small tone={urgency.kind === 'due' || urgency.isPublic ? 'attention' : 'warn'}>
      <span className="num" suppressHydrationWarning>
        {text}
      </span>
    </Chip>
  );
}
