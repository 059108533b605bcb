'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ApiKeySummary } from '@/modules/workspaces/contract';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { Moment } from '@/ui/moment';
import { useAction } from '../../../action-form/use-action';
import { revokeApiKeyAction } from './actions';

export function ApiKeyRow({ slug, apiKey }: { slug: string; apiKey: ApiKeySummary }) {
  const t = useTranslations('settings.apiKeys');
  const common = useTranslations('common');
  const { run, isPending } = useAction();
  const [isAsking, setAsking] = useState(false);
  const revoke = () => {
    setAsking(false);
    run(() => revokeApiKeyAction(slug, apiKey.id), {
      done: () => ({ text: t('revoked', { name: apiKey.name }) }),
    });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate font-medium">{apiKey.name}</p>
        <p className="flex flex-wrap gap-x-1.5 text-meta text-ink-3">
          <code className="font-mono">{apiKey.hint}…</code>
          <span>·</span>
          <span>
            {t('created')} <Moment value={apiKey.createdAt} style="day" />
          </span>
          <span>·</span>
          <span>
            {apiKey.lastUsedAt ? (
              <>
                {t('lastUsed')} <Moment value={apiKey.lastUsedAt} />
              </>
            ) : (
              t('neverUsed')
            )}
          </span>
        </p>
      </div>
      <AlertDialog
        title={t('revokeTitle', { name: apiKey.name })}
        description={t('revokeText')}
        cancelLabel={common('cancel')}
        confirmLabel={t('revoke')}
        busy={isPending}
        open={isAsking}
        onOpenChange={setAsking}
        onConfirm={revoke}
        trigger={<Button size="small">{t('revoke')}</Button>}
      />
    </div>
  );
}
