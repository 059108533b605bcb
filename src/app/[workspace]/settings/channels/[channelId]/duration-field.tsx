'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

export interface DurationFieldProps {
  label: string;
  /** Beside the label, where nothing is a choice too. */
  optional?: string;
  minutes: number | undefined;
  onChange: (minutes: number | undefined) => void;
}

type Unit = 'hours' | 'minutes';
const unitMinutes: Record<Unit, number> = { minutes: 1, hours: 60 };

/** A time in whole minutes or hours; empty for none. */
export function DurationField({ label, optional, minutes, onChange }: DurationFieldProps) {
  const t = useTranslations('channels.expectations');
  const [unit, setUnit] = useState<Unit>(minutes === undefined || minutes % 60 === 0 ? 'hours' : 'minutes');
  const [typed, setTyped] = useState(minutes === undefined ? '' : String(minutes / unitMinutes[unit]));
  const tell = (text: string, counted: Unit) => {
    const value = Math.round(Number(text) * unitMinutes[counted]);
    onChange(text.trim() === '' || !(value > 0) ? undefined : value);
  };
  return (
    <div className="flex min-w-0 flex-1 items-end gap-2">
      <Field
        label={label}
        {...(optional ? { optional } : {})}
        className="w-28 shrink-0 [&_label]:whitespace-nowrap [&_span]:whitespace-nowrap"
      >
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          value={typed}
          onValueChange={(text: string) => {
            setTyped(text);
            tell(text, unit);
          }}
        />
      </Field>
      <Select<Unit>
        aria-label={t('unitOf', { label })}
        value={unit}
        onValueChange={(next) => {
          setUnit(next);
          tell(typed, next);
        }}
        className="!w-auto min-w-0 flex-1 sm:!w-40 sm:flex-none"
        options={[
          { value: 'hours', label: t('hours') },
          { value: 'minutes', label: t('minutes') },
        ]}
      />
    </div>
  );
}
