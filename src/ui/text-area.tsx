'use client';
import { Field } from '@base-ui/react/field';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-style';

export interface TextAreaProps
  extends Omit<ComponentProps<'textarea'>, 'defaultValue' | 'value' | 'onChange'> {
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Lines it may grow to before it scrolls. */
  maxRows?: number;
  /** Without a frame of its own, as inside the reply box. */
  bare?: boolean;
}

/**
 * Text over several lines; grows with its content. Where the browser knows no `field-sizing` it keeps `rows` and scrolls.
 */
export function TextArea(props: TextAreaProps) {
  const { value, defaultValue, onValueChange, maxRows = 12, bare, rows = 3, className, ...rest } = props;
  return (
    <Field.Control
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(onValueChange ? { onValueChange } : {})}
      render={
        <textarea
          {...rest}
          rows={rows}
          style={{
            minHeight: `calc(${rows} * 1lh + 0.75rem)`,
            maxHeight: `calc(${maxRows} * 1lh + 0.75rem)`,
          }}
          className={clsx(
            'block resize-none py-1.5 leading-5 [field-sizing:content]',
            bare
              ? 'w-full bg-transparent px-0 text-body text-ink outline-none pointer-coarse:text-lead'
              : controlClass(),
            className,
          )}
        />
      }
    />
  );
}
