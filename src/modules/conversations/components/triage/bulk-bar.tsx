'use client';
import AlarmClock from 'lucide-react/icons/alarm-clock';
import Check from 'lucide-react/icons/check';
import Mail from 'lucide-react/icons/mail';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import SignalHigh from 'lucide-react/icons/signal-high';
import Tag from 'lucide-react/icons/tag';
import UserPlus from 'lucide-react/icons/user-plus';
import X from 'lucide-react/icons/x';
import { useFormatter, useTranslations } from 'next-intl';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Progress } from '@/ui/progress';
import { type BulkWork, useBulk, useBulkProgress } from '../data/use-bulk';
import { useConversationList } from '../data/use-conversation-list';
import { useInbox, useInboxState } from '../state/inbox-context';
import { clearPicked } from '../state/inbox-state';
import { AssignPicker } from './assign-picker';
import { PriorityPicker } from './priority-picker';
import { SnoozePopover } from './snooze-popover';
import { TagPicker } from './tag-picker';

/** What can be done with everything picked; nothing while nothing is. Work under way shows its counts here. */
export function BulkBar() {
  const isPicking = useInboxState((state) => state.isAllPicked || state.picked.size > 0);
  const work = useBulkProgress();
  if (work) return <BulkProgress {...work} />;
  return isPicking ? <BulkActions /> : null;
}

function BulkProgress({ type, done, total }: BulkWork) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  return (
    <div className="shrink-0 border-b border-line bg-accent-soft px-4 py-2.5">
      <Progress
        label={t(`working.${type}`)}
        done={done}
        total={total}
        counts={common('progress', { done, total })}
      />
    </div>
  );
}

function BulkActions() {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const { store } = useInbox();
  const count = useInboxState((state) => state.picked.size);
  const isAll = useInboxState((state) => state.isAllPicked);
  const { rows, hasMore } = useConversationList();
  const areAllLoadedPicked = !isAll && count > 0 && count >= rows.length;
  return (
    <section
      aria-label={t('bulk.label')}
      className="shrink-0 border-b border-line bg-accent-soft px-3 py-1.5"
    >
      <div className="flex items-center gap-0.5">
        <span role="status" className="num min-w-0 flex-1 truncate px-1 text-small font-medium text-accent">
          {isAll ? t('bulk.all') : t('bulk.count', { count })}
        </span>
        <BulkButtons />
        <IconButton
          label={t('bulk.clear')}
          shortcut="Escape"
          icon={<X {...icon} />}
          size="small"
          onClick={() => clearPicked(store)}
        />
      </div>
      {isAll || (count < rows.length && !hasMore) ? null : (
        <button
          type="button"
          className="h-6 rounded-r2 px-1 text-meta font-medium text-accent underline underline-offset-2"
          onClick={() =>
            hasMore && areAllLoadedPicked
              ? store.set({ isAllPicked: true })
              : store.set({ picked: new Set(rows.map((row) => row.id)) })
          }
        >
          {hasMore && areAllLoadedPicked
            ? t('bulk.pickAll')
            : t('bulk.pickLoaded', { count: format.number(rows.length, 'count') })}
        </button>
      )}
    </section>
  );
}

function BulkButtons() {
  const t = useTranslations('inbox');
  const run = useBulk();
  const button = (label: string, glyph: typeof Check, shortcut?: string) => {
    const Glyph = glyph;
    return (
      <IconButton label={label} size="small" icon={<Glyph {...icon} />} {...(shortcut ? { shortcut } : {})} />
    );
  };
  return (
    <>
      <IconButton
        label={t('triage.resolve')}
        shortcut="e"
        size="small"
        icon={<Check {...icon} />}
        onClick={() => run({ type: 'resolve' })}
      />
      <AssignPicker
        forMany
        trigger={button(t('triage.assign'), UserPlus, 'a')}
        assigneeId={null}
        onAssign={(assigneeId) => run({ type: 'assign', assigneeId })}
      />
      <SnoozePopover
        forMany
        trigger={button(t('triage.snooze'), AlarmClock, 's')}
        onSnooze={(until) => run({ type: 'snooze', until })}
      />
      <TagPicker
        forMany
        trigger={button(t('triage.tags'), Tag, 't')}
        tagIds={[]}
        onChange={({ added }) => added.length > 0 && run({ type: 'add_tags', tagIds: added })}
      />
      <PriorityPicker
        forMany
        trigger={button(t('triage.priority'), SignalHigh, 'p')}
        priority={null}
        onPick={(priority) => run({ type: 'set_priority', priority })}
      />
      <IconButton
        label={t('triage.markUnread')}
        shortcut="u"
        size="small"
        icon={<Mail {...icon} />}
        onClick={() => run({ type: 'mark_unread' })}
      />
      <IconButton
        label={t('triage.reopen')}
        shortcut="shift+e"
        size="small"
        icon={<RotateCcw {...icon} />}
        onClick={() => run({ type: 'reopen' })}
      />
    </>
  );
}
