'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { useActionForm } from '../../../action-form/use-action-form';
import { joinAction } from './actions';

export function JoinForm({ token }: { token: string }) {
  const t = useTranslations('auth');
  const { form, isPending, error } = useActionForm(joinAction.bind(null, token));
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Button tone="primary" type="submit" busy={isPending} className="h-9">
        {t('invitation.join')}
      </Button>
    </form>
  );
}
