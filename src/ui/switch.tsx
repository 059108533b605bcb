'use client';
import { Switch as Base } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';

export interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
}

/** On or off, taking effect at once. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control renders its input inside this label
    <label className="flex min-h-6 items-start justify-between gap-4 py-0.5">
      <span className="min-w-0">
        <span id={id} className="block text-body text-ink">
          {label}
        </span>
        {hint ? <span className="block text-meta text-ink-3">{hint}</span> : null}
      </span>
      <Base.Root
        {...rest}
        aria-labelledby={id}
        className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-control bg-sunken p-0.5 transition-colors duration-100 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-ink-3 transition-transform duration-100 data-checked:translate-x-4 data-checked:bg-accent-ink" />
      </Base.Root>
    </label>
  );
}
