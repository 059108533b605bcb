'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import type { ChannelSummary } from '@/modules/channels/contract';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { showToast } from '@/ui/toast';
import { removeChannelAction } from '../actions';
import { useChannelState } from './use-channel-state';

/** Pause, resume, remove. */
export function RunningSection({ slug, channel }: { slug: string; channel: ChannelSummary }) {
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
        <RemoveButton slug={slug} channel={channel} />
      </div>
      <p className="text-meta text-ink-3">{t('removeHint')}</p>
    </FormSection>
  );
}

const unreachable = { ok: false, reason: 'unavailable', params: {} } as const;

function RemoveButton({ slug, channel: { id, name } }: { slug: string; channel: ChannelSummary }) {
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
      showToast({ text: t('removed', { name }), tone: 'good' });
      router.replace(`/${slug}/settings/channels`);
    });
  return (
    <AlertDialog
      title={t('removeTitle', { name })}
      description={t('removeText')}
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
