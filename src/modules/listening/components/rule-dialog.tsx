'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';
import { networks as allNetworks, type Network } from '@/kernel/vocabulary';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { useCreateRule } from '../client';
import { termsIn } from './terms-in';
import { useDoing, useSentence } from './use-doing';

const any = 'any';
const blank = { author: '', words: '', network: any, language: any };

/** Writes a rule of silence; what it names has to hold together. */
export function RuleDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useTranslations('listening.silence');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const sentence = useSentence();
  const form = useId();
  const [draft, setDraft] = useState(blank);
  const creating = useCreateRule(slug);
  const doing = useDoing();
  const change = (part: Partial<typeof blank>) => setDraft((before) => ({ ...before, ...part }));
  const field = creating.error instanceof AppError ? creating.error.fields[0] : undefined;
  const refused = field
    ? errorSentence(errors, field.reason, field.params)
    : creating.error && sentence(creating.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (creating.isPending) return;
    const created = creating.mutateAsync({
      author: draft.author.trim() || null,
      words: termsIn(draft.words),
      network: draft.network === any ? null : (draft.network as Network),
      language: draft.language === any ? null : draft.language,
    });
    created.then(onClose, () => {});
    // What was refused stands above the fields.
    doing(
      created.catch(() => new Promise<never>(() => {})),
      ({ silenced }) => ({ text: t('saved', { count: silenced }) }),
    );
  };
  return (
    <Dialog
      open
      title={t('create')}
      description={t('explain')}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={form} busy={creating.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4 py-1">
        {refused ? <Banner tone="bad" live="alert" title={refused} /> : null}
        <Fields draft={draft} onChange={change} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: typeof blank;
  onChange: (part: Partial<typeof blank>) => void;
}

function Fields({ draft, onChange }: FieldsProps) {
  const t = useTranslations('listening.silence');
  const languages = useTranslations('listening.searches');
  const networks = useTranslations('networks');
  return (
    <>
      <Field label={t('author')} hint={t('authorHint')}>
        <TextField value={draft.author} onValueChange={(author) => onChange({ author })} />
      </Field>
      <Field label={t('words')} hint={t('wordsHint')}>
        <TextArea rows={2} value={draft.words} onValueChange={(words) => onChange({ words })} />
      </Field>
      <Field label={t('network')}>
        <Select
          value={draft.network}
          onValueChange={(network) => onChange({ network })}
          options={[
            { value: any, label: t('anyNetwork') },
            ...allNetworks.map((value) => ({ value, label: networks(value) })),
          ]}
        />
      </Field>
      <Field label={t('language')}>
        <Select
          value={draft.language}
          onValueChange={(language) => onChange({ language })}
          options={[
            { value: any, label: t('anyLanguage') },
            { value: 'de', label: languages('de') },
            { value: 'en', label: languages('en') },
          ]}
        />
      </Field>
    </>
  );
}
