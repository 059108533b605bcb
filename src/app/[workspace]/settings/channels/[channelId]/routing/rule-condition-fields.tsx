'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { messageKinds } from '@/kernel/vocabulary';
import type { RoutingRuleView } from '@/modules/channels/contract/routing';
import { ChipButton } from '@/ui/chip';
import { Field } from '@/ui/field';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { useLanguages } from '../use-languages';

type Condition = RoutingRuleView['condition'];
type Kind = NonNullable<Condition['kinds']>[number];

export interface RuleConditionFieldsProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
}

const kinds = messageKinds.filter((kind): kind is Kind => kind !== 'note');

/** When a rule holds: everything chosen must; nothing chosen holds always. */
export function RuleConditionFields({ condition, onChange }: RuleConditionFieldsProps) {
  const t = useTranslations('channels.routing');
  const vocabulary = useTranslations('vocabulary');
  const languages = useLanguages();
  const [words, setWords] = useState((condition.anyWords ?? []).join(', '));
  const set = (change: Partial<Condition>) => onChange(withoutEmpty({ ...condition, ...change }));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="text-body font-semibold">{t('when')}</legend>
      <p className="text-meta text-ink-3">{t('whenText')}</p>
      <div className="flex flex-col items-start gap-1.5">
        <span aria-hidden="true" className="text-small font-medium">
          {t('visibility')}
        </span>
        <Segmented<'any' | 'public' | 'private'>
          label={t('visibility')}
          value={condition.visibility ?? 'any'}
          onValueChange={(value) => set({ visibility: value === 'any' ? undefined : value })}
          options={[
            { value: 'any', label: t('anyVisibility') },
            { value: 'public', label: vocabulary('visibility.public') },
            { value: 'private', label: vocabulary('visibility.private') },
          ]}
        />
      </div>
      <Choices
        label={t('kinds')}
        options={kinds.map((value) => ({ value, label: vocabulary(`kind.${value}`) }))}
        chosen={condition.kinds ?? []}
        onChange={(chosen) => set({ kinds: chosen })}
      />
      <Choices
        label={t('languages')}
        options={languages}
        chosen={condition.languages ?? []}
        onChange={(chosen) => set({ languages: chosen })}
      />
      <Field label={t('words')} hint={t('wordsHint')}>
        <TextField
          autoComplete="off"
          value={words}
          onValueChange={(text: string) => {
            setWords(text);
            set({ anyWords: wordsIn(text) });
          }}
        />
      </Field>
    </fieldset>
  );
}

interface ChoicesProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

function Choices<Value extends string>({ label, options, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(({ value, label: name }) => {
          const isChosen = chosen.includes(value);
          return (
            <ChipButton
              key={value}
              pressed={isChosen}
              onClick={() => onChange(isChosen ? chosen.filter((one) => one !== value) : [...chosen, value])}
            >
              {name}
            </ChipButton>
          );
        })}
      </div>
    </fieldset>
  );
}

/** The limits of the contract: 50 words or phrases of 80 signs. */
function wordsIn(text: string): string[] {
  const words = text.split(',').map((word) => word.trim().slice(0, 80));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 50);
}

function withoutEmpty(condition: Partial<Record<keyof Condition, unknown>>): Condition {
  const entries = Object.entries(condition).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries);
}
