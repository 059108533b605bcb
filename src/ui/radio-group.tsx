'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup as Base } from '@base-ui/react/radio-group';
import { useId } from 'react';
import type { Option } from './select';

export interface RadioGroupProps<Value extends string> {
  /** The question; shown above. */
  label: string;
  hideLabel?: boolean;
  options: readonly Option<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  name?: string;
  disabled?: boolean;
}

/** One of a few, all visible with what they mean. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hideLabel, options, onValueChange, ...rest } = props;
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <div id={id} className={hideLabel ? 'sr-only' : 'text-small font-medium text-ink'}>
        {label}
      </div>
      <Base<Value>
        {...rest}
        aria-labelledby={id}
        onValueChange={(next) => onValueChange?.(next)}
        className="flex flex-col gap-1"
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control renders its input inside this label
          <label key={option.value} className="flex min-h-6 items-start gap-2.5 py-0.5">
            <Radio.Root
              value={option.value}
              disabled={option.disabled ?? false}
              className="grid size-4.5 shrink-0 place-items-center rounded-full border border-line-control bg-raised hover:border-ink-3 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
            >
              <Radio.Indicator className="size-1.5 rounded-full bg-accent-ink" />
            </Radio.Root>
            <span className="min-w-0 -mt-px">
              <span className="block text-body text-ink">{option.label}</span>
              {option.hint ? <span className="block text-meta text-ink-3">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </Base>
    </div>
  );
}
