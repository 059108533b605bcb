'use client';
import clsx from 'clsx';
import { describeKeys } from './shortcut-keys';
import { useIsApple } from './use-is-apple';

export interface KbdProps {
  /** `e`, `mod+k`, `g i`; shown the way the reader's machine prints it. */
  keys: string;
  /** `inherit` on coloured grounds. */
  tone?: 'plain' | 'inherit';
}

/** Keys as caps. Decoration: the action's name is in the words beside it. */
export function Kbd({ keys, tone = 'plain' }: KbdProps) {
  const strokes = describeKeys(keys, useIsApple());
  return (
    <span aria-hidden="true" className="inline-flex gap-1">
      {strokes.map((stroke, place) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the strokes of a sequence have no other identity
          key={place}
          className={clsx(
            'inline-block min-w-4.5 rounded-r1 border border-b-2 px-1 text-center font-sans text-cap font-medium leading-4',
            tone === 'plain' ? 'border-line bg-surface text-ink-3' : 'border-current text-inherit opacity-80',
          )}
        >
          {stroke.join(stroke.some((part) => part.length > 1) ? ' ' : '')}
        </kbd>
      ))}
    </span>
  );
}
