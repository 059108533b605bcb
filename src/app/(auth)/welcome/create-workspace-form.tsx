'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/kernel/vocabulary';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../action-form/use-action-form';
import { createWorkspaceAction } from '../actions';
import { BrowserZone } from '../browser-zone';

export function CreateWorkspaceForm({ locale }: { locale: Locale }) {
  const t = useTranslations('auth');
  const { form, state, isPending, error, errorOf } = useActionForm(createWorkspaceAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Field label={t('workspaceName')} name="name" hint={t('workspaceNameHint')} error={errorOf('name')}>
        <TextField autoComplete="organization" defaultValue={state.typed.name ?? ''} />
      </Field>
      <input type="hidden" name="locale" value={locale} />
      <BrowserZone />
      <Button tone="primary" type="submit" busy={isPending} className="h-9">
        {t('welcome.create')}
      </Button>
    </form>
  );
}
