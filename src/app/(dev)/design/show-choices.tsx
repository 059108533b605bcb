'use client';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { priorities } from '@/kernel/vocabulary';
import { Checkbox } from '@/ui/checkbox';
import { Combobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { FormSection } from '@/ui/form-section';
import { icon } from '@/ui/icon';
import { Kbd } from '@/ui/kbd';
import { RadioGroup } from '@/ui/radio-group';
import { Segmented } from '@/ui/segmented';
import { Select } from '@/ui/select';
import { Switch } from '@/ui/switch';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Group } from './group';
import { people } from './sample';

/** Fields and everything one chooses with. */
export function Choices() {
  const t = useTranslations('design');
  return (
    <>
      <Group title={t('fields')}>
        <Fields />
      </Group>
      <Group title={t('choices')}>
        <Picks />
      </Group>
    </>
  );
}

function Fields() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const e = useTranslations('errors');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('name')} hint={t('nameHint')} name="name">
        <TextField defaultValue="Mira Keller" autoComplete="off" />
      </Field>
      <Field label={t('email')} error={e('invalid_email')} name="email">
        <TextField defaultValue="mira@nordlicht" autoComplete="off" />
      </Field>
      <Field label={c('search')} hideLabel>
        <TextField
          placeholder={c('searchPlaceholder')}
          leading={<Search {...icon} />}
          trailing={<Kbd keys="/" />}
        />
      </Field>
      <Field label={t('name')} hideLabel disabled>
        <TextField defaultValue="Nordlicht Outdoor" />
      </Field>
      <Field label={t('note')} optional={c('optional')} className="sm:col-span-2">
        <TextArea placeholder={t('notePlaceholder')} rows={2} />
      </Field>
    </div>
  );
}

function Picks() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const v = useTranslations('vocabulary');
  const [view, setView] = useState<'list' | 'table' | 'map'>('list');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('priority')}>
          <Select
            placeholder={c('choose')}
            options={priorities.map((one) => ({ value: `${one}`, label: v(`priority.${one}`) }))}
          />
        </Field>
        <Field label={t('person')}>
          <Combobox
            emptyText={c('nothingFound')}
            openLabel={c('showOptions')}
            placeholder={c('choose')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1">
          <Checkbox label={t('terms')} hint={t('termsHint')} defaultChecked />
          <Checkbox label={t('partly')} indeterminate />
          <Checkbox label={t('terms')} disabled />
        </div>
        <RadioGroup
          label={t('answerAs')}
          defaultValue="public"
          options={[
            { value: 'public', label: t('answerPublic'), hint: t('answerPublicHint') },
            { value: 'private', label: t('answerPrivate'), hint: t('answerPrivateHint') },
          ]}
        />
      </div>
      <Segmented
        label={t('viewAs')}
        value={view}
        onValueChange={setView}
        options={[
          { value: 'list', label: t('viewList') },
          { value: 'table', label: t('viewTable') },
          { value: 'map', label: t('viewMap') },
        ]}
      />
      <FormSection title={t('section')} text={t('sectionText')}>
        <Switch label={t('notify')} hint={t('notifyHint')} defaultChecked />
        <Switch label={t('terms')} disabled />
      </FormSection>
    </>
  );
}
