'use client';
import { Select as BaseSelect } from '@base-ui/react/select';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactNode } from 'react';
import { controlClass, optionClass, popupClass } from './control-style';
import { iconSmall } from './icon';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  /** A second, quieter line. */
  hint?: string;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  options: readonly Option<Value>[];
  value?: Value | null;
  defaultValue?: Value | null;
  onValueChange?: (value: Value) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  /** Needed outside a `Field`. */
  'aria-label'?: string;
  className?: string;
}

/** One of a few known values (more than about twelve: Combobox). */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, defaultValue, onValueChange, placeholder, name, disabled, className } = props;
  return (
    <BaseSelect.Root<Value>
      items={options}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onValueChange={(next) => {
        if (next !== null) onValueChange?.(next);
      }}
      {...(name ? { name } : {})}
      {...(disabled ? { disabled } : {})}
    >
      <BaseSelect.Trigger
        aria-label={props['aria-label']}
        className={controlClass(clsx('flex h-8 items-center justify-between gap-2 text-left', className))}
      >
        <BaseSelect.Value className="truncate data-placeholder:text-ink-3" placeholder={placeholder} />
        <BaseSelect.Icon className="text-ink-3">
          <ChevronsUpDown {...iconSmall} />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner className="z-50 outline-none" sideOffset={4} alignItemWithTrigger={false}>
          <BaseSelect.Popup data-popup="" className={clsx(popupClass, 'min-w-(--anchor-width)')}>
            {options.map((option) => (
              <SelectOption key={option.value} option={option} />
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}

function SelectOption({ option }: { option: Option }) {
  return (
    <BaseSelect.Item value={option.value} disabled={option.disabled ?? false} className={optionClass}>
      {option.icon}
      <span className="min-w-0 flex-1">
        <BaseSelect.ItemText className="block truncate">{option.label}</BaseSelect.ItemText>
        {option.hint ? <span className="block text-meta text-ink-3">{option.hint}</span> : null}
      </span>
      <BaseSelect.ItemIndicator className="text-accent">
        <Check {...iconSmall} />
      </BaseSelect.ItemIndicator>
    </BaseSelect.Item>
  );
}
