'use client';
import { useTranslations } from 'next-intl';
import type { ConnectorOffer } from '@/modules/channels/contract';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';

export interface AccessFieldsProps {
  offer: ConnectorOffer;
  /** What is stored; secrets never come back. */
  settings?: Readonly<Record<string, unknown>>;
  /** Of a channel that exists: empty secrets keep the stored ones. */
  isChange?: boolean;
  errorOf: (name: string) => string | undefined;
}

/** One field for each setting and each secret that the connector asks an admin for. */
export function AccessFields({ offer, settings = {}, isChange = false, errorOf }: AccessFieldsProps) {
  const common = useTranslations('common');
  const t = useTranslations('channels');
  const { wordsOf } = useFieldWords();
  const entered = offer.secrets.filter(({ origin }) => origin === 'entered');
  return (
    <>
      {offer.settings.map(({ name, isRequired }) => (
        <Field
          key={name}
          {...wordsOf('settings', name)}
          name={`settings.${name}`}
          {...(isRequired ? {} : { optional: common('optional') })}
          error={errorOf(`settings.${name}`)}
        >
          <TextField autoComplete="off" spellCheck={false} defaultValue={String(settings[name] ?? '')} />
        </Field>
      ))}
      {entered.map(({ name, isRequired }) => {
        const { label, hint } = wordsOf('secrets', name);
        return (
          <Field
            key={name}
            label={label}
            hint={isChange ? t('fields.keep') : hint}
            name={`secrets.${name}`}
            {...(isRequired || isChange ? {} : { optional: common('optional') })}
            error={errorOf(`secrets.${name}`)}
          >
            <TextField type="password" autoComplete="new-password" spellCheck={false} />
          </Field>
        );
      })}
    </>
  );
}

/** Label and hint of a setting or secret; its own name where a connector brought one without words. */
export function useFieldWords() {
  const t = useTranslations('channels');
  const word = (key: string) => (t.has(key as never) ? (t(key as never) as string) : undefined);
  return {
    wordsOf: (kind: 'settings' | 'secrets', name: string) => ({
      label: word(`${kind}.${name}.label`) ?? name,
      hint: word(`${kind}.${name}.hint`),
    }),
  };
}
