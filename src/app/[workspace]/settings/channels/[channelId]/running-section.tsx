'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import type { ChannelDetail } from '@/modules/channels/contract';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { LinkButton } from '@/ui/link-button';
import { showToast } from '@/ui/toast';
import { removeChannelAction } from '../actions';
import { reconnectPath } from './reconnect-path';
import { useChannelState } from './use-channel-state';

export interface RunningSectionProps {
  slug: string;
  channel: ChannelDetail;
  isGuided: boolean;
}

/** Pause, resume, reconnect, remove. */
export function RunningSection({ slug, channel, isGuided }: RunningSectionProps) {
  const t = useTranslations('channels.channel');
  const { setState, isPending } = useChannelState(slug, channel);
  return (
    <FormSection title={t('running')} text={t('runningText')}>
      <div className="flex flex-wrap items-center gap-2">
        {channel.state === 'paused' ? (
          <Button busy={isPending} onClick={() => setState('active')}>
            {t('resume')}
          </Button>
        ) : (
          <Button busy={isPending} onClick={() => setState('paused')}>
            {t('pause')}
          </Button>
        )}
        <LinkButton href={reconnectPath(slug, channel.id, isGuided)}>{t('reconnect')}</LinkButton>
        <RemoveButton slug={slug} channel={channel} />
      </div>
      <p className="num text-meta text-ink-3">{t('removeHint', { count: channel.conversations.total })}</p>
    </FormSection>
  );
}

const unreachable = { ok: false, reason: 'unavailable', params: {} } as const;

function RemoveButton({ slug, channel: { id, name, conversations } }: Omit<RunningSectionProps, 'isGuided'>) {
  const t = useTranslations('channels.channel');
  const common = useTranslations('common');
  const router = useRouter();
  const errors = useTranslations('errors');
  const [isPending, start] = useTransition();
  const [isAsking, setAsking] = useState(false);
  // Goes to the list instead of reading this page anew: it is gone.
  const remove = () =>
    start(async () => {
      const result = await removeChannelAction(slug, id).catch(() => unreachable);
      setAsking(false);
      if (!result.ok) {
        showToast({ text: errorSentence(errors, result.reason, result.params), tone: 'bad' });
        return;
      }
      showToast({ text: t('removed', { name, count: result.value.keptConversations }), tone: 'good' });
      router.replace(`/${slug}/settings/channels`);
    });
  return (
    <AlertDialog
      title={t('removeTitle', { name })}
      description={t('removeText', { count: conversations.total })}
      cancelLabel={common('cancel')}
      confirmLabel={t('remove')}
      busy={isPending}
      open={isAsking}
      onOpenChange={setAsking}
      onConfirm={remove}
      trigger={<Button>{t('remove')}</Button>}
    />
  );
}
