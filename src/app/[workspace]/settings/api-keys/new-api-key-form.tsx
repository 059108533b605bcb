'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../../action-form/use-action-form';
import { createApiKeyAction } from './actions';

export function NewApiKeyForm({ slug, onCreated }: { slug: string; onCreated: (key: string) => void }) {
  const t = useTranslations('settings.apiKeys');
  const common = useTranslations('common');
  const { form, isPending, error, errorOf } = useActionForm(createApiKeyAction.bind(null, slug), ({ key }) =>
    onCreated(key),
  );
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Field label={t('name')} name="name" hint={t('nameHint')} error={errorOf('name')}>
        <TextField autoComplete="off" autoFocus />
      </Field>
      <div className="flex justify-end">
        <Button tone="primary" type="submit" busy={isPending}>
          {common('create')}
        </Button>
      </div>
    </form>
  );
}
