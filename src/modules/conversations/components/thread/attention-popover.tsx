'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { DefinitionList } from '@/ui/definition-list';
import { Popover } from '@/ui/popover';
import type { ConversationSummary } from '../../contract';
import { useInbox } from '../state/inbox-context';

/** Why a conversation stands where it does in the attention order, in figures. */
export function AttentionPopover(props: { conversation: ConversationSummary; trigger: ReactElement }) {
  const t = useTranslations('conversations');
  const format = useFormatter();
  const { timeZone } = useInbox().workspace;
  const { attention, waitingSince } = props.conversation;
  if (!attention || !waitingSince) return props.trigger;
  const moment = (value: string) =>
    format.dateTime(new Date(value), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
  const minutes = Math.round((Date.parse(attention.dueAt) - Date.parse(attention.at)) / 60_000);
  return (
    <Popover trigger={props.trigger} title={t('attention.title')}>
      <div className="flex w-72 flex-col gap-3">
        <p className="text-small text-ink-2">{t('attention.text')}</p>
        <DefinitionList
          items={[
            { id: 'since', term: t('attention.since'), value: moment(waitingSince) },
            { id: 'due', term: t('attention.due'), value: moment(attention.dueAt) },
            {
              id: 'public',
              term: t('attention.reach'),
              value: t(attention.isPublic ? 'attention.public' : 'attention.private'),
            },
            {
              id: 'person',
              term: t('attention.person'),
              value: t('attention.weight', { weight: attention.personWeight }),
            },
            { id: 'pulled', term: t('attention.pulled'), value: t('attention.minutes', { minutes }) },
            {
              id: 'at',
              term: t('attention.at'),
              value: <b className="font-semibold">{moment(attention.at)}</b>,
            },
          ]}
        />
      </div>
    </Popover>
  );
}
