import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonTone, buttonClass } from './button-style';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Keys that do the same, shown inside: `e`, `mod+Enter`. */
  shortcut?: string;
  /** Work is under way: the button stays focusable, says so, and ignores clicks. */
  busy?: boolean;
}

/** A button with words; `type` is `button` unless a form asks for `submit`. */
export function Button(props: ButtonProps) {
  const { tone = 'plain', size = 'medium', icon, shortcut, busy, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { 'aria-disabled': true, 'aria-busy': true, onClick: ignore } : {})}
      className={buttonClass(tone, size, className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {shortcut ? <Kbd keys={shortcut} tone={tone === 'primary' ? 'inherit' : 'plain'} /> : null}
    </button>
  );
}

function ignore(event: { preventDefault(): void }): void {
  event.preventDefault();
}
