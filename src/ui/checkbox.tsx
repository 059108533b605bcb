'use client';
import { Checkbox as Base } from '@base-ui/react/checkbox';
import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import { type ReactNode, useId } from 'react';

export interface CheckboxProps {
  /** Beside the box; without it give `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  /** Some of what it stands for is chosen. */
  indeterminate?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  value?: string;
  disabled?: boolean;
  'aria-label'?: string;
}

const boxClass =
  'peer grid size-4.5 shrink-0 place-items-center rounded-r1 border border-line-control bg-raised text-accent-ink ' +
  'hover:border-ink-3 data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent ' +
  'data-disabled:opacity-50 data-invalid:border-bad';

/** Yes or no, taking effect when the form is sent or as part of a selection. */
export function Checkbox({ label, hint, indeterminate, ...rest }: CheckboxProps) {
  const id = useId();
  const box = (
    <Base.Root
      {...rest}
      {...(label ? { 'aria-labelledby': id } : {})}
      indeterminate={indeterminate ?? false}
      className={boxClass}
    >
      <Base.Indicator>
        {indeterminate ? (
          <Minus size={13} strokeWidth={2.5} aria-hidden />
        ) : (
          <Check size={13} strokeWidth={2.5} aria-hidden />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  if (!label) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control renders its input inside this label
    <label className="flex min-h-6 items-start gap-2.5 py-0.5">
      {box}
      <span className="min-w-0 -mt-px">
        <span id={id} className="block text-body text-ink">
          {label}
        </span>
        {hint ? <span className="block text-meta text-ink-3">{hint}</span> : null}
      </span>
    </label>
  );
}
