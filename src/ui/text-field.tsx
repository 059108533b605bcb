'use client';
import { Input } from '@base-ui/react/input';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { controlClass } from './control-style';

export interface TextFieldProps extends Omit<ComponentProps<typeof Input>, 'className'> {
  /** Inside the box, at its start: a magnifier, a currency. */
  leading?: ReactNode;
  /** Inside the box, at its end: a key cap, a unit. */
  trailing?: ReactNode;
  className?: string;
}

/** One line of text. Inside `Field` it is labelled; alone it needs `aria-label`. */
export function TextField({ leading, trailing, className, ...rest }: TextFieldProps) {
  if (!leading && !trailing) return <Input {...rest} className={controlClass(clsx('h-8', className))} />;
  return (
    <span className={clsx('relative block', className)}>
      {leading ? (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-3">
          {leading}
        </span>
      ) : null}
      <Input {...rest} className={controlClass(clsx('h-8', leading && 'pl-8', trailing && 'pr-10'))} />
      {trailing ? (
        <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-ink-3">
          {trailing}
        </span>
      ) : null}
    </span>
  );
}
