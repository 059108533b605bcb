import clsx from 'clsx';

/** The box of everything one types into or opens: 32 px, 16 px letters on touch screens so that phones do not zoom in. */
export function controlClass(className?: string): string {
  return clsx(
    'w-full min-w-0 rounded-r2 border border-line-control bg-raised px-2.5 text-body text-ink pointer-coarse:text-lead',
    'hover:border-ink-3 focus-visible:border-focus focus-visible:outline-offset-0',
    'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3',
    'aria-invalid:border-bad data-invalid:border-bad',
    className,
  );
}

/** The list that opens below or beside a control. */
export const popupClass =
  'floats max-h-[min(24rem,var(--available-height))] max-w-(--available-width) overflow-y-auto overscroll-contain rounded-r3 p-1 text-body outline-none';

/** One line of such a list. */
export const optionClass =
  'flex min-h-8 cursor-default items-center gap-2 rounded-r2 px-2 py-1 text-ink outline-none select-none data-highlighted:bg-hover data-disabled:text-ink-3';

/** Over the page, under a dialog. */
export const backdropClass =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0';
