'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import type { FormState } from '../../../action-form/form-state';
import { useActionForm } from '../../../action-form/use-action-form';

export interface TeamNameFormProps<Value> {
  action: (previous: FormState<Value>, form: FormData) => Promise<FormState<Value>>;
  name: string;
  submit: string;
  onDone: () => void;
}

export function TeamNameForm<Value>({ action, name, submit, onDone }: TeamNameFormProps<Value>) {
  const t = useTranslations('settings.teams');
  const { form, isPending, error, errorOf } = useActionForm(action, onDone);
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Field label={t('name')} name="name" error={errorOf('name')}>
        <TextField autoComplete="off" autoFocus defaultValue={name} />
      </Field>
      <div className="flex justify-end">
        <Button tone="primary" type="submit" busy={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
