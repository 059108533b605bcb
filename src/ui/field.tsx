'use client';
import { Field as BaseField } from '@base-ui/react/field';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { iconSmall } from './icon';

export interface FieldProps {
  label: string;
  /** What to write, or what happens with it; tied to the control. */
  hint?: ReactNode;
  /** A sentence; its presence marks the control as invalid. */
  error?: string | undefined;
  /** "optional", shown beside the label. Required is the rule and is not marked. */
  optional?: string;
  /** The name of the control inside a form. */
  name?: string;
  disabled?: boolean;
  /** A label for screen readers only. */
  hideLabel?: boolean;
  children: ReactNode;
  className?: string;
}

/**
 * Ties label, hint and error to the one control inside it (TextField, TextArea, Select, Combobox, Checkbox, Switch).
 */
export function Field(props: FieldProps) {
  const { label, hint, error, optional, name, disabled, hideLabel, children, className } = props;
  return (
    <BaseField.Root
      invalid={error !== undefined}
      {...(name ? { name } : {})}
      {...(disabled ? { disabled } : {})}
      className={`flex min-w-0 flex-col gap-1 ${className ?? ''}`}
    >
      <div className={hideLabel ? 'sr-only' : 'flex items-baseline gap-2'}>
        <BaseField.Label className="text-small font-medium text-ink">{label}</BaseField.Label>
        {optional ? <span className="text-meta text-ink-3">{optional}</span> : null}
      </div>
      {children}
      {hint ? <BaseField.Description className="text-meta text-ink-3">{hint}</BaseField.Description> : null}
      <BaseField.Error
        match={error !== undefined}
        className="flex items-start gap-1.5 text-meta text-bad-ink"
      >
        <CircleAlert {...iconSmall} className="mt-px shrink-0" />
        <span>{error}</span>
      </BaseField.Error>
    </BaseField.Root>
  );
}
