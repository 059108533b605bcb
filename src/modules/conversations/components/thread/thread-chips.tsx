'use client';
import AlarmClock from 'lucide-react/icons/alarm-clock';
import Ear from 'lucide-react/icons/ear';
import Globe from 'lucide-react/icons/globe';
import Lock from 'lucide-react/icons/lock';
import SignalHigh from 'lucide-react/icons/signal-high';
import Tag from 'lucide-react/icons/tag';
import Timer from 'lucide-react/icons/timer';
import { useLocale, useTranslations } from 'next-intl';
import { TagDot } from '@/modules/contacts/components/tags/tag-dot';
import { Chip, ChipButton } from '@/ui/chip';
import { iconSmall } from '@/ui/icon';
import { Moment } from '@/ui/moment';
import { useMinute } from '@/ui/use-minute';
import type { ConversationSummary } from '../../contract';
import { useTriage } from '../data/use-triage';
import { formatDuration } from '../format/duration';
import { PriorityMark } from '../list/priority-mark';
import { SpreadChip } from '../list/row-chips';
import { PriorityPicker } from '../triage/priority-picker';
import { TagPicker } from '../triage/tag-picker';
import { AttentionPopover } from './attention-popover';

const SHOWN_TERMS = 3;

/** Where it takes place, how much time is left, and how it has been sorted. */
export function ThreadChips({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations('conversations');
  const inbox = useTranslations('inbox');
  const words = useTranslations('vocabulary');
  const networks = useTranslations('networks');
  const locale = useLocale();
  const { visibility, channel, language, status, snoozedUntil, matchedTerms, spreadingSince } = conversation;
  const isPublic = visibility === 'public';
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 px-4 pt-2.25 md:px-7">
      <Chip icon={isPublic ? <Globe {...iconSmall} /> : <Lock {...iconSmall} />}>
        {words(`visibility.${visibility}`)} · {networks(channel.network)}
      </Chip>
      <DueChip conversation={conversation} />
      {spreadingSince ? <SpreadChip /> : null}
      {matchedTerms.slice(0, SHOWN_TERMS).map((term) => (
        <Chip key={term} icon={<Ear {...iconSmall} />}>
          <span className="sr-only">{inbox('row.matched', { term })}</span>
          <span aria-hidden="true">{term}</span>
        </Chip>
      ))}
      {status === 'snoozed' && snoozedUntil ? (
        <Chip icon={<AlarmClock {...iconSmall} />}>
          {t('chips.snoozed')} <Moment value={snoozedUntil} />
        </Chip>
      ) : status === 'open' ? null : (
        <Chip tone={status === 'resolved' ? 'good' : 'plain'}>{words(`status.${status}`)}</Chip>
      )}
      {language && language !== locale ? (
        <Chip>{new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language}</Chip>
      ) : null}
      <SortingChips conversation={conversation} />
    </div>
  );
}

const addClass =
  'grid size-6 place-items-center rounded-full border border-dashed border-line-strong text-ink-3 hover:bg-hover hover:text-ink';

function SortingChips({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations('inbox');
  const words = useTranslations('vocabulary');
  const triage = useTriage();
  const { id, tags, priority } = conversation;
  const tagIds = tags.map((tag) => tag.id);
  return (
    <>
      <PriorityPicker
        priority={priority}
        onPick={(next) => triage([id], { type: 'set_priority', priority: next })}
        trigger={
          priority > 0 ? (
            <ChipButton
              aria-label={t('triage.priorityIs', { priority: words(`priority.${priority}`) })}
              icon={<PriorityMark priority={priority} />}
            >
              {words(`priority.${priority}`)}
            </ChipButton>
          ) : (
            <button type="button" aria-label={t('triage.priority')} className={addClass}>
              <SignalHigh {...iconSmall} />
            </button>
          )
        }
      />
      {tags.map((tag) => (
        <Chip key={tag.id} icon={<TagDot color={tag.color} />}>
          {tag.name}
        </Chip>
      ))}
      <TagPicker
        tagIds={tagIds}
        onChange={({ added, removed }) => {
          if (added.length > 0) triage([id], { type: 'add_tags', tagIds: added });
          if (removed.length > 0) triage([id], { type: 'remove_tags', tagIds: removed });
        }}
        trigger={
          <button type="button" aria-label={t('triage.tags')} className={addClass}>
            <Tag {...iconSmall} />
          </button>
        }
      />
    </>
  );
}

/** How long until the channel's expectation; pressed, it explains the order. */
function DueChip({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations('conversations');
  const locale = useLocale();
  const now = useMinute(conversation.waitingSince !== null);
  const { attention, waitingSince, status } = conversation;
  if (!attention || !waitingSince || status === 'resolved') return null;
  const left = Date.parse(attention.dueAt) - now;
  const time = formatDuration(Math.abs(left), locale);
  return (
    <AttentionPopover
      conversation={conversation}
      trigger={
        <button type="button" className="rounded-full">
          <Chip tone={left < 3_600_000 ? 'attention' : 'plain'} icon={<Timer {...iconSmall} />}>
            <span className="num" suppressHydrationWarning>
              {left > 0 ? t('chips.due', { time }) : t('chips.overdue', { time })}
            </span>
          </Chip>
        </button>
      }
    />
  );
}
