import clsx from 'clsx';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

const base =
  'inline-flex shrink-0 select-none items-center justify-center border font-medium whitespace-nowrap no-underline ' +
  'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed not-aria-busy:aria-disabled:opacity-50 aria-busy:cursor-progress';

const tones: Record<ButtonTone, string> = {
  plain: 'border-line-strong bg-raised text-ink hover:bg-sunken active:bg-line data-popup-open:bg-sunken',
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-hover hover:bg-accent-hover',
  quiet:
    'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover',
  danger: 'border-bad-fill bg-bad-fill text-on-bad hover:opacity-90',
};

const sizes: Record<ButtonSize, string> = {
  small: 'h-6.5 gap-1.5 rounded-r2 px-2 text-meta',
  medium: 'h-7.5 gap-1.5 rounded-r2 px-3 text-small',
};

const squares: Record<ButtonSize, string> = {
  small: 'size-6.5 rounded-r2',
  medium: 'size-7.5 rounded-r2',
};

/** The classes of a button with words. */
export function buttonClass(tone: ButtonTone, size: ButtonSize, className?: string): string {
  return clsx(base, tones[tone], sizes[size], className);
}

/** The classes of a square button that shows only an icon. */
export function iconButtonClass(tone: ButtonTone, size: ButtonSize, className?: string): string {
  return clsx(base, tones[tone], squares[size], className);
}
