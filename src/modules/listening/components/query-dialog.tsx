'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useDeferredValue, useId, useState } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';
import { networks as allNetworks, type Network } from '@/kernel/vocabulary';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Switch } from '@/ui/switch';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useSaveQuery } from '../client';
import type { QueryView } from '../contract';
import { QueryPreview } from './query-preview';
import { termsIn } from './terms-in';
import { useSentence } from './use-doing';

export interface QueryDialogProps {
  slug: string;
  /** Null for a new one. */
  search: QueryView | null;
  onClose: () => void;
}

const everywhere = 'all';

/** Writes a search beside what it would have found. */
export function QueryDialog({ slug, search, onClose }: QueryDialogProps) {
  const t = useTranslations('listening.searches');
  const common = useTranslations('common');
  const form = useId();
  const [draft, setDraft] = useState(() => draftOf(search));
  const saving = useSaveQuery(slug);
  const { general, ofField } = useRefusal(saving.error);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const wanted = searchOf(draft);
  const shown = useDeferredValue(wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.isPending) return;
    const { name, isActive } = draft;
    const saved = saving.mutateAsync(
      search ? { queryId: search.id, name, isActive, ...wanted } : { name, ...wanted },
    );
    void saved.then(
      () => {
        onClose();
        showToast({ text: t('saved', { name }), tone: 'good' });
      },
      () => {},
    );
  };
  return (
    <Dialog
      open
      size="large"
      title={t(search ? 'edit' : 'create')}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={form} busy={saving.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4 py-1">
        {general ? <Banner tone="bad" live="alert" title={general} /> : null}
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <Fields draft={draft} isKnown={search !== null} errorOf={ofField} onChange={change} />
          <QueryPreview slug={slug} search={shown} />
        </div>
      </form>
    </Dialog>
  );
}

interface Draft {
  name: string;
  anyOf: string;
  allOf: string;
  noneOf: string;
  network: string;
  language: string;
  isActive: boolean;
}

interface FieldsProps {
  draft: Draft;
  isKnown: boolean;
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
}

function Fields({ draft, isKnown, errorOf, onChange }: FieldsProps) {
  const t = useTranslations('listening.searches');
  const networks = useTranslations('networks');
  const terms = (name: 'anyOf' | 'allOf' | 'noneOf') => (
    <Field
      label={t(name)}
      error={errorOf(name)}
      {...(name === 'anyOf' ? { hint: t('anyOfHint') } : { optional: t('optional') })}
    >
      <TextArea
        rows={name === 'anyOf' ? 3 : 1}
        value={draft[name]}
        onValueChange={(value) => onChange({ [name]: value })}
      />
    </Field>
  );
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
        <TextField value={draft.name} onValueChange={(name) => onChange({ name })} />
      </Field>
      {terms('anyOf')}
      {terms('allOf')}
      {terms('noneOf')}
      <Field label={t('networks')}>
        <Select
          value={draft.network}
          onValueChange={(network) => onChange({ network })}
          options={[
            { value: everywhere, label: t('allNetworks') },
            ...allNetworks.map((value) => ({ value, label: networks(value) })),
          ]}
        />
      </Field>
      <Field label={t('languages')}>
        <Select
          value={draft.language}
          onValueChange={(language) => onChange({ language })}
          options={[
            { value: everywhere, label: t('allLanguages') },
            { value: 'de', label: t('de') },
            { value: 'en', label: t('en') },
          ]}
        />
      </Field>
      {isKnown ? (
        <Switch
          label={t('active')}
          checked={draft.isActive}
          onCheckedChange={(isActive) => onChange({ isActive })}
        />
      ) : null}
    </div>
  );
}

function draftOf(search: QueryView | null): Draft {
  return {
    name: search?.name ?? '',
    anyOf: search?.anyOf.join('\n') ?? '',
    allOf: search?.allOf.join('\n') ?? '',
    noneOf: search?.noneOf.join('\n') ?? '',
    network: search?.networks[0] ?? everywhere,
    language: search?.languages[0] ?? everywhere,
    isActive: search?.isActive ?? true,
  };
}

function searchOf({ anyOf, allOf, noneOf, network, language }: Draft) {
  return {
    anyOf: termsIn(anyOf),
    allOf: termsIn(allOf),
    noneOf: termsIn(noneOf),
    networks: network === everywhere ? [] : [network as Network],
    languages: language === everywhere ? [] : [language],
  };
}

/** What was refused: sentences at their fields, and one for everything else. */
function useRefusal(error: Error | null) {
  const t = useTranslations('errors');
  const sentence = useSentence();
  const fields = error instanceof AppError ? error.fields : [];
  return {
    general: error && fields.length === 0 ? sentence(error) : null,
    ofField: (name: string): string | undefined => {
      const refused = fields.find(({ path }) => path === name || path.startsWith(`${name}.`));
      return refused && errorSentence(t, refused.reason, refused.params);
    },
  };
}
