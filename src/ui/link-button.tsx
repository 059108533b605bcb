import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonTone, buttonClass } from './button-style';

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function LinkButton(props: LinkButtonProps) {
  const { tone = 'plain', size = 'medium', icon, className, children, ...rest } = props;
  return (
    <Link {...rest} className={buttonClass(tone, size, className)}>
      {icon}
      {children}
    </Link>
  );
}
