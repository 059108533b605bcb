'use client';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonTone, iconButtonClass } from './button-style';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** The name of the action: read by screen readers, shown as a tooltip. */
  label: string;
  icon: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  shortcut?: string;
  /** Without a tooltip, where the label stands beside it anyway. */
  silent?: boolean;
}

/** A square button with an icon; its name is never left out. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, tone = 'quiet', size = 'medium', shortcut, silent, className, ...rest } = props;
  const button = (
    <button type="button" aria-label={label} {...rest} className={iconButtonClass(tone, size, className)}>
      {icon}
    </button>
  );
  if (silent) return button;
  return (
    <Tooltip text={label} {...(shortcut ? { shortcut } : {})}>
      {button}
    </Tooltip>
  );
}
