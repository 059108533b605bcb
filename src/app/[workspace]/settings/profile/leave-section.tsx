'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { useAction } from '../../../action-form/use-action';
import { leaveAction } from './actions';

/** Cannot be taken back by oneself, so it asks. */
export function LeaveSection({ slug, workspace }: { slug: string; workspace: string }) {
  const t = useTranslations('settings.profile');
  const common = useTranslations('common');
  const { run, isPending } = useAction();
  const [isAsking, setAsking] = useState(false);
  return (
    <FormSection title={t('leave')} text={t('leaveText')}>
      <div>
        <AlertDialog
          title={t('leaveTitle', { workspace })}
          description={t('leaveWarning')}
          cancelLabel={common('cancel')}
          confirmLabel={t('leave')}
          busy={isPending}
          open={isAsking}
          onOpenChange={setAsking}
          onConfirm={() => run(() => leaveAction(slug), { refused: () => setAsking(false) })}
          trigger={<Button>{t('leave')}</Button>}
        />
      </div>
    </FormSection>
  );
}
