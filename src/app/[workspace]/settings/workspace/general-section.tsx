'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { locales } from '@/kernel/vocabulary';
import type { WorkspaceSettings } from '@/modules/workspaces/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { FormSection } from '@/ui/form-section';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../action-form/use-action-form';
import { saveGeneralAction } from './actions';

export interface GeneralSectionProps {
  settings: WorkspaceSettings;
  zones: readonly Option[];
}

export function GeneralSection({ settings, zones }: GeneralSectionProps) {
  const t = useTranslations('settings.workspace');
  const common = useTranslations('common');
  const words = useTranslations('vocabulary.locale');
  const router = useRouter();
  const { form, isPending, error, errorOf } = useActionForm(
    saveGeneralAction.bind(null, settings.slug),
    () => {
      showToast({ text: common('saved'), tone: 'good' });
      router.refresh();
    },
  );
  return (
    <form {...form}>
      <FormSection
        title={t('general')}
        text={t('generalText')}
        actions={
          <Button tone="primary" type="submit" busy={isPending}>
            {isPending ? common('saving') : common('save')}
          </Button>
        }
      >
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <Field label={t('name')} name="name" error={errorOf('name')}>
          <TextField autoComplete="organization" defaultValue={settings.name} />
        </Field>
        <Field label={t('address')} hint={t('addressHint')}>
          <TextField readOnly value={`/${settings.slug}`} className="!bg-sunken !text-ink-2" />
        </Field>
        <Field label={t('locale')} hint={t('localeHint')} name="locale" error={errorOf('locale')}>
          <Select
            name="locale"
            defaultValue={settings.locale}
            options={locales.map((value) => ({ value, label: words(value) }))}
          />
        </Field>
        <Field label={t('timeZone')} hint={t('timeZoneHint')} name="timeZone" error={errorOf('timeZone')}>
          <Combobox
            key={settings.timeZone}
            name="timeZone"
            defaultValue={settings.timeZone}
            options={zones}
            emptyText={common('nothingFound')}
            openLabel={common('showOptions')}
          />
        </Field>
      </FormSection>
    </form>
  );
}
