import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

export type ChipTone = 'plain' | 'accent' | 'attention' | 'good' | 'warn' | 'bad' | 'super';

const tones: Record<ChipTone, string> = {
  plain: 'border-line bg-surface text-ink-2',
  accent: 'border-accent-line bg-accent-soft text-accent',
  attention: 'border-transparent bg-attention-soft text-attention-ink',
  good: 'border-transparent bg-good-soft text-good-ink',
  warn: 'border-transparent bg-warn-soft text-warn-ink',
  bad: 'border-transparent bg-bad-soft text-bad-ink',
  super: 'border-transparent bg-super-soft text-super-ink',
};

function chipClass(tone: ChipTone, small: boolean, className?: string): string {
  return clsx(
    'inline-flex max-w-full items-center gap-1.5 rounded-full border px-2 text-meta font-medium whitespace-nowrap',
    small ? 'h-5' : 'h-6',
    tones[tone],
    className,
  );
}

export interface ChipProps {
  tone?: ChipTone;
  /** 20 px instead of 24 px, for rows of a list. */
  small?: boolean;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A word about something: tag, state, place. Purple (`super`) belongs to superfans alone. */
export function Chip({ tone = 'plain', small = false, icon, children, className }: ChipProps) {
  return (
    <span className={chipClass(tone, small, className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

export interface ChipButtonProps extends ComponentProps<'button'> {
  /** On or off, as a view or a filter: shown in petrol and told to screen readers. */
  pressed?: boolean;
  icon?: ReactNode;
  count?: string | undefined;
}

/** A chip one can press: views and filters above a list. `count` comes formatted. */
export function ChipButton({ pressed, icon, count, children, className, ...rest }: ChipButtonProps) {
  const state = pressed === undefined ? {} : { 'aria-pressed': pressed };
  return (
    <button
      type="button"
      {...state}
      {...rest}
      className={chipClass(
        pressed ? 'accent' : 'plain',
        false,
        clsx(
          'transition-colors duration-100',
          !pressed && 'hover:border-line-strong hover:text-ink',
          className,
        ),
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {count === undefined ? null : <span className="num">{count}</span>}
    </button>
  );
}
