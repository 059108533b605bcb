'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import { conversationStatuses } from '@/kernel/vocabulary';
import { Moment } from '@/ui/moment';
import type { ChangeView } from '../../contract';
import { useInbox } from '../state/inbox-context';

/** One line of the conversation's history. */
export const ChangeLine = memo(function ChangeLine({ change }: { change: ChangeView }) {
  const sentence = useChangeSentence();
  return (
    <p className="flex items-baseline gap-2 py-1 pl-11 text-meta text-ink-3">
      <span className="min-w-0 flex-1">{sentence(change)}</span>
      <Moment value={change.createdAt} style="clock" />
    </p>
  );
});

type Named = { name?: unknown; id?: unknown };

/** The data of a change comes as JSON of its type: only what is understood is said. */
function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const name = (value as Named | null)?.name;
  return typeof name === 'string' ? name : null;
}

export function useChangeSentence(): (change: ChangeView) => string {
  const t = useTranslations('conversations');
  const words = useTranslations('vocabulary');
  const format = useFormatter();
  const { member } = useInbox();
  return ({ type, data, member: actor }) => {
    const isMine = actor?.id === member.id;
    const who = { who: actor ? (isMine ? 'me' : 'other') : 'system', name: actor?.name ?? '' };
    const to = data.to as unknown;
    switch (type) {
      case 'assigned': {
        const toId = (to as Named | null)?.id ?? to;
        const target = to === null || to === undefined ? 'nobody' : toId === member.id ? 'me' : 'other';
        return t('changes.assigned', { ...who, target, to: nameIn(to) ?? '' });
      }
      case 'team_changed':
        return t('changes.team', { ...who, has: String(nameIn(to) !== null), to: nameIn(to) ?? '' });
      case 'status_changed': {
        const status = nameIn((to as { status?: unknown } | null)?.status ?? to) ?? 'open';
        const until =
          data.until ?? data.snoozedUntil ?? (to as { snoozedUntil?: unknown } | null)?.snoozedUntil;
        const time = typeof until === 'string' ? format.dateTime(new Date(until), 'moment') : '';
        const known = (conversationStatuses as readonly string[]).includes(status) ? status : 'open';
        return t('changes.status', { ...who, status: known, hasTime: String(time !== ''), time });
      }
      case 'priority_changed': {
        const priority = typeof to === 'number' ? to : Number(nameIn(to) ?? 0);
        return t('changes.priority', { ...who, to: words(`priority.${priority}` as 'priority.0') });
      }
      case 'tagged':
      case 'untagged':
        return t(`changes.${type}`, { ...who, to: tagNames(data) });
      case 'moved_to_private':
        return t('changes.private', who);
      case 'routed':
        return t('changes.routed', {
          rule: nameIn(data.rule) ?? '',
          hasTeam: String(nameIn(data.team) !== null),
          team: nameIn(data.team) ?? '',
          hasAssignee: String(nameIn(data.assignee) !== null),
          assignee: nameIn(data.assignee) ?? '',
        });
    }
  };
}

function tagNames(data: ChangeView['data']): string {
  const list = [data.tags, data.to, data.from, data.tag].find((one) => Array.isArray(one) || nameIn(one));
  const names = (Array.isArray(list) ? list : [list]).map(nameIn).filter((name) => name !== null);
  return names.join(', ');
}
