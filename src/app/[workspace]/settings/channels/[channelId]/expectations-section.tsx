'use client';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ChannelSummary, Expectations } from '@/modules/channels/contract';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Segmented } from '@/ui/segmented';
import { Select } from '@/ui/select';
import { useAction } from '../../../../action-form/use-action';
import { saveExpectationsAction } from '../actions';
import { DurationField } from './duration-field';
import { useLanguages } from './use-languages';

type Clock = NonNullable<Expectations['clock']>;

/** Where the expectation differs from the channel's own: public, private, a language; and whose clock counts. */
export function ExpectationsSection({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const t = useTranslations('channels.expectations');
  const common = useTranslations('common');
  const { run, isPending } = useAction();
  const [draft, setDraft] = useState<Expectations>(channel.expectations);
  const save = () =>
    run(() => saveExpectationsAction(slug, channel.id, draft), { done: () => ({ text: common('saved') }) });
  const set = (change: Partial<Record<keyof Expectations, unknown>>) =>
    setDraft((before) => withoutUndefined({ ...before, ...change }));
  return (
    <FormSection
      title={t('title')}
      text={t('text')}
      actions={
        <Button tone="primary" busy={isPending} onClick={save}>
          {isPending ? common('saving') : common('save')}
        </Button>
      }
    >
      <Segmented<Clock>
        label={t('clock')}
        value={draft.clock ?? 'business'}
        onValueChange={(clock) => set({ clock: clock === 'business' ? undefined : clock })}
        options={[
          { value: 'business', label: t('business') },
          { value: 'always', label: t('always') },
        ]}
      />
      <DurationField
        label={t('public')}
        optional={t('asChannel')}
        minutes={draft.publicMinutes}
        onChange={(publicMinutes) => set({ publicMinutes })}
      />
      <DurationField
        label={t('private')}
        optional={t('asChannel')}
        minutes={draft.privateMinutes}
        onChange={(privateMinutes) => set({ privateMinutes })}
      />
      <LanguageExpectations
        byLanguage={draft.byLanguage ?? {}}
        onChange={(byLanguage) =>
          set({ byLanguage: Object.keys(byLanguage).length > 0 ? byLanguage : undefined })
        }
      />
    </FormSection>
  );
}

interface LanguageExpectationsProps {
  byLanguage: Record<string, number>;
  onChange: (byLanguage: Record<string, number>) => void;
}

const FIRST_MINUTES = 240;

function LanguageExpectations({ byLanguage, onChange }: LanguageExpectationsProps) {
  const t = useTranslations('channels.expectations');
  const common = useTranslations('common');
  const languages = useLanguages();
  const [next, setNext] = useState<string | null>(null);
  const free = languages.filter(({ value }) => byLanguage[value] === undefined);
  const nameOf = (code: string) => languages.find(({ value }) => value === code)?.label ?? code;
  return (
    <div className="flex flex-col gap-3">
      {Object.entries(byLanguage).map(([code, minutes]) => (
        <div key={code} className="flex items-end gap-2">
          <DurationField
            label={nameOf(code)}
            minutes={minutes}
            onChange={(value) => onChange({ ...byLanguage, [code]: value ?? minutes })}
          />
          <IconButton
            label={common('removeNamed', { name: nameOf(code) })}
            icon={<X {...iconSmall} />}
            onClick={() => {
              const { [code]: _, ...rest } = byLanguage;
              onChange(rest);
            }}
          />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label={t('language')}
          placeholder={t('language')}
          value={next}
          onValueChange={setNext}
          className="!w-48"
          options={free}
        />
        <Button
          icon={<Plus {...icon} />}
          disabled={!next}
          onClick={() => {
            if (next) onChange({ ...byLanguage, [next]: FIRST_MINUTES });
            setNext(null);
          }}
        >
          {t('addLanguage')}
        </Button>
      </div>
    </div>
  );
}

function withoutUndefined(expectations: Record<string, unknown>): Expectations {
  return Object.fromEntries(Object.entries(expectations).filter(([, value]) => value !== undefined));
}
