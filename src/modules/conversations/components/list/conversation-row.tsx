'use client';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import Reply from 'lucide-react/icons/reply';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Avatar } from '@/ui/avatar';
import { Moment } from '@/ui/moment';
import type { ConversationSummary } from '../../contract';
import { useInboxState } from '../state/inbox-context';
import { RowChips } from './row-chips';
import { rowTime } from './row-facts';

export interface ConversationRowProps {
  conversation: ConversationSummary;
  id: string;
  isSelected: boolean;
  place: number;
  total: number;
  /** Whose list it is: their own face says nothing new. */
  memberId: string;
}

/** One conversation: who, what about, since when, and why it stands here. */
export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { conversation, id, isSelected, place, total, memberId } = props;
  const isPicked = useInboxState((state) => state.isAllPicked || state.picked.has(conversation.id));
  const isPicking = useInboxState((state) => state.isAllPicked || state.picked.size > 0);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names the active option
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      {...(isPicking ? { 'aria-checked': isPicked } : {})}
      aria-posinset={place + 1}
      aria-setsize={total}
      data-conversation={conversation.id}
      className={clsx(
        'group/row flex cursor-default gap-2.75 border-b border-line py-2.75 pr-3.5 pl-3 select-none',
        isSelected
          ? 'bg-accent-soft shadow-[inset_3px_0_0_var(--accent)] -outline-offset-2 group-focus-visible/list:outline-2 group-focus-visible/list:outline-focus'
          : isPicked
            ? 'bg-sunken'
            : 'hover:bg-hover',
      )}
    >
      <RowFace conversation={conversation} isPicked={isPicked} isPicking={isPicking} />
      <RowWords conversation={conversation} memberId={memberId} />
    </div>
  );
});

/** The person; under the pointer, and while picking, the box that picks. */
function RowFace(props: { conversation: ConversationSummary; isPicked: boolean; isPicking: boolean }) {
  const { conversation, isPicked, isPicking } = props;
  const networks = useTranslations('networks');
  const t = useTranslations('inbox');
  const { channel, contact } = conversation;
  return (
    <span data-pick="" className="relative -m-1 block shrink-0 self-start p-1">
      <span className={isPicking ? 'invisible' : 'group-hover/row:[&>span>span:first-child]:opacity-0'}>
        <Avatar
          id={contact?.id ?? conversation.id}
          name={contact?.name ?? t('row.nobody')}
          network={channel.network}
          networkName={networks(channel.network)}
        />
      </span>
      <span
        aria-hidden="true"
        className={clsx(
          'absolute inset-1 grid place-items-center',
          isPicking ? '' : 'opacity-0 group-hover/row:opacity-100',
        )}
      >
        <span
          className={clsx(
            'grid size-4.5 place-items-center rounded-r1 border',
            isPicked ? 'border-accent bg-accent text-accent-ink' : 'border-line-control bg-raised',
          )}
        >
          {isPicked ? <Check size={13} strokeWidth={2.5} /> : null}
        </span>
      </span>
    </span>
  );
}

function RowWords({ conversation, memberId }: { conversation: ConversationSummary; memberId: string }) {
  const t = useTranslations('inbox');
  const kinds = useTranslations('vocabulary');
  const { contact, subject, preview, isUnread, assignee, language } = conversation;
  const time = rowTime(conversation);
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex items-center gap-1.5">
        <span dir="auto" className={clsx('min-w-0 flex-1 truncate', isUnread ? 'font-[620]' : 'font-medium')}>
          {contact?.name.toWellFormed() ?? t('row.nobody')}
        </span>
        {isUnread ? <span className="sr-only">{t('row.unread')}</span> : null}
        {assignee && assignee.id !== memberId ? (
          <span title={t('row.assignedTo', { name: assignee.name })}>
            <Avatar id={assignee.id} name={assignee.name} size={20} />
            <span className="sr-only">{t('row.assignedTo', { name: assignee.name })}</span>
          </span>
        ) : null}
        {time.isWaiting ? <span className="sr-only">{t('row.waitingSince')}</span> : null}
        <Moment value={time.value} className="text-meta text-ink-3" />
      </span>
      <span
        dir="auto"
        className={clsx('block truncate text-small', isUnread ? 'font-[550] text-ink' : 'text-ink-2')}
      >
        {subject?.toWellFormed() || `${kinds(`kind.${conversation.kind}`)} · ${conversation.channel.name}`}
      </span>
      <span className="flex items-center gap-1 text-small text-ink-3">
        {conversation.previewDirection === 'outbound' ? (
          <>
            <Reply size={13} strokeWidth={1.75} aria-hidden className="shrink-0" />
            <span className="sr-only">{t('row.ours')}</span>
          </>
        ) : null}
        <span dir="auto" {...(language ? { lang: language } : {})} className="min-w-0 flex-1 truncate">
          {preview.toWellFormed()}
        </span>
      </span>
      <RowChips conversation={conversation} />
    </span>
  );
}
