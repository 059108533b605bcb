'use client';
import { useLocale, useTranslations } from 'next-intl';
import { networks } from '@/kernel/vocabulary';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

/** Which network a channel stands for that an integrator feeds: its own first, then the others by name. */
export function NetworkField({ network, error }: { network: string; error?: string | undefined }) {
  const t = useTranslations('channels.fields');
  const words = useTranslations('networks');
  const locale = useLocale();
  const others = networks
    .filter((one) => one !== network)
    .map((value) => ({ value: value as string, label: words(value) }))
    .sort((left, right) => left.label.localeCompare(right.label, locale));
  return (
    <Field label={t('network')} name="network" hint={t('networkHint')} error={error}>
      <Select
        name="network"
        defaultValue={network}
        options={[{ value: network, label: t('noNetwork') }, ...others]}
      />
    </Field>
  );
}
